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


def test_decisions_are_set_and_lifted(marbre: Command, copy: Path, tmp_path: Path) -> None:
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]
    body = tmp_path / "body.md"
    body.write_text("Une digue.\r\n\n« Elle tiendra. »\n", "utf-8")
    given = ("--tags", "digue, mer", "--status", "ready", "--target-words", "300")
    embargo = ("--embargo", "2026-03-04T18:00+01:00")

    assert marbre("revise", slug, *given, *embargo, "--body", body).code == 0
    story = marbre("show", slug, "--format", "json").data["story"]
    assert story["tags"] == ["digue", "mer"]
    assert (story["status"], story["target_words"]) == ("ready", 300)
    assert story["embargo"] == "2026-03-04T17:00:00+00:00"
    assert story["body"] == "Une digue.\n\n« Elle tiendra. »\n"

    assert marbre("revise", slug, "--embargo", "", "--tags", "").code == 0
    story = marbre("show", slug, "--format", "json").data["story"]
    assert (story["embargo"], story["tags"], story["status"]) == (None, [], "ready")


def test_a_time_that_is_none_is_refused_in_clear_words(marbre: Command, copy: Path) -> None:
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]
    refused = marbre("revise", slug, "--embargo", "demain")

    assert refused.code == 2
    assert "demain" in refused.err
    assert "2026-03-04T18:00" in refused.err
