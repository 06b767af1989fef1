"""Underlined words: where they stand, also behind signs of two units, and how they are walked."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from ui.parts.squiggles import Squiggles


@pytest.fixture
def document(qapp: object) -> Iterator[QTextDocument]:
    made = QTextDocument()
    # A document that nobody lays out does not tell of its edits.
    made.documentLayout()
    made.setPlainText("😀 le quaie, quaies\net le quaie")
    yield made
    made.deleteLater()


@pytest.fixture
def squiggles(document: QTextDocument) -> Squiggles:
    made = Squiggles(document)
    made.show_words({"quaie": "warning"})
    return made


def underlined(document: QTextDocument) -> list[str]:
    """The stretches with a wave under them, in order."""
    found = []
    block = document.begin()
    while block.isValid():
        text = block.text().encode("utf-16-le")
        found += [
            text[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
            for one in block.layout().formats()
        ]
        block = block.next()
    return found


def test_whole_words_are_underlined_wherever_they_stand(
    document: QTextDocument, squiggles: Squiggles
) -> None:
    assert underlined(document) == ["quaie", "quaie"]
    squiggles.show_words({})
    assert underlined(document) == []


def test_a_wave_goes_with_its_word_and_ends_when_the_word_does(
    document: QTextDocument, squiggles: Squiggles
) -> None:
    cursor = QTextCursor(document)
    cursor.insertText("Devant ")
    assert underlined(document) == ["quaie", "quaie"]
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("s")
    assert underlined(document) == ["quaie"]


def test_the_words_are_walked_one_after_the_other(
    document: QTextDocument, squiggles: Squiggles
) -> None:
    first = squiggles.next_after(QTextCursor(document))
    assert first is not None
    second = squiggles.next_after(first)
    assert second is not None

    assert [first.selectedText(), second.selectedText()] == ["quaie", "quaie"]
    assert second.blockNumber() == 1
    assert squiggles.next_after(second) is None


def test_the_word_a_caret_touches_is_chosen(document: QTextDocument, squiggles: Squiggles) -> None:
    cursor = QTextCursor(document)
    assert squiggles.at(cursor) is None
    cursor.setPosition(len("..le q") + 1)
    touched = squiggles.at(cursor)
    assert touched is not None
    assert touched.selectedText() == "quaie"
