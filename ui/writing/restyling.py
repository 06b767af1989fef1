"""Showing blocks afresh a few at a time: Qt lays the rest of a document out after each of them."""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock

from ui.parts.laying import Laying

SLICE = 0.006
"""Seconds of processor time spent in one go; keys are answered in between."""

LATER = 30
"""Milliseconds after which it is tried again while long copy is laid out."""


@dataclass(slots=True)
class Stretch:
    """Blocks in a row, from `first` on; their count may still grow before they have their turn."""

    first: QTextBlock
    count: int = 1

    def blocks(self) -> Iterator[QTextBlock]:
        """Yield the blocks, as many of them as there still are."""
        block = self.first
        for _number in range(self.count):
            if not block.isValid():
                return
            yield block
            block = block.next()


class Restyling(QObject):
    """Highlights the blocks it is given again, in their order, the first of them at once."""

    def __init__(self, highlighter: QSyntaxHighlighter, laying: Laying | None = None) -> None:
        super().__init__(highlighter)
        self._laying = laying
        self._highlighter = highlighter
        self._waiting: deque[QTextBlock] = deque()
        self._left: list[Stretch] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def restyle(self, blocks: Iterable[QTextBlock]) -> None:
        """Show blocks afresh; those still waiting from before come after them."""
        self._waiting.extendleft(reversed(list(blocks)))
        self._go_on()

    def add(self, stretch: Stretch) -> None:
        """Show a stretch afresh, after all that wait."""
        self._left.append(stretch)
        self._timer.start(0)

    def forget(self) -> None:
        """Leave what waits as it is: the text is another one now."""
        self._waiting.clear()
        self._left.clear()

    def _go_on(self) -> None:
        if self._laying and self._laying.long_under_way():
            # A block shown afresh would have all before it laid out first.
            self._timer.start(LATER)
            return
        end = time.thread_time() + SLICE
        for stretch in self._left:
            self._waiting.extend(stretch.blocks())
        self._left.clear()
        while self._waiting:
            block = self._waiting.popleft()
            if block.isValid():
                self._highlighter.rehighlightBlock(block)
            if time.thread_time() > end:
                break
        if self._waiting:
            self._timer.start(0)
