"""Taking back and making again what was done outside of text."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from app.desk.desk import Desk
from app.desk.stories import filing
from app.domain.errors import DeskError
from ui.errands import nothing
from ui.journal import Journal

T = TypeVar("T")


class AtOnce:
    """Errands run on the spot."""

    def act(
        self,
        do: Callable[[], T],
        then: Callable[[T], None] = nothing,
        sorry: Callable[[DeskError], None] | None = None,
    ) -> None:
        then(do())

    def ask(
        self,
        do: Callable[[], T],
        then: Callable[[T], None],
        sorry: Callable[[DeskError], None] | None = None,
        *,
        about: str = "",
    ) -> None:
        then(do())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "marbre.sqlite", by="Ana") as opened:
        yield opened


def told(desk: Desk, *steps: str) -> list[str]:
    """What the journal says of each step."""
    notices: list[str] = []
    for step in steps:
        Journal(desk, AtOnce()).take_back(step, lambda notice: notices.append(notice.text))
    return notices


def test_with_nothing_done_there_is_nothing_to_take_back(desk: Desk) -> None:
    assert told(desk, "undo", "redo") == ["Nothing to undo.", "Nothing to redo."]


def test_an_act_is_taken_back_and_made_again(desk: Desk) -> None:
    filing.take_in_text(desk, "La digue tient\n\nLa digue a tenu, selon la mairie.\n")

    assert told(desk, "undo", "redo") == ["Undone.", "Made again."]
