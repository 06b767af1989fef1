"""The slots of the open story with their buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.actions import ActionBook
from ui.captioning.lines import SlotLine
from ui.captioning.model import Lines
from ui.captioning.strip import Strip
from ui.captioning.thumbnails import Thumbnails
from ui.parts import named
from ui.words import _, ngettext

CODES = ("put-in-slot", "take-out", "add-slot")


class Rack(QWidget):
    """The strip under its heading. `chosen(slot)` says which slot is meant."""

    chosen = Signal(int)
    called = Signal()

    def __init__(self, slots: Lines, thumbnails: Thumbnails, book: ActionBook) -> None:
        super().__init__()
        named(self, "slot-rack")
        self._slots = slots
        self.strip = Strip(thumbnails)
        self.strip.setModel(slots)
        self._title = named(QLabel(), "slot-rack-title")
        self._title.setProperty("kind", "section")
        # In a small window the count gives way to the buttons, whose words are longer in French.
        self._title.setMinimumWidth(60)
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 2)
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        for code in CODES:
            head.addWidget(_button(book, code))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.strip)
        self.strip.called.connect(self.called)
        self.strip.selectionModel().currentChanged.connect(self._changed)
        self.strip.clicked.connect(lambda index: self._changed(index, index))

    def show_count(self, lines: Sequence[SlotLine]) -> None:
        """Say how many slots there are and how many wait; without any, the strip gives way."""
        self.strip.setVisible(bool(lines))
        if not lines:
            self._title.setText(_("This story has no photo slot yet."))
            return
        words = ngettext("{n} slot in this story", "{n} slots in this story", len(lines))
        text = words.format(n=len(lines))
        if waiting := sum(line.photo is None for line in lines):
            waits = ngettext("{n} waits for its photo", "{n} wait for their photos", waiting)
            text += " · " + waits.format(n=waiting)
        self._title.setText(text)

    def select(self, slot: int) -> None:
        """Mark a slot as the one meant; 0 for none."""
        row = self._slots.row_of(slot)
        index = self._slots.index(row) if row >= 0 else QModelIndex()
        self.strip.setCurrentIndex(index)
        if row >= 0:
            self.strip.scrollTo(index)
        else:
            self.strip.clearSelection()

    def _changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = self._slots.line(index.row())
        if line:
            self.chosen.emit(line.use.slot)


def _button(book: ActionBook, code: str) -> QToolButton:
    action = book[code]
    button = named(QToolButton(), f"slot-{code}", action.text())
    button.setDefaultAction(action)
    button.setIconSize(QSize(18, 18))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
