"""Photos: the day they were made and the credit as printed."""

from datetime import date

import pytest

from app.domain.photo import PhotoMetadata


@pytest.mark.parametrize(
    ("created", "day"),
    [
        ("2026-02-03T10:00:00+01:00", date(2026, 2, 3)),
        ("2026-02-03", date(2026, 2, 3)),
        ("2026", None),
        ("", None),
        ("0000-00-00", None),
    ],
)
def test_the_day_is_told_only_when_it_is_one(created: str, day: date | None) -> None:
    assert PhotoMetadata(created=created).created_on() == day


@pytest.mark.parametrize(
    ("creator", "credit", "source", "line"),
    [
        (("Inès Valdor",), "Agence Rivage", "", "Inès Valdor / Agence Rivage"),
        (("Inès Valdor",), "Inès Valdor / Agence Rivage", "", "Inès Valdor / Agence Rivage"),
        (("Inès Valdor",), "", "", "Inès Valdor"),
        ((), "", "Agence Rivage", "Agence Rivage"),
        (("Agence Rivage",), "Agence Rivage", "", "Agence Rivage"),
        ((), "", "", ""),
    ],
)
def test_the_credit_line_names_each_once(
    creator: tuple[str, ...], credit: str, source: str, line: str
) -> None:
    assert PhotoMetadata(creator=creator, credit=credit, source=source).credit_line() == line
