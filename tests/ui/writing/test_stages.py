"""Long changes in slices: nothing comes between their parts, and each is one step of undo."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui import theme
from ui.writing.pieces import Piece, copy_of, proposal_of
from ui.writing.tracked import TrackedPaper

COPY = "\n\n".join(f"Paragraphe {number}\u00a0: « la digue tiendra »." for number in range(900))


@pytest.fixture
def paper(qtbot: QtBot) -> TrackedPaper:
    made = TrackedPaper(theme.serif(12))
    qtbot.addWidget(made)
    made.show_pieces((Piece(COPY),), "Ana")
    made.settle()
    return made


def proposed(paper: TrackedPaper) -> str:
    return proposal_of(paper.pieces(), "Ana")


def wait(paper: TrackedPaper, qtbot: QtBot, act: Callable[[], object]) -> None:
    with qtbot.waitSignal(paper.rested):
        act()


def test_a_long_change_is_taken_back_and_made_again_as_one(
    qtbot: QtBot, paper: TrackedPaper
) -> None:
    paper.insert("A")
    paper.selectAll()
    wait(paper, qtbot, lambda: paper.insert(f"Tout autre.\n\n{COPY}"))
    assert proposed(paper) == f"Tout autre.\n\n{COPY}"
    assert copy_of(paper.pieces()) == COPY

    wait(paper, qtbot, paper.undo)
    assert proposed(paper) == f"A{COPY}"
    wait(paper, qtbot, paper.redo)
    assert proposed(paper) == f"Tout autre.\n\n{COPY}"
    wait(paper, qtbot, paper.undo)
    paper.undo()
    assert proposed(paper) == COPY


def test_keys_wait_for_a_long_change(qtbot: QtBot, paper: TrackedPaper) -> None:
    paper.selectAll()

    def both() -> None:
        paper.insert(COPY)
        QTest.keyClicks(paper, "fin")

    wait(paper, qtbot, both)
    assert proposed(paper) == f"{COPY}fin"


def test_what_is_typed_after_it_is_a_step_of_its_own(qtbot: QtBot, paper: TrackedPaper) -> None:
    paper.selectAll()
    wait(paper, qtbot, paper.cut)
    assert proposed(paper) == ""
    QTest.keyClicks(paper, "x")
    assert proposed(paper) == "x"
    paper.settle()
    paper.undo()
    paper.settle()

    assert proposed(paper) in {"", COPY}
    assert copy_of(paper.pieces()) == COPY
