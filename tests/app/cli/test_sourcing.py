"""check, quotes, waive, rule."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


def codes(said: Any) -> list[str]:
    return [finding["code"] for finding in said.data[0]["findings"]]


def test_a_file_is_checked_without_a_store(marbre: Command, copy: Path, tmp_path: Path) -> None:
    said = marbre("check", copy, "--format", "json")

    assert said.code == 1
    assert "TYP001" in codes(said)
    assert not (tmp_path / "store").exists()


def test_findings_are_sentences_for_a_person(marbre: Command, copy: Path) -> None:
    said = marbre("check", copy)

    assert "TYP001" in said.out
    assert "body § 2" in said.out


def test_fixing_mends_the_story_and_leaves_quoted_words(marbre: Command, copy: Path) -> None:
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]
    said = marbre("check", slug, "--fix", "--format", "json")

    assert "TYP001" not in codes(said)
    assert "«\u00a0La digue tiendra tout l'hiver\u00a0»" in marbre("show", slug).out


def test_a_rule_is_set_aside_by_name(marbre: Command, copy: Path) -> None:
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]
    said = marbre("waive", slug, "typ001", "--reason", "citation exacte", "--by", "Ana")

    assert said.out == "1 finding set aside\n"
    assert "TYP001" not in codes(marbre("check", slug, "--format", "json"))


def test_quotes_name_their_sources_and_why(marbre: Command, copy: Path) -> None:
    (quote,) = [
        one
        for one in marbre("quotes", copy, "--format", "json").data
        if one["words"] == "La digue tiendra tout l'hiver"
    ]
    assert quote["speaker"]["name"] == "Hélène Carvin"

    explained = marbre("quotes", copy, "--explain").out
    assert "Mme Carvin = Hélène Carvin" in explained
    assert "%" in explained


def test_lines_in_give_prediction_lines_out(
    marbre: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "« La digue tiendra », a déclaré Hélène Carvin."
    line = json.dumps({"id": "1", "lang": "fr", "text": text})
    monkeypatch.setattr("sys.stdin", io.StringIO(line + "\n\n"))
    said = marbre("quotes", "--jsonl")

    (quote,) = said.data["quotes"]
    assert said.data["id"] == "1"
    assert text[quote["start"] : quote["end"]].strip("« »") == "La digue tiendra"
    assert text[quote["speaker_start"] : quote["speaker_end"]] == "Hélène Carvin"


@pytest.mark.parametrize("line", ["not json", "[]", '{"id": 1}'])
def test_a_line_that_is_no_record_is_told(
    marbre: Command, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(line))

    assert marbre("quotes", "--jsonl").code == 2


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_rule_has_its_page(marbre: Command, language: str) -> None:
    said = marbre("--language", language, "rule", "TYP001")

    assert said.code == 0
    assert len(said.out.splitlines()) > 4


def test_an_unknown_rule_is_told(marbre: Command) -> None:
    assert marbre("rule", "XYZ999").code == 2


def test_setting_aside_a_rule_that_is_none_is_told(marbre: Command, copy: Path) -> None:
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]

    assert marbre("waive", slug, "ZZZ999", "--reason", "x").code == 2
