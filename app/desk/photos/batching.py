"""Batching: the same words on many pictures at once, seen before they are put, one step to undo."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.photos.templating import codes_on, credit_preview
from app.domain.changes import Changes
from app.domain.photo import Photo, PhotoMetadata
from app.domain.picking import Change, Hunt, text_of
from app.photo import batch
from app.photo.codes import Code
from app.photo.fields import FIELDS as ALL_FIELDS
from app.photo.fields import LISTS, Merge
from app.photo.variables import Filled, Frame
from app.store import journal, sources, stories
from app.store import photos as rows
from app.store.journal import acting
from app.words import language as spoken

REPEATED = ("describe", "batch")
"""The acts whose words `repeat_last` puts again."""

_SHOWN = 5
"""How many of the values that differ are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What is to be put: the ticked fields of `PhotoMetadata`, and what fills their variables.

    Texts may hold variables ({city}, {date:long}, {seq}…) and codes (=hc=), and so may each value
    of a list. `story_id` gives {slug} and the language; without it, `language` or that of the
    interface is taken.
    """

    fields: Mapping[str, Any]
    story_id: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would become of one photo; `unknown` variables and codes would stay as typed.

    `quoted` counts the finds of a hunt that touch words between quotation marks, and stay.
    """

    photo_id: str
    file_name: str
    changes: tuple[Change, ...]
    unknown: tuple[str, ...] = ()
    quoted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What a selection says alike; `mixed` fields are left empty in `metadata`.

    `values` are, for each mixed field, the first of its different values, as one line each.
    """

    metadata: PhotoMetadata
    mixed: frozenset[str]
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFact:
    """What a form must know of a field of `PhotoMetadata`.

    `is_list` fields hold several values; `longest` is how many bytes of UTF-8 each may take before
    older programs see it cut, 0 when none do; a camera sets those that are `fixed`.
    """

    name: str
    standard: str
    is_list: bool
    longest: int
    fixed: bool


FIELDS = tuple(
    FieldFact(
        name=row.name,
        standard=row.standard,
        is_list=row.shape in LISTS,
        longest=row.iim_bytes,
        fixed=row.merge is Merge.EXIF_ONLY,
    )
    for row in ALL_FIELDS
)
"""Every field, in the order of the field table."""


@dataclass(frozen=True, slots=True)
class _Put:
    photo: Photo
    after: PhotoMetadata
    unknown: tuple[str, ...] = ()
    quoted: int = 0

    def preview(self) -> Preview:
        return Preview(
            photo_id=self.photo.id,
            file_name=self.photo.file_name,
            changes=batch.changes(self.photo.metadata, self.after),
            unknown=self.unknown,
            quoted=self.quoted,
        )


def filled(desk: Desk, photo_id: str, text: str, stamp: Stamp | None = None) -> Filled:
    """Return one text as typed with its variables and codes filled in for a photo, and those unknown.

    Raises:
        DeskError: `photo.unknown`, `story.unknown`.
    """
    meant = replace(stamp or Stamp(fields={}), fields={"description": text})
    (put,) = _stamped(desk, _photos(desk, [photo_id]), meant)
    return Filled(text=put.after.description, unknown=put.unknown)


def caption(desk: Desk, story_id: str, slot: int, **fields: Any) -> Changes:  # noqa: ANN401  fields of PhotoUse
    """Caption a slot as `captioning.caption` does, with variables filled in for its photo.

    Raises:
        DeskError: `story.unknown`, `slot.unknown`, `photo.unknown`.
    """
    texts = {name: words for name, words in fields.items() if "{" in str(words)}
    if texts:
        with desk.store.reading() as connection:
            uses = stories.uses(connection, story_id)
        photo_id = next((use.photo_id for use in uses if use.slot == slot), None)
        if photo_id:
            stamp = Stamp(fields={}, story_id=story_id)
            for name, words in texts.items():
                if name == "credit":
                    ((_id, fields[name]),) = credit_preview(desk, [photo_id], words)
                elif isinstance(words, str):
                    fields[name] = filled(desk, photo_id, words, stamp).text
    return captioning.caption(desk, story_id, slot, **fields)


def preview(desk: Desk, photo_ids: Sequence[str], stamp: Stamp) -> tuple[Preview, ...]:
    """Return what `apply` would do to each photo, in the order given, which {seq} counts.

    Raises:
        DeskError: `photo.unknown`, `story.unknown`.
        ValueError: a field that is none of a picture's, or that only a camera sets.
    """
    return tuple(put.preview() for put in _stamped(desk, _photos(desk, photo_ids), stamp))


def apply(desk: Desk, photo_ids: Sequence[str], stamp: Stamp) -> Changes:
    """Put a stamp on photos, in one step; raises as `preview` does, and changes nothing then."""
    return _apply(desk, "batch", photo_ids, lambda photos: _stamped(desk, photos, stamp))


def preview_replace(desk: Desk, photo_ids: Sequence[str], hunt: Hunt) -> tuple[Preview, ...]:
    """Return what `replace_words` would do to the photos in which something is found, and no other.

    Raises:
        DeskError: `photo.unknown`, `find.pattern`, `find.replacement`, `find.too-slow`.
    """
    previews = (put.preview() for put in _hunted(_photos(desk, photo_ids), hunt))
    return tuple(one for one in previews if one.changes or one.quoted)


def replace_words(desk: Desk, photo_ids: Sequence[str], hunt: Hunt) -> Changes:
    """Replace words in fields of photos, in one step, those between quotation marks never.

    Raises as `preview_replace` does, and changes nothing then.
    """
    return _apply(desk, "replace", photo_ids, lambda photos: _hunted(photos, hunt))


def describe(desk: Desk, photo_ids: Sequence[str], **fields: Any) -> Changes:  # noqa: ANN401  fields of PhotoMetadata
    """Set some fields of photos to the same values, as they are typed, in one step.

    Raises:
        DeskError: `photo.unknown`.
        TypeError: a name is not a field of `PhotoMetadata`.
    """

    def put(photos: Sequence[Photo]) -> list[_Put]:
        return [_Put(photo, replace(photo.metadata, **fields)) for photo in photos]

    return _apply(desk, "describe", photo_ids, put)


def shared(desk: Desk, photo_ids: Sequence[str]) -> Shared:
    """Return what photos say alike and in what they differ.

    Raises:
        DeskError: `photo.unknown`.
    """
    pictures = [photo.metadata for photo in _photos(desk, photo_ids)]
    metadata, mixed = batch.shared(pictures)
    values = {
        name: tuple(dict.fromkeys(text_of(getattr(one, name)) for one in pictures))[:_SHOWN]
        for name in mixed
    }
    return Shared(metadata=metadata, mixed=mixed, values=values)


def last_words(desk: Desk) -> Mapping[str, Any]:
    """Return the fields set by the last describing or batch that stands, as its first photo got them."""
    with desk.store.reading() as connection:
        step = journal.last_of(connection, REPEATED)
    if step is None:
        return {}
    for image in step.images:
        if image.table == "photos" and image.before and image.after and "details" in image.after:
            before, after = (
                rows.metadata_from_text(side["details"]) for side in (image.before, image.after)
            )
            return {change.field: change.after for change in batch.changes(before, after)}
    return {}


def repeat_last(desk: Desk, photo_ids: Sequence[str]) -> Changes:
    """Put the fields of `last_words` on photos too, in one step.

    Raises:
        DeskError: `photo.unknown`.
    """
    return describe(desk, photo_ids, **last_words(desk))


def _photos(desk: Desk, photo_ids: Sequence[str]) -> tuple[Photo, ...]:
    with desk.store.reading() as connection:
        return rows.all_of(connection, photo_ids)


def _apply(
    desk: Desk,
    name: str,
    photo_ids: Sequence[str],
    put: Callable[[Sequence[Photo]], Sequence[_Put]],
) -> Changes:
    with acting(desk.store, name, desk.by) as act:
        for one in put(rows.all_of(act.connection, photo_ids)):
            act.update("photos", one.photo.id, rows.metadata_columns(one.after))
    return act.changes()


def _stamped(desk: Desk, photos: Sequence[Photo], stamp: Stamp) -> list[_Put]:
    slug, language = "", stamp.language or spoken()
    with desk.store.reading() as connection:
        people = sources.people(connection)
        if stamp.story_id:
            story = stories.story(connection, stamp.story_id)
            slug, language = story.slug, story.language

    @cache
    def codes(on: date | None) -> tuple[Code, ...]:
        return codes_on(desk, people, on)

    found = []
    for number, photo in enumerate(photos, start=1):
        frame = Frame(
            metadata=photo.metadata,
            file_name=photo.file_name,
            seq=number,
            slug=slug,
            language=language,
        )
        found.append(
            _Put(photo, *batch.stamped(frame, stamp.fields, codes(photo.metadata.created_on())))
        )
    return found


def _hunted(photos: Sequence[Photo], hunt: Hunt) -> list[_Put]:
    found = ((photo, *batch.replaced(photo.metadata, hunt)) for photo in photos)
    return [_Put(photo, after, quoted=quoted) for photo, after, quoted in found]
