"""The list of quotes: number, standing, speaker and first words, walked and decided by keys."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from ui import theme
from ui.parts import ground, named
from ui.sourcing.lines import QuoteLine, Standing
from ui.sourcing.model import LINE, Quotes, first_words
from ui.sourcing.words import GLYPHS, standing_words
from ui.words import _

PAD = 10
KEYS = {
    Qt.Key.Key_Return: "confirm",
    Qt.Key.Key_Enter: "confirm",
    Qt.Key.Key_S: "set-speaker",
    Qt.Key.Key_X: "not-a-quote",
    Qt.Key.Key_R: "reopen",
    Qt.Key.Key_E: "evidence",
    Qt.Key.Key_A: "anonymity",
    Qt.Key.Key_O: "next-terms",
    Qt.Key.Key_W: "waive-source",
    Qt.Key.Key_M: "mute-rule",
    Qt.Key.Key_T: "attach-transcript",
}
"""Plain keys that decide while the list has the focus, and the actions they stand for."""

STEPS = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}


class QuoteDelegate(QStyledItemDelegate):
    """Paints a quote on three lines."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, 3 * QFontMetrics(theme.sans()).lineSpacing() + 2 * PAD)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: QuoteLine = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        ground.ruled(painter, rect, option.state)
        metrics = painter.fontMetrics()
        height = metrics.lineSpacing()
        left = rect.left() + PAD
        gutter = metrics.horizontalAdvance("000")
        painter.setPen(theme.colour("quiet"))
        number = QRect(left, rect.top() + PAD, gutter, height)
        painter.drawText(number, 0, str(line.number) if line.number else "–")
        words = QRect(left + gutter, rect.top() + PAD, rect.right() - left - gutter - PAD, height)
        _paint_head(painter, words, line)
        quiet = line.standing in {Standing.NOT_A_QUOTE, Standing.GONE}
        painter.setPen(theme.colour("faint" if quiet else "text"))
        rest = words.translated(0, height)
        rest.setHeight(2 * height)
        _paint_words(painter, rest, first_words(line))
        painter.restore()


class Roll(QListView):
    """The list. `decided(code)` says which action a plain key stands for."""

    decided = Signal(str)

    def __init__(self, quotes: Quotes) -> None:
        super().__init__()
        named(self, "quote-list", _("Quotes"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(QuoteDelegate(self))
        self.setModel(quotes)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the quote chosen in view when the card under the list grows."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if plain and key in KEYS:
            self.decided.emit(KEYS[key])
        elif plain and key in STEPS:
            stepped = QKeyEvent(event.type(), STEPS[key], event.modifiers())
            super().keyPressEvent(stepped)
        else:
            super().keyPressEvent(event)


def _paint_head(painter: QPainter, room: QRect, line: QuoteLine) -> None:
    """Paint the glyph and word of the standing, and the speaker beside."""
    metrics = painter.fontMetrics()
    icon, token = GLYPHS[line.standing]
    size = metrics.height() - 2
    theme.icon(icon, token).paint(painter, QRect(room.left(), room.top() + 1, size, size))
    said = standing_words(line.standing)
    painter.setPen(theme.colour(token))
    left = room.left() + size + 5
    painter.drawText(QRect(left, room.top(), room.width(), room.height()), 0, said)
    left += metrics.horizontalAdvance(said) + PAD
    if line.row.speaker and line.standing is not Standing.NOT_A_QUOTE:
        painter.setFont(theme.sans(strong=True))
        painter.setPen(theme.colour("text"))
        width = room.right() - left
        name = painter.fontMetrics().elidedText(
            line.row.speaker, Qt.TextElideMode.ElideRight, width
        )
        painter.drawText(QRect(left, room.top(), width, room.height()), 0, name)
        painter.setFont(theme.sans())


def _paint_words(painter: QPainter, room: QRect, words: str) -> None:
    """Paint words on as many lines as there is room for; the last one ends in an ellipsis."""
    metrics = painter.fontMetrics()
    layout = QTextLayout(words, painter.font())
    layout.beginLayout()
    top = room.top()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room.width())
        start = line.textStart()
        if top + 2 * metrics.lineSpacing() > room.bottom() + 2:
            rest = metrics.elidedText(words[start:], Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QRect(room.left(), top, room.width(), metrics.height()), 0, rest)
            break
        shown = words[start : start + line.textLength()].rstrip()
        painter.drawText(QRect(room.left(), top, room.width(), metrics.height()), 0, shown)
        top += metrics.lineSpacing()
    layout.endLayout()
