"""Handing a story over to a colleague, and taking over what comes back."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.desk import packages
from app.desk.colleagues import reviewing
from app.desk.colleagues.receiving import Receiving, handed_of
from app.desk.desk import Desk
from app.desk.photos.taking import SUFFIXES, Seen, look, place_of
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.handover import Arrival, Choice, Handed
from app.domain.photo import Photo
from app.export.slugs import slug
from app.handover import archive
from app.handover.merging import Merge, merge
from app.store import exchanges
from app.store import revisions as kept
from app.store.journal import acting
from app.store.revisions import Occasion


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A package that was written: its place, how many pictures travel, and those that are missing."""

    place: Path
    photos: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """What became of a package: the story, whether it was new here, and what could not be shown."""

    story_id: str
    new: bool
    changes: Changes


def hand_over(desk: Desk, story_id: str, to: Path) -> HandedOver:
    """Write the package of a story: copy, captions, originals, and the private ledger.

    In a folder it is named by the slug of the story.

    Raises:
        DeskError: `story.unknown`, `handover.not-written`.
    """
    package = packages.load(desk.store, story_id)
    handed = handed_of(package, reviewing.review(desk, story_id))
    place = to / f"{slug(package.story.slug)}{archive.SUFFIX}" if to.is_dir() else to
    if not place.suffix:
        place = place.with_name(f"{place.name}{archive.SUFFIX}")
    files, missing = _originals(desk, tuple(package.photos.values()))
    with desk.store.reading() as connection:
        before = exchanges.known(connection, story_id)
    archive.write(
        place, handed, by=desk.by, known=tuple(before.values())[: exchanges.SENT], originals=files
    )
    if not desk.read_only:
        content = archive.encoded(handed)
        with desk.store.writing() as connection:
            kept.keep(connection, story_id, Occasion("handed-over", desk.by))
            exchanges.note(connection, story_id, archive.digest_of(content), content, desk.by)
    return HandedOver(place, len(files), missing)


def look_into(desk: Desk, source: Path) -> Arrival:
    """Return what a package holds and what taking it over would do; nothing is changed.

    Raises:
        DeskError: `handover.…`
    """
    opened = archive.read(source)
    laid, common = _laid(desk, opened)
    return Arrival(
        story_id=opened.handed.story.id,
        headline=opened.handed.story.headline,
        by=opened.manifest.by,
        at=opened.manifest.at,
        photos=len(opened.originals),
        known=laid is not None,
        common=common,
        taken=laid.taken if laid else 0,
        clashes=tuple(laid.clashes) if laid else (),
    )


def take_over(desk: Desk, source: Path, choices: Sequence[Choice] = ()) -> TakenOver:
    """Take a package over, as one step: a new story, or one merged into ours.

    `choices` answer the clashes of `look_into`, in order. What stood before is kept as a version.

    Raises:
        DeskError: `handover.…`; `handover.undecided` when clashes are left; `photo.…`.
    """
    opened = archive.read(source)
    laid, _common = _laid(desk, opened)
    if laid is not None and len(laid.clashes) != len(choices):
        raise DeskError("handover.undecided", name=source.name, count=str(len(laid.clashes)))
    handed = laid.settled(choices) if laid else opened.handed
    seen = _look_at_originals(desk, source, opened)
    story_id = handed.story.id
    theirs = archive.encoded(opened.handed)
    with acting(desk.store, "take-over", desk.by, story_id=story_id) as act:
        receiving = Receiving(act, handed, seen)
        if laid is None:
            receiving.file_new()
        else:
            kept.keep(act.connection, story_id, Occasion("before-taking-over", desk.by))
            receiving.bring_up_to_date()
        kept.keep(act.connection, story_id, Occasion("taken-over", desk.by))
        exchanges.note(
            act.connection, story_id, archive.digest_of(theirs), theirs, opened.manifest.by
        )
    return TakenOver(story_id=story_id, new=laid is None, changes=act.changes())


def _laid(desk: Desk, opened: archive.Opened) -> tuple[Merge | None, bool]:
    """Return their version laid over ours, None where the story is not here; and whether over a base."""
    story_id = opened.handed.story.id
    with desk.store.reading() as connection:
        if not exchanges.is_here(connection, story_id):
            return None, True
        ours = exchanges.known(connection, story_id)
    shared = dict(opened.known)
    own = archive.digest_of(archive.encoded(opened.handed))
    shared[own] = opened.handed
    base: Handed | None = next((shared[one] for one in ours if one in shared), None)
    mine = handed_of(packages.load(desk.store, story_id), reviewing.review(desk, story_id))
    return merge(base, mine, opened.handed), base is not None


def _originals(desk: Desk, photos: Sequence[Photo]) -> tuple[dict[str, Path], tuple[str, ...]]:
    """Return the files of photos by the name they travel under, and the names of those missing."""
    files, missing = {}, []
    for photo in photos:
        place = place_of(desk, photo)
        if place.is_file():
            files[f"{photo.digest}{SUFFIXES[photo.media_type]}"] = place
        else:
            missing.append(photo.file_name)
    return files, tuple(missing)


def _look_at_originals(desk: Desk, source: Path, opened: archive.Opened) -> dict[str, Seen]:
    """Return the pictures of a package, each looked at by the worker and kept, by digest."""
    named = {one.digest: one for one in opened.handed.photos}
    seen: dict[str, Seen] = {}
    with tempfile.TemporaryDirectory(prefix="marbre-") as folder:
        for name in opened.originals:
            digest = Path(name).stem
            if digest not in named:
                raise DeskError("handover.damaged", name=source.name)
            found = look(desk, archive.unpack(source, name, Path(folder)))
            if found.already:
                seen[digest] = found
                continue
            handed = named[digest]
            photo = replace(
                found.photo,
                file_name=Path(handed.file_name).name or found.photo.file_name,
                metadata=handed.metadata,
                focus=handed.focus,
                source="",
            )
            seen[digest] = replace(found, photo=photo)
    return seen
