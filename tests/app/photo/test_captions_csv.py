"""Captions go to a spreadsheet and come back: no live formula, no word lost."""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DeskError
from app.domain.photo import Photo, PhotoMetadata
from app.photo.captions_csv import COLUMNS, read, written

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)
ITEMS = st.lists(WORDS.map(str.strip).filter(bool), max_size=3).map(tuple)
TYPED = {"creator": ITEMS, "persons": ITEMS, "keywords": ITEMS}
COLUMN_WORDS: Mapping[str, Any] = {name: TYPED.get(name, WORDS) for name in COLUMNS}


def _photo(metadata: PhotoMetadata) -> Photo:
    return Photo(
        id="p1",
        digest="0" * 64,
        file_name="vue.jpg",
        media_type="image/jpeg",
        width=3,
        height=2,
        metadata=metadata,
        taken_in_at=datetime(2024, 5, 6, tzinfo=UTC),
    )


@given(st.builds(PhotoMetadata, **COLUMN_WORDS))
def test_whatever_goes_out_comes_back(metadata: PhotoMetadata) -> None:
    table = read(written([_photo(metadata)]).encode("utf-8-sig"))
    assert [(row.photo_id, row.file_name) for row in table.rows] == [("p1", "vue.jpg")]
    assert table.rows[0].over(PhotoMetadata()) == metadata
    assert (table.ignored, table.odd) == ((), ())


@given(WORDS)
def test_no_cell_begins_as_a_formula(words: str) -> None:
    metadata = PhotoMetadata(description=words, persons=(f"={words}",), headline=f"  @{words}")
    for row in csv.reader(io.StringIO(written([_photo(metadata)]), newline="")):
        assert not [cell for cell in row if cell.strip(" ")[:1] in set("=+-@\t\r\n") - {""}]


def test_known_attacks_are_defused(shared: Path) -> None:
    for path in (shared / "hostile" / "csv").iterdir():
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            row = next(csv.reader([written([_photo(PhotoMetadata(title=line))]).splitlines()[1]]))
            assert row[2][:1] not in set("=+-@")


@pytest.mark.parametrize(
    ("separator", "charset"), [(";", "cp1252"), ("\t", "utf-8"), (",", "utf-8-sig")]
)
def test_tables_of_any_spreadsheet_are_read(separator: str, charset: str) -> None:
    lines = (("File", "City", "Persons", "Météo"), ("vue.jpg", "Port-Sablé", "A; B", "brume"))
    data = "\r\n".join(separator.join(line) for line in lines).encode(charset)
    if separator == ";":
        data = data.replace(b"A; B", b'"A; B"')
    table = read(data)
    assert table.rows[0].words == {"city": "Port-Sablé", "persons": ("A", "B")}
    assert table.ignored == ("météo",)


def test_only_the_columns_of_the_table_are_changed(full: PhotoMetadata) -> None:
    table = read(b"file,city\nvue.jpg,Vieux-Port\n")
    assert table.rows[0].over(full) == replace(full, city="Vieux-Port")


def test_lines_that_name_no_photo_are_counted() -> None:
    table = read(b"file,city\n,Vieux-Port\n,\nvue.jpg,Port\n")
    assert (len(table.rows), table.odd, table.rows[0].line) == (1, (2,), 4)


def test_an_empty_file_is_an_empty_table() -> None:
    assert read(b"").rows == ()


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(DeskError) as caught:
        read(b'file,city\n"' + b"x" * 200_000)
    assert (caught.value.code, caught.value.params) == ("captions.unreadable", {"line": "2"})
