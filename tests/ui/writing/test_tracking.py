"""Marks inside a document: everybody in a colour of their own, a line beside the colour."""

from pytestqt.qtbot import QtBot

from ui.writing import tracking
from ui.writing.pieces import DELETED, INSERTED


def test_a_mark_says_what_whose_and_never_by_colour_alone(qtbot: QtBot) -> None:
    comes = tracking.look(INSERTED, "Bo", "s1")
    goes = tracking.look(DELETED, "Ana")

    assert tracking.of(comes) == (INSERTED, "Bo", "s1")
    assert tracking.of(goes) == (DELETED, "Ana", "")
    assert goes.fontStrikeOut()
    assert comes.underlineStyle() == comes.UnderlineStyle.SingleUnderline


def test_no_two_people_have_one_colour_while_there_are_enough() -> None:
    colours = tracking.Colours()
    colours.me = "Ana"
    people = ["Ana", "Bo", "Carla", "Dora", "Émile", "Farid"]

    assert len({colours.of(one) for one in people}) == len(people)
    assert colours.of("Gil") in tracking.AUTHORS
    assert [colours.of(one) for one in people] == [colours.of(one) for one in people]
