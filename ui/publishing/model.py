"""Findings and publications, as Qt lists them."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
SPOKEN = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})
T = TypeVar("T")


class Rows(QAbstractListModel, Generic[T]):
    """Values in a list; `tell` says each as a screen reader should."""

    def __init__(self, tell: Callable[[T], str]) -> None:
        super().__init__()
        self._rows: tuple[T, ...] = ()
        self._tell = tell

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show other values; where nothing differs, the selection stays."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def at(self, row: int) -> T | None:
        """Return the value of a row, or None past the end."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = 0) -> object:
        value = self.at(index.row())
        if value is None or role == LINE:
            return value
        return self._tell(value) if role in SPOKEN else None
