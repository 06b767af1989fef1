"""Days and tags are read as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.writing.card_words import day_shown, day_typed, tags_shown, tags_typed


@pytest.mark.parametrize("typed", ["5/2/2017", "05.02.2017", " 2017-02-05 ", "05 02 2017"])
def test_a_day_is_read_in_the_ways_it_is_typed(typed: str) -> None:
    assert day_typed(typed) == date(2017, 2, 5)


@pytest.mark.parametrize("typed", ["31/02/2017", "demain", "2017", "2/2017"])
def test_words_that_are_no_day_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        day_typed(typed)


@given(st.one_of(st.none(), st.dates(min_value=date(1000, 1, 1))))
def test_a_day_shown_is_read_back(day: date | None) -> None:
    assert day_typed(day_shown(day)) == day


def test_tags_are_parted_by_commas_and_kept_once() -> None:
    assert tags_typed("mer,  vieux port ; mer,,") == ("mer", "vieux port")


@given(st.text())
def test_tags_shown_are_read_back(words: str) -> None:
    tags = tags_typed(words)
    assert tags_typed(tags_shown(tags)) == tags
