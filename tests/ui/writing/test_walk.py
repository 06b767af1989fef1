"""F8 walks the findings of the story in reading order, from the caret, round the end."""

import pytest

from app.domain.finding import Finding, Part, Place, Severity
from app.domain.text import Span
from ui.writing.walk import at_one_place, in_order, step, stop_at, stop_of


def finding(part: Part, start: int = 0, slot: int | None = None) -> Finding:
    span = None if slot else Span(start, start + 1)
    return Finding(code="T", severity=Severity.ERROR, place=Place(part, span, slot))


FOUND = in_order(
    [
        finding(Part.ALT, slot=2),
        finding(Part.BODY, 40),
        finding(Part.CAPTION, slot=1),
        finding(Part.HEADLINE, 3),
        finding(Part.BODY, 7),
    ]
)


def test_findings_stand_in_reading_order() -> None:
    parts = [(f.place.part, f.place.span.start if f.place.span else f.place.slot) for f in FOUND]

    assert parts == [
        (Part.HEADLINE, 3),
        (Part.BODY, 7),
        (Part.BODY, 40),
        (Part.CAPTION, 1),
        (Part.ALT, 2),
    ]


@pytest.mark.parametrize(
    ("field", "point", "direction", "index"),
    [
        ("kicker", 0, 1, 0),
        ("body", 0, 1, 1),
        ("body", 7, 1, 2),
        ("body", 40, 1, 3),
        ("body", 40, -1, 1),
        ("headline", 3, -1, 4),
    ],
)
def test_the_walk_starts_at_the_caret(field: str, point: int, direction: int, index: int) -> None:
    assert step(FOUND, stop_at(field, point), direction) == index


def test_the_walk_goes_round() -> None:
    assert step(FOUND, stop_of(FOUND[-1]), 1) == 0
    assert step((), stop_at("body", 0), 1) is None


def test_two_findings_about_the_same_words_are_at_one_place() -> None:
    assert at_one_place(finding(Part.BODY, 7), finding(Part.BODY, 7))
    assert not at_one_place(finding(Part.BODY, 7), finding(Part.BODY, 8))
    assert not at_one_place(finding(Part.BODY, 7), finding(Part.HEADLINE, 7))
    assert at_one_place(finding(Part.ALT, slot=2), finding(Part.ALT, slot=2))
    assert not at_one_place(finding(Part.ALT, slot=2), finding(Part.ALT, slot=1))
