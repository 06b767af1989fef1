"""Rows of two lines: spoken whole, walked by keys, painted in both themes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.parts.lines import Line, LineList

ROWS = (Line("One", "first", "1", "history", "accent"), Line("Two", struck=True), Line("Three"))


@pytest.fixture
def rows(qtbot: QtBot) -> LineList:
    made = LineList("rows", "Rows")
    qtbot.addWidget(made)
    made.show_lines(ROWS, 0)
    made.resize(300, 300)
    return made


def test_a_row_is_spoken_whole(rows: LineList) -> None:
    assert rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "One. first. 1"


def test_the_cursor_tells_where_it_is_and_showing_tells_nobody(rows: LineList) -> None:
    met: list[int] = []
    rows.chosen.connect(met.append)
    rows.show_lines(ROWS[:2], 1)
    assert met == []
    rows.step(-5)
    assert (met, rows.row()) == ([0], 0)


def test_return_opens_a_row(qtbot: QtBot, rows: LineList) -> None:
    rows.show()
    with qtbot.waitSignal(rows.opened) as told:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert told.args == [0]
    rows.hide()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_rows_are_painted_in_the_theme(qapp: QApplication, rows: LineList, name: str) -> None:
    theme.apply(qapp, name)
    shades = {rows.grab().toImage().pixelColor(x, 25).name() for x in range(20, 280)}

    assert len(shades) > 3
    theme.apply(qapp, "light")
