"""Copy shown in the colours of another theme, what can be seen first."""

from itertools import chain

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from typing_extensions import override

from ui import theme
from ui.writing.copy_edit import CopyEdit
from ui.writing.restyling import Restyling

AFTER = 20
"""Milliseconds left to the painting of what is dressed at once."""


class Wearing(QObject):
    """Has the blocks of an edit shown afresh, a few at a time, when the theme is another."""

    def __init__(self, edit: CopyEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._worn = theme.current().name
        self._restyling = Restyling(edit.highlighter, edit.laying)
        edit.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin where the palette is another one."""
        worn = theme.current().name
        if event.type() == QEvent.Type.PaletteChange and worn != self._worn:
            self._worn = worn
            self._restyling.forget()
            # After what is dressed at once is painted.
            QTimer.singleShot(AFTER, self, self._begin)
        return False

    def _begin(self) -> None:
        """Show all blocks afresh from the first that can be seen, then those over it."""
        document, first = self._edit.document(), 0
        if self._edit.isVisible() and not self._edit.laying.under_way():
            top = self._edit.visibleRegion().boundingRect().top()
            first = self._edit.cursorForPosition(QPoint(1, top)).blockNumber()
        numbers = chain(range(first, document.blockCount()), range(first))
        self._restyling.restyle(document.findBlockByNumber(number) for number in numbers)
