"""A photo slot is a card in the copy, and no single key can break it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.text import Span
from ui import theme
from ui.writing.cards import Card
from ui.writing.paper import Paper

BODY = "Avant.\n\n![](photo:1)\n\nAprès."
SLOT_AT = BODY.index("!")


@pytest.fixture
def paper(qtbot: QtBot) -> Paper:
    made = Paper(theme.serif(13))
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.load(BODY)
    made.show()
    return made


def test_words_typed_on_a_slot_go_under_it(qtbot: QtBot, paper: Paper) -> None:
    before = paper.body()
    at = before.index("![](photo:")
    paper.go_to(Span(at, at))
    QTest.keyClick(paper, Qt.Key.Key_Space)
    assert paper.body() == before

    QTest.keyClicks(paper, "Un mot.")
    slot = before[at:].split("\n\n")[0]
    assert paper.body() == before.replace(slot, f"{slot}\n\nUn mot.", 1)


def test_return_on_a_slot_begins_a_paragraph_after_it(qtbot: QtBot, paper: Paper) -> None:
    paper.go_to(Span(SLOT_AT, SLOT_AT))
    QTest.keyClick(paper, Qt.Key.Key_Return)
    QTest.keyClicks(paper, "Ici")

    assert paper.body() == "Avant.\n\n![](photo:1)\n\nIci\n\nAprès."


def test_backspace_after_a_slot_chooses_it_first_and_deletes_it_next(
    qtbot: QtBot, paper: Paper
) -> None:
    paper.go_to(Span(BODY.index("Après"), BODY.index("Après")))
    QTest.keyClick(paper, Qt.Key.Key_Backspace)
    assert paper.body() == BODY

    QTest.keyClick(paper, Qt.Key.Key_Backspace)
    assert paper.body() == "Avant.\n\nAprès."
    paper.undo()
    assert paper.body() == BODY


def test_delete_before_a_slot_chooses_it_first(qtbot: QtBot, paper: Paper) -> None:
    paper.go_to(Span(6, 6))
    QTest.keyClick(paper, Qt.Key.Key_Delete)

    assert paper.body() == BODY
    assert paper.textCursor().hasSelection()


def test_a_selection_takes_slots_whole(qtbot: QtBot, paper: Paper) -> None:
    cursor = paper.cursor_on(Span(2, SLOT_AT + 4))
    paper.setTextCursor(cursor)
    QTest.keyClick(paper, Qt.Key.Key_Delete)

    assert paper.body() == "Av\n\nAprès."


def test_words_pasted_on_a_slot_go_after_it(paper: Paper) -> None:
    paper.go_to(Span(SLOT_AT + 2, SLOT_AT + 2))
    paper.insert("Collé")

    assert paper.body() == "Avant.\n\n![](photo:1)\n\nCollé\n\nAprès."


def test_a_slot_typed_by_hand_gets_the_height_of_its_card(qtbot: QtBot, paper: Paper) -> None:
    paper.load("")
    paper.textCursor().insertText("![](photo:2)")

    wanted = paper.slot_format().lineHeight()
    qtbot.waitUntil(lambda: paper.textCursor().blockFormat().lineHeight() == wanted)


def test_a_double_click_on_a_card_asks_for_its_slot(qtbot: QtBot, paper: Paper) -> None:
    paper.show_cards({1: Card(1, filled=True, caption="Une légende", credit="Agence")})
    place = paper.cursorRect(paper.cursor_on(Span(SLOT_AT, SLOT_AT))).center()

    with qtbot.waitSignal(paper.slot_opened) as opened:
        QTest.mouseDClick(
            paper.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )

    assert opened.args == [1]


def test_cards_are_painted_over_their_line(paper: Paper) -> None:
    before = paper.grab().toImage()
    paper.show_cards({1: Card(1, caption="Une autre légende, bien plus longue " * 9)})

    assert paper.grab().toImage() != before


def test_page_down_moves_the_caret_by_what_is_seen(qtbot: QtBot, paper: Paper) -> None:
    paper.load("\n\n".join(f"Paragraphe {n}" for n in range(80)))
    paper.page_height = lambda: 200
    paper.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(paper, Qt.Key.Key_PageDown)

    assert 1 < paper.textCursor().blockNumber() < 20
