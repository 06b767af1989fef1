"""Long documents: laid out in slices whatever becomes of them, and the same as at once in the end."""

from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from ui.parts.laying import LONG, Laying

TEXT = "\n".join(f"Page {number}. The tide rose and the boats came home." for number in range(2000))
"""Five times what is laid out at once."""


def test_a_long_change_is_laid_out_after_it_and_to_the_end(qtbot: QtBot) -> None:
    edit, laying = shown(qtbot)

    with qtbot.waitSignal(laying.finished):
        edit.setPlainText(TEXT)
        assert laying.under_way()
        assert not laying.reaches(edit.document().lastBlock())

    assert laying.reaches(edit.document().lastBlock())
    assert edit.document().lastBlock().layout().lineCount() == 1


def test_what_is_taken_back_in_one_stroke_is_laid_out_as_it_was(qtbot: QtBot) -> None:
    edit, laying = shown(qtbot)
    with qtbot.waitSignal(laying.finished):
        edit.setPlainText(TEXT)
    before = edit.document().size()
    edit.selectAll()
    edit.cut()

    with qtbot.waitSignal(laying.finished), laying:
        edit.undo()
        assert not edit.document().isLayoutEnabled()

    assert edit.toPlainText() == TEXT
    assert edit.document().size() == before


def test_another_width_lays_out_again(qtbot: QtBot) -> None:
    edit, laying = shown(qtbot)
    with qtbot.waitSignal(laying.finished):
        edit.setPlainText(TEXT)
    before = edit.document().size().height()

    with qtbot.waitSignal(laying.finished):
        edit.resize(120, 300)

    assert edit.document().size().height() > before


def test_a_short_change_has_its_lines_at_once(qtbot: QtBot) -> None:
    edit, laying = shown(qtbot)

    edit.setPlainText("The tide rose.")

    assert not laying.under_way()
    assert laying.reaches(edit.document().firstBlock())
    assert len(TEXT) > LONG


def shown(qtbot: QtBot) -> tuple[QTextEdit, Laying]:
    """A text in a window of its own, whose document is laid out in slices."""
    edit = QTextEdit()
    qtbot.addWidget(edit)
    edit.resize(500, 300)
    edit.show()
    return edit, Laying(edit.document())
