"""The package as rules read it: its texts, its day, and places of the whole text."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from app.checks.copy import Copy, Text
from app.domain.finding import Part
from app.domain.package import Package
from app.domain.photo import PhotoUse
from app.domain.text import Span

Make = Callable[..., Package]
NOW = datetime(2021, 5, 14, tzinfo=UTC)


def test_texts_come_in_reading_order_and_empty_ones_not_at_all(make: Make, use: PhotoUse) -> None:
    package = make(kicker="Eau", uses=(replace(use, credit=""),))

    parts = [(text.part, text.slot) for text in Copy(package, NOW).texts]

    assert parts == [
        (Part.KICKER, None),
        (Part.HEADLINE, None),
        (Part.BODY, None),
        (Part.CAPTION, 1),
        (Part.ALT, 1),
    ]


def test_what_is_read_line_by_line_has_its_place_in_the_whole() -> None:
    text = Text(Part.BODY, "Rien.\n\nVu par Anna Vidal le 3 mai.", "fr-FR")

    assert [(span.of(text.words), name) for span, name in text.names] == [("Anna Vidal",) * 2]
    assert [found.span.of(text.words) for found in text.dates(None)] == ["3 mai"]


def test_the_day_is_the_story_s_or_the_latest_one_written(make: Make) -> None:
    body = "Le 12 janvier 2021 puis le 3 mars 2021, avant le 1er juin 2030."

    assert Copy(make(body=body), NOW).day == date(2021, 5, 13)
    assert Copy(make(body=body, dated=None), NOW).day == date(2021, 3, 3)
    assert Copy(make(dated=None), NOW).day is None


def test_a_capital_word_is_known_with_all_its_places(make: Make) -> None:
    copy = Copy(make(headline="Brume", body="À Brume et à Brume."), NOW)

    places = [(text.part, span) for text, span in copy.capitals["Brume"]]

    assert places == [
        (Part.HEADLINE, Span(0, 5)),
        (Part.BODY, Span(2, 7)),
        (Part.BODY, Span(13, 18)),
    ]
