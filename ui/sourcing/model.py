"""The quotes of the list and the table of who speaks, as Qt shows them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from ui.sourcing.lines import QuoteLine, Tally
from ui.sourcing.words import kind_words, source_words, standing_words
from ui.words import N_, _, quoted

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
SPOKEN = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})
HEADS = (N_("Source"), N_("Words"), N_("Quotes"), N_("In what order"), N_("How"))
NUMBERS = frozenset({1, 2})
ALIGNED = {
    True: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    False: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
}
"""How a column of numbers, and one of words, is aligned."""
FIRST_WORDS = 130
ORDERED = 60
"""Quotes of one source whose numbers the table names; of thousands no column could hold them."""


class Quotes(QAbstractListModel):
    """One row per quote."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[QuoteLine, ...] = ()

    def show_lines(self, lines: tuple[QuoteLine, ...]) -> None:
        """Show other quotes; the same ones keep the selection."""
        before = [line.row.id for line in self._lines]
        if before == [line.row.id for line in lines]:
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> QuoteLine | None:
        """Return the quote of a row, or None past the end."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, row_id: str) -> int:
        """Return the row of a quote, or -1."""
        found = (n for n, line in enumerate(self._lines) if line.row.id == row_id)
        return next(found, -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = 0) -> object:
        line = self.line(index.row())
        if line is None or role == LINE:
            return line
        return spoken(line) if role in SPOKEN else None


class Tallies(QAbstractTableModel):
    """Who speaks, how many words in how many quotes, and in which manner."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: tuple[tuple[str, ...], ...] = ()

    def show_tallies(self, tallies: Sequence[Tally]) -> None:
        """Show other figures."""
        self.beginResetModel()
        self._cells = tuple(map(cells, tallies))
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._cells)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(HEADS)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGNED[section in NUMBERS]
        return _(HEADS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = 0) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGNED[index.column() in NUMBERS]
        if role not in {*SPOKEN, Qt.ItemDataRole.ToolTipRole}:
            return None
        return self._cells[index.row()][index.column()]


def cells(tally: Tally) -> tuple[str, ...]:
    """Return one line of the table."""
    manners = [kind_words(kind) for kind in tally.kinds]
    manners += [source_words(kind) for kind in tally.sources]
    order = ", ".join(map(str, tally.order[:ORDERED]))
    order += ", …" if len(tally.order) > ORDERED else ""
    return (speaker_words(tally), str(tally.words), str(tally.quotes), order, ", ".join(manners))


def speaker_words(tally: Tally) -> str:
    """Return the name of a source, or that there is none."""
    return tally.speaker or _("No source")


def first_words(line: QuoteLine) -> str:
    """Return the beginning of a quote on one line."""
    text = " ".join(line.row.words.split(" ")).replace("\n", " ")
    return text if len(text) <= FIRST_WORDS else text[: FIRST_WORDS - 1].rstrip() + "…"


def spoken(line: QuoteLine) -> str:
    """Return a quote as a screen reader says it."""
    words = [standing_words(line.standing), line.row.speaker, quoted(line.row.words)]
    if line.number:
        words.insert(0, str(line.number))
    return ", ".join(word for word in words if word)
