"""The small dialogs open, say their words and close."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui import sheets
from ui.parts.lines import LineList


def test_the_list_of_keys_names_every_action_that_has_one(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    sheet = sheets.show_keys(parent)
    found = sheet.findChild(LineList)

    assert found is not None
    said = {(line.title, line.about, line.aside) for line in found.lines()}
    assert {("New Story", "File", "Ctrl+N"), ("Next Problem", "Story", "F8")} <= said
    sheet.reject()


def test_about_names_the_licence(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    sheet = sheets.show_about(parent)
    text = sheet.findChild(QLabel, "about-text")

    assert text is not None
    assert "GNU General Public License" in text.text()
    sheet.reject()
