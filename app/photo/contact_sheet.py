"""A contact sheet: which picture stands where, with which words, ready to be laid out."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.completeness import lacking
from app.domain.photo import Photo


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One picture of a sheet. `number` counts from 1 over all pages; `lacking` are question codes."""

    number: int
    photo_id: str
    file_name: str
    headline: str
    description: str
    credit: str
    created: str
    persons: tuple[str, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: rows of cells, all but the last row and page full."""

    number: int
    rows: tuple[tuple[Cell, ...], ...]


def pages(photos: Sequence[Photo], columns: int = 4, rows: int = 5) -> tuple[Page, ...]:
    """Lay pictures out in reading order; no pictures give no page.

    Raises:
        ValueError: a page without columns or rows.
    """
    if columns < 1 or rows < 1:
        message = f"{columns} columns, {rows} rows"
        raise ValueError(message)
    cells = [_cell(number, photo) for number, photo in enumerate(photos, start=1)]
    lines = [tuple(cells[i : i + columns]) for i in range(0, len(cells), columns)]
    return tuple(
        Page(number=1 + i // rows, rows=tuple(lines[i : i + rows]))
        for i in range(0, len(lines), rows)
    )


def _cell(number: int, photo: Photo) -> Cell:
    words = photo.metadata
    return Cell(
        number=number,
        photo_id=photo.id,
        file_name=photo.file_name,
        headline=words.headline,
        description=words.description,
        credit=words.credit_line(),
        created=words.created,
        persons=words.persons,
        lacking=lacking(words),
    )
