"""The card names a source from the list or freely, and keeps what is being typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.domain.person import Person
from ui.actions import ActionBook
from ui.errands import nothing
from ui.sourcing.card import Card
from ui.sourcing.lines import Sight, seen
from ui.window import Window


@pytest.fixture
def sight(desk: Desk, story_id: str) -> Sight:
    return seen(desk, story_id)


@pytest.fixture
def card(qtbot: QtBot, window: Window, sight: Sight) -> Card:
    made = Card(ActionBook(window, nothing))
    qtbot.addWidget(made)
    made.show()
    made.show_names(sight.names, sight.people)
    made.show_line(sight.lines[0])
    return made


def test_the_speaker_and_the_reason_are_shown(card: Card, sight: Sight) -> None:
    assert card.speaker.text() == sight.lines[0].row.speaker
    assert "%" in card._why.text()


def test_return_enters_a_name_nobody_knows(qtbot: QtBot, card: Card) -> None:
    card.ask_speaker()
    QTest.keyClicks(card.speaker, "Aya Besse")

    assert card._new.isVisible()
    with qtbot.waitSignal(card.introduced) as introduced:
        QTest.keyClick(card.speaker, Qt.Key.Key_Return)
    assert introduced.args == [Person(id="", name="Aya Besse")]


def test_escape_brings_the_old_name_back(qtbot: QtBot, card: Card, sight: Sight) -> None:
    card.ask_speaker()
    QTest.keyClicks(card.speaker, "Aya")
    with qtbot.assertNotEmitted(card.named_speaker), qtbot.waitSignal(card.done):
        QTest.keyClick(card.speaker, Qt.Key.Key_Escape)

    assert card.speaker.text() == sight.lines[0].row.speaker


def test_a_refresh_leaves_a_name_being_typed(card: Card, sight: Sight) -> None:
    card.ask_speaker()
    QTest.keyClicks(card.speaker, "Aya")
    card.show_names((*sight.names, "Aya Besse"))
    card.show_line(sight.lines[0])

    assert card.speaker.text().startswith("Aya")


def test_without_a_quote_it_rests(card: Card) -> None:
    card.show_line(None)

    assert not card.isEnabled()


def test_a_name_of_the_register_is_handed_over_by_its_spelling(
    qtbot: QtBot, card: Card, sight: Sight
) -> None:
    card.show_names(sight.names, (Person(id="p", name="Aya Besse", variants=("A. Besse",)),))
    card.ask_speaker()
    QTest.keyClicks(card.speaker, "a. besse")

    assert not card._new.isVisible()
    with qtbot.waitSignal(card.named_speaker) as named:
        QTest.keyClick(card.speaker, Qt.Key.Key_Return)
    assert named.args == ["a. besse"]
