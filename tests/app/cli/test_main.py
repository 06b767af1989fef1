"""The command: exit codes, help in both languages, trouble in one clear line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import app
from app.cli.main import GROUPS, parser

Command = Callable[..., Any]


def test_the_version_is_told(marbre: Command) -> None:
    said = marbre("--version")

    assert (said.code, said.out.strip()) == (0, f"marbre {app.__version__}")


@pytest.mark.parametrize(("language", "word"), [("fr", "emploi"), ("en", "usage")])
def test_help_speaks_the_language_asked_for(marbre: Command, language: str, word: str) -> None:
    said = marbre("--language", language, "--help")

    assert said.code == 0
    assert said.out.startswith(word)


@pytest.mark.parametrize(
    "words", [["nonsense"], ["take-in"], ["check"], ["publish", "nowhere"], ["show", "nowhere"]]
)
def test_wrong_use_is_2(marbre: Command, words: list[str]) -> None:
    said = marbre(*words)

    assert said.code == 2
    assert said.err


def test_trouble_is_one_line_in_the_language_asked_for(marbre: Command, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere.txt"
    english = marbre("take-in", missing)
    french = marbre("--language", "fr", "take-in", missing)

    assert english.code == french.code == 2
    assert english.err.count("\n") == french.err.count("\n") == 1
    assert english.err != french.err
    assert "nowhere.txt" in french.err
    assert not (tmp_path / "store").exists()


def test_the_table_of_groups_names_every_command() -> None:
    for group, names in GROUPS.items():
        (commands,) = (action for action in parser([group])._actions if action.dest == "command")
        assert tuple(commands.choices or ()) == names


def test_every_command_has_help(marbre: Command) -> None:
    for commands in GROUPS.values():
        for command in commands:
            assert marbre(command, "--help").code == 0


@pytest.mark.parametrize("folder", ["photo", "list", "check"])
def test_a_store_may_be_named_like_a_command(
    marbre: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copy.txt").write_text("Le quai\n\nIl rouvre.", encoding="utf-8")

    assert marbre("--store", folder, "take-in", "copy.txt").code == 0
    assert "Le quai" in marbre("--store", folder, "list").out


def test_the_language_of_a_story_is_not_that_of_the_answers(marbre: Command, copy: Path) -> None:
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]

    marbre("revise", slug, "--language", "fr-CA")
    said = marbre("revise", slug, "--language", "fr-FR", "--dated", "never")

    assert "is no date" in said.err


def test_french_help_is_all_french(marbre: Command) -> None:
    assert "program" not in marbre("--language", "fr", "--help").out
