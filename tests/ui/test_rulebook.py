"""The page of a rule opens in the window and closes by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from app import stylebook
from app.desk.desk import Desk
from app.desk.stories import filing
from ui.rulebook import rule_title, show_rule
from ui.sourcing.view import SourcingPlace
from ui.window import Window
from ui.work import Work


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


def test_a_rule_that_left_the_stylebook_keeps_its_code() -> None:
    assert rule_title("SPE001") == stylebook.page("SPE001", "en").title
    assert rule_title("SPE999") == "SPE999"


@pytest.mark.parametrize("place", ["writing", "sourcing", "publishing"])
def test_f1_opens_the_rule_of_a_finding(
    qtbot: QtBot, window: Window, sample_desk: Desk, work: Work, place: str
) -> None:
    window.open_story(filing.stories(sample_desk)[0].id, place)
    qtbot.waitUntil(work.idle, timeout=20_000)
    qtbot.waitUntil(window.book["rule-page"].isEnabled, timeout=20_000)
    if place == "writing":
        window.book["next-problem"].trigger()
    elif place == "sourcing":
        here = window.here()
        assert isinstance(here, SourcingPlace)
        here.side.passing.list.choose(0)

    window.book["rule-page"].trigger()

    sheet = window.findChild(QDialog, "rule-sheet")
    assert isinstance(sheet, QDialog)
    assert sheet.isVisible()
    sheet.close()
    qtbot.waitUntil(work.idle, timeout=20_000)


@pytest.fixture
def desk(sample_desk: Desk) -> Desk:
    """The samples, so that there are findings."""
    return sample_desk
