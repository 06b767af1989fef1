"""Plain keys walk and decide; with a modifier they belong to the menus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from ui.sourcing.lines import seen
from ui.sourcing.model import Quotes
from ui.sourcing.roll import KEYS, Roll


@pytest.fixture
def roll(qtbot: QtBot, desk: Desk, story_id: str) -> Roll:
    quotes = Quotes()
    made = Roll(quotes)
    quotes.setParent(made)
    qtbot.addWidget(made)
    quotes.show_lines(seen(desk, story_id).lines)
    made.setCurrentIndex(quotes.index(0))
    made.show()
    return made


@pytest.mark.parametrize("key", list(KEYS))
def test_a_key_stands_for_its_action(qtbot: QtBot, roll: Roll, key: Qt.Key) -> None:
    with qtbot.waitSignal(roll.decided) as decided:
        QTest.keyClick(roll, key)

    assert decided.args == [KEYS[key]]


def test_j_and_k_walk(roll: Roll) -> None:
    QTest.keyClick(roll, Qt.Key.Key_J)
    QTest.keyClick(roll, Qt.Key.Key_J)
    QTest.keyClick(roll, Qt.Key.Key_K)

    assert roll.currentIndex().row() == 1


def test_a_modifier_leaves_the_key_alone(qtbot: QtBot, roll: Roll) -> None:
    with qtbot.assertNotEmitted(roll.decided):
        QTest.keyClick(roll, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)


def test_every_row_is_painted(roll: Roll) -> None:
    roll.resize(320, 600)
    image = roll.grab().toImage()

    assert len({image.pixel(x, y) for x in range(0, 320, 3) for y in range(0, 400, 3)}) > 10


def test_the_quote_chosen_stays_in_view_when_room_gets_short(roll: Roll) -> None:
    roll.resize(320, 900)
    roll.setCurrentIndex(roll.model().index(4, 0))
    roll.resize(320, 160)

    assert roll.viewport().rect().contains(roll.visualRect(roll.currentIndex()).center())
