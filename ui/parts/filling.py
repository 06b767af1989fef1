"""Long copy put into a document in slices, so that the window answers in between."""

import time
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

T = TypeVar("T")

SLICE = 0.006
"""Seconds of processor time spent in one go."""

AT_ONCE = 6
"""Parts laid out together: Qt does the same work once for all of them."""


class Filling(QObject, Generic[T]):
    """Puts parts of a text in one after the other, the first screenful at once.

    `put(parts, first)` adds some to the end of the document; `first` says that they take the place
    of all there was. `finished` is emitted when the last of them is there.
    """

    finished = Signal()

    def __init__(
        self, parent: QObject, put: Callable[[Sequence[T], bool], None], at_once: int = AT_ONCE
    ) -> None:
        super().__init__(parent)
        self._put = put
        self._at_once = at_once
        self._parts: Sequence[T] = ()
        self._at = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self, parts: Sequence[T]) -> None:
        """Put another text in, one part at least; the rest of the one before is forgotten."""
        self.forget()
        self._parts = parts
        self._go_on()

    def forget(self) -> None:
        """Put nothing more in."""
        self._timer.stop()
        self._parts, self._at = (), 0

    def under_way(self) -> bool:
        """Say whether a part of the text is not in the document yet."""
        return self._at < len(self._parts)

    def rest(self) -> Sequence[T]:
        """Return the parts that are not in the document yet."""
        return self._parts[self._at :]

    def finish(self) -> None:
        """Put in all that is left, now."""
        if self.under_way():
            self._timer.stop()
            self._put_next(len(self._parts))
            self._end()

    def _go_on(self) -> None:
        end = time.thread_time() + SLICE
        while self.under_way() and time.thread_time() < end:
            self._put_next(self._at_once)
        if self.under_way():
            self._timer.start(0)
        else:
            self._end()

    def _put_next(self, count: int) -> None:
        first, self._at = self._at, min(self._at + count, len(self._parts))
        self._put(self._parts[first : self._at], first == 0)

    def _end(self) -> None:
        self.forget()
        self.finished.emit()
