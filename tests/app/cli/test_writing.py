"""revise, history, restore, undo, redo."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]


def headline(marbre: Command, slug: str) -> str:
    return str(marbre("show", slug, "--format", "json").data["story"]["headline"])


def test_fields_are_set_taken_back_and_set_again(marbre: Command, copy: Path) -> None:
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]
    assert marbre("revise", slug, "--headline", "Autre titre", "--dated", "2026-03-04").code == 0
    assert headline(marbre, slug) == "Autre titre"

    assert "change fields" in marbre("undo").out
    assert headline(marbre, slug) == "La digue tiendra l'hiver"
    marbre("redo")
    assert headline(marbre, slug) == "Autre titre"


def test_nothing_to_take_back_is_said(marbre: Command, copy: Path) -> None:
    marbre("take-in", copy)
    marbre("undo")

    assert "Nothing" in marbre("undo").out


def test_a_kept_moment_is_listed_and_put_back(marbre: Command, copy: Path) -> None:
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]
    marbre("revise", slug, "--headline", "Autre titre")

    assert marbre("history", slug, "--format", "json").data[-1]["number"] == 0
    assert marbre("restore", slug, "0").code == 0
    assert headline(marbre, slug) == "La digue tiendra l'hiver"
