"""One line asked for, by keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.parts.asking import ask_line


def test_return_hands_the_line_over_and_escape_does_not(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    told: list[str] = []
    for keys in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        sheet = ask_line(parent, "name", "Name", "", told.append)
        field = sheet.findChild(QLineEdit, "name-field")
        assert field is not None
        QTest.keyClicks(field, " first ")
        QTest.keyClick(field, keys)

    assert told == ["first"]
    parent.hide()
