"""The page of a rule opens in the window and closes by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from app import stylebook
from ui.rulebook import show_rule


@pytest.mark.parametrize("code", stylebook.codes())
def test_every_rule_has_a_page_to_show(qtbot: QtBot, code: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    sheet = show_rule(parent, code)

    text = sheet.findChild(QTextBrowser, "rule-page")
    assert isinstance(text, QTextBrowser)
    page = stylebook.page(code, "en")
    assert text.toPlainText().startswith(page.title)
    assert "How to mend it" in text.toPlainText()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
