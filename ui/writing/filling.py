"""Long copy put into a document in slices, so that the window answers in between."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from ui.writing.document import BLOCK_END, from_raw, to_raw

SLICE = 0.008
"""Seconds of processor time spent in one go."""

AT_ONCE = 6
"""Paragraphs laid out together: Qt does the same work once for all of them."""


class Filling(QObject):
    """Puts paragraphs in one after the other, the first screenful at once; `finished` at the end.

    `put(paragraphs, first)` adds raw paragraphs to the end of the document; `first` says that they
    take the place of all there was.
    """

    finished = Signal()

    def __init__(self, parent: QObject, put: Callable[[Sequence[str], bool], None]) -> None:
        super().__init__(parent)
        self._put = put
        self._paragraphs: list[str] = []
        self._at = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self, body: str) -> None:
        """Put another text in; the rest of the one before, if any, is forgotten."""
        self._timer.stop()
        self._paragraphs = to_raw(body).split(BLOCK_END)
        self._at = 0
        self._go_on()

    def under_way(self) -> bool:
        """Say whether a part of the text is not in the document yet."""
        return self._at < len(self._paragraphs)

    def rest(self) -> str:
        """Return the Markdown that belongs after what is in the document, blank line included."""
        if not self.under_way():
            return ""
        return from_raw(BLOCK_END + BLOCK_END.join(self._paragraphs[self._at :]))

    def finish(self) -> None:
        """Put in all that is left, now."""
        if self.under_way():
            self._timer.stop()
            self._put_next(len(self._paragraphs))
            self._end()

    def _go_on(self) -> None:
        end = time.thread_time() + SLICE
        while self.under_way() and time.thread_time() < end:
            self._put_next(AT_ONCE)
        if self.under_way():
            self._timer.start(0)
        else:
            self._end()

    def _put_next(self, count: int) -> None:
        first, self._at = self._at, min(self._at + count, len(self._paragraphs))
        self._put(self._paragraphs[first : self._at], first == 0)

    def _end(self) -> None:
        self._paragraphs, self._at = [], 0
        self.finished.emit()
