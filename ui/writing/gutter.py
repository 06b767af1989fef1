"""The margin left of the copy: a glyph beside every line that has findings."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from app.domain.story import SLOT
from ui import theme
from ui.parts import named
from ui.wording import GLYPHS
from ui.words import _
from ui.writing.copy_edit import CopyEdit
from ui.writing.marks import Mark, heaviest, marks_of

WIDTH = 40
GLYPH = 18


class Gutter(QWidget):
    """Shows the heaviest finding of every paragraph; `pressed(index, place)` when it is clicked."""

    pressed = Signal(int, QPoint)

    def __init__(self, edits: Sequence[CopyEdit]) -> None:
        super().__init__()
        named(self, "margin", _("Findings in the margin"))
        self._edits = edits
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        for edit in edits:
            edit.document().documentLayout().update.connect(self._later)

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        for room, mark in self._glyphs(event.rect()):
            name = GLYPHS[mark.severity]
            painter.drawPixmap(room, theme.pixmap(name, name, GLYPH, ratio))
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (mark := self._at(event.position().toPoint())) is not None:
            self.pressed.emit(mark.finding, event.globalPosition().toPoint())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        on = self._at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._at(event.pos())
            words = self._edits[0].explain(mark.finding) if mark is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _later(self) -> None:
        self.update()

    def _at(self, point: QPoint) -> Mark | None:
        band = QRect(0, point.y() - GLYPH, self.width(), 2 * GLYPH)
        return next((mark for room, mark in self._glyphs(band) if room.contains(point)), None)

    def _glyphs(self, seen: QRect) -> Iterator[tuple[QRect, Mark]]:
        """Yield the glyphs that stand in a stretch of the margin."""
        for edit in self._edits:
            if edit.isHidden() or edit.laying.under_way():
                continue
            origin = self.mapFromGlobal(edit.viewport().mapToGlobal(QPoint(0, 0)))
            if origin.y() > seen.bottom() or origin.y() + edit.height() < seen.top():
                continue
            top = QPoint(0, max(0, seen.top() - origin.y() - 2 * GLYPH))
            yield from self._glyphs_of(edit, origin.y(), top, seen.bottom())

    def _glyphs_of(
        self, edit: CopyEdit, origin: int, top: QPoint, bottom: int
    ) -> Iterator[tuple[QRect, Mark]]:
        block = edit.cursorForPosition(top).block()
        last = edit.cursorForPosition(QPoint(0, bottom - origin + 2 * GLYPH)).blockNumber()
        while block.isValid() and block.blockNumber() <= last:
            if mark := heaviest(marks_of(block)):
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + min(mark.start, block.length() - 1))
                middle = origin + edit.cursorRect(cursor).center().y()
                if SLOT.match(block.text()):
                    room = edit.document().documentLayout().blockBoundingRect(block)
                    middle = origin + round(room.top()) + 2 * GLYPH
                if middle - GLYPH > bottom:
                    return
                yield QRect((WIDTH - GLYPH) // 2, middle - GLYPH // 2, GLYPH, GLYPH), mark
            block = block.next()
