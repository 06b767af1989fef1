"""Dates in copy: every way a desk writes them, and the day each one means."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.dates import FoundDate, Precision, dates_in

THURSDAY = 3


def _only(text: str, language: str, near: date | None = None) -> FoundDate:
    found = dates_in(text, language, near)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("copy", "language", "day"),
    [
        ("jeudi 16 février 2017", "fr-FR", date(2017, 2, 16)),
        ("jeudi, le 16 février 2017", "fr-CA", date(2017, 2, 16)),
        ("16 fevrier 2017", "fr", date(2017, 2, 16)),
        ("16 févr. 2017", "fr", date(2017, 2, 16)),
        ("1er mars 2021", "fr", date(2021, 3, 1)),
        ("Premier août 1998", "fr", date(1998, 8, 1)),
        ("16/02/2017", "fr-FR", date(2017, 2, 16)),
        ("16.02.2017", "fr-CH", date(2017, 2, 16)),
        ("2017-02-16", "fr-FR", date(2017, 2, 16)),
        ("16\u00a0février\u00a02017", "fr-FR", date(2017, 2, 16)),
        ("Thursday, February 16, 2017", "en-US", date(2017, 2, 16)),
        ("Thursday 16 February 2017", "en-GB", date(2017, 2, 16)),
        ("16th of February, 2017", "en-GB", date(2017, 2, 16)),
        ("Feb. 16th, 2017", "en-US", date(2017, 2, 16)),
        ("02/16/2017", "en-US", date(2017, 2, 16)),
        ("03/04/2017", "en-US", date(2017, 3, 4)),
        ("03/04/2017", "en-GB", date(2017, 4, 3)),
        ("16/02/2017", "en-US", date(2017, 2, 16)),
    ],
)
def test_a_full_date_is_found_whole(copy: str, language: str, day: date) -> None:
    found = _only(f"Vu ({copy}) ici", language)

    assert (found.date, found.precision, found.exists) == (day, Precision.DAY, True)
    assert found.span.of(f"Vu ({copy}) ici") == copy


def test_the_article_stays_outside_and_the_weekday_inside() -> None:
    found = _only("Reçu le jeudi 16 février à Bonn.", "fr-FR")

    assert found.span.of("Reçu le jeudi 16 février à Bonn.") == "jeudi 16 février"
    assert found.weekday == THURSDAY
    assert found.date is None


@pytest.mark.parametrize(
    ("copy", "near", "day"),
    [
        ("le 30 décembre", date(2017, 1, 2), date(2016, 12, 30)),
        ("le 2 janvier", date(2016, 12, 30), date(2017, 1, 2)),
        ("le 12 janvier", date(2017, 2, 16), date(2017, 1, 12)),
        ("le 29 février", date(2017, 2, 16), date(2016, 2, 29)),
    ],
)
def test_a_missing_year_is_the_closest_one(copy: str, near: date, day: date) -> None:
    assert _only(copy, "fr", near).date == day


def test_a_bare_weekday_is_the_closest_one() -> None:
    monday = date(2017, 2, 13)

    assert _only("a affirmé jeudi à Bruxelles", "fr", monday).date == date(2017, 2, 16)
    assert _only("said on Friday", "en", monday).date == date(2017, 2, 10)
    assert _only("said on Friday", "en").precision is Precision.WEEKDAY


@pytest.mark.parametrize(
    ("copy", "language", "day"),
    [
        ("Or, fin janvier, peu après", "fr", date(2017, 1, 1)),
        ("depuis mi-août, rien", "fr", date(2017, 8, 1)),
        ("en mars 2015", "fr", date(2015, 3, 1)),
        ("in late May 2016", "en", date(2016, 5, 1)),
        ("the mid-June vote", "en", date(2017, 6, 1)),
        ("the March 2015 vote", "en", date(2015, 3, 1)),
    ],
)
def test_a_month_is_found_as_a_month(copy: str, language: str, day: date) -> None:
    found = _only(copy, language, date(2017, 2, 16))

    assert (found.date, found.precision) == (day, Precision.MONTH)


@pytest.mark.parametrize(
    ("copy", "language"),
    [
        ("La planète Mars et la sonde", "fr"),
        ("Quatre bataillons de 16 mars-pétards", "en"),
        ("Il faut 12 maisons", "fr"),
        ("They may march 16 miles", "en"),
        ("The march of 2,000 people", "en"),
        ("version 1.2.3 of 10/12", "en"),
        ("Le score : 3-1, puis 16:9", "fr"),
        ("by 5 Maybe", "en"),
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(copy: str, language: str) -> None:
    assert dates_in(copy, language, date(2017, 2, 16)) == ()


def test_a_day_no_calendar_has_is_said_not_to_exist() -> None:
    assert not _only("le 31 février 2017", "fr").exists
    assert not _only("le 29 février 2017", "fr").exists
    assert _only("le 29 février", "fr").exists
    assert not _only("31/04/2017", "fr").exists


def test_two_dates_come_in_reading_order() -> None:
    text = "Thursday, Feb. 16, then Friday, February 17, 2017, and 2017-03-01."

    days = [each.date for each in dates_in(text, "en", date(2017, 2, 1))]

    assert days == [date(2017, 2, 16), date(2017, 2, 17), date(2017, 3, 1)]


@given(st.text(alphabet="0123456789/.- jeudi 16 févrmasMay,", max_size=60), st.dates())
def test_any_text_gives_spans_inside_it_that_do_not_touch(text: str, near: date) -> None:
    for language in ("fr", "en-US"):
        found = dates_in(text, language, near)
        spans = [each.span for each in found]
        assert all(span.of(text) for span in spans)
        assert all(one.end <= two.start for one, two in pairwise(spans))
