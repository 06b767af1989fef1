"""A contact sheet holds every picture once, in order."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.photo import Photo, PhotoMetadata
from app.photo.contact_sheet import pages


def _photo(number: int) -> Photo:
    return Photo(
        id=f"p{number}",
        digest="0" * 64,
        file_name=f"vue-{number}.jpg",
        media_type="image/jpeg",
        width=3,
        height=2,
        metadata=PhotoMetadata(
            description="Légende", creator=("Zoé Lemaître",), credit="Littorale"
        ),
        taken_in_at=datetime(2024, 5, 6, tzinfo=UTC),
    )


@given(st.integers(0, 50), st.integers(1, 6), st.integers(1, 6))
def test_every_picture_stands_once_in_order(count: int, columns: int, rows: int) -> None:
    sheet = pages([_photo(number) for number in range(count)], columns, rows)
    cells = [cell for page in sheet for row in page.rows for cell in row]
    assert [cell.photo_id for cell in cells] == [f"p{number}" for number in range(count)]
    assert [cell.number for cell in cells] == list(range(1, count + 1))
    assert [page.number for page in sheet] == list(range(1, len(sheet) + 1))
    assert all(len(page.rows) <= rows and len(page.rows[0]) <= columns for page in sheet)


def test_a_cell_says_what_stands_under_the_picture() -> None:
    cell = pages([_photo(1)])[0].rows[0][0]
    assert (cell.description, cell.credit) == ("Légende", "Zoé Lemaître / Littorale")
    assert cell.lacking == ("who", "where", "when", "alt")


def test_a_page_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="0 columns"):
        pages([], columns=0)
