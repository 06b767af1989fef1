"""Boxes grow with their words, offer what was written before, and take codes in UTF-16 stride."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.captioning.edits import MOST_LINES, Line, Words


def test_no_line_of_the_words_is_cut_off(qtbot: QtBot) -> None:
    edit = Words(2)
    qtbot.addWidget(edit)
    edit.resize(220, edit.height())
    edit.show()
    low = edit.height()

    edit.setPlainText("Une phrase assez longue pour tenir sur plusieurs lignes étroites. " * 3)
    qtbot.waitUntil(lambda: edit.height() > low)
    room = edit.viewport().height() - 2 * edit.document().documentMargin()
    lines = min(MOST_LINES, round(edit.document().size().height()))
    assert room >= lines * edit.fontMetrics().lineSpacing()

    edit.setPlainText("Court.")
    qtbot.waitUntil(lambda: edit.height() == low)


def test_a_list_is_completed_value_by_value(qtbot: QtBot) -> None:
    edit = Line()
    qtbot.addWidget(edit)
    edit.offer(["Hélène Carvin", "Rex Arnaud"], listed=True)
    completer = edit.completer()
    completer.setCompletionPrefix("Hélène Carvin; arn")

    assert completer.completionCount() == 1
    assert completer.pathFromIndex(completer.currentIndex()) == "Hélène Carvin; Rex Arnaud"


def test_one_value_is_found_by_any_part_of_it(qtbot: QtBot) -> None:
    edit = Line()
    qtbot.addWidget(edit)
    edit.offer(["Port-Sablé", "Rivage"], listed=False)
    completer = edit.completer()
    completer.setCompletionPrefix("sabl")

    assert completer.completionCount() == 1


def test_words_before_the_caret_are_told_past_an_emoji(qtbot: QtBot) -> None:
    line, words = Line(), Words(2)
    for edit in (line, words):
        qtbot.addWidget(edit)
        edit.show()
        QTest.keyClicks(edit, "a")
        edit.insert("😀b")
        QTest.keyClick(edit, Qt.Key.Key_Left)
        assert edit.before_caret() == "a😀"


def test_no_break_spaces_are_kept(qtbot: QtBot) -> None:
    edit = Words(2)
    qtbot.addWidget(edit)
    edit.setPlainText("«\u00a0Le port\u00a0»\nfête")

    assert edit.words() == "«\u00a0Le port\u00a0»\nfête"


def test_a_narrower_box_shows_all_its_lines(qtbot: QtBot) -> None:
    words = Words(3)
    qtbot.addWidget(words)
    words.resize(400, 80)
    words.show()
    words.setPlainText(
        "Un grand moulin de pierre aux fenêtres éclairées se reflète dans l’eau. " * 2
    )
    before = words.height()

    words.resize(160, words.height())

    lines = round(words.document().size().height())
    assert words.height() > before
    assert words.viewport().height() >= min(lines, MOST_LINES) * words.fontMetrics().lineSpacing()
