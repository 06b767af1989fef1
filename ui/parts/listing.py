"""A plain list of words that wrap, each standing for a value."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView

from ui import theme
from ui.parts import named

VALUE = Qt.ItemDataRole.UserRole
GLYPH = 16
GAP = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its words, what it stands for, an icon of the theme, and how it is spoken."""

    words: str
    value: object = None
    glyph: str = ""
    spoken: str = ""


class Listing(QListView):
    """`moved(row)` when the person goes to another row, `opened(row)` when they press Return on it."""

    moved = Signal(int)
    opened = Signal(int)

    def __init__(self, object_name: str, words: str) -> None:
        super().__init__()
        named(self, object_name, words)
        self._rows: tuple[Row, ...] = ()
        self._quiet = False
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setWordWrap(True)
        self.setSpacing(GAP)
        self.setIconSize(QSize(GLYPH, GLYPH))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(lambda index: self.opened.emit(index.row()))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the place in the list stays."""
        if tuple(rows) == self._rows:
            return
        kept = max(0, self.row())
        self._rows = tuple(rows)
        self._quiet = True
        self._model.clear()
        for row in self._rows:
            self._model.appendRow(_item(row))
        self._quiet = False
        self.choose(min(kept, len(self._rows) - 1))

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def row(self) -> int:
        """Return the number of the row chosen, or -1."""
        return self.currentIndex().row()

    def value(self) -> object:
        """Return what the row chosen stands for, or None."""
        row = self.row()
        return self._rows[row].value if 0 <= row < len(self._rows) else None

    def choose(self, row: int) -> None:
        """Choose a row without telling anybody; none past the ends."""
        self._quiet = True
        self.setCurrentIndex(self._model.index(row, 0) if row >= 0 else QModelIndex())
        self._quiet = False

    def choose_value(self, value: object) -> bool:
        """Choose the first row that stands for a value; say whether there is one."""
        for number, row in enumerate(self._rows):
            if row.value == value:
                self.choose(number)
                return True
        return False

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.moved.emit(now.row())


def _item(row: Row) -> QStandardItem:
    item = QStandardItem(row.words)
    if row.glyph:
        item.setIcon(theme.icon(row.glyph, row.glyph))
    item.setToolTip(row.words)
    item.setData(row.spoken or row.words, Qt.ItemDataRole.AccessibleTextRole)
    return item
