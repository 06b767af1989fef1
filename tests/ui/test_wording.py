"""A finding is called the same in the margin, in the list and before publication."""

import pytest

from app.domain.finding import Finding, Fix, Part, Place, Severity
from app.domain.text import Span
from ui import wording
from ui.wording import place_words, severity_words

BODY = "Un.\n\n![](photo:1)\n\nDeux.\n\nTrois."


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(Part.BODY, Span(0, 2)), "§\u00a01"),
        (Place(Part.BODY, Span(BODY.index("Trois"), len(BODY))), "§\u00a03"),
        (Place(Part.HEADLINE, Span(0, 2)), "Headline"),
        (Place(Part.ALT, None, 2), "Photo 2, alt text"),
        (Place(Part.PHOTO, None, 2), "Photo 2"),
        (Place(Part.STORY), "Story"),
    ],
)
def test_a_place_is_named_as_a_reader_counts(place: Place, words: str) -> None:
    assert place_words(place, BODY) == words


def test_every_severity_and_part_has_words_and_a_glyph() -> None:
    assert set(wording.PARTS) == set(Part)
    assert set(wording.GLYPHS) == set(Severity)
    assert severity_words(Severity.BLOCK) == "Blocks publication"


def test_sentences_come_from_the_stylebook() -> None:
    place = Place(Part.BODY, Span(0, 1))
    finding = Finding(
        code="TYP001", severity=Severity.WARNING, place=place, params=(("count", "3"),)
    )

    assert "3" in wording.finding_words(finding)
    assert wording.fix_words(Fix("set-typography", ()))
