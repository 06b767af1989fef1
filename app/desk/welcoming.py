"""The first run: a sample story and its photos, filed, checked and published."""

from dataclasses import dataclass
from pathlib import Path

from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.pages.publishing import Publication
from app.desk.photos import captioning
from app.desk.sources import sourcing
from app.desk.stories import filing
from app.domain.finding import Finding
from app.domain.package import Package

SIGNED = "Marbre"
"""The name under which the sample is published past its deliberate faults."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """What the first run made: the sample as filed, what was found in it, and its folder."""

    package: Package
    findings: tuple[Finding, ...]
    publication: Publication


def file_samples(desk: Desk) -> tuple[str, ...]:
    """File the sample stories with their photos; return their ids, French first."""
    photos = [captioning.take_photo_in(desk, path).photo.id for path in filing.sample_photos()]
    ids = []
    for copy in filing.sample_copy():
        story_id = filing.take_in(desk, copy).story_id
        slots = [use.slot for use in filing.package(desk, story_id).uses]
        for slot, photo_id in zip(slots, photos, strict=False):
            captioning.attach(desk, story_id, slot, photo_id)
        ids.append(story_id)
    return tuple(ids)


def welcome(desk: Desk, language: str, reason: str) -> Welcome:
    """File the samples, check the one in `language` ("fr", "en") and publish it beside the store.

    The sample holds faults on purpose, for the desk to find; the blocking ones are overridden for
    this one publication, with `reason`, and stay in the log.
    """
    ids = file_samples(desk)
    story_id = ids[0] if language == "fr" else ids[-1]
    package = filing.package(desk, story_id)
    findings = sourcing.standing(package)
    blocks = publishing.preflight(desk, story_id).blocks
    publication = publishing.publish(
        desk,
        story_id,
        published_place(desk, package.story.slug),
        overrides={finding.code: reason for finding in blocks},
        by=SIGNED,
    )
    return Welcome(package=package, findings=findings, publication=publication)


def published_place(desk: Desk, slug: str) -> Path:
    """Return the folder beside the store where a story is published when no other is named."""
    return desk.path.parent / "published" / slug
