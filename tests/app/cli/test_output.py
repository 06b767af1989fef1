"""What is printed: values as JSON, places as a person says them."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.cli.output import GLYPHS, dump, paragraph_of, say, say_findings, shortened
from app.domain.finding import Finding, Part, Place, Severity
from app.domain.package import Package
from app.domain.story import Story
from app.domain.text import Span
from app.words import speak


def test_values_are_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    moment = datetime(2026, 3, 4, tzinfo=UTC)
    dump(
        {
            "at": moment,
            "span": Span(1, 2),
            "kind": Severity.BLOCK,
            "to": Path("out"),
            "ids": {"b", "a"},
        }
    )

    assert json.loads(capsys.readouterr().out) == {
        "at": "2026-03-04T00:00:00+00:00",
        "span": {"start": 1, "end": 2},
        "kind": "block",
        "to": "out",
        "ids": ["a", "b"],
    }


def test_what_a_terminal_cannot_show_is_replaced(capsys: pytest.CaptureFixture[str]) -> None:
    say("avant \ud800 après")

    assert "avant" in capsys.readouterr().out


def test_long_texts_are_cut_on_one_line() -> None:
    assert shortened("un\ndeux", 60) == "un deux"
    assert shortened("x" * 80, 10) == "x" * 9 + "…"


@pytest.mark.parametrize(("start", "number"), [(0, 1), (4, 1), (7, 2), (14, 3)])
def test_paragraphs_are_numbered_from_1(start: int, number: int) -> None:
    assert paragraph_of("Un a.\n\nDeux.\n\nTrois.", Span(start, start)) == number


def test_what_stops_publication_has_a_mark_and_words_of_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    speak("en")
    moment = datetime(2026, 3, 4, tzinfo=UTC)
    story = Story(id="s", slug="quai", language="en-GB", created_at=moment, updated_at=moment)
    weights = {"ATT001": Severity.BLOCK, "LAN005": Severity.ERROR, "STO001": Severity.HINT}
    findings = [
        Finding(code=code, severity=weight, place=Place(Part.STORY))
        for code, weight in weights.items()
    ]

    say_findings(Package(story=story), findings)

    told = capsys.readouterr().out.splitlines()
    assert told[0] == "✗ ATT001  Blocks publication · story"
    assert told[2] == "▲ LAN005  To mend · story"
    assert told[-1] == "3 findings, 1 stops publication"
    assert len(set(GLYPHS.values())) == len(GLYPHS) == len(Severity)
