"""The photos as cards that fill the width; nothing is read from disk while painting."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from ui import theme
from ui.captioning.lines import PhotoLine, State
from ui.captioning.model import LINE, state_words
from ui.captioning.thumbnails import Thumbnails
from ui.parts import named
from ui.words import _

GAP = 8
NARROWEST = 170
RADIUS = 8
LARGEST = 2
"""How many times its own size a picture may be shown."""

GLYPHS = {
    State.MISSING: ("error", "error"),
    State.WAITING: ("waiting", "hint"),
    State.NO_CAPTION: ("warning", "warning"),
    State.NO_CREDIT: ("warning", "warning"),
    State.NO_ALT: ("warning", "warning"),
    State.READY: ("ok", "ok"),
}
"""Icon and colour token of each state; the word always stands beside."""


class CardDelegate(QStyledItemDelegate):
    """Paints a photo card: picture, file name, state."""

    def __init__(self, thumbnails: Thumbnails, grid: QListView) -> None:
        super().__init__(grid)
        self._thumbnails = thumbnails
        self._grid = grid

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self._grid.gridSize()

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: PhotoLine = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        card = option.rect.adjusted(GAP // 2, GAP // 2, -GAP // 2, -GAP // 2)
        paint_card(painter, card, option)
        metrics = QFontMetrics(theme.sans())
        room = card.adjusted(GAP, GAP, -GAP, -GAP)
        below = 2 * metrics.height() + GAP
        frame = QRect(room.topLeft(), QSize(room.width(), room.height() - below))
        self._paint_picture(painter, frame, line)
        words = QRect(room.left(), frame.bottom() + GAP, room.width(), below)
        paint_words(painter, words, line.photo.file_name, line.state)
        painter.restore()

    def _paint_picture(self, painter: QPainter, frame: QRect, line: PhotoLine) -> None:
        picture = self._thumbnails.picture(line.photo.id)
        gone = line.state is State.MISSING or self._thumbnails.failure(line.photo.id)
        paint_picture(painter, frame, picture)
        if gone:
            paint_missing(painter, frame)
        if line.use:
            paint_badge(painter, frame.topLeft(), str(line.use.slot))


class Grid(QListView):
    """The grid of photos. `enlarged()` and `filled_in()` say that Space and Return were pressed."""

    enlarged = Signal()
    filled_in = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        named(self, "photo-grid", _("Photos"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setWordWrap(False)
        self.setSpacing(0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setItemDelegate(CardDelegate(thumbnails, self))
        self.doubleClicked.connect(lambda _index: self.enlarged.emit())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every column its share of the width, so that no strip is left over."""
        width = self.viewport().width() - 2
        columns = max(1, width // NARROWEST)
        cell = width // columns
        words = 2 * self.fontMetrics().height() + 4 * GAP
        self.setGridSize(QSize(cell, round((cell - 3 * GAP) * 2 / 3) + words))
        super().resizeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.enlarged.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.filled_in.emit()
        else:
            super().keyPressEvent(event)


def paint_card(painter: QPainter, card: QRect, option: QStyleOptionViewItem) -> None:
    """Paint the ground of a card, ringed when it is the chosen one."""
    state = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    under = bool(state & QStyle.StateFlag.State_MouseOver)
    ground = "accent-tint" if chosen else "hover" if under else "paper"
    painter.setBrush(theme.colour(ground))
    painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 2 if chosen else 1))
    painter.drawRoundedRect(card, RADIUS, RADIUS)


def paint_picture(painter: QPainter, frame: QRect, picture: QPixmap | None) -> None:
    """Paint a picture whole inside a frame, never more than twice its size; a quiet ground first."""
    painter.fillRect(frame, theme.colour("sunken"))
    if picture is None or picture.isNull():
        return
    room = frame.size().boundedTo(picture.size() * LARGEST)
    size = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint(0, 0), size)
    place.moveCenter(frame.center())
    painter.drawPixmap(place, picture)


def paint_missing(painter: QPainter, frame: QRect) -> None:
    """Paint the hatching of a photo whose file is gone or cannot be read over what is shown."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("edge"))
    painter.setOpacity(0.5)
    hatching = painter.brush()
    hatching.setStyle(Qt.BrushStyle.BDiagPattern)
    painter.fillRect(frame, hatching)
    painter.setOpacity(1.0)


def paint_badge(painter: QPainter, corner: QPoint, words: str) -> None:
    """Paint the number of a slot in the corner of a picture."""
    metrics = painter.fontMetrics()
    side = metrics.height() + 2
    badge = QRect(corner, QSize(max(side, metrics.horizontalAdvance(words) + GAP), side))
    painter.fillRect(badge, theme.colour("accent"))
    painter.setPen(theme.colour("accent-text"))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)


def paint_words(painter: QPainter, room: QRect, title: str, state: State) -> None:
    """Paint a title over the glyph and the word of a state."""
    metrics = painter.fontMetrics()
    height = metrics.height()
    painter.setPen(theme.colour("text"))
    cut = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, room.width())
    painter.drawText(QRect(room.topLeft(), QSize(room.width(), height)), 0, cut)
    paint_state(painter, QRect(room.left(), room.top() + height + 2, room.width(), height), state)


def paint_state(painter: QPainter, room: QRect, state: State) -> None:
    """Paint the glyph and the word of a state on one line."""
    metrics = painter.fontMetrics()
    icon, token = GLYPHS[state]
    size = metrics.height() - 2
    theme.icon(icon, token).paint(painter, QRect(room.left(), room.top() + 1, size, size))
    painter.setPen(theme.colour(token))
    words = room.adjusted(size + GAP // 2, 0, 0, 0)
    cut = metrics.elidedText(state_words(state), Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, 0, cut)
