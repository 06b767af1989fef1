"""The list of findings under the copy: what, where, and how to mend it."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
)
from typing_extensions import override

from app.domain.finding import Severity
from ui import theme
from ui.parts import named
from ui.parts.heading import heading
from ui.wording import GLYPHS, severity_words
from ui.words import _, ngettext

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
GLYPH = 16
PADDING = 6


@dataclass(frozen=True, slots=True)
class Problem:
    """One row: the sentence of a finding, where it stands, and the words of its mends."""

    severity: Severity
    words: str
    where: str
    fixes: tuple[str, ...] = ()


class Rows(Protocol):
    """The rows of the list, in reading order."""

    def __len__(self) -> int:
        """Return how many there are."""

    def __getitem__(self, at: int, /) -> Problem:
        """Return one of them."""


class ProblemsModel(QAbstractListModel):
    """The rows as Qt asks for them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows = ()

    def show(self, rows: Rows) -> None:
        """Show other rows; as many as before take their places."""
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif len(rows):
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        spoken = f"{severity_words(row.severity)}: {row.words} ({row.where})"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.words
        return row if role == Qt.ItemDataRole.UserRole else None


class _RowPainter(QStyledItemDelegate):
    """Paints a row: glyph, sentence, place."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, max(GLYPH, option.fontMetrics.height()) + 2 * PADDING)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Problem = index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, theme.colour("accent-tint" if chosen else "window"))
        room = option.rect.adjusted(14, 0, -14, 0)
        name = GLYPHS[row.severity]
        ratio = painter.device().devicePixelRatioF()
        top = room.center().y() - GLYPH // 2 + 1
        painter.drawPixmap(
            QRect(room.left(), top, GLYPH, GLYPH), theme.pixmap(name, name, GLYPH, ratio)
        )
        metrics = option.fontMetrics
        where = metrics.horizontalAdvance(row.where)
        words = room.adjusted(GLYPH + 10, 0, -where - 20, 0)
        painter.setPen(theme.colour("text"))
        cut = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.setPen(theme.colour("quiet"))
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.where
        )


class ProblemsPanel(QFrame):
    """The panel. Signals carry the index of a finding.

    `chosen` when the person moves to it, `opened` when they go to where it is mended,
    `mended(index, fix)`, `waived(index, reason)`.
    """

    chosen = Signal(int)
    opened = Signal(int)
    mended = Signal(int, int)
    waived = Signal(int, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "problems", _("Problems"))
        self._model = ProblemsModel()
        self._quiet = False
        self._title = named(heading(), "problems-title")
        self._fix = named(QPushButton(), "problems-fix")
        self._more = named(
            QToolButton(), "problems-more", _("Other ways to mend"), _("Other ways to mend")
        )
        self._waive = named(QPushButton(_("Set Aside…")), "problems-waive")
        self._close = named(
            QToolButton(), "problems-close", _("Close the list of problems"), _("Close")
        )
        self._reason = named(QLineEdit(), "problems-reason", _("Reason for setting it aside"))
        self._reason.setPlaceholderText(_("Why is it set aside? Return keeps it with your name."))
        self._reason.hide()
        self.list = named(QListView(), "problems-list", _("Problems"))
        self._build()
        self.show_problems(())

    def show_problems(self, rows: Rows) -> None:
        """Show the findings of the last check, keeping the place in the list.

        There may be hundreds: a row is asked for when it is seen.
        """
        kept, seen = self.current(), self.list.verticalScrollBar().value()
        self._model.show(rows)
        if self.current() != kept:
            self.select(min(kept, len(rows) - 1))
            self.list.verticalScrollBar().setValue(seen)
        count = ngettext("{n} problem", "{n} problems", len(rows)).format(n=len(rows))
        self._title.setText(count if len(rows) else _("No problems"))
        self._offer()

    def current(self) -> int:
        """Return the index of the finding chosen in the list, or -1."""
        return self.list.currentIndex().row()

    def select(self, index: int) -> None:
        """Choose a row without telling anybody."""
        self._quiet = True
        self.list.setCurrentIndex(self._model.index(index))
        self._quiet = False
        self._offer()

    def ask_reason(self) -> None:
        """Ask why the chosen finding is set aside."""
        if self.current() >= 0:
            self._reason.clear()
            self._reason.show()
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme.dress(self._more, "down")
        theme.dress(self._close, "close")
        head = QHBoxLayout()
        head.setContentsMargins(14, 5, 8, 5)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addStretch(1)
        for part in (self._fix, self._more, self._waive, self._close):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._reason)
        column.addWidget(self.list, 1)
        self._join()

    def _join(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(_RowPainter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.list.activated.connect(lambda index: self.opened.emit(index.row()))
        self._fix.clicked.connect(lambda: self.mended.emit(self.current(), 0))
        self._more.clicked.connect(self._show_more)
        self._waive.clicked.connect(self.ask_reason)
        self._close.clicked.connect(self.closed)
        self._reason.returnPressed.connect(self._waive_with_reason)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._reason)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._reason.hide)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        self._offer()
        if now.isValid() and self.list.hasFocus() and not self._quiet:
            self.chosen.emit(now.row())

    def _offer(self) -> None:
        """Offer what can be done about the chosen finding."""
        row = self._model.rows[self.current()] if self.current() >= 0 else None
        fixes = row.fixes if row else ()
        self._fix.setVisible(bool(fixes))
        self._fix.setText(fixes[0] if fixes else "")
        self._more.setVisible(len(fixes) > 1)
        self._waive.setVisible(row is not None)

    def _show_more(self) -> None:
        menu = QMenu(self)
        for number, words in enumerate(self._model.rows[self.current()].fixes):
            action = menu.addAction(words)
            action.triggered.connect(
                lambda _checked=False, number=number: self.mended.emit(self.current(), number)
            )
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _waive_with_reason(self) -> None:
        reason = self._reason.text().strip()
        if reason:
            self._reason.hide()
            self.waived.emit(self.current(), reason)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
