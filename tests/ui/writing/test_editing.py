"""Keys that wrap words do so once, and take back what they did."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from ui import theme
from ui.writing import editing
from ui.writing.paper import Paper


@pytest.fixture
def paper(qtbot: QtBot) -> Paper:
    made = Paper(theme.serif(13))
    qtbot.addWidget(made)
    made.load("un mot ici")
    return made


def choose(paper: Paper, start: int, end: int) -> None:
    cursor = paper.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    paper.setTextCursor(cursor)


def test_strong_goes_on_and_off(paper: Paper) -> None:
    choose(paper, 3, 6)
    editing.wrap(paper, "**", "**")
    assert paper.body() == "un **mot** ici"

    choose(paper, 3, 10)
    editing.wrap(paper, "**", "**")
    assert paper.body() == "un mot ici"


@pytest.mark.parametrize(
    ("language", "body"), [("fr-CH", "un «\u00a0mot\u00a0» ici"), ("en-GB", "un “mot” ici")]
)
def test_quotation_marks_are_those_of_the_story(paper: Paper, language: str, body: str) -> None:
    choose(paper, 3, 6)
    editing.quote(paper, language)

    assert paper.body() == body


def test_marks_around_nothing_take_the_caret_between_them(paper: Paper) -> None:
    choose(paper, 3, 3)
    editing.quote(paper, "fr-FR")
    paper.textCursor().insertText("x")

    assert paper.body() == "un «\u00a0x\u00a0»mot ici"


def test_a_paragraph_becomes_a_subhead_and_plain_again(paper: Paper) -> None:
    editing.turn_subhead(paper)
    assert paper.body() == "## un mot ici"

    editing.turn_subhead(paper)
    assert paper.body() == "un mot ici"
    paper.undo()
    assert paper.body() == "## un mot ici"
