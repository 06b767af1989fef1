"""Waves under words of a text box, which stay with the words while others are typed."""

import re
from collections.abc import Mapping

from PySide6.QtGui import (
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from typing_extensions import override

from ui import theme
from ui.spans import to_points, to_units

_NO_WORD = re.compile(r"(?!)")


class Squiggles(QSyntaxHighlighter):
    """Underlines words wherever they stand in a document, each in the colour of a theme's token."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._tokens: dict[str, str] = {}
        self._pattern = _NO_WORD

    def show_words(self, tokens: Mapping[str, str]) -> None:
        """Underline these words instead of those before; `tokens` gives each its colour."""
        if tokens == self._tokens:
            return
        self._tokens = dict(tokens)
        longest_first = sorted(map(re.escape, tokens), key=len, reverse=True)
        self._pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")
            if longest_first
            else _NO_WORD
        )
        self.rehighlight()

    def words(self) -> frozenset[str]:
        """Return the words that are underlined."""
        return frozenset(self._tokens)

    def at(self, cursor: QTextCursor) -> QTextCursor | None:
        """Return the underlined word a caret touches, chosen; None where there is none."""
        point = to_points(cursor.block().text(), cursor.positionInBlock())
        for start, end in self._places(cursor.block()):
            if start <= point <= end:
                return _chosen(cursor.block(), start, end)
        return None

    def next_after(self, cursor: QTextCursor) -> QTextCursor | None:
        """Return the next underlined word after a caret, chosen; None when there is no further."""
        block = cursor.block()
        point = to_points(block.text(), cursor.positionInBlock())
        while block.isValid():
            for start, end in self._places(block):
                if start >= point:
                    return _chosen(block, start, end)
            block, point = block.next(), 0
        return None

    @override
    def highlightBlock(self, text: str) -> None:
        for match in self._pattern.finditer(text):
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(theme.colour(self._tokens[match[0]]))
            start = to_units(text, match.start())
            self.setFormat(start, to_units(text, match.end()) - start, look)

    def _places(self, block: QTextBlock) -> list[tuple[int, int]]:
        return [match.span() for match in self._pattern.finditer(block.text())]


def _chosen(block: QTextBlock, start: int, end: int) -> QTextCursor:
    """Return a cursor that has chosen a stretch of a block, given in code points."""
    found = QTextCursor(block)
    found.setPosition(block.position() + to_units(block.text(), start))
    last = block.position() + to_units(block.text(), end)
    found.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    return found
