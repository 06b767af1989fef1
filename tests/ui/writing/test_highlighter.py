"""Copy is shown as it will read, and showing it never changes it."""

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from app.domain.finding import Severity
from ui import theme
from ui.writing import highlighter
from ui.writing.document import LONGEST_BLOCK, to_raw
from ui.writing.highlighter import Highlighter
from ui.writing.marks import Mark, set_marks
from ui.writing.restyling import Stretch


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    return QTextDocument()


def shown(document: QTextDocument, body: str, at: int, block: int = 0) -> QTextCharFormat:
    """The format laid over a UTF-16 unit of a block."""
    document.setUndoRedoEnabled(False)
    QTextCursor(document).insertText(to_raw(body))
    document.setUndoRedoEnabled(True)
    Highlighter(document, markdown=True).rehighlight()
    layout = document.findBlockByNumber(block).layout()
    ranges = layout.formats()
    found = [QTextCharFormat(r.format) for r in ranges if r.start <= at < r.start + r.length]
    return found[0] if found else QTextCharFormat()


def is_quote(look: QTextCharFormat) -> bool:
    return look.background().color() == theme.colour("quote")


def test_emphasis_is_slanted_and_strong_words_are_heavy(document: QTextDocument) -> None:
    assert shown(document, "un *mot* ici", 5).fontItalic()
    assert shown(document, "un **mot** ici", 6).fontWeight() > 400
    assert not shown(document, "2 * 3 * 4", 4).fontItalic()
    assert not shown(document, "mot_de_passe", 5).fontItalic()


def test_a_subhead_is_larger(document: QTextDocument) -> None:
    look = shown(document, "## Un calendrier", 6)

    assert look.fontPointSize() > document.defaultFont().pointSizeF()


@pytest.mark.parametrize("body", ["il dit « oui » hier", "he said “yes” now", 'il dit "oui" hier'])
def test_words_in_quotation_marks_are_tinted(document: QTextDocument, body: str) -> None:
    assert is_quote(shown(document, body, 10))
    assert not is_quote(shown(document, body, 2))


def test_a_quotation_left_open_runs_on_into_the_next_paragraph(document: QTextDocument) -> None:
    assert is_quote(shown(document, "« Un début\n\n« et une suite » dit-il", 6, block=1))


def test_the_tint_sits_on_its_words_after_an_emoji(document: QTextDocument) -> None:
    assert not is_quote(shown(document, "😀 «a»", 2))
    assert is_quote(shown(document, "😀 «a»", 3))


def test_findings_are_underlined_in_waves(document: QTextDocument) -> None:
    QTextCursor(document).insertText("un mot faux")
    highlighter = Highlighter(document, markdown=True)
    set_marks(document.firstBlock(), (Mark(7, 4, Severity.ERROR, 0),))
    highlighter.rehighlight()

    (wave,) = document.firstBlock().layout().formats()
    assert (wave.start, wave.length) == (7, 4)
    assert wave.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline


def test_looks_lie_over_each_other(document: QTextDocument) -> None:
    look = shown(document, "« un *mot* fort »", 7)

    assert look.fontItalic()
    assert is_quote(look)


def test_showing_adds_no_step_of_undo(document: QTextDocument) -> None:
    shown(document, "« un *mot* fort »", 3)

    assert not document.isUndoAvailable()


def test_a_block_too_long_is_left_plain(document: QTextDocument) -> None:
    """A paragraph is parted before it is that long; what is typed or pasted in one piece may be."""
    for words, slanted in (("*mot* ", True), ("*mot* " * (LONGEST_BLOCK // 5), False)):
        document.clear()
        QTextCursor(document).insertText(words)
        Highlighter(document, markdown=True).rehighlight()
        assert bool(document.firstBlock().layout().formats()) is slanted


def test_a_change_too_large_for_one_go_hands_the_rest_on_in_order(
    document: QTextDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Highlighter(document, markdown=True)
    # A document without a layout tells nobody of its changes.
    document.documentLayout()
    later: list[Stretch] = []
    made.later = later.append
    monkeypatch.setattr(highlighter, "PATIENCE", 0.0)
    made.begin_change()
    QTextCursor(document).insertText("\u2029".join(["un *mot* fort"] * 5))

    assert [block.blockNumber() for one in later for block in one.blocks()] == [1, 2, 3, 4]
    made.rehighlightBlock(document.lastBlock())
    assert document.lastBlock().layout().formats()


def test_each_change_hands_on_its_own_stretch(
    document: QTextDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Highlighter(document, markdown=True)
    document.documentLayout()
    later: list[Stretch] = []
    made.later = later.append
    monkeypatch.setattr(highlighter, "PATIENCE", 0.0)
    for _change in range(2):
        made.begin_change()
        QTextCursor(document).insertText("un *mot*\u2029deux\u2029trois\u2029")

    assert [[block.text() for block in one.blocks()] for one in later] == [
        ["deux", "trois", ""],
        ["deux", "trois", "un *mot*"],
    ]
