"""Publishing: preflight, preview, and the folder a newsroom puts online."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path
from uuid import uuid4

from app.desk import house, intents, packages
from app.desk.desk import Desk
from app.desk.photos.renditions import made_renditions, missing
from app.desk.progress import Progress
from app.desk.sources import reporting, sourcing
from app.desk.stories import filing
from app.domain.changes import Changes
from app.domain.correction import Correction, CorrectionKind
from app.domain.errors import DeskError
from app.domain.finding import Finding, Severity
from app.domain.package import Package
from app.domain.photo import Photo
from app.domain.rendition import ImageFormat
from app.domain.story import Status
from app.export import folder
from app.export.edition import Edition, Page, Picture
from app.export.gallery import STANDING, SURE
from app.export.page import render
from app.export.pictures import (
    WantedRendition,
    assemble,
    grid_files,
    in_reading_order,
    wanted,
)
from app.store import publications, revisions, stories
from app.store.journal import Act
from app.store.publications import PublicationEntry

Wishes = dict[int, tuple[Photo, tuple[WantedRendition, ...]]]

PREVIEW_WIDTH = 960
"""Pixels of the one file per picture that a preview shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """What stands between a story and its readers. `ready` says that nothing stops publication."""

    blocks: tuple[Finding, ...]
    others: tuple[Finding, ...]

    @property
    def ready(self) -> bool:
        """Say whether nothing stops publication."""
        return not self.blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A folder written. `identical` says that it already held exactly these files."""

    id: str
    story_id: str
    folder: Path
    page: Path
    at: datetime
    by: str
    files: tuple[str, ...]
    size: int
    identical: bool = False
    overrides: tuple[Mapping[str, str], ...] = ()
    changes: Changes = field(default_factory=lambda: Changes(act="publish"))


def preflight(desk: Desk, story_id: str) -> Preflight:
    """Check a story as the store holds it and say what stops it."""
    return preflight_of(packages.load(desk.store, story_id))


def preview(desk: Desk, story_id: str, *, now: datetime | None = None) -> Page:
    """Return the page as it would be published now, with one small file per picture.

    Raises:
        DeskError: `photo.…` when a picture cannot be read.
    """
    package = desk.apart(filing.package, story_id)
    return _previewed(desk, package, now, _pictures(desk, package, house.edition(desk), small=True))


def proof(
    desk: Desk, story_id: str, *, now: datetime | None = None, progress: Progress | None = None
) -> Page:
    """Return the very page that publishing at the moment `now` would write, all its files made.

    Nothing is written but renditions beside the store, which publishing then finds ready.

    Raises:
        DeskError: `house.…`, `photo.…`, `publish.stopped`.
    """
    package = desk.apart(filing.package, story_id)
    moment = now or datetime.now(UTC)
    before = publications_of(desk, story_id)
    return page_of(desk, package, Issue(house.edition(desk), before, moment), progress)


def _previewed(
    desk: Desk, package: Package, now: datetime | None, pictures: Mapping[int, Picture]
) -> Page:
    moment = now or datetime.now(UTC)
    before = publications_of(desk, package.story.id)
    return render(
        package,
        pictures,
        house.edition(desk),
        published_at=before[-1].at if before else moment,
        modified_at=moment,
        corrections=_corrections(before),
    )


def publish(  # noqa: PLR0913  one act, each argument a decision of its own
    desk: Desk,
    story_id: str,
    to: Path,
    *,
    overrides: Mapping[str, str] | None = None,
    by: str | None = None,
    correction: tuple[CorrectionKind, str] | None = None,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> Publication:
    """Write the page of a story as the folder `to`, whole or not at all.

    `overrides` give, for each blocking rule to be passed, the reason; they are logged with the
    name `by` (the person at work when None). A `correction` (what was wrong, and the notice) is
    printed on the page from now on. The private ledger of the story is written beside the store.

    Raises:
        DeskError: `publish.blocked`, `publish.no-name`, `publish.no-reason`, `publish.folder-…`,
            `publish.disk-full`, `publish.never`, `publish.no-notice`, `publish.withdrawn`, `publish.binned`,
            `publish.stopped`, `house.…`, `photo.…`, `ledger.…`; what was published before stays.
    """
    package = packages.load(desk.store, story_id)
    if package.story.status is Status.KILLED:
        raise DeskError("publish.withdrawn")
    if package.story.deleted_at:
        raise DeskError("publish.binned")
    signed = _signed(preflight_of(package), overrides or {}, by if by is not None else desk.by)
    before = publications_of(desk, story_id)
    moment = now or datetime.now(UTC)
    wrong = _correction(correction, before, moment)
    page = page_of(desk, package, Issue(house.edition(desk), before, moment, wrong), progress)
    reporting.keep_at_publication(desk, package, to, signed)
    if before and folder.holds(page, to):
        return _as_published(before[0], to, identical=True)
    entry = entry_of(page, story_id, to, before)
    done = put_out(
        desk, page, replace(entry, at=moment, by=by or desk.by, overrides=signed, correction=wrong)
    )
    _mark_published(desk, package, Status.CORRECTED if wrong else Status.PUBLISHED)
    return done


def _mark_published(desk: Desk, package: Package, status: Status) -> None:
    """Let the status follow, outside the journal: undoing takes no page back."""
    if package.story.status in {status, Status.CORRECTED}:
        return
    with desk.store.writing() as connection:
        act = Act(connection, "publish", package.story.id)
        act.update("stories", package.story.id, stories.story_columns({"status": status}))


@dataclass(frozen=True, slots=True)
class Issue:
    """How a story goes out: the house, the log of the story (newest first), when, with what notice."""

    edition: Edition
    before: tuple[PublicationEntry, ...]
    moment: datetime
    correction: Correction | None = None


def page_of(desk: Desk, package: Package, issue: Issue, progress: Progress | None = None) -> Page:
    """Return the page of a story; as it went out last, to the byte, when nothing changed since.

    `progress` is told of each file of a picture that had to be made.
    """
    pictures = _pictures(desk, package, issue.edition, progress=progress)
    before = issue.before
    page = None if issue.correction else _as_before(package, pictures, issue.edition, before)
    if page is not None:
        return page
    told = [*_corrections(before), *([issue.correction] if issue.correction else [])]
    return render(
        package,
        pictures,
        issue.edition,
        published_at=before[-1].at if before else issue.moment,
        modified_at=issue.moment,
        corrections=told,
    )


def entry_of(
    page: Page, story_id: str, to: Path, before: tuple[PublicationEntry, ...]
) -> PublicationEntry:
    """Return the line of the log for a page, to be completed with who, when and what for."""
    return PublicationEntry(
        id=uuid4().hex,
        story_id=story_id,
        folder=str(to.resolve()),
        at=datetime.now(UTC),
        by="",
        overrides=(),
        manifest=manifest_of(page),
        size=sum(len(data) for data in page.contents().values()),
        previous=before[0].id if before else "",
    )


def publications_of(desk: Desk, story_id: str) -> tuple[PublicationEntry, ...]:
    """Return the log of publications of a story, newest first."""
    with desk.store.reading() as connection:
        return publications.of_story(connection, story_id)


def blocks_of(package: Package) -> tuple[Finding, ...]:
    """Return what stops the publication of a package."""
    return sourcing.standing(package, only=Severity.BLOCK)


def preflight_of(package: Package) -> Preflight:
    """Check a package and say what stops it."""
    findings = sourcing.standing(package)
    blocks = tuple(one for one in findings if one.severity is Severity.BLOCK)
    others = tuple(one for one in findings if one.severity is not Severity.BLOCK)
    return Preflight(blocks=blocks, others=others)


def _signed(found: Preflight, overrides: Mapping[str, str], by: str) -> tuple[dict[str, str], ...]:
    codes = sorted({finding.code for finding in found.blocks})
    standing = [code for code in codes if code not in overrides]
    if standing:
        raise DeskError("publish.blocked", codes=", ".join(standing))
    if codes and not by.strip():
        raise DeskError("publish.no-name")
    for code in codes:
        if not overrides[code].strip():
            raise DeskError("publish.no-reason", rule=code)
    return tuple({"code": code, "reason": overrides[code].strip(), "by": by} for code in codes)


def _as_before(
    package: Package,
    pictures: Mapping[int, Picture],
    edition: Edition,
    before: tuple[PublicationEntry, ...],
) -> Page | None:
    """Return the page with the times of its last publication, or None when anything else changed."""
    if not before:
        return None
    page = render(
        package,
        pictures,
        edition,
        published_at=before[-1].at,
        modified_at=_since(before),
        corrections=_corrections(before),
    )
    return page if manifest_of(page) == before[0].manifest else None


def _since(before: tuple[PublicationEntry, ...]) -> datetime:
    """Return when the page that went out last first did: it may have gone to several folders."""
    same = takewhile(lambda entry: entry.manifest == before[0].manifest, before)
    return min(entry.at for entry in same)


def _corrections(before: tuple[PublicationEntry, ...]) -> list[Correction]:
    return [entry.correction for entry in reversed(before) if entry.correction]


def _correction(
    asked: tuple[CorrectionKind, str] | None,
    before: tuple[PublicationEntry, ...],
    moment: datetime,
) -> Correction | None:
    if asked is None:
        return None
    kind, notice = asked
    if not before:
        raise DeskError("publish.never")
    if not notice.strip():
        raise DeskError("publish.no-notice")
    return Correction(kind=kind, notice=" ".join(notice.split()), at=moment)


def _pictures(
    desk: Desk,
    package: Package,
    edition: Edition,
    *,
    small: bool = False,
    progress: Progress | None = None,
) -> dict[int, Picture]:
    wishes = _wishes(package, edition, small=small)
    if progress:
        progress.begin(_lacking(desk, wishes))
    return {
        slot: assemble(made_renditions(desk, photo, asked, progress))
        for slot, (photo, asked) in wishes.items()
    }


def lacking(desk: Desk, story_id: str) -> int:
    """Return how many files of pictures have to be made before a story can be published."""
    return _lacking(desk, _wishes(packages.unread(desk.store, story_id), house.edition(desk)))


def _lacking(desk: Desk, wishes: Wishes) -> int:
    return sum(missing(desk, photo, asked) for photo, asked in wishes.values())


def _wishes(package: Package, edition: Edition, *, small: bool = False) -> Wishes:
    """Return for each slot with a picture the files its page needs, in reading order."""
    found: Wishes = {}
    for use in in_reading_order(package):
        photo = package.photo_of(use)
        if photo is None:
            continue
        folded = len(found) >= STANDING
        asked = wanted(use, photo, edition, lead=not found, folded=folded)
        if len(found) >= SURE:
            asked = (*grid_files(use, photo, edition), *asked)
        found[use.slot] = (photo, _for_preview(asked) if small else asked)
    return found


def pictures_for_preview(desk: Desk, package: Package, edition: Edition) -> dict[int, Picture]:
    """Return one small file of each picture of a story, by slot.

    Raises:
        DeskError: `photo.…`.
    """
    return _pictures(desk, package, edition, small=True)


def _for_preview(wishes: tuple[WantedRendition, ...]) -> tuple[WantedRendition, ...]:
    shown = [
        wish for wish in wishes if wish.role == "display" and wish.spec.format is ImageFormat.JPEG
    ]
    fitting = [wish for wish in shown if wish.spec.width <= PREVIEW_WIDTH]
    return tuple(fitting[-1:] or shown[:1])


def manifest_of(page: Page) -> dict[str, str]:
    """Return the SHA-256 of each file of a page, by name."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in page.contents().items()}


def log(desk: Desk, entry: PublicationEntry) -> Publication:
    """Keep the moment that is published and write the log."""
    with desk.store.writing() as connection:
        revisions.keep(connection, entry.story_id, revisions.Occasion("published", entry.by))
        entry = replace(entry, revision=revisions.last_number(connection, entry.story_id))
        publications.log(connection, entry)
    return _as_published(entry, Path(entry.folder), identical=False)


def put_out(desk: Desk, page: Page, entry: PublicationEntry) -> Publication:
    """Write a page into the folder of its line for the log, and log it, both or neither.

    Raises:
        DeskError: `publish.folder-…`, `publish.disk-full`, `store.…`.
    """
    place = Path(entry.folder)
    folder.refuse(page, place)
    with desk.store.writing() as connection:
        revisions.keep(connection, entry.story_id, revisions.Occasion("published", entry.by))
        entry = replace(entry, revision=revisions.last_number(connection, entry.story_id))
    with intents.intended(desk.store, place, folder.mark(page), [entry]):
        folder.write(page, place)
    return _as_published(entry, place, identical=False)


def _as_published(entry: PublicationEntry, to: Path, *, identical: bool) -> Publication:
    return Publication(
        id=entry.id,
        story_id=entry.story_id,
        folder=to,
        page=to / "index.html",
        at=entry.at,
        by=entry.by,
        files=tuple(entry.manifest),
        size=entry.size,
        identical=identical,
        overrides=entry.overrides,
        changes=Changes(act="publish", stories=frozenset({entry.story_id})),
    )
