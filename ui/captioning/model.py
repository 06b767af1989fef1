"""The photos of the grid and the slots of the strip, as Qt lists them; nothing is fetched here."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from ui.captioning.lines import PhotoLine, SlotLine, State
from ui.words import N_, _

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
PHOTO_TYPE = "application/x-marbre-photo"
"""What a dragged photo is called; the data is its id."""

STATES = {
    State.MISSING: N_("File not found"),
    State.WAITING: N_("Waiting"),
    State.NO_CAPTION: N_("No caption"),
    State.NO_CREDIT: N_("No credit"),
    State.NO_ALT: N_("No alt text"),
    State.READY: N_("Ready"),
}

Line = PhotoLine | SlotLine


class Lines(QAbstractListModel):
    """Lines of photos or slots. `dropped(row, mime data)` tells what was dropped on a slot."""

    dropped = Signal(int, QMimeData)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._rows: dict[object, int] = {}

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; where the same photos or slots stay, so does the selection."""
        fresh = tuple(lines)
        if [key_of(line) for line in fresh] == list(self._rows):
            self._lines = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._lines = fresh
        self._rows = {key_of(line): row for row, line in enumerate(fresh)}
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """Return the line of a row, or None past the end."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, key: object) -> int:
        """Return the row of a photo id or slot number, or -1."""
        return self._rows.get(key, -1)

    def repaint_photo(self, photo_id: str) -> None:
        """Say that the picture of a photo can be painted now."""
        for row, line in enumerate(self._lines):
            if line.photo and line.photo.id == photo_id:
                self.dataChanged.emit(self.index(row), self.index(row), [0])

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = 0) -> object:
        line = self.line(index.row())
        if line is None or role == LINE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken(line)
        tip = role == Qt.ItemDataRole.ToolTipRole and line.photo
        return line.photo.file_name if tip and line.photo else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index.row())
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if isinstance(line, SlotLine):
            return base | Qt.ItemFlag.ItemIsDropEnabled
        return base | Qt.ItemFlag.ItemIsDragEnabled if line else Qt.ItemFlag.NoItemFlags

    @override
    def mimeTypes(self) -> list[str]:
        return [PHOTO_TYPE, "text/uri-list"]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        line = self.line(indexes[0].row()) if indexes else None
        if line and line.photo:
            carried.setData(PHOTO_TYPE, QByteArray(line.photo.id.encode()))
        return carried

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not parent.isValid():
            return False
        self.dropped.emit(parent.row(), data)
        return True


def key_of(line: Line) -> object:
    """Return what tells a line from others of its list: the photo's id, or the slot's number."""
    return line.use.slot if isinstance(line, SlotLine) else line.photo.id


def state_words(state: State) -> str:
    """Return what a state is called, in the language of the interface."""
    return _(STATES[state])


def spoken(line: Line) -> str:
    """Return a line as a screen reader says it."""
    words = [state_words(line.state)]
    if line.use:
        words.insert(0, _("Slot {n}").format(n=line.use.slot))
    if line.photo:
        words.insert(0, line.photo.file_name)
    if line.use and line.use.caption:
        words.append(line.use.caption)
    return ", ".join(words)
