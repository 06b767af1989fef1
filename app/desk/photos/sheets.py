"""Sheets: a contact sheet to print, and the captions as a table for a spreadsheet, out and back."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

import resources
from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.photos.batching import Preview
from app.desk.photos.impressions import place_file
from app.desk.photos.templating import read_list
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.photo import Photo
from app.language.dates import written as written_day
from app.photo import batch, captions_csv
from app.photo.captions_csv import Row, Table
from app.photo.contact_sheet import Cell, pages
from app.store import photos as rows
from app.store.journal import acting
from app.words import N_, _, language, ngettext

QUESTIONS = {
    "who": N_("who"),
    "what": N_("what"),
    "where": N_("where"),
    "when": N_("when"),
    "credit": N_("credit"),
    "alt": N_("alt text"),
}
"""How the questions a picture leaves open are called."""

FIELDS = ("number", "file", "headline", "description", "credit", "created", "persons", "lacking")
"""What may stand under a picture of a contact sheet, in this order."""

_PAGE_HEIGHT = 262
_LINE_HEIGHT = 3.5
"""Millimetres of an A4 page between its margins under the heading, and of a line of words."""

_WORDS_LINES = {"headline": 2, "description": 4, "persons": 2}
_SMALLEST_FRAME = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a contact sheet is laid out. `thumbnail` is the longer side of a picture in pixels."""

    title: str = ""
    columns: int = 4
    rows: int = 5
    fields: tuple[str, ...] = ("number", "file", "description", "credit")
    thumbnail: int = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionsIn:
    """What a table of captions would change or changed.

    `odd` are numbers of lines that name no photo; `unknown` are names of photos or files the store
    does not hold or holds several of; `ignored` are headings nobody knows.
    """

    previews: tuple[Preview, ...]
    odd: tuple[int, ...]
    unknown: tuple[str, ...]
    ignored: tuple[str, ...]
    changes: Changes


def contact_sheet(desk: Desk, photo_ids: Sequence[str], layout: Layout | None = None) -> str:
    """Return photos as pages of A4 to print: one HTML file, no script, nothing fetched.

    A picture whose original is missing is told of in its place.

    Raises:
        DeskError: `photo.unknown`.
        ValueError: no columns or rows, or a field that is not one of `FIELDS`.
    """
    layout = layout or Layout()
    if wrong := set(layout.fields) - set(FIELDS):
        raise ValueError(", ".join(sorted(wrong)))
    with desk.store.reading() as connection:
        photos = {photo.id: photo for photo in rows.all_of(connection, photo_ids)}
    sheet = pages(list(photos.values()), layout.columns, layout.rows)
    numbered = ngettext("{n} photo", "{n} photos", len(photos)).format(n=len(photos))
    told = [
        {
            "numbered": f"{numbered} · {page.number}/{len(sheet)}",
            "cells": [
                _cell(desk, photos[cell.photo_id], cell, layout)
                for row in page.rows
                for cell in row
            ],
        }
        for page in sheet
    ]
    return _template().render(
        language=language(),
        title=layout.title or _("Contact sheet"),
        columns=layout.columns,
        frame=_frame_height(layout),
        pages=told,
    )


def captions_table(desk: Desk, photo_ids: Sequence[str]) -> bytes:
    """Return the words of photos as CSV that spreadsheets open with their accents, and harmless.

    Raises:
        DeskError: `photo.unknown`.
    """
    with desk.store.reading() as connection:
        photos = rows.all_of(connection, photo_ids)
    return captions_csv.written(photos).encode("utf-8-sig")


def preview_captions(desk: Desk, data: bytes) -> CaptionsIn:
    """Return what `take_captions_in` would change.

    Raises:
        DeskError: `captions.unreadable`.
    """
    return _matched(desk, captions_csv.read(data)).told(Changes(act="import-captions"))


def take_captions_in(desk: Desk, data: bytes) -> CaptionsIn:
    """Put the words of a table on the photos it names, in one step.

    A row names its photo by id, else by a file name that only one photo has.

    Raises:
        DeskError: `captions.unreadable`; nothing is changed then.
    """
    matched = _matched(desk, captions_csv.read(data))
    with acting(desk.store, "import-captions", desk.by) as act:
        for photo, row in matched.found:
            # What was read a moment ago may have changed since.
            metadata = rows.photo(act.connection, photo.id).metadata
            act.update("photos", photo.id, rows.metadata_columns(row.over(metadata)))
    return matched.told(act.changes())


def save(to: Path, data: bytes) -> None:
    """Write a sheet or a table whole, or leave what stood there.

    Raises:
        DeskError: `photo.not-written`.
    """
    place_file(to, data, None)


def load(path: Path) -> bytes:
    """Return the bytes of a table.

    Raises:
        DeskError: `photo.missing`, `photo.unreadable`, `photo.too-large`.
    """
    return read_list(path)


@dataclass(frozen=True, slots=True)
class _Matched:
    table: Table
    found: tuple[tuple[Photo, Row], ...]
    unknown: tuple[str, ...]

    def told(self, changes: Changes) -> CaptionsIn:
        previews = (
            Preview(
                photo_id=photo.id,
                file_name=photo.file_name,
                changes=batch.changes(photo.metadata, row.over(photo.metadata)),
            )
            for photo, row in self.found
        )
        return CaptionsIn(
            previews=tuple(one for one in previews if one.changes),
            odd=self.table.odd,
            unknown=self.unknown,
            ignored=self.table.ignored,
            changes=changes,
        )


def _matched(desk: Desk, table: Table) -> _Matched:
    found, unknown = [], []
    for row in table.rows:
        photo = _named(desk, row)
        if photo is None:
            unknown.append(row.file_name or row.photo_id)
        else:
            found.append((photo, row))
    return _Matched(table, tuple(found), tuple(unknown))


def _named(desk: Desk, row: Row) -> Photo | None:
    with desk.store.reading() as connection:
        for ref in filter(None, (row.photo_id, row.file_name)):
            try:
                return rows.photo(connection, rows.find(connection, ref))
            except DeskError:
                # A table from another store has other ids: the file name may still tell.
                continue
    return None


def _cell(desk: Desk, photo: Photo, cell: Cell, layout: Layout) -> dict[str, Any]:
    lines = _lines(cell)
    return {
        "picture": _picture(desk, photo, layout.thumbnail),
        "absent": _("The original is missing."),
        "alt": photo.metadata.alt or photo.metadata.description or photo.file_name,
        "lines": [
            {"field": name, "words": lines[name]}
            for name in FIELDS
            if name in layout.fields and lines[name]
        ],
    }


def _lines(cell: Cell) -> Mapping[str, str]:
    questions = ", ".join(_(QUESTIONS[question]) for question in cell.lacking)
    return {
        "number": str(cell.number),
        "file": cell.file_name,
        "headline": cell.headline,
        "description": cell.description,
        "credit": cell.credit,
        "created": _day(cell.created),
        "persons": ", ".join(cell.persons),
        "lacking": _("Missing: {questions}").format(questions=questions) if questions else "",
    }


def _day(created: str) -> str:
    try:
        return written_day(date.fromisoformat(created[:10]), language())
    except ValueError:
        return created


def _picture(desk: Desk, photo: Photo, size: int) -> str:
    try:
        return base64.b64encode(captioning.thumbnail(desk, photo.id, size)).decode()
    except DeskError:
        # The sheet says so in the place of the picture.
        return ""


def _frame_height(layout: Layout) -> int:
    """Return the millimetres a picture may be high so that the rows of a page fit on it."""
    words = sum(_WORDS_LINES.get(name, 1) for name in layout.fields) * _LINE_HEIGHT
    return max(_SMALLEST_FRAME, int(_PAGE_HEIGHT / layout.rows - words - 5))


def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(str(resources.path("page"))),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("contact.html")
