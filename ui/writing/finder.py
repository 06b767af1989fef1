"""The panel under the copy that finds words and writes others in their place."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from app.language.search import Query
from ui import theme
from ui.parts import named
from ui.words import _, ngettext
from ui.writing.hits import HitPainter, HitsModel, Row

LOOK_AFTER = 150
"""Milliseconds from the last key in the fields to the next search."""

SHOWN_AT_MOST = 2000


class Finder(QFrame):
    """Fields, choices and hits.

    Signals: `asked()` when something is to be looked for; `opened(int)` when a hit is to be shown;
    `replaced(int)` for one hit, `all_replaced()` for those chosen; `closed()`
    when it is to be put away, `turned(bool)` when it was shown or put away.
    """

    asked = Signal()
    opened = Signal(int)
    replaced = Signal(int)
    all_replaced = Signal()
    closed = Signal()
    turned = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        named(self, "finder", _("Find and replace"))
        self.words = named(QLineEdit(), "finder-words", _("Find"))
        self.instead = named(QLineEdit(), "finder-instead", _("Write instead"))
        self.everywhere = named(QComboBox(), "finder-where", _("Where to look"))
        self.everywhere.addItems([_("In this story"), _("In all stories")])
        self.case = _choice("finder-case", "Aa", _("Capitals count"))
        self.whole = _choice("finder-whole", "“ab”", _("Whole words only"))
        self.bare = _choice("finder-bare", "é=e", _("Ignore accents"))
        self.pattern = _choice("finder-pattern", ".*", _("Regular expression"))
        self.model = HitsModel()
        self.list = named(QListView(), "finder-list", _("What was found"))
        self._count = named(QLabel(), "finder-count")
        self._one = named(QPushButton(_("Replace")), "finder-replace")
        self._all = named(QPushButton(), "finder-replace-all")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AFTER)
        self._build()
        self._join()
        self.hide()

    def query(self) -> Query:
        """Return what is looked for."""
        return Query(
            self.words.text(),
            pattern=self.pattern.isChecked(),
            case=self.case.isChecked(),
            whole=self.whole.isChecked(),
            bare=self.bare.isChecked(),
        )

    def replacement(self) -> str | None:
        """Return what is to be written, or None while words are only looked for."""
        return None if self.instead.isHidden() else self.instead.text()

    def looks_everywhere(self) -> bool:
        """Say whether all stories are looked through."""
        return self.everywhere.currentIndex() == 1

    def open(self, *, words: str, writes: bool, everywhere: bool) -> None:
        """Show the panel, with the words chosen in the copy to look for."""
        blockers = [QSignalBlocker(part) for part in (self.words, self.everywhere)]
        if words:
            self.words.setText(words)
        self.everywhere.setCurrentIndex(int(everywhere))
        del blockers
        for part in (self.instead, self._one, self._all):
            part.setVisible(writes)
        self._make_room()
        self.show()
        self.turned.emit(True)  # noqa: FBT003  Qt's own signature
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self.asked.emit()

    def put_away(self) -> None:
        """Hide the panel."""
        self.hide()
        self.turned.emit(False)  # noqa: FBT003  Qt's own signature

    def show_hits(self, rows: list[Row]) -> None:
        """Show what was found, the place in the list kept."""
        kept = self.list.currentIndex().row()
        self.model.show(rows[:SHOWN_AT_MOST])
        self.select(min(kept, len(self.model.rows) - 1))
        found = ngettext("{n} found", "{n} found", len(rows)).format(n=len(rows))
        quoted = sum(row.hit.quoted for row in rows)
        if quoted and self.replacement() is not None:
            said = ngettext("{n} quoted, left alone", "{n} quoted, left alone", quoted)
            found += " · " + said.format(n=quoted)
        self.tell(found if self.words.text() else "")
        self._make_room()
        self._count_chosen()

    def tell(self, words: str) -> None:
        """Say how the search went."""
        self._count.setText(words)

    def select(self, at: int) -> None:
        """Choose a row."""
        self.list.setCurrentIndex(self.model.index(at))

    def _make_room(self) -> None:
        """Take room from the copy for what is found once something is looked for."""
        self.list.setVisible(bool(self.words.text()))

    def _build(self) -> None:
        self.words.setPlaceholderText(_("Find"))
        self.instead.setPlaceholderText(_("Write instead"))
        close = named(QToolButton(), "finder-close", _("Close the search"), _("Close"))
        theme.dress(close, "close")
        close.clicked.connect(self.closed)
        first = QHBoxLayout()
        for part in (self.words, *self._choices(), self.everywhere):
            first.addWidget(part, int(part is self.words))
        first.addWidget(self._count)
        first.addWidget(close)
        second = QHBoxLayout()
        second.addWidget(self.instead, 1)
        second.addWidget(self._one)
        second.addWidget(self._all)
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitPainter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(5 * (self.list.fontMetrics().height() + 12))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 8, 6)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.list)

    def _join(self) -> None:
        self._timer.timeout.connect(self.asked)
        for field in (self.words, self.instead):
            field.textChanged.connect(lambda _text: self._timer.start())
            field.returnPressed.connect(self._open_next)
        self.pattern.toggled.connect(self.bare.setDisabled)
        for choice in self._choices():
            choice.toggled.connect(lambda _on: self.asked.emit())
        self.everywhere.currentIndexChanged.connect(lambda _at: self.asked.emit())
        self.list.activated.connect(lambda index: self.opened.emit(index.row()))
        self._one.clicked.connect(lambda: self.replaced.emit(self.list.currentIndex().row()))
        self._all.clicked.connect(self.all_replaced)
        self.model.chosen_changed.connect(self._count_chosen)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)

    def _choices(self) -> tuple[QToolButton, ...]:
        return (self.case, self.whole, self.bare, self.pattern)

    def _open_next(self) -> None:
        at = self.list.currentIndex().row() + 1
        if self.model.rows:
            self.select(at if at < len(self.model.rows) else 0)
            self.opened.emit(self.list.currentIndex().row())
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count_chosen(self) -> None:
        count = len(self.model.chosen())
        self._all.setText(ngettext("Replace {n}", "Replace {n}", count).format(n=count))
        self._all.setEnabled(bool(count))
        self._one.setEnabled(bool(self.model.rows))


def _choice(object_name: str, sign: str, words: str) -> QToolButton:
    button = named(QToolButton(), object_name, words, words)
    button.setText(sign)
    button.setCheckable(True)
    return button
