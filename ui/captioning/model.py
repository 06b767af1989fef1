"""The slots of the strip as Qt lists them, and how photos and slots are spoken."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from app.domain.photo import Flag
from ui.captioning.lines import Card, SlotLine, State
from ui.words import N_, _, ngettext

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

ASKED = {
    "who": N_("Who"),
    "what": N_("What"),
    "where": N_("Where"),
    "when": N_("When"),
    "credit": N_("Credit"),
    "alt": N_("Alt text"),
}
"""The questions of the completeness strip."""

LABELS = {
    "red": N_("Red"),
    "yellow": N_("Yellow"),
    "green": N_("Green"),
    "blue": N_("Blue"),
    "purple": N_("Purple"),
}
FLAGS = {Flag.PICK: N_("Picked"), Flag.REJECT: N_("Rejected")}


class Lines(QAbstractListModel):
    """Lines of slots. `dropped(row, mime data)` tells what was dropped on a slot."""

    dropped = Signal(int, QMimeData)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[SlotLine, ...] = ()
        self._rows: dict[int, int] = {}

    def show_lines(self, lines: Sequence[SlotLine]) -> None:
        """Show other lines; where the same slots stay, so does the selection."""
        fresh = tuple(lines)
        if [line.use.slot for line in fresh] == list(self._rows):
            self._lines = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._lines = fresh
        self._rows = {line.use.slot: row for row, line in enumerate(fresh)}
        self.endResetModel()

    def line(self, row: int) -> SlotLine | None:
        """Return the line of a row, or None past the end."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, slot: int) -> int:
        """Return the row of a slot number, or -1."""
        return self._rows.get(slot, -1)

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
        return base | Qt.ItemFlag.ItemIsDropEnabled if line else Qt.ItemFlag.NoItemFlags

    @override
    def mimeTypes(self) -> list[str]:
        return [PHOTO_TYPE, "text/uri-list"]

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


def state_words(state: State) -> str:
    """Return what a state is called, in the language of the interface."""
    return _(STATES[state])


def spoken(line: SlotLine) -> str:
    """Return a slot as a screen reader says it."""
    words = [line.photo.file_name] if line.photo else []
    words += [_("Slot {n}").format(n=line.use.slot), state_words(line.state)]
    if line.use.caption:
        words.append(line.use.caption)
    return ", ".join(words)


def spoken_card(card: Card) -> str:
    """Return a photo as a screen reader says it: name, slot, state, marks, what is open, words."""
    words = [card.photo.file_name]
    if card.use:
        words.append(_("Slot {n}").format(n=card.use.slot))
    words.append(state_words(card.state))
    if card.alike:
        words.append(_("Looks like another"))
    if card.line.rating and card.line.rating > 0:
        stars = ngettext("{n} star", "{n} stars", card.line.rating)
        words.append(stars.format(n=card.line.rating))
    if card.line.flag in FLAGS:
        words.append(_(FLAGS[card.line.flag]))
    if card.line.label in LABELS:
        words.append(_(LABELS[card.line.label]))
    if card.lacks:
        words.append(lacking_words(card.lacks))
    said = card.use.caption if card.use else card.photo.metadata.description
    return ", ".join([*words, said] if said else words)


def lacking_words(lacks: Sequence[str]) -> str:
    """Return which questions are open, as a sentence."""
    return _("Lacking: {words}").format(words=", ".join(_(ASKED[one]).lower() for one in lacks))
