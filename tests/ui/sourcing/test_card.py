"""The card names a source from the list or freely, and keeps what is being typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from ui.actions import ActionBook
from ui.errands import nothing
from ui.sourcing.card import Card
from ui.sourcing.lines import Sight, look
from ui.window import Window


@pytest.fixture
def sight(desk: Desk, story_id: str) -> Sight:
    return look(desk, story_id)


@pytest.fixture
def card(qtbot: QtBot, window: Window, sight: Sight) -> Card:
    made = Card(ActionBook(window, nothing))
    qtbot.addWidget(made)
    made.show()
    made.show_names(sight.names)
    made.show_line(sight.lines[0])
    return made


def test_the_speaker_and_the_reason_are_shown(card: Card, sight: Sight) -> None:
    assert card.speaker.currentText() == sight.lines[0].row.speaker
    assert "%" in card._why.text()
    assert card.speaker.count() == len(sight.names)


def test_return_hands_over_a_name_nobody_offered(qtbot: QtBot, card: Card) -> None:
    card.ask_speaker()
    QTest.keyClicks(card._line, "Aya Besse")

    with qtbot.waitSignal(card.named_speaker) as named:
        QTest.keyClick(card._line, Qt.Key.Key_Return)
    assert named.args == ["Aya Besse"]


def test_escape_brings_the_old_name_back(qtbot: QtBot, card: Card, sight: Sight) -> None:
    card.ask_speaker()
    QTest.keyClicks(card._line, "Aya")
    with qtbot.assertNotEmitted(card.named_speaker), qtbot.waitSignal(card.done):
        QTest.keyClick(card._line, Qt.Key.Key_Escape)

    assert card.speaker.currentText() == sight.lines[0].row.speaker


def test_a_refresh_leaves_a_name_being_typed(card: Card, sight: Sight) -> None:
    card.ask_speaker()
    QTest.keyClicks(card._line, "Aya")
    card.show_names((*sight.names, "Aya Besse"))
    card.show_line(sight.lines[0])

    assert card.speaker.currentText().startswith("Aya")


def test_without_a_quote_it_rests(card: Card) -> None:
    card.show_line(None)

    assert not card.isEnabled()
