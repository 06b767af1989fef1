"""Suggestions typed in place: the copy never changes, the proposal is what was typed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui import theme
from ui.writing.pieces import DELETED, INSERTED, Piece, copy_of, proposal_of
from ui.writing.tracked import TrackedPaper

COPY = "La digue\u00a0tiendra 😀.\n\n![](photo:1)\n\nLes travaux\u202f: quatre mois.\n\nFin."
WALKS = ("Left", "Right", "Home", "End", "Up", "Down", "Shift+Left", "Shift+Right", "Shift+Down")
CHANGES = (
    "a",
    "é",
    "😀",
    "Backspace",
    "Delete",
    "Return",
    "Ctrl+Backspace",
    "Ctrl+Delete",
    "Ctrl+Z",
)
INSIDE_A_PAIR = COPY.index("😀") + 1
"""In units of UTF-16; no key ever puts the caret there."""

KEYS = st.lists(st.sampled_from([*WALKS, *CHANGES]), max_size=30)


@pytest.fixture
def paper(qtbot: QtBot) -> TrackedPaper:
    made = TrackedPaper(theme.serif(12))
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show_pieces((Piece(COPY),), "Ana")
    return made


def press(paper: TrackedPaper, keys: str) -> None:
    *held, key = keys.split("+")
    with_ = Qt.KeyboardModifier.NoModifier
    for one in held:
        with_ |= getattr(Qt.KeyboardModifier, {"Ctrl": "Control"}.get(one, one) + "Modifier")
    if len(key) == 1 and not held:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key)
        QCoreApplication.sendEvent(paper, event)
    else:
        QTest.keyClick(paper, getattr(Qt.Key, f"Key_{key}"), with_)


def write(paper: TrackedPaper, at: int, *keys: str) -> None:
    cursor = paper.textCursor()
    cursor.setPosition(at)
    paper.setTextCursor(cursor)
    for key in keys:
        press(paper, key)


def proposed(paper: TrackedPaper) -> str:
    return proposal_of(paper.pieces(), "Ana")


def test_typed_words_come_in_and_deleted_ones_are_struck(paper: TrackedPaper) -> None:
    write(paper, 3, "m", "a", " ", "Delete", "Delete")

    assert [piece for piece in paper.pieces() if piece.kind] == [
        Piece("ma ", INSERTED, "Ana"),
        Piece("di", DELETED, "Ana"),
    ]
    assert copy_of(paper.pieces()) == COPY
    assert proposed(paper) == COPY.replace("digue", "ma gue")


def test_what_oneself_typed_goes_at_once_and_undo_takes_a_strike_back(paper: TrackedPaper) -> None:
    write(paper, 3, "x", "Backspace")
    assert paper.pieces() == (Piece(COPY),)

    press(paper, "Ctrl+Delete")
    assert proposed(paper) != COPY
    paper.undo()
    assert proposed(paper) == COPY


def test_paragraphs_come_and_go_as_suggestions(paper: TrackedPaper) -> None:
    write(paper, 2, "Return")
    assert proposed(paper).startswith("La\n\n digue")
    last = paper.document().lastBlock().position()
    write(paper, last, "Backspace")

    assert proposed(paper).endswith("mois.Fin.")
    assert copy_of(paper.pieces()) == COPY


def test_what_others_suggest_stays_theirs(paper: TrackedPaper) -> None:
    theirs = (
        Piece("La "),
        Piece("grande ", INSERTED, "Bo", "s1"),
        Piece("digue", DELETED, "Bo", "s2"),
        Piece(" tient."),
    )
    paper.show_pieces(theirs, "Ana")
    cursor = paper.textCursor()
    cursor.select(cursor.SelectionType.Document)
    paper.setTextCursor(cursor)

    press(paper, "Delete")

    assert copy_of(paper.pieces()) == "La digue tient."
    assert proposed(paper) == "digue"
    assert [piece.text for piece in paper.pieces() if piece.by == "Bo"] == ["grande ", "digue"]


def test_the_caret_walks_the_suggestions(paper: TrackedPaper) -> None:
    write(paper, 3, "x")
    write(paper, 9, "y")

    met = []
    for _time in range(3):
        assert paper.step(1)
        met.append(paper.textCursor().position())
    assert met == [3, 9, 3]
    assert paper.here() == (INSERTED, "Ana", "")


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(keys=KEYS, start=st.integers(0, 40).filter(lambda at: at != INSIDE_A_PAIR))
def test_no_key_ever_changes_the_copy_or_its_slots(
    paper: TrackedPaper, keys: list[str], start: int
) -> None:
    paper.show_pieces((Piece(COPY),), "Ana")

    write(paper, start, *keys)

    assert copy_of(paper.pieces()) == COPY
    assert "![](photo:1)" in proposed(paper).split("\n\n")
    shown = paper.pieces()
    paper.show_pieces(shown, "Ana")
    assert paper.pieces() == shown
