"""What a place shows when it has nothing to show: a picture, a sentence, and what to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.parts import named
from ui.parts.pictogram import Pictogram

GLYPH = 48
"""Pixels of the picture over the sentence."""


class Empty(QWidget):
    """A calm empty state. `say` sets the sentence; `offer` adds a button."""

    def __init__(self, icon: str, object_name: str) -> None:
        super().__init__()
        named(self, object_name)
        self._title = named(QLabel(), f"{object_name}-title")
        self._title.setProperty("kind", "title")
        self._text = named(QLabel(), f"{object_name}-text")
        self._text.setProperty("kind", "quiet")
        self._text.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        self._column.addStretch(2)
        self._column.addWidget(Pictogram(icon, "edge", GLYPH), 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(part)
        self._column.addStretch(3)

    def say(self, title: str, text: str = "") -> None:
        """Set the sentences shown."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(f"{title} {text}".strip())

    def offer(self, words: str, action: Callable[[], None], object_name: str) -> QPushButton:
        """Add a button under the sentences and return it."""
        button = named(QPushButton(words), object_name)
        button.clicked.connect(action)
        last = self._column.count() - 1
        self._column.insertWidget(last, button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button
