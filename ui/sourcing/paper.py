"""The text in reading view: every quote tinted, the chosen one with its cue and its speaker."""

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from app.domain.text import Span
from ui import theme
from ui.parts import named
from ui.parts.filling import Filling
from ui.parts.laying import LONG, Laying
from ui.sourcing.lines import QuoteLine, Sight
from ui.sourcing.reading import Paragraph, placed, units
from ui.words import _

COLUMN_CHARACTERS = 66
LINE_HEIGHT = 150.0
GUTTER = 40
SOON = 20
"""Milliseconds after which a long text comes: what stands beside it is shown first."""


class Paper(QTextEdit):
    """Shows the body, read only. `chosen(row id)` says that a quote was clicked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        named(self, "sourcing-text", _("Text of the story"))
        self.setReadOnly(True)
        self.setProperty("kind", "paper")
        self.setFont(theme.serif(theme.serif().pointSizeF() * 1.15))
        self._shown: tuple[Paragraph, ...] = ()
        self._lines: tuple[QuoteLine, ...] = ()
        self._line: QuoteLine | None = None
        self._coming: tuple[Paragraph, ...] = ()
        self._filling = Filling(self, self._write)
        self._filling.finished.connect(self._filled)
        self._laying = Laying(self.document(), self._mark)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fill)
        self.verticalScrollBar().valueChanged.connect(self._mark)

    def show_sight(self, sight: Sight) -> None:
        """Show a body and mark its quotes."""
        self._lines = sight.lines
        if self._coming == sight.shown:
            self._mark()
            return
        self._coming = sight.shown
        self._shown = ()
        self._filling.forget()
        self.setExtraSelections([])
        if len(sight.body) > LONG:
            self._soon.start(SOON)
        else:
            self._soon.stop()
            self._fill()

    def _fill(self) -> None:
        """Put the body in; what is long comes in a turn of its own, after what stands beside it."""
        self._shown = self._coming
        if self._shown:
            self._filling.begin(self._shown)
        else:
            self.clear()

    def show_line(self, line: QuoteLine | None) -> None:
        """Mark a quote with what attributes it, and bring it into view."""
        self._line = line
        if self._comes():
            return
        self._mark()
        place = self._place(line)
        if place:
            cursor = self.textCursor()
            cursor.setPosition(place[1])
            self.setTextCursor(cursor)
            cursor.setPosition(place[0])
            self.setTextCursor(cursor)
            self._centre(cursor)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_soon"):
            self._mark()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column as wide as it was where there is room: Qt would lay all out anew."""
        column = self.fontMetrics().averageCharWidth() * COLUMN_CHARACTERS + GUTTER
        left = max(4, (self.width() - column) // 2 - GUTTER // 2)
        right = max(12, self.width() - left - column - GUTTER // 2)
        self.setViewportMargins(left, 0, right, 0)
        now = self.viewport().size()
        laid_out = self.document().textWidth() == now.width()
        if not laid_out:
            self._laying.hold()
        super().resizeEvent(QResizeEvent(now, now if laid_out else event.oldSize()))
        self._laying.go_on()
        self._mark()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self.cursorForPosition(event.position().toPoint()).position()
        for line, place in self._seen():
            if place[0] <= at <= place[1]:
                self.chosen.emit(line.row.id)
                return

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers of the quotes in the margin beside the lines they begin on."""
        if self._laying.far(event.rect().bottom() + self.verticalScrollBar().value()):
            return
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(theme.sans(theme.sans().pointSizeF() * 0.85))
        for top, height, numbers, chosen in self._numbers():
            painter.setPen(theme.colour("accent" if chosen else "faint"))
            room = QRect(0, top, GUTTER - 10, height)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, flags, "·".join(numbers))
        painter.end()

    def _numbers(self) -> Iterator[tuple[int, int, list[str], bool]]:
        rows: dict[int, tuple[int, list[str], bool]] = {}
        for line, place in self._seen():
            cursor = QTextCursor(self.document())
            cursor.setPosition(place[0])
            rect = self.cursorRect(cursor)
            height, numbers, chosen = rows.get(rect.top(), (rect.height(), [], False))
            here = self._line is not None and line.row.id == self._line.row.id
            rows[rect.top()] = (height, [*numbers, str(line.number)], chosen or here)
        for top, (height, numbers, chosen) in rows.items():
            yield top, height, numbers, chosen

    def _write(self, some: Sequence[Paragraph], first: bool) -> None:  # noqa: FBT001  as a filling calls it
        document = self.document()
        if first:
            document.clear()
            frame = document.rootFrame().frameFormat()
            frame.setLeftMargin(GUTTER)
            frame.setTopMargin(24)
            frame.setBottomMargin(48)
            document.rootFrame().setFrameFormat(frame)
        cursor = QTextCursor(document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for number, paragraph in enumerate(some):
            if number or not first:
                cursor.insertBlock()
            cursor.setBlockFormat(_block_format(paragraph.kind))
            cursor.setCharFormat(self._char_format(paragraph.kind))
            cursor.insertText(paragraph.text)
        cursor.endEditBlock()
        if first:
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def _filled(self) -> None:
        self.show_line(self._line)

    def busy(self) -> bool:
        """Say whether a part of the text, or a mark in it, is still to come."""
        return self._comes() or self._laying.under_way()

    def _comes(self) -> bool:
        return self._soon.isActive() or self._filling.under_way()

    def _place(self, line: QuoteLine | None) -> tuple[int, int] | None:
        span = line.row.span if line else None
        return placed(self._shown, span) if span else None

    def _seen(self) -> Iterator[tuple[QuoteLine, tuple[int, int]]]:
        """Yield the quotes of the paragraphs in view, each with the places where it is shown."""
        if self._comes() or not self._shown:
            return
        view = self.viewport().rect()
        first = self.cursorForPosition(view.topLeft()).blockNumber()
        last = self.cursorForPosition(view.bottomRight()).blockNumber()
        start = self._shown[min(first, len(self._shown) - 1)].start
        end = self._shown[last + 1].start if last + 1 < len(self._shown) else math.inf
        for line in self._lines:
            span = line.row.span
            if span and start < span.end and span.start < end and (place := self._place(line)):
                yield line, place

    def _char_format(self, kind: str) -> QTextCharFormat:
        look = QTextCharFormat()
        size = self.font().pointSizeF()
        if kind == "photo":
            look.setFont(theme.sans())
        else:
            look.setFont(theme.serif(size, strong=kind == "subhead"))
        return look

    def _mark(self) -> None:
        """Mark what is in view: all the marks of a long story take a while to make."""
        if self.busy():
            return
        quoted = QTextCharFormat()
        quoted.setBackground(theme.colour("quote"))
        marks = list(self._quiet_photos())
        marks += [self._selection(place, quoted) for _line, place in self._seen()]
        line = self._line
        if line and line.row.span:
            marks += self._marks(line.row.span, "selection")
            quote = line.row.quote
            if quote and quote.cue:
                marks += self._marks(quote.cue.span, "warning-tint", line="warning")
            if quote and quote.speaker and quote.speaker.span:
                marks += self._marks(quote.speaker.span, "ok-tint", line="ok")
        self.setExtraSelections(marks)
        self.viewport().update()

    def _marks(
        self, span: Span | None, ground: str, line: str = ""
    ) -> Iterator[QTextEdit.ExtraSelection]:
        place = placed(self._shown, span) if span else None
        if place is None:
            return
        look = QTextCharFormat()
        look.setBackground(theme.colour(ground))
        if line:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(theme.colour(line))
        yield self._selection(place, look)

    def _quiet_photos(self) -> Iterator[QTextEdit.ExtraSelection]:
        """Grey what stands for photos: it is no part of the copy."""
        look = QTextCharFormat()
        look.setForeground(theme.colour("faint"))
        for paragraph in self._shown:
            if paragraph.kind == "photo":
                end = paragraph.place + units(paragraph.text)
                yield self._selection((paragraph.place, end), look)

    def _selection(self, place: tuple[int, int], look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format = look
        return mark

    def _centre(self, cursor: QTextCursor) -> None:
        """Bring a place to the upper third unless it is in view with room around it."""
        rect = self.cursorRect(cursor)
        height = self.viewport().height()
        if not height // 8 <= rect.top() <= height * 3 // 4:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - height // 3)


def _block_format(kind: str) -> QTextBlockFormat:
    look = QTextBlockFormat()
    look.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    look.setBottomMargin(12)
    look.setTopMargin(10 if kind == "subhead" else 0)
    return look
