"""The photos of the grid as Qt lists them: ids at once, their cards as they come into sight."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QItemSelection,
    QItemSelectionRange,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from typing_extensions import override

from ui.captioning.lines import Card
from ui.captioning.model import LINE, PHOTO_TYPE, spoken_card

Index = QModelIndex | QPersistentModelIndex

PAGE = 100
"""Cards asked for at a time: about two windows full."""

PATIENCE = 15
"""Milliseconds in which the wishes of one painting are gathered."""


class Shelf(QAbstractListModel):
    """Photos by id. `wanted(ids)` asks for cards, the newest wish first; `laid()`: some came."""

    wanted = Signal(object)
    laid = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._rows: dict[str, int] = {}
        self._cards: dict[str, Card] = {}
        self._asked: set[int] = set()
        self._pages: list[int] = []
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(PATIENCE)
        self._gathering.timeout.connect(self._ask)

    def show_ids(self, ids: Sequence[str]) -> bool:
        """Show other photos; say whether they are others, so that the selection is lost."""
        fresh = tuple(ids)
        if fresh == self._ids:
            return False
        self.beginResetModel()
        self._ids = fresh
        self._rows = {photo_id: row for row, photo_id in enumerate(fresh)}
        self._asked.clear()
        self.endResetModel()
        return True

    def put(self, cards: Iterable[Card]) -> None:
        """Lay cards on the shelf; those that stand there already are replaced."""
        rows = []
        for card in cards:
            self._cards[card.photo.id] = card
            if (row := self._rows.get(card.photo.id, -1)) >= 0:
                rows.append(row)
        for first, last in runs(rows):
            self.dataChanged.emit(self.index(first), self.index(last))
        self.laid.emit()

    def ids(self) -> tuple[str, ...]:
        """Return all photos in order."""
        return self._ids

    def id_at(self, row: int) -> str:
        """Return the photo of a row, or "" past the end."""
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def card(self, photo_id: str) -> Card | None:
        """Return the card of a photo when it is there."""
        return self._cards.get(photo_id)

    def row_of(self, photo_id: str) -> int:
        """Return the row of a photo, or -1."""
        return self._rows.get(photo_id, -1)

    def selection_of(self, ids: Iterable[str]) -> QItemSelection:
        """Return the rows of some photos as a selection of few ranges."""
        selection = QItemSelection()
        rows = [row for photo_id in ids if (row := self.row_of(photo_id)) >= 0]
        for first, last in runs(rows):
            selection.append(QItemSelectionRange(self.index(first), self.index(last)))
        return selection

    def repaint_photo(self, photo_id: str) -> None:
        """Say that the picture of a photo can be painted now."""
        if (row := self.row_of(photo_id)) >= 0:
            self.dataChanged.emit(self.index(row), self.index(row), [0])

    def want_around(self, row: int) -> None:
        """Ask for the cards about a row before they are painted."""
        for near in (row - PAGE // 4, row + PAGE // 4, row):
            if 0 <= near < len(self._ids):
                self._want(near)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._ids)

    @override
    def data(self, index: Index, role: int = 0) -> object:
        photo_id = self.id_at(index.row())
        if not photo_id:
            return None
        card = self._cards.get(photo_id)
        if card is None:
            self._want(index.row())
            return None
        return card if role == LINE else told_of(card, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.id_at(index.row()):
            return Qt.ItemFlag.NoItemFlags
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def mimeTypes(self) -> list[str]:
        return [PHOTO_TYPE]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        photo_id = self.id_at(indexes[0].row()) if indexes else ""
        if photo_id:
            carried.setData(PHOTO_TYPE, QByteArray(photo_id.encode()))
        return carried

    def _want(self, row: int) -> None:
        page = row // PAGE
        if page in self._asked:
            return
        self._asked.add(page)
        self._pages.append(page)
        if not self._gathering.isActive():
            self._gathering.start()

    def _ask(self) -> None:
        pages, self._pages = self._pages[::-1], []
        for page in pages:
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            missing = [photo_id for photo_id in ids if photo_id not in self._cards]
            if missing:
                self.wanted.emit(tuple(missing))


def told_of(card: Card, role: int) -> str | None:
    """Return what a card says for a role of Qt's."""
    if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
        return spoken_card(card)
    return card.photo.file_name if role == Qt.ItemDataRole.ToolTipRole else None


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of neighbouring numbers."""
    ordered = sorted(set(rows))
    if not ordered:
        return []
    breaks = [(one, other) for one, other in pairwise(ordered) if other != one + 1]
    firsts = [ordered[0], *(other for _one, other in breaks)]
    lasts = [*(one for one, _other in breaks), ordered[-1]]
    return list(zip(firsts, lasts, strict=True))


def ranges(selection: QItemSelection) -> list[tuple[int, int]]:
    """Return the first and last row of each range of a selection, from top to bottom."""
    found = (selection.at(place) for place in range(selection.count()))
    return sorted((one.top(), one.bottom()) for one in found)
