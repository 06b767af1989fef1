"""Marks come near the caret first, thousands of them in slices, and none at the wrong words."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.domain.finding import Severity
from app.domain.text import Span
from ui import theme
from ui.writing.copy_edit import CopyEdit
from ui.writing.marks import Mark, marks_of

LINE = "La digue tient."
MANY = 6_000


@pytest.fixture
def edit(qtbot: QtBot) -> CopyEdit:
    found = CopyEdit(theme.serif(12), markdown=True)
    qtbot.addWidget(found)
    found.resize(400, 300)
    return found


def marks_on(lines: range) -> list[tuple[Span, Mark]]:
    """A mark on the second word of some lines."""
    step = len(LINE) + 2
    starts = [number * step + 3 for number in lines]
    return [
        (Span(start, start + 5), Mark(0, 0, Severity.WARNING, index))
        for index, start in enumerate(starts)
    ]


def load(qtbot: QtBot, edit: CopyEdit, lines: int) -> None:
    edit.load("\n\n".join([LINE] * lines))
    edit.filling.finish()


def marked(edit: CopyEdit) -> list[int]:
    """The numbers of the blocks that have marks, all of which must be on the right words."""
    found = []
    block = edit.document().firstBlock()
    while block.isValid():
        for mark in marks_of(block):
            assert block.text()[mark.start : mark.start + mark.length] == "digue"
            found.append(block.blockNumber())
        block = block.next()
    return found


def test_a_few_marks_are_there_at_once_and_others_take_their_places(
    qtbot: QtBot, edit: CopyEdit
) -> None:
    load(qtbot, edit, 10)
    edit.show_marks(marks_on(range(0, 10, 3)))
    assert marked(edit) == [0, 3, 6, 9]

    edit.show_marks(marks_on(range(3, 5)))
    assert marked(edit) == [3, 4]
    assert not edit.marking.under_way()


def test_thousands_come_in_turns_and_all_of_them(qtbot: QtBot, edit: CopyEdit) -> None:
    load(qtbot, edit, MANY)
    beats: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    timer.start(0)

    edit.show_marks(marks_on(range(MANY)))
    assert edit.marking.under_way()
    qtbot.waitUntil(lambda: not edit.marking.under_way())
    assert marked(edit) == [*range(MANY)]
    assert len(beats) > 2

    edit.show_marks(())
    qtbot.waitUntil(lambda: not edit.marking.under_way())
    assert marked(edit) == []


def test_those_near_the_caret_come_first(qtbot: QtBot, edit: CopyEdit) -> None:
    load(qtbot, edit, MANY)
    edit.go_to(Span(4_000 * (len(LINE) + 2), 4_000 * (len(LINE) + 2)))
    edit.show_marks(marks_on(range(MANY)))
    while not marks_of(edit.textCursor().block()):
        assert edit.marking.under_way()
        edit.marking._go_on()

    assert 0 not in marked(edit)
    assert MANY - 1 not in marked(edit)


def test_a_key_typed_meanwhile_leaves_no_mark_at_wrong_words(qtbot: QtBot, edit: CopyEdit) -> None:
    load(qtbot, edit, MANY)
    edit.show_marks(marks_on(range(MANY)))
    assert edit.marking.under_way()
    cursor = QTextCursor(edit.document())
    cursor.insertText("Hier, ")
    assert not edit.marking.under_way()

    assert len(marked(edit)) < MANY
    edit.show_marks(
        [(Span(span.start + 6, span.end + 6), mark) for span, mark in marks_on(range(MANY))]
    )
    qtbot.waitUntil(lambda: not edit.marking.under_way())
    assert marked(edit) == [*range(MANY)]


def test_another_text_has_none_of_them(qtbot: QtBot, edit: CopyEdit) -> None:
    load(qtbot, edit, MANY)
    edit.show_marks(marks_on(range(MANY)))
    load(qtbot, edit, 5)

    assert not edit.marking.under_way()
    assert marked(edit) == []
