"""The register as files: a table for spreadsheets, and the code files of photo desks."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.desk.desk import Desk
from app.desk.sources import registering
from app.domain.errors import DeskError
from app.domain.person import NameForm, Person, PersonKind, Title
from app.language.cells import as_typed, harmless, joined, parted
from app.photo import codes
from app.photo.charset import decoded
from app.store import originals

COLUMNS = ("id", "name", "kind", "code", "variants", "titles", "forms", "captions", "note")
"""The columns of the table; only "name" is required of a file that comes in."""

_SEPARATORS = ",;\t"
_HELD = re.compile(r"(?P<words>.*) \[(?P<since>[\d-]*)/(?P<until>[\d-]*)\]", re.DOTALL)


def export_csv(desk: Desk, to: Path) -> int:
    """Write the register as a table a spreadsheet opens without harm; return how many entries.

    Raises:
        DeskError: `register.not-written`; what stood at `to` still stands.
    """
    people = registering.entries(desk)
    _write(to, table_of(people).encode("utf-8-sig"))
    return len(people)


def export_codes(desk: Desk, to: Path, on: date | None = None) -> int:
    """Write the entries that have a code as a tab-separated code file; return how many.

    Titles are those held on that day, today's when it is None.

    Raises:
        DeskError: `register.not-written`; what stood at `to` still stands.
    """
    coded = codes.codes_of(registering.entries(desk), on)
    _write(to, codes.codes_file(coded))
    return len(coded)


def table_of(people: Iterable[Person]) -> str:
    """Return entries as CSV; a mark stands before what a spreadsheet would run."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for person in people:
        writer.writerow([harmless(cell) for cell in _cells(person)])
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: its number in the file, and the fields it gives."""

    number: int
    fields: Mapping[str, Any]


def entries_of(data: bytes, name: str) -> tuple[Line, ...]:
    """Read a table of entries, whatever spreadsheet saved it (separator, character set).

    Raises:
        DeskError: `register.unreadable`, `register.missing-columns`, `register.no-entries`,
            `register.bad-line`, `register.doubled-code`; `name` names the file.
    """
    text = decoded(data).removeprefix("\ufeff")
    heading = text.partition("\n")[0]
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=heading.count), strict=True
    )
    try:
        columns = [cell.strip().casefold() for cell in next(reader, [])]
        rows = [(reader.line_num, cells) for cells in reader if any(map(str.strip, cells))]
    except csv.Error as error:
        raise DeskError("register.unreadable", name=name, reason=str(error)) from error
    if "name" not in columns:
        raise DeskError("register.missing-columns", name=name, columns="name")
    if not rows:
        raise DeskError("register.no-entries", name=name)
    lines = tuple(Line(number, _fields(columns, cells, number, name)) for number, cells in rows)
    _refuse_doubled(lines, name)
    return lines


def is_code_file(data: bytes) -> bool:
    """Say whether a file is a photo desk's code file: columns by tabs, and none is called "name"."""
    heading = decoded(data).removeprefix("\ufeff").partition("\n")[0]
    columns = [cell.strip().casefold() for cell in heading.split("\t")]
    return len(columns) > 1 and "name" not in columns


def _cells(person: Person) -> tuple[str, ...]:
    return (
        person.id,
        person.name,
        person.kind.value,
        person.code,
        joined(person.variants),
        joined(map(_title_cell, person.titles)),
        joined(f"{form.language}={form.name}" for form in person.forms),
        joined(person.captions),
        person.note,
    )


def _title_cell(title: Title) -> str:
    dated = title.since or title.until or _HELD.fullmatch(title.words)
    days = f" [{title.since or ''}/{title.until or ''}]" if dated else ""
    return title.words + days


def _fields(columns: list[str], cells: list[str], number: int, name: str) -> dict[str, Any]:
    told = {column: as_typed(cell) for column, cell in zip(columns, cells, strict=False)}
    fields: dict[str, Any] = {}
    for column in COLUMNS:
        if column not in told:
            continue
        try:
            fields[column] = _READERS.get(column, str.strip)(told[column])
        except ValueError as error:
            raise DeskError(
                "register.bad-line", line=str(number), name=name, column=column, words=told[column]
            ) from error
    if not fields["name"]:
        raise DeskError(
            "register.bad-line", line=str(number), name=name, column="name", words=told["name"]
        )
    return fields


def _kind(cell: str) -> PersonKind:
    return PersonKind(cell.strip().casefold() or PersonKind.PERSON)


def _titles(cell: str) -> tuple[Title, ...]:
    return tuple(map(_title, parted(cell)))


def _title(cell: str) -> Title:
    held = _HELD.fullmatch(cell)
    if held is None:
        return Title(cell)
    since, until = (date.fromisoformat(held[end]) if held[end] else None for end in _ENDS)
    return Title(held["words"], since, until)


_ENDS = ("since", "until")


def _forms(cell: str) -> tuple[NameForm, ...]:
    pairs = (form.partition("=") for form in parted(cell))
    return tuple(NameForm(language.strip(), name.strip()) for language, _sign, name in pairs)


_READERS: Mapping[str, Callable[[str], Any]] = {
    "kind": _kind,
    "variants": parted,
    "titles": _titles,
    "forms": _forms,
    "captions": parted,
    "note": str,
}


def _refuse_doubled(lines: tuple[Line, ...], name: str) -> None:
    for column in ("id", "code"):
        seen: dict[str, str] = {}
        for line in lines:
            mark = line.fields.get(column, "").casefold()
            if mark in seen:
                raise DeskError(
                    "register.doubled-code",
                    line=str(line.number),
                    name=name,
                    code=line.fields[column],
                    other=seen[mark],
                )
            if mark:
                seen[mark] = line.fields["name"]


def read(source: Path) -> bytes:
    """Return the bytes of a file that comes in.

    Raises:
        DeskError: `intake.missing`, `register.unreadable`.
    """
    try:
        return source.read_bytes()
    except FileNotFoundError as error:
        raise DeskError("intake.missing", name=source.name) from error
    except OSError as error:
        reason = error.strerror or ""
        raise DeskError("register.unreadable", name=source.name, reason=reason) from error


def _write(to: Path, data: bytes) -> None:
    try:
        originals.write_whole(io.BytesIO(data), to)
    except OSError as error:
        reason = error.strerror or ""
        raise DeskError("register.not-written", name=to.name, reason=reason) from error
