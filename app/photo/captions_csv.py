"""Captions as a table for a spreadsheet, and back: no live formula goes out, no word is lost."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.domain.errors import DeskError
from app.domain.photo import Photo, PhotoMetadata
from app.language.cells import as_typed, harmless, joined, parted
from app.photo.charset import decoded
from app.photo.fields import FIELDS, LISTS

if TYPE_CHECKING:
    import _csv

COLUMNS = (
    "title",
    "headline",
    "description",
    "alt",
    "extended_description",
    "creator",
    "credit",
    "source",
    "copyright_notice",
    "usage_terms",
    "instructions",
    "created",
    "city",
    "sublocation",
    "country",
    "event",
    "persons",
    "keywords",
)
"""Fields of `PhotoMetadata` in the table, in its order; "photo" and "file" stand before them."""

_LISTED = frozenset(row.name for row in FIELDS if row.shape in LISTS)
_SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The words of one photo as a table gives them: only columns the table has are in `words`."""

    line: int
    photo_id: str
    file_name: str
    words: Mapping[str, str | tuple[str, ...]]

    def over(self, metadata: PhotoMetadata) -> PhotoMetadata:
        """Return metadata with the words of this row in the place of its own."""
        return replace(metadata, **self.words)  # type: ignore[arg-type]  # each column has its field's type


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table read. `ignored` are headings nobody knows; `odd` are lines that name no photo."""

    rows: tuple[Row, ...]
    ignored: tuple[str, ...] = ()
    odd: tuple[int, ...] = ()


def written(photos: Iterable[Photo]) -> str:
    """Return the words of photos as CSV: commas, a heading line, a mark before would-be formulas.

    Write it as UTF-8 with a byte order mark ("utf-8-sig"), or spreadsheets break the accents.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(("photo", "file", *COLUMNS))
    for photo in photos:
        words = (_cell(getattr(photo.metadata, name)) for name in COLUMNS)
        writer.writerow((harmless(photo.id), harmless(photo.file_name), *words))
    return stream.getvalue()


def read(data: bytes) -> Table:
    """Read a table of captions, whatever spreadsheet saved it (separator, character set).

    Raises:
        DeskError: "captions.unreadable" with `line`, it is no such table.
    """
    text = decoded(data).removeprefix("\ufeff")
    heading = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=heading.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        names, rows, odd = _rows(lines)
    except csv.Error as error:
        raise DeskError("captions.unreadable", line=str(lines.line_num)) from error
    known = {"photo", "file", *COLUMNS}
    ignored = tuple(name for name in names if name and name not in known)
    return Table(rows=tuple(rows), ignored=ignored, odd=tuple(odd))


def _rows(lines: "_csv.Reader") -> tuple[list[str], list[Row], list[int]]:
    """Return the headings, the rows that name a photo, and the numbers of those that do not."""
    names = [name.strip().casefold() for name in next(lines, [])]
    rows, odd = [], []
    for cells in lines:
        told = dict(zip(names, map(as_typed, cells), strict=False))
        if told.get("photo") or told.get("file"):
            rows.append(_row(lines.line_num, told))
        elif any(cells):
            odd.append(lines.line_num)
    return names, rows, odd


def _row(line: int, told: Mapping[str, str]) -> Row:
    words = {name: _value(name, told[name]) for name in COLUMNS if name in told}
    return Row(
        line=line,
        photo_id=told.get("photo", ""),
        file_name=told.get("file", ""),
        words=MappingProxyType(words),
    )


def _cell(value: str | tuple[str, ...]) -> str:
    return harmless(joined(value) if isinstance(value, tuple) else value)


def _value(name: str, text: str) -> str | tuple[str, ...]:
    return parted(text) if name in _LISTED else text
