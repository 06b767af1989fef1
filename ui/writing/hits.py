"""The rows of what was found: the line, what would stand there, and whether it is chosen."""

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
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.desk.stories.finding import Found
from ui import theme
from ui.words import _

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
BOX = 16
PADDING = 5
ROOM_FOR_PLACE = 210


@dataclass(frozen=True, slots=True)
class Row:
    """One hit with the words of its place; `writes` while a replacement is asked for."""

    hit: Found
    where: str
    writes: bool

    def spoken(self) -> str:
        """Return the row as it is read out."""
        line = f"{self.hit.before}{self.hit.words}{self.hit.after}"
        if self.hit.quoted and self.writes:
            return f"{self.where}: {line} ({_('quoted, left alone')})"
        if self.writes:
            return f"{self.where}: {line} ({self.hit.words} → {self.hit.instead})"
        return f"{self.where}: {line}"


class HitsModel(QAbstractListModel):
    """What was found, in reading order; all are chosen at first but quoted words."""

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self._left: set[int] = set()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self._left.clear()
        self.endResetModel()

    def chosen(self) -> tuple[Found, ...]:
        """Return the hits to be replaced."""
        return tuple(row.hit for at, row in enumerate(self.rows) if self.is_chosen(at))

    def is_chosen(self, at: int) -> bool:
        """Say whether a row is to be replaced."""
        return at not in self._left and not self.rows[at].hit.quoted

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        row = self.rows[index.row()] if index.isValid() else None
        if row and row.writes and not row.hit.quoted:
            return found | Qt.ItemFlag.ItemIsUserCheckable
        return found

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and row.writes:
            chosen = self.is_chosen(index.row())
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return row.spoken()
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.hit.before}{row.hit.words}{row.hit.after}"
        return row if role == Qt.ItemDataRole.UserRole else None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self.rows[index.row()].hit.quoted:
            return False
        self._left ^= {index.row()}
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()
        return True


class HitPainter(QStyledItemDelegate):
    """Paints a row: the box, the line with the words found and those to come, the place."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, max(BOX, option.fontMetrics.height()) + 2 * PADDING)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, theme.colour("accent-tint" if chosen else "window"))
        room = option.rect.adjusted(14, 0, -14, 0)
        if row.writes:
            self._paint_state(painter, room, row, checked=self._is_checked(index))
            room.adjust(BOX + 10, 0, 0, 0)
        where = option.fontMetrics.elidedText(
            row.where, Qt.TextElideMode.ElideMiddle, ROOM_FOR_PLACE
        )
        painter.setPen(theme.colour("quiet"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, right, where)
        room.adjust(0, 0, -option.fontMetrics.horizontalAdvance(where) - 20, 0)
        _paint_line(painter, room, row)

    @staticmethod
    def _is_checked(index: Index) -> bool:
        return bool(index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)

    @staticmethod
    def _paint_state(painter: QPainter, room: QRect, row: Row, *, checked: bool) -> None:
        ratio = painter.device().devicePixelRatioF()
        top = room.center().y() - BOX // 2 + 1
        name = "read-only" if row.hit.quoted else "ok" if checked else "close"
        token = "accent" if checked else "faint"
        box = QRect(room.left(), top, BOX, BOX)
        painter.drawPixmap(box, theme.pixmap(name, token, BOX, ratio))


def _paint_line(painter: QPainter, room: QRect, row: Row) -> None:
    """Paint the line so that the words found are always seen, whatever is cut before them."""
    metrics = painter.fontMetrics()
    writes = row.writes and not row.hit.quoted
    middle = [(row.hit.words, "error" if writes else "accent")]
    if writes:
        middle.append((f" → {row.hit.instead or '∅'}", "ok"))
    taken = sum(metrics.horizontalAdvance(text) for text, _token in middle)
    share = max(0, room.width() - taken)
    before = metrics.elidedText(row.hit.before, Qt.TextElideMode.ElideLeft, share * 2 // 5)
    left = share - metrics.horizontalAdvance(before)
    after = metrics.elidedText(row.hit.after, Qt.TextElideMode.ElideRight, left)
    at = room.left()
    for text, token in ((before, "text"), *middle, (after, "text")):
        painter.setPen(theme.colour(token))
        painter.drawText(
            QRect(at, room.top(), room.right() - at, room.height()),
            Qt.AlignmentFlag.AlignVCenter,
            text,
        )
        at += metrics.horizontalAdvance(text)
