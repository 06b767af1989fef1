"""Striking by stretches: the copy stays, one's own words go, slots and others' words are left."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from ui import theme
from ui.spans import SEAM
from ui.writing import striking
from ui.writing.document import LONGEST_BLOCK
from ui.writing.pieces import DELETED, INSERTED, Piece, copy_of, proposal_of
from ui.writing.tracked import TrackedPaper


@pytest.fixture
def paper(qtbot: QtBot) -> TrackedPaper:
    made = TrackedPaper(theme.serif(12))
    qtbot.addWidget(made)
    return made


def strike_all(paper: TrackedPaper) -> int:
    """Strike everything; return how many changes that took."""
    cursor = QTextCursor(paper.document())
    cursor.select(QTextCursor.SelectionType.Document)
    return sum(1 for _part in striking.strike(cursor, "Ana"))


def test_copy_without_marks_is_struck_in_one_change(paper: TrackedPaper) -> None:
    paper.show_pieces((Piece("Un.\n\nDeux\u00a0!\n\nTrois."),), "Ana")

    assert strike_all(paper) == 1
    assert paper.pieces() == (Piece("Un.\n\nDeux\u00a0!\n\nTrois.", DELETED, "Ana"),)


def test_slots_stay_with_the_breaks_around_them(paper: TrackedPaper) -> None:
    paper.show_pieces((Piece("Un.\n\n![](photo:3)\n\nDeux."),), "Ana")
    strike_all(paper)

    assert proposal_of(paper.pieces(), "Ana") == "\n\n![](photo:3)\n\n"


def test_ones_own_words_go_and_those_of_others_stay(paper: TrackedPaper) -> None:
    paper.show_pieces(
        (
            Piece("Un "),
            Piece("petit\n\n", INSERTED, "Ana"),
            Piece("deux ", DELETED, "Bo", "s1"),
            Piece("grand", INSERTED, "Bo", "s2"),
        ),
        "Ana",
    )
    strike_all(paper)

    assert paper.pieces() == (
        Piece("Un ", DELETED, "Ana"),
        Piece("deux ", DELETED, "Bo", "s1"),
        Piece("grand", INSERTED, "Bo", "s2"),
    )


def test_a_seam_is_no_word_and_never_becomes_a_break(paper: TrackedPaper) -> None:
    long = "La digue tiendra. " * (LONGEST_BLOCK // 9)
    paper.show_pieces((Piece(long),), "Ana")
    first = paper.document().firstBlock()
    assert first.text().endswith(SEAM)
    end = first.position() + first.length()

    assert not striking.touches_words(paper.document(), end - 2, end)
    cursor = QTextCursor(paper.document())
    cursor.setPosition(end - 1)
    cursor.setPosition(end + 2, QTextCursor.MoveMode.KeepAnchor)
    for _part in striking.strike(cursor, "Ana"):
        pass
    assert copy_of(paper.pieces()) == long
