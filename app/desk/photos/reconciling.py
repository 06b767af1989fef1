"""Reconciling: what the homes of one file say differently, word by word, and deciding between them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.desk.desk import Desk
from app.desk.photos import captioning
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.photo import Conflict, PhotoMetadata
from app.domain.picking import text_of
from app.domain.rewording import Turn
from app.domain.text import Span
from app.language.difference import passages
from app.photo.fields import FIELDS, LISTS, Shape
from app.store import photos as rows
from app.store.journal import acting

HOMES = ("iim", "xmp", "exif")

_SHAPES = {row.name: row.shape for row in FIELDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class HomesView:
    """One field on which the homes of a file disagree, beside what the desk holds.

    `kind` is that of `photo.Conflict`; `raw` is a mojibake as it stands in the file, `chosen` the
    reading proposed, which for a mojibake is its repair. `differ` gives, for each home that says
    anything, the stretches of its text that are not in `desk`; `settled` says that it was decided.
    """

    field: str
    kind: str
    iim: str
    xmp: str
    exif: str
    raw: str
    chosen: str
    desk: str
    differ: Mapping[str, tuple[Span, ...]]
    settled: bool


def conflicts(desk: Desk, photo_id: str) -> tuple[HomesView, ...]:
    """Return the fields on which the homes of a photo's original disagree; read from the file.

    Raises:
        DeskError: `photo.…`
    """
    photo = captioning.photo(desk, photo_id)
    _, found = desk.workshop.read_metadata(captioning.original_of(desk, photo))
    return tuple(_view(one, photo.metadata, settled=one.field in photo.settled) for one in found)


def resolve(desk: Desk, photo_id: str, choices: Mapping[str, str]) -> Changes:
    """Give fields the texts chosen, and note that their conflict is decided; one step.

    Values of a list are parted by "; ". The file is made to agree when it is next written.

    Raises:
        DeskError: `photo.unknown`; `conflict.not-a-date`, a day that is none.
        ValueError: a field that is none of a picture's.
    """
    if unknown := choices.keys() - _SHAPES.keys():
        raise ValueError(", ".join(sorted(unknown)))
    values = {name: value_from(name, text) for name, text in choices.items()}
    with acting(desk.store, "resolve", desk.by) as act:
        photo = rows.photo(act.connection, photo_id)
        settled = tuple(sorted({*photo.settled, *choices}))
        decided = len(set(choices) - set(photo.settled))
        left = max(0, rows.conflicts_of(act.connection, photo_id) - decided)
        act.update(
            "photos",
            photo_id,
            {
                **rows.metadata_columns(replace(photo.metadata, **values)),
                **rows.settled_columns(settled, left),
            },
        )
    return act.changes()


def _view(conflict: Conflict, metadata: PhotoMetadata, *, settled: bool) -> HomesView:
    held = text_of(getattr(metadata, conflict.field)) if conflict.field else ""
    told = {home: getattr(conflict, home) for home in HOMES}
    return HomesView(
        field=conflict.field,
        kind=conflict.kind,
        **told,
        raw=conflict.raw,
        chosen=conflict.chosen,
        desk=held,
        differ={home: _differing(held, text) for home, text in told.items() if text},
        settled=settled,
    )


def _differing(held: str, text: str) -> tuple[Span, ...]:
    """Return the stretches of a text that are not in what the desk holds."""
    return tuple(
        passage.now
        for passage in passages(held, text)
        if passage.turn is not Turn.KEPT and passage.now.start < passage.now.end
    )


def value_from(name: str, text: str) -> Any:  # noqa: ANN401  fields have types of their own
    """Return a value of a field of `PhotoMetadata` as a person types it; values of a list by ";".

    Raises:
        DeskError: `conflict.not-a-date`.
    """
    shape = _SHAPES[name]
    if shape in LISTS:
        return tuple(part.strip() for part in text.split(";") if part.strip())
    if shape is Shape.NUMBER:
        return int(text) if text.strip().lstrip("-").isdigit() else None
    if shape is not Shape.DAY:
        return text
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise DeskError("conflict.not-a-date", words=text) from error
