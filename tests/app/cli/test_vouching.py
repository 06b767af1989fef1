"""What stands behind a story, from the command."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.cli.vouching import clock

Command = Callable[..., Any]
SPOKEN = """WEBVTT

00:01:05.000 --> 00:01:09.000
<v Hélène Carvin>La digue ne tiendra pas tout l'hiver
"""


@pytest.fixture
def story(marbre: Command, copy: Path) -> str:
    marbre("take-in", copy)
    return str(marbre("list", "--format", "json").data[0]["slug"])


def test_sources_are_told_as_text_and_as_data(marbre: Command, story: str) -> None:
    said = marbre("sources", story)
    data = marbre("sources", story, "--format", "json").data

    assert said.code == 0
    assert "Hélène Carvin" in said.out
    assert "Hélène Carvin" in [voice["name"] for voice in data["voices"]]


def test_the_page_and_the_private_ledger_are_written_apart(
    marbre: Command, story: str, tmp_path: Path
) -> None:
    marbre(
        "sources", story, "--html", tmp_path / "sources.html", "--ledger-to", tmp_path / "l.json"
    )

    assert "Hélène Carvin" in (tmp_path / "sources.html").read_text("utf-8")
    assert "Hélène Carvin" in (tmp_path / "l.json").read_text("utf-8")
    assert marbre("sources", story, "--html", tmp_path / "no" / "s.html").code == 2


def test_an_altered_quote_is_shown_with_its_time(
    marbre: Command, story: str, tmp_path: Path
) -> None:
    heard = tmp_path / "visite.vtt"
    heard.write_text(SPOKEN, encoding="utf-8")

    said = marbre("transcript", story, heard, "--keep")

    assert said.code == 1
    assert "altered" in said.out
    assert "0:01:05" in said.out
    assert "[-ne-]" in said.out
    data = marbre("transcript", story, heard, "--format", "json").data
    assert [one["likeness"] for one in data["comparisons"]] == ["altered"]


def test_the_same_words_are_clean_and_another_language_is_told(
    marbre: Command, story: str, tmp_path: Path
) -> None:
    same, foreign = tmp_path / "a.txt", tmp_path / "b.txt"
    same.write_text("La digue tiendra tout l'hiver.", encoding="utf-8")
    foreign.write_text("The wall will hold and that is what we are sure of.", encoding="utf-8")

    assert marbre("transcript", story, same).code == 0
    assert "another language" in marbre("transcript", story, foreign).out


def test_a_rule_is_muted_and_heard_again(marbre: Command, story: str) -> None:
    assert marbre("mute", story, "typ001", "--reason", "titre").code == 0
    assert marbre("mute", story, "TYP001", "--off").code == 0
    assert marbre("mute", story, "ATT001", "--reason", "titre").code == 2


def test_a_time_is_told_in_hours() -> None:
    assert clock(3725.9) == "1:02:05"
