"""Captioning: photos in, into a story's slots, and the words that go with them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from app.desk.desk import Desk
from app.desk.photos import taking
from app.desk.photos.taking import THUMBNAIL, place_of, thumbnail_place
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.photo import Conflict, Photo, PhotoMetadata, PhotoUse
from app.domain.story import slot_line
from app.store import originals, stories
from app.store import photos as rows
from app.store.journal import Act, acting

WORDS = frozenset({"caption", "alt", "credit", "persons", "dated", "archive", "decorative"})
"""The fields of `PhotoUse` a person may set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoIn:
    """What became of an image file. `already` says that the same file was taken in before."""

    photo: Photo
    conflicts: tuple[Conflict, ...]
    changes: Changes
    already: bool


def take_photo_in(desk: Desk, source: Path) -> PhotoIn:
    """Read an image file, keep a copy of it and file it as a photo; the file itself is untouched.

    Raises:
        DeskError: `photo.…` or `store.…`; nothing is kept then.
    """
    seen = taking.look(desk, source)
    with acting(desk.store, "take-photo-in", desk.by) as act:
        filed = taking.file(act, seen, source)
    return PhotoIn(
        photo=filed.photo,
        conflicts=filed.conflicts,
        changes=act.changes(),
        already=filed.already,
    )


def photos(desk: Desk, *, words: str = "", story_id: str | None = None) -> tuple[Photo, ...]:
    """Return photos, last taken in first."""
    with desk.store.reading() as connection:
        return rows.lines(connection, words=words, story_id=story_id)


def photo(desk: Desk, photo_id: str) -> Photo:
    """Return one photo.

    Raises:
        DeskError: `photo.unknown`.
    """
    with desk.store.reading() as connection:
        return rows.photo(connection, photo_id)


def find_photo(desk: Desk, ref: str) -> str:
    """Return the id of the photo named by its id, its file name, or the beginning of its id.

    Raises:
        DeskError: `photo.unknown`, also when several photos are meant.
    """
    with desk.store.reading() as connection:
        return rows.find(connection, ref)


def attach(desk: Desk, story_id: str, slot: int, photo_id: str) -> Changes:
    """Put a photo in a slot. Alt text, persons and date that the slot lacks come from the photo.

    Raises:
        DeskError: `slot.unknown`, `photo.unknown`.
    """
    with _on_slot(desk, "attach", story_id, slot) as (act, use):
        fill(act, use, photo_id)
    return act.changes()


def detach(desk: Desk, story_id: str, slot: int) -> Changes:
    """Take the photo out of a slot; the words of the slot stay."""
    with _on_slot(desk, "detach", story_id, slot) as (act, use):
        act.update("photo_uses", use.id, {"photo_id": None})
    return act.changes()


def add_slot(desk: Desk, story_id: str, photo_id: str | None = None) -> tuple[int, Changes]:
    """Add a photo slot at the end of the body, with a photo when one is given; return its number.

    Raises:
        DeskError: `story.unknown`, `photo.unknown`; no slot is added then.
    """
    with acting(desk.store, "add-slot", desk.by, story_id=story_id) as act:
        story = stories.story(act.connection, story_id)
        slot = 1 + max((use.slot for use in stories.uses(act.connection, story_id)), default=0)
        use = PhotoUse(id=uuid4().hex, slot=slot)
        act.insert("photo_uses", stories.use_row(story_id, use))
        if photo_id:
            fill(act, use, photo_id)
        body = f"{story.body.rstrip()}\n\n{slot_line(slot)}\n".lstrip()
        act.update("bodies", story_id, stories.body_columns(body))
    return slot, act.changes()


def caption(desk: Desk, story_id: str, slot: int, **fields: Any) -> Changes:  # noqa: ANN401  fields of PhotoUse
    """Set the words of one use: caption, alt, credit, persons, dated, archive, decorative.

    Raises:
        DeskError: `slot.unknown`.
        ValueError: a name is not a field of the words of a use.
    """
    if unknown := fields.keys() - WORDS:
        raise ValueError(", ".join(sorted(unknown)))
    with _on_slot(desk, "caption", story_id, slot) as (act, use):
        act.update("photo_uses", use.id, stories.use_columns(fields))
    return act.changes()


def describe(desk: Desk, photo_id: str, **fields: Any) -> Changes:  # noqa: ANN401  fields of PhotoMetadata
    """Set what the desk knows of a photo, whoever uses it (fields of `PhotoMetadata`).

    Raises:
        DeskError: `photo.unknown`.
        TypeError: a name is not a field of `PhotoMetadata`.
    """
    with acting(desk.store, "describe", desk.by) as act:
        known = rows.photo(act.connection, photo_id).metadata
        changed: PhotoMetadata = replace(known, **fields)
        act.update("photos", photo_id, rows.metadata_columns(changed))
    return act.changes()


def original_of(desk: Desk, photo: Photo) -> Path:
    """Return the original file of a photo.

    Raises:
        DeskError: `photo.original-missing`, or `photo.reference-missing` for one used in place;
            what the desk knows of the photo is safe.
    """
    place = place_of(desk, photo)
    if place.exists():
        return place
    if photo.in_place:
        raise DeskError("photo.reference-missing", name=photo.file_name, path=photo.source)
    raise DeskError("photo.original-missing", name=photo.file_name)


def thumbnail(desk: Desk, photo_id: str, size: int = THUMBNAIL) -> bytes:
    """Return a small JPEG whose longer side is `size` pixels, kept beside the store once made.

    Raises:
        DeskError: `photo.…`
    """
    picture = photo(desk, photo_id)
    kept = thumbnail_place(desk, picture.digest, size)
    if kept.exists():
        return kept.read_bytes()
    made = desk.workshop.thumbnail(original_of(desk, picture), size)
    if not desk.read_only:
        originals.keep_bytes(kept, made)
    return made


def fill(act: Act, use: PhotoUse, photo_id: str) -> None:
    """Put a photo in a slot as part of an act; what the slot lacks comes from the photo."""
    known = rows.photo(act.connection, photo_id).metadata
    filled = {
        "photo_id": photo_id,
        "caption": use.caption or known.description,
        "alt": _alt(use, known.alt),
        "persons": use.persons or known.persons,
        "dated": use.dated or known.created_on(),
    }
    act.update("photo_uses", use.id, stories.use_columns(filled))


def _alt(use: PhotoUse, known: str) -> str:
    """Return the alternative text of a slot; one that only repeats the caption gives way."""
    return known or use.alt if use.alt in {"", use.caption} else use.alt


@contextmanager
def _on_slot(desk: Desk, name: str, story_id: str, slot: int) -> Iterator[tuple[Act, PhotoUse]]:
    with acting(desk.store, name, desk.by, story_id=story_id) as act:
        for use in stories.uses(act.connection, story_id):
            if use.slot == slot:
                yield act, use
                return
        raise DeskError("slot.unknown", slot=str(slot))
