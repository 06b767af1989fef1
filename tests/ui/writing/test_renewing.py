"""A document brought to other rows: what is the same stays, whatever the slices."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock
from pytestqt.qtbot import QtBot

from ui import theme
from ui.writing.pieces import DELETED, INSERTED, Piece
from ui.writing.renewing import FEW
from ui.writing.tracked import TrackedPaper
from ui.writing.tracking import rows_in, rows_of

PIECES = st.lists(
    st.builds(
        Piece,
        st.sampled_from(
            ["Un", "\n\n", "deux\u00a0", "trois\n\nquatre", "![](photo:1)", "\n\n\n\n"]
        ),
        st.sampled_from(["", INSERTED, DELETED]),
        st.sampled_from(["Ana", "Bo"]),
        st.sampled_from(["", "s1"]),
    ),
    max_size=12,
)


@pytest.fixture
def paper(qtbot: QtBot) -> TrackedPaper:
    made = TrackedPaper(theme.serif(12))
    qtbot.addWidget(made)
    return made


def blocks(paper: TrackedPaper) -> list[QTextBlock]:
    count = paper.document().blockCount()
    return [paper.document().findBlockByNumber(number) for number in range(count)]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(was=PIECES, now=PIECES)
def test_the_document_holds_what_it_is_brought_to(
    paper: TrackedPaper, was: list[Piece], now: list[Piece]
) -> None:
    paper.show_pieces(was, "Ana")
    paper.show_pieces(now, "Ana")

    assert rows_in(paper.document()) == rows_of(now)
    for block in blocks(paper):
        wanted = paper.format_of(block.text())
        assert block.blockFormat().lineHeight() == wanted.lineHeight()


def test_long_copy_comes_in_slices_and_what_is_asked_waits(
    qtbot: QtBot, paper: TrackedPaper
) -> None:
    long = tuple(Piece(f"Paragraphe {number}.\n\n") for number in range(4 * FEW))
    with qtbot.waitSignal(paper.whole):
        paper.show_pieces(long, "Ana")
        assert paper.document().blockCount() < FEW
        paper.insert("Voici. ")

    assert [piece.text for piece in paper.pieces() if piece.kind] == ["Voici. "]
    assert paper.document().blockCount() == len(long) + 1


def test_what_stays_the_same_is_not_touched(qtbot: QtBot, paper: TrackedPaper) -> None:
    long = [Piece(f"Paragraphe {number}.\n\n") for number in range(4 * FEW)]
    with qtbot.waitSignal(paper.whole):
        paper.show_pieces(long, "Ana")
    changed: list[tuple[int, int]] = []
    paper.document().contentsChange.connect(
        lambda at, removed, _added: changed.append((at, removed))
    )
    with qtbot.waitSignal(paper.whole):
        paper.show_pieces([*long[:70], Piece("Neuf.\n\n", INSERTED, "Bo", "s"), *long[70:]], "Ana")

    assert len(changed) == 1
    assert changed[0][0] > len("Paragraphe 1.\n\n") * 50
