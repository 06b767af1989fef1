"""history, keep, compare, restore."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.fixture
def slug(marbre: Command, copy: Path) -> str:
    return str(marbre("take-in", copy, "--format", "json").data[0]["slug"])


def test_the_timeline_tells_acts_and_versions(marbre: Command, slug: str) -> None:
    marbre("revise", slug, "--headline", "Autre titre")
    marbre("keep", slug, "--name", "avant relecture")

    out = marbre("history", slug, "--all").out

    assert "avant relecture" in out
    assert "headline: La digue tiendra l'hiver → Autre titre" in out
    assert len(marbre("history", slug, "--format", "json").data) == 2


def test_two_versions_are_compared_word_by_word(marbre: Command, slug: str) -> None:
    marbre("revise", slug, "--headline", "La digue tiendra longtemps")

    said = marbre("compare", slug, 0)

    assert said.code == 1
    assert "La digue tiendra [-l'hiver-]{+longtemps+}" in said.out
    (found,) = marbre("compare", slug, 0, "--format", "json").data
    assert found["facet"]["part"] == "headline"


def test_a_version_and_itself_say_the_same(marbre: Command, slug: str) -> None:
    said = marbre("compare", slug, 0, 0)

    assert (said.code, said.out.strip()) == (0, "Both versions say the same.")


def test_a_version_kept_twice_is_kept_once(marbre: Command, slug: str) -> None:
    assert marbre("keep", slug).out.strip() == "This version is kept already."


def test_a_version_is_put_back(marbre: Command, slug: str) -> None:
    marbre("revise", slug, "--headline", "Autre titre")
    marbre("restore", slug, 0)

    assert marbre("compare", slug, 0).code == 0
