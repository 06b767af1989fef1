"""The quotes of a story, decided from the command by their numbers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.fixture
def story(marbre: Command, copy: Path) -> str:
    marbre("take-in", copy)
    return str(marbre("list", "--format", "json").data[0]["slug"])


def rows(marbre: Command, story: str) -> Any:
    return marbre("ledger", story, "--format", "json").data


def test_quotes_are_listed_and_all_confirmed_at_once(marbre: Command, story: str) -> None:
    said = marbre("ledger", story)
    assert said.code == 1
    assert "  1  to confirm  ·  Hélène Carvin" in said.out

    marbre("confirm", story, "--all")

    assert marbre("ledger", story).code == 0
    assert {row["state"] for row in rows(marbre, story)} == {"confirmed"}


def test_one_quote_is_decided_by_its_number(marbre: Command, story: str) -> None:
    marbre("source", story, 2, "Aya Besse", "--by", "Noé Lambel")
    marbre("not-a-quote", story, 1)

    first, second = rows(marbre, story)
    assert first["state"] == "not-a-quote"
    assert (second["speaker"], second["decided_by"]) == ("Aya Besse", "Noé Lambel")


def test_what_stands_behind_a_quote_is_noted(marbre: Command, story: str) -> None:
    marbre(
        "evidence", story, 2, "recording", "tape 3",
        "--verified-by", "Ana Solis", "--verified-on", "2026-05-03",
    )  # fmt: skip
    marbre("anonymity", story, 2, "--reason", "fears for her job", "--approved-by", "Noé Lambel")
    marbre("record", story, 2, "background")

    row = rows(marbre, story)[1]
    (one,) = row["evidence"]
    assert (one["reference"], one["verified_by"]) == ("tape 3", "Ana Solis")
    assert one["verified_at"].startswith("2026-05-03")
    assert row["anonymity"]["approved_by"] == "Noé Lambel"
    assert row["record"] == "background"
    marbre("anonymity", story, 2, "--off")
    assert rows(marbre, story)[1]["anonymity"] is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("confirm", 9), "no quote 9"),
        (("anonymity", 1), "why the source is not named"),
        (("evidence", 1, "notes", " "), "where the evidence is"),
    ],
)
def test_what_cannot_be_done_is_told(
    marbre: Command, story: str, words: tuple[Any, ...], said: str
) -> None:
    answer = marbre(words[0], story, *words[1:])

    assert answer.code == 2
    assert said in answer.err
