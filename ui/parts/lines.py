"""A list of two-line rows, the same wherever something is chosen by keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import theme
from ui.parts import ground, named

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
SIDE = 16
GAP = 3
GLYPH = 18


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what it is, what is known of it, a word at its end, an icon in a colour."""

    title: str
    about: str = ""
    aside: str = ""
    glyph: str = ""
    tint: str = "quiet"
    struck: bool = False

    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        return ". ".join(part for part in (self.title, self.about, self.aside) if part)


class LinesModel(QAbstractListModel):
    """Rows as they were given, neither sorted nor sifted here."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return line.title
        return line if role == Qt.ItemDataRole.UserRole else None


class LineList(QListView):
    """The list. `chosen(row)` follows the cursor, -1 for none; `opened(row)` is Return or a double click."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, object_name: str, words: str) -> None:
        super().__init__()
        named(self, object_name, words)
        self._model = LinesModel()
        self._quiet = False
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(lambda index: self.opened.emit(index.row()))

    def show_lines(self, lines: Sequence[Line], row: int = -1) -> None:
        """Show other rows with the cursor on one of them, telling nobody."""
        self._quiet = True
        if tuple(lines) != self._model.lines:
            self._model.show(lines)
        self.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        self._quiet = False

    def lines(self) -> tuple[Line, ...]:
        """Return the rows shown."""
        return self._model.lines

    def row(self) -> int:
        """Return the row of the cursor, -1 for none."""
        return self.currentIndex().row()

    def step(self, by: int) -> None:
        """Move the cursor, staying in the list."""
        if self._model.lines:
            row = min(max(self.row() + by, 0), len(self._model.lines) - 1)
            self.setCurrentIndex(self._model.index(row))

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet:
            self.chosen.emit(now.row())


class _Painter(QStyledItemDelegate):
    """Paints a row: icon, title and the word at its end; below, what is known."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = option.fontMetrics.height()
        return QSize(SIDE * 12, 2 * line + GAP + line)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        ground.rounded(painter, option.rect, option.state)
        room = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        painter.setClipRect(room)
        if line.glyph:
            ratio = painter.device().devicePixelRatioF()
            picture = theme.pixmap(line.glyph, line.tint, GLYPH, ratio)
            place = QRect(room.left(), room.center().y() - GLYPH // 2, GLYPH, GLYPH)
            painter.drawPixmap(place, picture)
            room.setLeft(room.left() + GLYPH + 12)
        self._paint_words(painter, room, line)
        painter.restore()

    @staticmethod
    def _paint_words(painter: QPainter, room: QRect, line: Line) -> None:
        strong, plain = theme.sans(strong=True), theme.sans()
        strong.setStrikeOut(line.struck)
        metrics = QFontMetrics(plain)
        height = metrics.height()
        lines = 2 * height + GAP if line.about else height
        first = QRect(room.left(), room.center().y() - lines // 2, room.width(), height)
        middle, end = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        cut = Qt.TextElideMode.ElideRight
        painter.setFont(plain)
        painter.setPen(theme.colour(line.tint if line.aside else "quiet"))
        painter.drawText(first, middle | end, line.aside)
        width = first.width() - metrics.horizontalAdvance(line.aside) - (SIDE if line.aside else 0)
        painter.setFont(strong)
        painter.setPen(theme.colour("text"))
        painter.drawText(first, middle, QFontMetrics(strong).elidedText(line.title, cut, width))
        painter.setFont(plain)
        painter.setPen(theme.colour("quiet"))
        second = first.translated(0, height + GAP)
        painter.drawText(second, middle, metrics.elidedText(line.about, cut, second.width()))
