"""Long documents laid out in short steps: those of Qt double until a person feels them."""

import time
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, QTimer, QTimerEvent, Signal
from PySide6.QtGui import QTextBlock, QTextDocument
from typing_extensions import override

SLICE = 0.006
"""Seconds of processor time spent in one go."""

FAR = 10_000
"""Pixels of copy that are laid out in less time than a person feels."""

LONG = 20_000
"""Characters that Qt may lay out at once; of a longer change it would lay out all before it returns."""

QT_STEP = 10
"""Milliseconds between two steps of Qt's own: by it their timer is known."""


class Laying(QObject):
    """Sees to it that a document is laid out in slices, whatever became of it.

    A change longer than `LONG` is laid out from the top, a slice at a time, and so is the document
    when its width or its font is another. `with` it, nothing of a long change is laid out before the
    end: what Qt does after a change would ask where the caret is, which may be the last line.
    `finished` is emitted, and `then` called, when all of a long document has its lines again.
    """

    finished = Signal()

    def __init__(self, document: QTextDocument, then: Callable[[], object] | None = None) -> None:
        super().__init__(document)
        self._document = document
        self._layout = document.documentLayout()
        self._at = 0
        self._kept_back = 0
        self._begun = False
        document.contentsChange.connect(self._changed)
        document.contentsChanged.connect(self.go_on)
        self._layout.documentSizeChanged.connect(self._come_to_end)
        self._layout.installEventFilter(self)
        if (control := document.parent()) is not None:
            control.installEventFilter(self)
        if then is not None:
            self.finished.connect(then)

    def under_way(self) -> bool:
        """Say whether some of the document has no lines yet."""
        return not self._document.isLayoutEnabled() or bool(self._timer())

    def long_under_way(self) -> bool:
        """Say whether some of a document too long to be laid out at once has no lines yet."""
        return self._document.characterCount() > LONG and self.under_way()

    def reaches(self, block: QTextBlock) -> bool:
        """Say whether to ask where a block stands lays nothing out."""
        if not self._document.isLayoutEnabled():
            return False
        return block.layout().lineCount() > 0 or not self._timer()

    def far(self, y: int) -> bool:
        """Say whether to paint down to a height would lay out more than may be done at once."""
        if not self.under_way():
            return False
        done = self._layout.blockBoundingRect(self._document.findBlockByNumber(self._at - 1))
        return y - done.bottom() > FAR

    def hold(self) -> None:
        """Lay a long document out no more until `go_on`: it is about to have another width.

        Qt would lay it out as far as its view reaches, which is the end where it is shown whole.
        """
        if self._document.characterCount() > LONG:
            self._document.setLayoutEnabled(False)

    def __enter__(self) -> None:
        """Lay nothing out after a long change."""
        self._kept_back += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Begin with what was kept back."""
        self._kept_back -= 1
        self.go_on()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a short step where Qt would take one of its own; let no caret blink meanwhile.

        To blink, it would ask for the place of a caret that may stand in the last line.
        """
        if not isinstance(event, QTimerEvent):
            return False
        if watched is self._layout:
            return event.timerId() == self._timer() and self._step()
        return self.long_under_way()

    def _changed(self, _position: int, _removed: int, added: int) -> None:
        if added > LONG:
            self._document.setLayoutEnabled(False)

    def go_on(self) -> None:
        """Begin with what was kept back."""
        if not self._kept_back and not self._document.isLayoutEnabled():
            self._at = 0
            self._begun = True
            self._document.setLayoutEnabled(True)

    def _step(self) -> bool:
        """Lay a few blocks out; say whether some are left."""
        document = self._document
        self._begun = True
        last = document.findBlockByNumber(self._at - 1)
        if not last.isValid() or not last.layout().lineCount():
            self._at = 0
        end = time.thread_time() + SLICE
        while self._at < document.blockCount() and time.thread_time() < end:
            self._layout.blockBoundingRect(document.findBlockByNumber(self._at))
            self._at += 1
        if self._at < document.blockCount() and self._timer():
            return True
        self._at = 0
        self._come_to_end()
        return False

    def _come_to_end(self) -> None:
        """Tell that all has its lines; a caret asked for, or a painter, may have made the last."""
        if self._begun and not self.under_way():
            self._begun = False
            # In a turn of its own: Qt tells the new height first.
            QTimer.singleShot(0, self, self.finished.emit)

    def _timer(self) -> int:
        """Return the timer that runs while some of the document has no lines, or 0."""
        running = QAbstractEventDispatcher.instance().registeredTimers(self._layout)
        return next((one.timerId for one in running if one.interval == QT_STEP), 0)
