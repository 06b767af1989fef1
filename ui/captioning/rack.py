"""The slots of the open story with their buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

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
        self._title = named(_Title(), "slot-rack-title")
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 8, 2)
        head.setSpacing(0)
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
            self._title.say(_("This story has no photo slot yet."))
            return
        words = ngettext("{n} slot in this story", "{n} slots in this story", len(lines))
        text = words.format(n=len(lines))
        if waiting := sum(line.photo is None for line in lines):
            waits = ngettext("{n} waits for its photo", "{n} wait for their photos", waiting)
            text += " · " + waits.format(n=waiting)
        self._title.say(text)

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


class _Title(QLabel):
    """A heading that gives way where it has no room, rather than be cut: the cards show it too."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "section")
        self.setMinimumWidth(1)
        self._whole = ""

    def say(self, words: str) -> None:
        """Show words where there is room for all of them, and tell them to a screen reader."""
        self._whole = words
        self.setAccessibleName(words)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.fontMetrics().horizontalAdvance(self._whole) <= self.width()
        self.setText(self._whole if room else "")


def _button(book: ActionBook, code: str) -> QToolButton:
    action = book[code]
    button = named(QToolButton(), f"slot-{code}", action.text())
    button.setDefaultAction(action)
    button.setIconSize(QSize(18, 18))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
