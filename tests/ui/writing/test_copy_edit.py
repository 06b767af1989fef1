"""Copy goes in and out by key and clipboard without losing a character."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.finding import Severity
from app.domain.text import Span
from ui import theme
from ui.writing.copy_edit import CopyEdit
from ui.writing.marks import Mark, marks_of

TRICKY = "«\u00a0Été\u202f!\u00a0» e\u0301 😀 שלום"


def typed(edit: CopyEdit, text: str) -> None:
    """Type letters that no key of the test keyboard has."""
    for letter in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(edit, event)


@pytest.fixture
def edit(qtbot: QtBot) -> CopyEdit:
    made = CopyEdit(theme.serif(13), markdown=True)
    qtbot.addWidget(made)
    made.show()
    return made


def test_no_break_spaces_survive_typing_and_copying(edit: CopyEdit) -> None:
    typed(edit, TRICKY)
    assert edit.body() == TRICKY

    edit.selectAll()
    edit.copy()
    assert QApplication.clipboard().text() == TRICKY
    edit.cut()
    edit.paste()
    assert edit.body() == TRICKY


def test_paragraphs_and_soft_line_ends_survive_cut_and_paste(edit: CopyEdit) -> None:
    edit.load("un\nencore un\n\n\ndeux")
    edit.selectAll()
    edit.cut()
    edit.paste()

    assert edit.body() == "un\nencore un\n\n\ndeux"


def test_pasted_wire_lines_become_paragraphs(edit: CopyEdit) -> None:
    data = QMimeData()
    data.setText("Un\r\nDeux")
    edit.insertFromMimeData(data)

    assert edit.body() == "Un\n\nDeux"


def test_loading_is_not_typing(qtbot: QtBot, edit: CopyEdit) -> None:
    with qtbot.assertNotEmitted(edit.typed):
        edit.load("un")
        edit.bring_to("deux")
    with qtbot.waitSignal(edit.typed):
        QTest.keyClicks(edit, "x")


def test_undo_comes_back_to_what_was_loaded(qtbot: QtBot, edit: CopyEdit) -> None:
    edit.load("Un début")
    QTest.keyClicks(edit, " et plus")
    while edit.document().isUndoAvailable():
        edit.undo()

    assert edit.body() == "Un début"


def test_a_squiggle_after_an_emoji_stands_on_its_word(edit: CopyEdit) -> None:
    edit.load("😀 mot\n\nfaux 😀 ici")
    edit.show_marks(
        [(Span(2, 5), Mark(0, 0, Severity.ERROR, 0)), (Span(14, 17), Mark(0, 0, Severity.HINT, 1))]
    )

    assert marks_of(edit.document().firstBlock()) == (Mark(3, 3, Severity.ERROR, 0),)
    assert marks_of(edit.document().lastBlock()) == (Mark(8, 3, Severity.HINT, 1),)


def test_a_mark_over_several_paragraphs_stands_in_each(edit: CopyEdit) -> None:
    edit.load("un deux\n\ntrois\n\nquatre")
    edit.show_marks([(Span(3, 18), Mark(0, 0, Severity.ERROR, 0))])

    block = edit.document().firstBlock()
    placed = []
    while block.isValid():
        placed.append([(m.start, m.length) for m in marks_of(block)])
        block = block.next()
    assert placed == [[(3, 4)], [(0, 5)], [(0, 2)]]


def test_marks_move_while_the_person_types_before_them(qtbot: QtBot, edit: CopyEdit) -> None:
    edit.load("mot faux")
    edit.show_marks([(Span(4, 8), Mark(0, 0, Severity.ERROR, 3))])
    QTest.keyClick(edit, Qt.Key.Key_Home)
    QTest.keyClicks(edit, "un ")

    assert marks_of(edit.document().firstBlock()) == (Mark(7, 4, Severity.ERROR, 3),)
    assert edit.finding_at(8) == 3
    assert edit.finding_at(1) == -1


def test_the_caret_is_told_in_code_points(edit: CopyEdit) -> None:
    edit.load("😀\n\nab")
    edit.go_to(Span(4, 5))

    assert edit.caret() == 4


def test_a_mend_of_several_places_is_one_step_of_undo(edit: CopyEdit) -> None:
    edit.load('😀 "oui" et "non"')
    edit.replace([(Span(2, 3), "«\u00a0"), (Span(6, 7), "\u00a0»")])

    assert edit.body() == '😀 «\u00a0oui\u00a0» et "non"'
    edit.undo()
    assert edit.body() == '😀 "oui" et "non"'


def test_the_edit_is_as_tall_as_its_words(qtbot: QtBot, edit: CopyEdit) -> None:
    edit.resize(300, 10)
    one = edit.height()
    edit.load("mot " * 200)

    assert edit.height() > 4 * one


def test_the_caret_leaves_over_the_edges(qtbot: QtBot, edit: CopyEdit) -> None:
    edit.load("un")
    with qtbot.waitSignal(edit.left) as below:
        QTest.keyClick(edit, Qt.Key.Key_Down)
        QTest.keyClick(edit, Qt.Key.Key_Down)

    assert below.args == [1]
