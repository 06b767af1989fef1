"""Giving blocks their marks a few at a time: a long story has thousands of findings."""

import time
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextBlock, QTextDocument

from app.domain.text import Span
from ui.spans import Blocks
from ui.writing.marks import Mark, set_marks, stretches
from ui.writing.restyling import Restyling, Stretch

SLICE = 0.006
"""Seconds of processor time spent in one go; keys are answered in between."""


class Marking(QObject):
    """Marks the blocks of a document, those near the caret first, and has them shown afresh."""

    def __init__(
        self, document: QTextDocument, restyling: Restyling, here: Callable[[], int]
    ) -> None:
        """`here` says in which block, by number, the caret is."""
        super().__init__(document)
        self._document = document
        self._restyling = restyling
        self._here = here
        self._marked: list[QTextBlock] = []
        self._steps: Iterator[QTextBlock | None] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def show(self, blocks: Blocks, marks: Sequence[tuple[Span, Mark]]) -> None:
        """Mark spans of the body `blocks` tells of, which is the document as it stands.

        What can be done at once is done when this returns.
        """
        self._steps = self._work(blocks, marks)
        self._restyling.restyle(self._slice())

    def add(self, block: QTextBlock) -> None:
        """Take note of a block that came to have marks by itself."""
        self._marked.append(block)

    def under_way(self) -> bool:
        """Say whether some marks are still to come."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Leave it at what is marked: the places of the rest are those of words that have changed."""
        self._steps = iter(())
        self._timer.stop()

    def forget(self) -> None:
        """Stop, and know of no marks: the text is another one now."""
        self.stop()
        self._marked = []

    def _go_on(self) -> None:
        for block in self._slice():
            self._restyling.add(Stretch(block))

    def _slice(self) -> list[QTextBlock]:
        """Do one slice of the work and return the blocks that look otherwise now."""
        end = time.thread_time() + SLICE
        changed: list[QTextBlock] = []
        for block in self._steps:
            if block is not None:
                changed.append(block)
            if time.thread_time() > end:
                self._timer.start(0)
                return changed
        self._timer.stop()
        return changed

    def _work(
        self, blocks: Blocks, marks: Sequence[tuple[Span, Mark]]
    ) -> Iterator[QTextBlock | None]:
        """Do it step by step, yielding each block that looks otherwise after it."""
        placed: dict[int, list[Mark]] = {}
        for span, mark in marks:
            for number, start, length in stretches(blocks, span):
                found = Mark(start, length, mark.severity, mark.finding)
                placed.setdefault(number, []).append(found)
            yield None
        here = self._here()
        for number in sorted(placed, key=lambda one: abs(one - here)):
            block = self._document.findBlockByNumber(number)
            self._marked.append(block)
            yield block if set_marks(block, tuple(placed[number])) else None
        kept = {}
        for block in self._marked:
            number = block.blockNumber()
            if number in placed:
                kept[number] = block
                yield None
            else:
                yield block if block.isValid() and set_marks(block, ()) else None
        self._marked = [*kept.values()]
