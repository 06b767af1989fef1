"""Texts side by side that scroll together."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.parts import named
from ui.parts.heading import heading
from ui.parts.reading import Reading


class Sides(QWidget):
    """Two columns or more, each with a title; `show_sides` takes titles and HTML of our own making.

    The HTML is paragraphs, one after the other: long texts are shown in slices between them.
    """

    def __init__(self, object_name: str, names: Sequence[str]) -> None:
        super().__init__()
        self.titles: list[QLabel] = []
        self.texts: list[Reading] = []
        self._moving = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for number, words in enumerate(names):
            row.addLayout(self._column(f"{object_name}-{number}", words))

    def show_sides(self, sides: Sequence[tuple[str, str]]) -> None:
        """Show a title and a text in each column, from the top."""
        for title, text, (words, html) in zip(self.titles, self.texts, sides, strict=True):
            title.setText(words)
            text.show_parts([f"{one}</p>" for one in html.removesuffix("</p>").split("</p>")])

    def busy(self) -> bool:
        """Say whether a part of a text is still to come."""
        return any(text.busy() for text in self.texts)

    def _column(self, object_name: str, words: str) -> QVBoxLayout:
        title = named(heading(words), f"{object_name}-title")
        title.setContentsMargins(16, 8, 16, 6)
        text = Reading(f"{object_name}-text", words)
        text.setProperty("kind", "paper")
        text.setFont(theme.serif())
        text.document().setDocumentMargin(16)
        text.verticalScrollBar().valueChanged.connect(self._follow)
        self.titles.append(title)
        self.texts.append(text)
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
