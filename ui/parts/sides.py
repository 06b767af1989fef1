"""Texts side by side that scroll together."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextDocumentFragment
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from ui import theme
from ui.parts import named
from ui.parts.filling import Filling
from ui.parts.heading import heading


class Sides(QWidget):
    """Two columns or more, each with a title; `show_sides` takes titles and HTML of our own making.

    The HTML is paragraphs, one after the other: long texts are shown in slices between them.
    """

    def __init__(self, object_name: str, names: Sequence[str]) -> None:
        super().__init__()
        self.titles: list[QLabel] = []
        self.texts: list[QTextBrowser] = []
        self._fillings: list[Filling[str]] = []
        self._moving = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for number, words in enumerate(names):
            row.addLayout(self._column(f"{object_name}-{number}", words))

    def show_sides(self, sides: Sequence[tuple[str, str]]) -> None:
        """Show a title and a text in each column, from the top."""
        for title, filling, (words, html) in zip(self.titles, self._fillings, sides, strict=True):
            title.setText(words)
            filling.begin([f"{one}</p>" for one in html.removesuffix("</p>").split("</p>")])

    def _column(self, object_name: str, words: str) -> QVBoxLayout:
        title = named(heading(words), f"{object_name}-title")
        title.setContentsMargins(16, 8, 16, 6)
        text = named(QTextBrowser(), f"{object_name}-text", words)
        text.setProperty("kind", "paper")
        text.setOpenLinks(False)
        text.setFont(theme.serif())
        text.document().setDocumentMargin(16)
        text.verticalScrollBar().valueChanged.connect(self._follow)
        self.titles.append(title)
        self.texts.append(text)
        self._fillings.append(Filling(text, partial(_put, text)))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(text, 1)
        return column

    def _follow(self, value: int) -> None:
        """Scroll the other columns to the same share of their length."""
        if self._moving:
            return
        self._moving = True
        bars = [text.verticalScrollBar() for text in self.texts]
        moved = next((bar for bar in bars if bar is self.sender()), bars[0])
        share = value / (moved.maximum() or 1)
        for bar in bars:
            if bar is not moved:
                bar.setValue(round(share * bar.maximum()))
        self._moving = False


def _put(text: QTextBrowser, paragraphs: Sequence[str], first: bool) -> None:  # noqa: FBT001  as a filling calls it
    if first:
        text.setHtml("".join(paragraphs))
        text.verticalScrollBar().setValue(0)
        return
    some = QTextDocument()
    some.setHtml("".join(paragraphs))
    cursor = QTextCursor(text.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.beginEditBlock()
    # What is inserted leaves the block it begins in the format it had.
    cursor.insertBlock(some.firstBlock().blockFormat(), QTextCharFormat())
    cursor.insertFragment(QTextDocumentFragment(some))
    cursor.endEditBlock()
