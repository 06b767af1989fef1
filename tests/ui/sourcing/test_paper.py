"""The text marks its quotes, follows the choice, and answers to a click."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from ui import theme
from ui.sourcing.lines import Sight, seen
from ui.sourcing.paper import Paper
from ui.sourcing.reading import paragraphs


@pytest.fixture
def sight(desk: Desk, story_id: str) -> Sight:
    return seen(desk, story_id)


@pytest.fixture
def paper(qtbot: QtBot, sight: Sight) -> Paper:
    made = Paper()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.show_sight(sight)
    return made


def marked(paper: Paper, token: str) -> list[str]:
    """The words that stand on a ground of that colour."""
    return [
        mark.cursor.selectedText()
        for mark in paper.extraSelections()
        if mark.format.background().color() == theme.colour(token)
    ]


def test_every_quote_is_marked_with_its_own_words(paper: Paper, sight: Sight) -> None:
    paper.resize(700, 6000)

    assert marked(paper, "quote") == [line.row.words for line in sight.lines]


def test_a_quote_out_of_view_is_marked_when_it_is_scrolled_to(paper: Paper, sight: Sight) -> None:
    words = sight.lines[-1].row.words
    assert words not in marked(paper, "quote")

    paper.verticalScrollBar().setValue(paper.verticalScrollBar().maximum())

    assert words in marked(paper, "quote")


def test_the_quote_chosen_shows_its_cue_and_its_speaker(paper: Paper, sight: Sight) -> None:
    line = next(
        one for one in sight.lines if one.row.quote and one.row.quote.cue and one.row.quote.speaker
    )
    paper.show_line(line)

    assert line.row.quote is not None
    assert line.row.quote.cue is not None
    assert marked(paper, "selection") == [line.row.words]
    assert marked(paper, "warning-tint") == [line.row.quote.cue.text]
    assert len(marked(paper, "ok-tint")) == 1


def test_the_text_follows_the_choice(paper: Paper, sight: Sight) -> None:
    paper.show_line(sight.lines[-1])

    assert paper.viewport().rect().contains(paper.cursorRect())
    assert paper.verticalScrollBar().value() > 0


def test_a_click_on_a_quote_chooses_it(qtbot: QtBot, paper: Paper, sight: Sight) -> None:
    paper.verticalScrollBar().setValue(paper.verticalScrollBar().maximum())
    last = paper.extraSelections()[-1]
    cursor = QTextCursor(paper.document())
    cursor.setPosition(last.cursor.selectionStart() + 2)
    paper.setTextCursor(cursor)
    at = paper.cursorRect(cursor).center() + QPoint(1, 0)

    with qtbot.waitSignal(paper.chosen) as chosen:
        QTest.mouseClick(paper.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert chosen.args == [sight.lines[-1].row.id]


def test_marks_change_with_the_theme(qapp: QApplication, paper: Paper, sight: Sight) -> None:
    paper.resize(700, 6000)
    theme.apply(qapp, "dark")

    assert marked(paper, "quote") == [line.row.words for line in sight.lines]


def test_it_can_be_read_but_not_written(paper: Paper) -> None:
    before = paper.toPlainText()
    QTest.keyClicks(paper, "xyz")

    assert paper.toPlainText() == before


def test_a_long_text_comes_in_slices_and_is_marked_when_it_is_there(
    qtbot: QtBot, paper: Paper, sight: Sight
) -> None:
    line = sight.lines[-1]
    before = sight.body.splitlines()[0]
    long = sight.body + f"\n\n{before}" * 900
    paper.show_sight(replace(sight, body=long, shown=paragraphs(long, {})))
    paper.show_line(line)

    assert paper.document().blockCount() < 900
    qtbot.waitUntil(lambda: marked(paper, "selection") == [line.row.words])
    assert paper.document().blockCount() > 900
    assert paper.viewport().rect().contains(paper.cursorRect())
