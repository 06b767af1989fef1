"""The slots of the open story, in a row under the photos; a photo dropped on one goes in."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.captioning.cards import (
    GAP,
    paint_badge,
    paint_card,
    paint_missing,
    paint_picture,
    paint_state,
)
from ui.captioning.lines import SlotLine, State
from ui.captioning.model import LINE
from ui.captioning.thumbnails import Thumbnails
from ui.parts import named
from ui.words import _

LINES = 3
CARD_WIDTH = 250


class SlotDelegate(QStyledItemDelegate):
    """Paints a slot: its picture or the place it waits in, its caption, its state."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(CARD_WIDTH, card_height(QFontMetrics(theme.sans())))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: SlotLine = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        card = option.rect.adjusted(GAP // 2, 2, -GAP // 2, -2)
        paint_card(painter, card, option.state)
        room = card.adjusted(GAP, GAP, -GAP, -GAP)
        frame = QRect(room.topLeft(), QSize(room.height() * 5 // 4, room.height()))
        self._paint_frame(painter, frame, line)
        words = room.adjusted(frame.width() + GAP, 0, 0, 0)
        height = painter.fontMetrics().height()
        paint_state(painter, QRect(words.left(), words.top(), words.width(), height), line.state)
        painter.setPen(theme.colour("text" if line.use.caption else "faint"))
        caption = line.use.caption or _("No caption yet")
        rest = words.adjusted(0, height + 4, 0, 0)
        paint_wrapped(painter, rest, caption)
        painter.restore()

    def _paint_frame(self, painter: QPainter, frame: QRect, line: SlotLine) -> None:
        picture = self._thumbnails.picture(line.photo.id) if line.photo else None
        paint_picture(painter, frame, picture)
        if line.state is State.MISSING:
            paint_missing(painter, frame)
        if line.photo is None:
            spot = QRect(0, 0, 24, 24)
            spot.moveCenter(frame.center())
            theme.icon("waiting", "hint").paint(painter, spot)
        paint_badge(painter, frame.topLeft(), str(line.use.slot))


class Strip(QListView):
    """One row of slots. `called()` says that Return was pressed on one."""

    called = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        named(self, "slot-strip", _("Slots of the story"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(True)
        self.setItemDelegate(SlotDelegate(thumbnails, self))
        self.setFixedHeight(card_height(self.fontMetrics()) + 16)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.called.emit()
        else:
            super().keyPressEvent(event)


def card_height(metrics: QFontMetrics) -> int:
    """Return the height of a slot card: the state, then the caption in a few lines."""
    return (LINES + 1) * metrics.lineSpacing() + 3 * GAP


def paint_wrapped(painter: QPainter, room: QRect, text: str) -> None:
    """Paint a text in the lines a room holds; the last one ends in an ellipsis when cut."""
    metrics = painter.fontMetrics()
    top, rest = room.top(), " ".join(text.split())
    while rest and top + metrics.height() <= room.bottom() + 2:
        last = top + 2 * metrics.lineSpacing() > room.bottom() + 4
        line = rest if last else _fitting(metrics, rest, room.width())
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRect(room.left(), top, room.width(), metrics.height()), 0, shown)
        rest = rest[len(line) :].lstrip(" ")
        top += metrics.lineSpacing()


def _fitting(metrics: QFontMetrics, text: str, width: int) -> str:
    """Return the beginning of a text, cut between words, that fits a width."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and metrics.horizontalAdvance(longer) > width:
            return line
        line = longer
    return line
