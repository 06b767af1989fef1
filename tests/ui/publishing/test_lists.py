"""Rows are as high as their words, and answer to Return and a double click."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.publishing.lists import Cell, Listing
from ui.publishing.model import Rows


def cell(value: object) -> Cell:
    return ("ok", "ok", str(value), "under")


def listing(qtbot: QtBot, *words: str) -> Listing:
    rows: Rows[str] = Rows(str)
    made = Listing("a-list", "A list", cell)
    rows.setParent(made)
    made.setModel(rows)
    qtbot.addWidget(made)
    made.resize(260, 300)
    made.show()
    rows.show_rows(words)
    return made


def test_long_sentences_take_more_lines(qtbot: QtBot) -> None:
    shown = listing(qtbot, "Short.", "A sentence that goes on and on for several lines. " * 3)
    heights = [shown.visualRect(shown.model().index(row, 0)).height() for row in (0, 1)]

    assert heights[1] > heights[0] + shown.fontMetrics().height()


def test_return_enters_a_row(qtbot: QtBot) -> None:
    shown = listing(qtbot, "One.", "Two.")
    shown.setCurrentIndex(shown.model().index(1, 0))

    with qtbot.waitSignal(shown.entered) as entered:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert entered.args == [1]


def test_return_enters_nothing_where_nothing_is_chosen(qtbot: QtBot) -> None:
    shown = listing(qtbot)
    with qtbot.assertNotEmitted(shown.entered):
        QTest.keyClick(shown, Qt.Key.Key_Return)


def test_rows_are_painted(qtbot: QtBot) -> None:
    blank = listing(qtbot).grab().toImage()

    assert listing(qtbot, "Words.").grab().toImage() != blank


def test_a_row_far_down_can_be_chosen_at_once(qtbot: QtBot) -> None:
    shown = listing(qtbot, *(f"Sentence {n} of many." for n in range(400)))
    last = shown.model().index(399, 0)
    shown.setCurrentIndex(last)
    qtbot.waitUntil(lambda: shown.verticalScrollBar().maximum() > 399 * 30)
    shown.scrollTo(last)

    assert shown.viewport().rect().contains(shown.visualRect(last).center())
