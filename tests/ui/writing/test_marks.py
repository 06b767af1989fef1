"""Marks move with the words they stand on."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from app.domain.finding import Severity
from ui.writing.marks import Mark, heaviest, marks_of, set_marks

ERROR = Severity.ERROR


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 10), st.integers(0, 10))
def test_a_mark_stays_on_its_words_or_goes(start: int, at: int, removed: int, added: int) -> None:
    text = "".join(chr(0x100 + i) for i in range(50))
    edited = text[:at] + "x" * added + text[at + removed :]

    moved = Mark(start, 5, ERROR, 0).after_edit(at, removed, added)

    if moved is not None:
        assert edited[moved.start : moved.start + 5] == text[start : start + 5]
    else:
        assert at < start + 5
        assert start < at + removed or removed == 0


def test_an_edit_after_or_before_keeps_a_mark() -> None:
    mark = Mark(10, 3, ERROR, 0)

    assert mark.after_edit(13, 4, 1) == mark
    assert mark.after_edit(2, 1, 3) == Mark(12, 3, ERROR, 0)
    assert mark.after_edit(11, 0, 1) is None


def test_a_block_keeps_its_marks_when_blocks_come_before_it(qapp: QApplication) -> None:
    document = QTextDocument("one\ntwo")
    marks = (Mark(0, 3, ERROR, 7),)

    assert set_marks(document.lastBlock(), marks)
    assert not set_marks(document.lastBlock(), marks)
    document.firstBlock().layout()
    assert marks_of(document.lastBlock()) == marks
    assert marks_of(document.firstBlock()) == ()


def test_the_heaviest_finding_is_the_one_shown() -> None:
    marks = (Mark(0, 1, Severity.HINT, 0), Mark(2, 1, Severity.BLOCK, 1), Mark(4, 1, ERROR, 2))

    assert heaviest(marks) == marks[1]
    assert heaviest(()) is None
