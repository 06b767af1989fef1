"""Days, moments and tags are read as people type them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.writing.card_words import (
    day_shown,
    day_typed,
    moment_shown,
    moment_typed,
    tags_shown,
    tags_typed,
)


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


@pytest.mark.parametrize(
    "typed",
    [
        "5/2/2017 18:00",
        "05.02.2017 18h00",
        "5/2/2017 18 h",
        " 2017-02-05 18:00 ",
        "2017-02-05T18:00",
    ],
)
def test_a_moment_is_read_in_the_ways_it_is_typed(typed: str) -> None:
    assert moment_typed(typed) == datetime(2017, 2, 5, 18).astimezone()


def test_a_day_alone_is_the_moment_it_begins() -> None:
    assert moment_typed("5/2/2017") == datetime(2017, 2, 5).astimezone()
    assert moment_typed("  ") is None


@pytest.mark.parametrize("typed", ["31/02/2017 18:00", "18:00", "5/2/2017 25:00", "demain 18h"])
def test_words_that_are_no_moment_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        moment_typed(typed)


@given(st.integers(min_value=0, max_value=40_000_000))
def test_a_moment_shown_is_read_back_to_the_minute(minutes: int) -> None:
    moment = datetime(1970, 1, 2, tzinfo=UTC) + timedelta(minutes=minutes)
    assert moment_shown(moment_typed(moment_shown(moment))) == moment_shown(moment)


def test_tags_are_parted_by_commas_and_kept_once() -> None:
    assert tags_typed("mer,  vieux port ; mer,,") == ("mer", "vieux port")


@given(st.text())
def test_tags_shown_are_read_back(words: str) -> None:
    tags = tags_typed(words)
    assert tags_typed(tags_shown(tags)) == tags
