"""Locating: originals that moved or were lost, found again by their content."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.desk.desk import Desk
from app.desk.photos import taking
from app.desk.photos.ingesting import files_in, never
from app.desk.photos.selecting import missing
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.photo import Photo
from app.store import originals, picking
from app.store import photos as rows
from app.store.journal import acting


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """What was found again; `missing` are the ids of photos whose original is still nowhere."""

    found: tuple[str, ...]
    missing: tuple[str, ...]
    changes: Changes


def locate(desk: Desk, folder: Path, stop: Callable[[], bool] = never) -> Located:
    """Look in a folder for the originals that are missing, by content; names do not matter.

    A photo used in place is used where it was found; of the others a copy is kept anew. Only
    files as long as a missing one are read through.

    Raises:
        DeskError: `photo.unreadable` (the folder), `store.…`.
    """
    sought = _sought(desk)
    found: dict[str, Path] = {}
    for path in files_in([folder]):
        if stop() or len(found) == len(sought):
            break
        digest = _digest_if(path, {size for size, _ in sought.values()})
        if digest in sought:
            found[digest] = path
    changes = _put_back(desk, {sought[digest][1].id: path for digest, path in found.items()})
    ids = {photo.id: digest in found for digest, (_, photo) in sought.items()}
    return Located(
        found=tuple(photo_id for photo_id, there in ids.items() if there),
        missing=tuple(photo_id for photo_id, there in ids.items() if not there),
        changes=changes,
    )


def relocate(desk: Desk, photo_id: str, path: Path) -> Changes:
    """Say which file is the original of a photo; it must be the very same content.

    Raises:
        DeskError: `photo.unknown`, `photo.missing`, `photo.other-file`, `store.…`.
    """
    with desk.store.reading() as connection:
        photo = rows.photo(connection, photo_id)
    if originals.digest_of(path) != photo.digest:
        raise DeskError("photo.other-file", name=path.name, photo=photo.file_name)
    return _put_back(desk, {photo_id: path})


def _sought(desk: Desk) -> dict[str, tuple[int, Photo]]:
    """Return the photos without their original and its length, 0 when not known, by digest."""
    gone = [line.id for line in missing(desk)]
    with desk.store.reading() as connection:
        sizes = picking.sizes(connection, gone)
        photos = rows.all_of(connection, gone)
    return {photo.digest: (sizes[photo.id], photo) for photo in photos}


def _digest_if(path: Path, sizes: set[int]) -> str:
    """Return the digest of a file as long as one of those sought, else ""."""
    try:
        if 0 not in sizes and path.stat().st_size not in sizes:
            return ""
        return originals.digest_of(path)
    except (OSError, DeskError):
        # A file that cannot be read is not the one that is sought.
        return ""


def _put_back(desk: Desk, places: dict[str, Path]) -> Changes:
    with acting(desk.store, "locate", desk.by) as act:
        for photo in rows.all_of(act.connection, list(places)):
            place = places[photo.id]
            if not photo.in_place:
                suffix = taking.SUFFIXES[photo.media_type]
                originals.keep(desk.originals, place, photo.digest, suffix)
            act.update("photos", photo.id, {"source": str(place.absolute())})
    changed = act.changes()
    return Changes(act="locate", step=changed.step, photos=frozenset(places))
