"""hand-over, take-over: there, changed, back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import run

Command = Callable[..., Any]


@pytest.fixture
def slug(marbre: Command, copy: Path) -> str:
    return str(marbre("take-in", copy, "--format", "json").data[0]["slug"])


@pytest.fixture
def other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., int]:
    """The command at the desk of a colleague; what it says is not looked at."""

    def command(*words: object) -> int:
        code = run(["--store", str(tmp_path / "other"), *map(str, words)])
        capsys.readouterr()
        return code

    return command


def test_a_story_goes_to_a_colleague_and_comes_back_merged(
    marbre: Command, other: Command, slug: str, tmp_path: Path
) -> None:
    parcel = tmp_path / "parcel.marbre"
    assert "Handed over" in marbre("hand-over", slug, parcel).out
    assert other("take-over", parcel) == 0
    other("revise", slug, "--headline", "Autre titre")
    other("hand-over", slug, parcel)

    assert marbre("take-over", parcel, "--look", "--format", "json").data["taken"] == 1
    assert marbre("take-over", parcel).code == 0
    assert marbre("show", slug, "--format", "json").data["story"]["headline"] == "Autre titre"


def test_what_both_changed_is_asked(
    marbre: Command, other: Command, slug: str, tmp_path: Path
) -> None:
    parcel = tmp_path / "parcel.marbre"
    marbre("hand-over", slug, parcel)
    other("take-over", parcel)
    other("revise", slug, "--headline", "Titre de Bo")
    other("hand-over", slug, parcel)
    marbre("revise", slug, "--headline", "Titre d’Ana")

    said = marbre("take-over", parcel)
    assert said.code == 1
    assert "theirs   Titre de Bo" in said.out

    assert marbre("take-over", parcel, "--choose", "theirs").code == 0
    assert marbre("show", slug, "--format", "json").data["story"]["headline"] == "Titre de Bo"


def test_a_word_that_is_no_choice_is_refused(marbre: Command, tmp_path: Path) -> None:
    assert marbre("take-over", tmp_path / "x.marbre", "--choose", "ours").code == 2


def test_a_file_that_is_no_package_is_told(marbre: Command, copy: Path) -> None:
    said = marbre("take-over", copy)

    assert said.code == 2
    assert "is no package of Marbre" in said.err
