"""Copy that is only read, however long it is: put in and laid out in slices."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from ui.parts import named
from ui.parts.filling import Filling
from ui.parts.laying import Laying


class Reading(QTextBrowser):
    """Shows HTML that comes in parts, paragraphs all of them, the first screenful at once."""

    def __init__(self, object_name: str, words: str) -> None:
        super().__init__()
        named(self, object_name, words)
        self.setOpenLinks(False)
        # A bar that came once there is more than a screenful would have all laid out anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._at = 0
        self._filling = Filling(self, self._put)
        self._filling.finished.connect(self._filled)
        self._laying = Laying(self.document())

    def show_parts(self, parts: Sequence[str], at: int = 0) -> None:
        """Show one part of HTML after the other, one at least, `at` pixels from the top."""
        self._at = at
        self._filling.begin(parts)

    def busy(self) -> bool:
        """Say whether a part of the text is still to come, or to be laid out."""
        return self._filling.under_way() or self._laying.long_under_way()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.oldSize().width() != event.size().width():
            self._laying.hold()
        super().resizeEvent(event)
        self._laying.go_on()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._laying.far(event.rect().bottom() + self.verticalScrollBar().value()):
            super().paintEvent(event)

    def _filled(self) -> None:
        if self._at:
            self.verticalScrollBar().setValue(self._at)

    def _put(self, parts: Sequence[str], first: bool) -> None:  # noqa: FBT001  as a filling calls it
        if first:
            self.setHtml("".join(parts))
            self.verticalScrollBar().setValue(0)
            return
        some = QTextDocument()
        some.setHtml("".join(parts))
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        # What is inserted leaves the block it begins in the format it had.
        cursor.insertBlock(some.firstBlock().blockFormat(), QTextCharFormat())
        cursor.insertFragment(QTextDocumentFragment(some))
        cursor.endEditBlock()
