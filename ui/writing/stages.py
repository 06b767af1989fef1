"""Long changes of a document made in slices, each of them taken back and made again as one."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

from ui.parts.filling import SLICE


class Stages(QObject):
    """Makes one long change at a time; `ended` is emitted when it is made, or taken back.

    A change is an iterator that does a part of it at every step. Between its parts the window
    answers, so nobody else may change the document until `ended`.
    """

    ended = Signal()

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._parts: Iterator[object] | None = None
        self._made: list[tuple[int, int]] = []
        self._taken_back: list[tuple[int, int]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def make(self, change: Iterator[object]) -> None:
        """Make a change, the first slice at once."""
        now = self._document.availableUndoSteps()
        self._made = [one for one in self._made if one[1] <= now]
        self._taken_back.clear()
        self._begin(self._remembering(change, now))

    def under_way(self) -> bool:
        """Say whether a part of a change is still to come."""
        return self._parts is not None

    def finish(self) -> None:
        """Make the rest of a change now."""
        if self._parts is not None:
            self._timer.stop()
            for _part in self._parts:
                pass
            self._end()

    def made_last(self) -> bool:
        """Say whether the last change that can be taken back is a long one."""
        return bool(self._made) and self._made[-1][1] == self._document.availableUndoSteps()

    def taken_back_last(self) -> bool:
        """Say whether the next change that can be made again is a long one."""
        now = self._document.availableUndoSteps()
        return bool(self._taken_back) and self._taken_back[-1][0] == now

    def undo(self) -> None:
        """Take the last change back, which must be a long one."""
        one = self._made.pop()
        self._taken_back.append(one)
        self._begin(self._walking(one[0], -1))

    def redo(self) -> None:
        """Make the change taken back again, which must be a long one."""
        one = self._taken_back.pop()
        self._made.append(one)
        self._begin(self._walking(one[1], 1))

    def forget(self) -> None:
        """Remember no change: the document has none any more."""
        self._made.clear()
        self._taken_back.clear()

    def _remembering(self, change: Iterator[object], before: int) -> Iterator[object]:
        yield from change
        self._made.append((before, self._document.availableUndoSteps()))

    def _walking(self, wanted: int, direction: int) -> Iterator[object]:
        now, before = self._document.availableUndoSteps(), -1
        while (wanted - now) * direction > 0 and now != before:
            self._document.undo() if direction < 0 else self._document.redo()
            before, now = now, self._document.availableUndoSteps()
            yield now

    def _begin(self, parts: Iterator[object]) -> None:
        self._parts = parts
        self._go_on()

    def _go_on(self) -> None:
        end = time.thread_time() + SLICE
        for _part in self._parts or ():
            if time.thread_time() > end:
                self._timer.start(0)
                return
        self._end()

    def _end(self) -> None:
        self._parts = None
        self.ended.emit()
