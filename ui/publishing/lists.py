"""The list of findings and the list of publications."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from ui import theme
from ui.parts import ground, named
from ui.publishing.model import LINE

PAD = 9
MOST_LINES = 4
BATCH = 12
"""Rows laid out in one go."""

Index = QModelIndex | QPersistentModelIndex

Cell = tuple[str, str, str, str]
"""How a row looks: icon, its colour token, the words in full, the quiet words under them."""


class CellDelegate(QStyledItemDelegate):
    """Paints an icon, a sentence that may take several lines, and a quiet line under it."""

    def __init__(self, view: QListView, cell: Callable[[object], Cell]) -> None:
        super().__init__(view)
        self._view = view
        self._cell = cell

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(theme.sans())
        _icon, _token, words, _under = self._cell(index.data(LINE))
        width = self._view.viewport().width()
        height = self._words_height(metrics, words, width)
        return QSize(width, height + metrics.lineSpacing() + 2 * PAD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        icon, token, words, under = self._cell(index.data(LINE))
        painter.save()
        rect: QRect = option.rect
        ground.ruled(painter, rect, option.state)
        metrics = painter.fontMetrics()
        size = metrics.height()
        spot = QRect(rect.left() + PAD, rect.top() + PAD, size, size)
        theme.icon(icon, token).paint(painter, spot)
        left = spot.right() + PAD
        height = self._words_height(metrics, words, rect.width())
        room = QRect(left, rect.top() + PAD, rect.right() - PAD - left, height)
        painter.setPen(theme.colour("text"))
        painter.drawText(room, Qt.TextFlag.TextWordWrap, words)
        painter.setPen(theme.colour("quiet"))
        line = QRect(left, room.bottom() + 1, room.width(), metrics.lineSpacing())
        cut = metrics.elidedText(under, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, 0, cut)
        painter.restore()

    def _words_height(self, metrics: QFontMetrics, words: str, width: int) -> int:
        room = width - metrics.height() - 3 * PAD
        wanted = metrics.boundingRect(
            QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), words
        )
        return min(wanted.height(), MOST_LINES * metrics.lineSpacing())


class Listing(QListView):
    """A list of such rows. `entered(row)` says that one was called for."""

    entered = Signal(int)

    def __init__(self, object_name: str, words: str, cell: Callable[[object], Cell]) -> None:
        super().__init__()
        named(self, object_name, words)
        self.setItemDelegate(CellDelegate(self, cell))
        # Each row is measured by its words: hundreds of them would hold the window up.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda index: self.entered.emit(index.row()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.entered.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
