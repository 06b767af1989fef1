"""review, remark, resolve, suggest, accept, decline, sign-off."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.fixture
def slug(marbre: Command, copy: Path) -> str:
    return str(marbre("take-in", copy, "--format", "json").data[0]["slug"])


@pytest.fixture
def proposal(marbre: Command, slug: str, tmp_path: Path) -> Path:
    place = tmp_path / "proposal.md"
    body = marbre("show", slug, "--format", "json").data["story"]["body"]
    place.write_text(body.replace("avant l'automne", "au printemps") + "\n", encoding="utf-8")
    return place


def body(marbre: Command, slug: str) -> str:
    return str(marbre("show", slug, "--format", "json").data["story"]["body"])


def test_a_suggestion_is_listed_and_accepted(marbre: Command, slug: str, proposal: Path) -> None:
    assert "waits" in marbre("suggest", slug, proposal).out
    listed = marbre("review", slug)
    assert (listed.code, "→ au printemps" in listed.out) == (1, True)
    assert "printemps" not in body(marbre, slug)

    marbre("accept", slug, listed.out[:8])
    assert "printemps" in body(marbre, slug)
    assert marbre("review", slug).code == 0


def test_suggestions_are_declined_together(marbre: Command, slug: str, proposal: Path) -> None:
    marbre("suggest", slug, proposal)
    assert marbre("decline", slug).code == 0

    assert marbre("review", slug).code == 0
    assert "printemps" not in body(marbre, slug)
    assert marbre("accept", slug, "nobody").code == 2


def test_a_comment_is_made_and_settled(marbre: Command, slug: str) -> None:
    marbre("remark", slug, "Depuis quand ?", "--on", "riverains")
    assert "“riverains”" in marbre("review", slug).out
    assert marbre("remark", slug, "?", "--on", "nulle part").code == 2

    marbre("resolve", slug)
    assert "(resolved)" in marbre("review", slug).out


def test_a_story_is_signed(marbre: Command, slug: str) -> None:
    marbre("sign-off", slug, "--note", "lu")

    assert marbre("review", slug, "--format", "json").data["sign_offs"][0]["note"] == "lu"
    assert "signed  lu" in marbre("review", slug).out
