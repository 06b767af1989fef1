"""The sheet that takes a story back wants a reason and a name, and tells what will happen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.publishing.withdrawing import WithdrawSheet


@pytest.fixture
def sheet(qtbot: QtBot) -> WithdrawSheet:
    made = WithdrawSheet(None, [Path("one"), Path("two")], "Ana")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    made.focus()
    return made


def test_it_names_the_places(sheet: WithdrawSheet) -> None:
    told = sheet.findChild(QLabel, "withdraw-places")
    assert told is not None
    assert told.text().splitlines()[1:] == ["one", "two"]


def test_it_wants_a_reason_and_a_name(qtbot: QtBot, sheet: WithdrawSheet) -> None:
    assert not sheet._go.isEnabled()
    QTest.keyClicks(sheet.reason, "Wrong person")
    sheet.by.clear()
    assert not sheet._go.isEnabled()
    sheet.by.setText(" Lea ")

    with qtbot.waitSignal(sheet.asked) as asked:
        QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert asked.args == ["Wrong person", "Lea"]
