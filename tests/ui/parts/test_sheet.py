"""A sheet has its own verbs, its main one by Ctrl+Return, and says what happens."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.parts.sheet import Sheet


def sheet(qtbot: QtBot) -> Sheet:
    made = Sheet(None, "try-sheet", "A try")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    return made


def test_the_main_button_is_pressed_from_any_field(qtbot: QtBot) -> None:
    made = sheet(qtbot)
    edit = QLineEdit()
    made.content.addWidget(edit)
    pressed: list[str] = []
    made.offer_close()
    main = made.offer("Write", lambda: pressed.append("write"), "try-write", main=True)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    edit.setFocus()

    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["write"]

    main.setEnabled(False)
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["write"]


def test_what_is_said_is_heard_too(qtbot: QtBot) -> None:
    made = sheet(qtbot)
    made.say("Two fields will change.")

    assert made.said() == made.accessibleDescription() == "Two fields will change."


def test_the_close_button_closes(qtbot: QtBot) -> None:
    made = sheet(qtbot)
    button = made.offer_close("Cancel")
    made.show()
    button.click()

    assert not made.isVisible()


def test_no_sheet_is_larger_than_the_screen(qtbot: QtBot) -> None:
    made = sheet(qtbot)
    made.resize(9000, 9000)
    made.show()

    screen = made.screen().availableSize()
    assert made.width() <= screen.width()
    assert made.height() < screen.height()
