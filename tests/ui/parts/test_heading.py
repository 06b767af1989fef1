"""A heading leads to what it stands over."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.parts.heading import heading


def test_a_heading_looks_like_one_and_leads_to_its_field(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)

    over, alone = heading("&Folder", field), heading()
    qtbot.addWidget(over)

    assert [one.text() for one in (over, alone)] == ["&Folder", ""]
    assert [one.buddy() for one in (over, alone)] == [field, None]
    assert {one.property("kind") for one in (over, alone)} == {"section"}
