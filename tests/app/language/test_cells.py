"""Cells: what would run as a formula is stopped, and every word comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.cells import as_typed, harmless, joined, parted

ITEMS = st.text(min_size=1).map(str.strip).filter(bool)


@pytest.mark.parametrize("text", ["=1+1", "+33 6", "-2", "@somme", "\t=x", " =x", "'=x", "＝x"])
def test_a_formula_is_stopped(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_words_are_left_alone() -> None:
    assert harmless("l’an 2000") == "l’an 2000"


@given(st.text())
def test_a_cell_comes_back_as_it_was_typed(text: str) -> None:
    assert as_typed(harmless(text)) == text


@given(st.lists(ITEMS))
def test_a_list_comes_back_as_it_was_typed(items: list[str]) -> None:
    assert parted(joined(items)) == tuple(items)
