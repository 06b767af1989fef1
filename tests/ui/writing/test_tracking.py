"""Marks inside a document: everybody in a colour of their own, a line beside the colour."""

from pytestqt.qtbot import QtBot

from ui.writing import tracking
from ui.writing.pieces import DELETED, INSERTED


def test_a_mark_says_what_whose_and_never_by_colour_alone(qtbot: QtBot) -> None:
    comes = tracking.look(INSERTED, "Bo", "Ana", "s1")
    goes = tracking.look(DELETED, "Ana", "Ana")

    assert tracking.of(comes) == (INSERTED, "Bo", "s1")
    assert tracking.of(goes) == (DELETED, "Ana", "")
    assert goes.fontStrikeOut()
    assert comes.underlineStyle() == comes.UnderlineStyle.SingleUnderline
    assert tracking.colour_of("Ana", "Ana") != tracking.colour_of("Bo", "Ana")
