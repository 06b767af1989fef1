"""Roles proposed and corrected by keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import filing
from ui.filing.sorting import SortingSheet
from ui.filing.view import FilingPlace
from ui.window import Window
from ui.work import Work

COPY = """Alert

The quay will hold

The quay of Port-Sablé will be strengthened before the autumn, the mayor Hélène Carvin said.

A long wait

Works will take four months and cost two million euros, according to the town hall.
"""


def test_tab_walks_the_unsure_lines_and_arrows_change_the_role(
    qtbot: QtBot, window: Window, work: Work, desk: Desk
) -> None:
    place = window.here()
    assert isinstance(place, FilingPlace)
    place.presenter.take_in_text(COPY)
    qtbot.waitUntil(work.idle)
    window.run("sort-lines")
    sheet = window.findChild(SortingSheet)
    assert sheet is not None
    assert sheet.list.row() == 0

    QTest.keyClick(sheet.list, Qt.Key.Key_Tab)
    assert sheet.lines[sheet.list.row()].text == "A long wait"
    QTest.keyClick(sheet.list, Qt.Key.Key_Right)
    assert sheet.list.lines()[sheet.list.row()].aside == "body"
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "## A long wait" not in filing.package(desk, window.story).story.body)
    qtbot.waitUntil(work.idle)

    assert "A long wait" in filing.package(desk, window.story).story.body
