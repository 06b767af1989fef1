"""Dates: weekdays that lie, days that are not."""

from collections.abc import Callable

import pytest

from app.checks.mending import mend
from app.domain.finding import Finding
from app.domain.package import Package

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]


@pytest.mark.parametrize(
    ("language", "body", "mended"),
    [
        ("fr-FR", "Venu lundi 13 mai 2021.", "Venu jeudi 13 mai 2021."),
        ("fr-FR", "Lundi 13 mai, rien.", "Jeudi 13 mai, rien."),
        ("en-US", "On Monday, May 13, 2021.", "On Thursday, May 13, 2021."),
        ("en-US", "On Mon. May 13, 2021.", "On Thursday. May 13, 2021."),
    ],
)
def test_a_wrong_weekday_is_found_and_mended(
    make: Make, found: Found, language: str, body: str, mended: str
) -> None:
    package = make(language, body=body)

    [finding] = found(package, "DAT001")

    assert mend(package, finding.fixes).story.body == mended


@pytest.mark.parametrize(
    "body",
    ["Jeudi 13 mai 2021.", "Le 13 mai.", "Lundi, rien.", "Mai 2021.", "Vendredi 13 mai 2022."],
)
def test_a_right_or_missing_weekday_is_left_alone(make: Make, found: Found, body: str) -> None:
    assert found(make(body=body), "DAT001") == []


def test_without_a_year_or_a_day_of_the_story_nothing_is_said(make: Make, found: Found) -> None:
    body = "Lundi 13 mai, puis le 14 mai 2021."

    assert found(make(body=body, dated=None), "DAT001") == []
    assert len(found(make(body=body), "DAT001")) == 1


def test_a_weekday_somebody_said_is_told_and_not_mended(make: Make, found: Found) -> None:
    [finding] = found(make(body="« Venez lundi 13 mai 2021 », dit-il."), "DAT001")

    assert finding.fixes == ()


def test_a_day_that_does_not_exist_is_an_error(make: Make, found: Found) -> None:
    findings = found(make(body="Le 31 avril et le 30 avril 2021."), "DAT002")

    assert [each.excerpt for each in findings] == ["31 avril"]


@pytest.mark.parametrize(
    ("language", "body", "mended"),
    [
        ("fr-FR", "Venu lundi 13 mai.", "Venu jeudi 13 mai."),
        ("en-GB", "On Monday 13 May.", "On Thursday 13 May."),
    ],
)
def test_without_any_year_the_one_a_story_was_begun_in_is_taken(
    make: Make, found: Found, language: str, body: str, mended: str
) -> None:
    package = make(language, body=body, dated=None)

    [finding] = found(package, "DAT003")

    assert dict(finding.params)["year"] == str(package.story.created_at.year)
    assert mend(package, finding.fixes).story.body == mended


@pytest.mark.parametrize(
    "fields",
    [
        {"body": "Venu lundi 13 mai."},
        {"body": "Venu jeudi 13 mai.", "dated": None},
        {"body": "Ouvert le 2 mars 1994, fermé lundi 13 mai.", "dated": None},
        {"body": "Venu lundi 13 mai 2021.", "dated": None},
    ],
)
def test_no_year_is_guessed_where_something_tells_it(
    make: Make, found: Found, fields: dict[str, object]
) -> None:
    assert found(make(**fields), "DAT003") == []
