"""What every way of taking pictures in shares: the file looked at, kept or referred to, and filed."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from app.desk.desk import Desk
from app.domain.photo import Conflict, Flag, Photo
from app.photo.raw_types import TYPES
from app.store import originals
from app.store import photos as rows
from app.store.journal import Act

SUFFIXES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/tiff": ".tif",
    "image/avif": ".avif",
    "image/heic": ".heic",
    "image/gif": ".gif",
    **{media_type: suffix for suffix, media_type in TYPES.items()},
}
"""The media types taken in, and the suffix of their originals."""

THUMBNAIL = 256
"""Pixels of the longer side of the small picture made when a photo is taken in."""

_REJECTED = -1
"""The rating by which XMP says that a picture is left aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A file looked at and kept, not yet filed; `already` when its photo was filed before."""

    photo: Photo
    conflicts: tuple[Conflict, ...] = ()
    size: int = 0
    already: bool = False


def look(desk: Desk, source: Path, *, in_place: bool = False, batch_id: str = "") -> Seen:
    """Read an image file and keep a copy of it, unless it is used `in_place`; file nothing.

    A file that was taken in before is not read again; its copy, when lost, is kept anew.

    Raises:
        DeskError: `photo.…` or `store.…`; nothing is kept then.
    """
    source = source.absolute()
    digest = originals.digest_of(source)
    with desk.store.reading() as connection:
        known = rows.met_before(connection, digest)
    if known:
        if not known.in_place and known.digest == digest:
            originals.keep(desk.originals, source, digest, SUFFIXES[known.media_type])
        return Seen(photo=known, already=True)
    seen = desk.workshop.survey(source, THUMBNAIL)
    facts = seen.facts
    if not in_place:
        originals.keep(desk.originals, source, digest, SUFFIXES[facts.media_type])
    originals.keep_bytes(thumbnail_place(desk, digest, THUMBNAIL), seen.thumbnail)
    photo = Photo(
        id=uuid4().hex,
        digest=digest,
        file_name=source.name,
        media_type=facts.media_type,
        width=facts.width,
        height=facts.height,
        metadata=seen.metadata,
        taken_in_at=datetime.now(UTC),
        flag=Flag.REJECT if seen.metadata.rating == _REJECTED else Flag.NONE,
        batch_id=batch_id,
        source=str(source),
        in_place=in_place,
        likeness=seen.likeness,
    )
    return Seen(photo=photo, conflicts=seen.conflicts, size=facts.size)


def file(act: Act, seen: Seen, source: Path) -> Seen:
    """File what was looked at; return it as it stands in the store now.

    The same file may have come in by another way meanwhile. A photo used in place whose file is
    gone takes this one, which has the same content.
    """
    known = rows.by_digest(act.connection, seen.photo.digest)
    if known is None:
        more = {"size": seen.size, "conflicts": len(seen.conflicts)}
        act.insert("photos", {**rows.photo_columns(seen.photo), **more})
        return seen
    if known.in_place and not Path(known.source).exists():
        act.update("photos", known.id, {"source": str(source.absolute())})
        known = rows.photo(act.connection, known.id)
    return Seen(photo=known, already=True)


def place_of(desk: Desk, photo: Photo) -> Path:
    """Return where the original of a photo lies, whether it is there or not."""
    if photo.in_place:
        return Path(photo.source)
    return originals.place_of(desk.originals, photo.digest, SUFFIXES[photo.media_type])


def thumbnail_place(desk: Desk, digest: str, size: int) -> Path:
    """Return where the small picture of an original is kept."""
    return desk.thumbnails / digest[:2] / f"{digest}-{size}.jpg"
