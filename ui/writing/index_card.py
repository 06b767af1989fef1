"""What the desk keeps about a story besides its words: a card that folds over the copy."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.story import Status, Story
from app.sentences import status_words
from ui import theme
from ui.parts import named
from ui.words import N_, _, quoted
from ui.writing.card_words import (
    day_shown,
    day_typed,
    moment_shown,
    moment_typed,
    tags_shown,
    tags_typed,
)

LONGEST_TARGET = 20_000
NOTE_LINES = 3
BY_PUBLISHING = frozenset({Status.PUBLISHED, Status.CORRECTED})
"""Publishing gives these; they are not for choosing."""

WORDS = {
    "status": N_("Status"),
    "slug": N_("Slug"),
    "dated": N_("Day of the events"),
    "embargo": N_("Embargo until"),
    "target_words": N_("Target length"),
    "tags": N_("Tags"),
    "note": N_("Note for the desk"),
}
"""The fields in the order Tab walks through them."""

WIDE = frozenset({"note"})


@dataclass(frozen=True, slots=True)
class _Entry:
    """One field: `read` raises ValueError while what stands in it makes no sense."""

    widget: QWidget
    read: Callable[[], object]
    write: Callable[[Any], None]


class IndexCard(QWidget):
    """The fields of a story that are not copy.

    Signals: `revised(field, value)` when one was changed and left; `folded(bool)` when the card
    opens (False) or closes (True); `puzzled(sentence)` when a day or a moment cannot be read.
    """

    revised = Signal(str, object)
    folded = Signal(bool)
    puzzled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        named(self, "card", _("Card"))
        self._story: Story | None = None
        self.head = named(QToolButton(), "card-head", _("Card"), _("Show or hide the card"))
        self._about = named(QLabel(), "card-about")
        self._inside = QWidget()
        self.status = named(QComboBox(), "card-status")
        self.slug = named(QLineEdit(), "card-slug")
        self.dated = named(QLineEdit(), "card-dated")
        self.embargo = named(QLineEdit(), "card-embargo")
        self.target = named(QLineEdit(), "card-target")
        self.tags = named(QLineEdit(), "card-tags")
        self.note = named(QPlainTextEdit(), "card-note")
        self._entries = self._joined()
        self._build()

    def show_story(self, story: Story) -> None:
        """Show what the store holds; what is being typed for the same story stays."""
        before = self._story
        other = before is None or before.id != story.id
        for name, entry in self._entries.items():
            if other or not self._touched(name):
                blocker = QSignalBlocker(entry.widget)
                entry.write(getattr(story, name))
                blocker.unblock()
        self._story = story
        self._about.setText(_summary(story))

    def show_afresh(self, story: Story) -> None:
        """Show what the store holds, in place of everything typed."""
        self._story = None
        self.show_story(story)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab walks through, in order."""
        return (self.head, *(entry.widget for entry in self._entries.values()))

    def lock(self, *, locked: bool) -> None:
        """Let nothing be changed while the store is read-only."""
        self._inside.setDisabled(locked)

    def commit(self) -> None:
        """Hand over everything that was changed."""
        for name in self._entries:
            self._commit(name)

    def turn(self) -> None:
        """Open the card, or fold it."""
        self.unfold(wanted=self._inside.isHidden())
        (self.head if self._inside.isHidden() else self.status).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def unfold(self, *, wanted: bool) -> None:
        """Show the fields, or only the line that sums them up."""
        self._inside.setVisible(wanted)
        self.head.setChecked(wanted)
        theme.dress(self.head, "down" if wanted else "right", "quiet")
        self.folded.emit(not wanted)

    def _joined(self) -> dict[str, _Entry]:
        return {
            "status": _Entry(
                self.status, lambda: Status(self.status.currentData()), self._choose_status
            ),
            "slug": _Entry(self.slug, lambda: self.slug.text().strip(), self._write_slug),
            "dated": _Entry(self.dated, lambda: day_typed(self.dated.text()), self._write_day),
            "embargo": _Entry(self.embargo, self._read_embargo, self._write_embargo),
            "target_words": _Entry(self.target, self._read_target, self._write_target),
            "tags": _Entry(
                self.tags,
                lambda: tags_typed(self.tags.text()),
                lambda value: self.tags.setText(tags_shown(value)),
            ),
            "note": _Entry(self.note, self.note.toPlainText, self.note.setPlainText),
        }

    def _build(self) -> None:
        self.head.setText(_("Card"))
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setProperty("kind", "fold")
        self._about.setProperty("kind", "faint")
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.dated.setPlaceholderText(_("16/02/2017"))
        self.embargo.setPlaceholderText(_("16/02/2017 18:00"))
        self.tags.setPlaceholderText(_("Parted by commas"))
        self.note.setPlaceholderText(_("Never published."))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(NOTE_LINES * self.note.fontMetrics().lineSpacing() + 20)
        self.target.setValidator(QIntValidator(0, LONGEST_TARGET, self.target))
        self.target.setPlaceholderText(_("In words"))
        self._lay_out()
        self._listen()
        self.unfold(wanted=False)

    def _lay_out(self) -> None:
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 2, 0, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for index, (name, words) in enumerate(WORDS.items()):
            row, column = (index, 0) if name in WIDE else divmod(index, 2)
            widget = self._entries[name].widget
            widget.setAccessibleName(_(words))
            field = _labelled(widget, _(words))
            grid.addLayout(field, row, column, 1, 2 if name in WIDE else 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        head = QGridLayout()
        head.setHorizontalSpacing(10)
        head.addWidget(self.head, 0, 0)
        head.addWidget(self._about, 0, 1)
        head.setColumnStretch(1, 1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(4)
        column_of_all.addLayout(head)
        column_of_all.addWidget(self._inside)

    def _listen(self) -> None:
        self.head.clicked.connect(lambda on: self.unfold(wanted=on))
        self.status.activated.connect(lambda _row: self._commit("status"))
        for name in ("slug", "dated", "embargo", "target_words", "tags"):
            widget = self._entries[name].widget
            if isinstance(widget, QLineEdit):
                widget.editingFinished.connect(lambda name=name: self._commit(name))
        self.note.installEventFilter(self)
        # Turning the wheel over the sheet scrolls it; it must not change what stands under it.
        self.status.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.status.installEventFilter(self)

    def _touched(self, name: str) -> bool:
        try:
            return bool(self._entries[name].read() != getattr(self._story, name))
        except ValueError:
            return True

    def _commit(self, name: str) -> None:
        if self._story is None or not self._touched(name):
            return
        try:
            value: Any = self._entries[name].read()
        except ValueError:
            self.puzzled.emit(self._puzzlement(name))
            self._entries[name].write(getattr(self._story, name))
            return
        fields: dict[str, Any] = {name: value}
        self._story = replace(self._story, **fields)
        self._about.setText(_summary(self._story))
        self.revised.emit(name, value)

    def _choose_status(self, status: Status) -> None:
        self.status.clear()
        for one in Status:
            if one not in BY_PUBLISHING or one is status:
                self.status.addItem(status_words(one), one)
        self.status.setCurrentIndex(self.status.findText(status_words(status)))

    def _write_slug(self, slug: str) -> None:
        self.slug.setText(slug)
        self.slug.setCursorPosition(0)

    def _read_target(self) -> int | None:
        words = self.target.text()
        return (int(words) or None) if words.isdecimal() else None

    def _write_target(self, target: int | None) -> None:
        self.target.setText(str(target or ""))

    def _write_day(self, day: date | None) -> None:
        self.dated.setText(day_shown(day))

    def _read_embargo(self) -> datetime | None:
        """Return the moment typed; the one shown to the last second while nobody typed another."""
        held = self._story.embargo if self._story else None
        words = self.embargo.text()
        return held if words.strip() == moment_shown(held) else moment_typed(words)

    def _write_embargo(self, until: datetime | None) -> None:
        self.embargo.setText(moment_shown(until))

    def _puzzlement(self, name: str) -> str:
        if name == "embargo":
            words = quoted(self.embargo.text())
            return _("{words} is no moment: write it as 16/02/2017 18:00.").format(words=words)
        words = quoted(self.dated.text())
        return _("{words} is no day: write it as 16/02/2017.").format(words=words)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self._commit("note")
        if watched is not self.note and event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _labelled(widget: QWidget, words: str) -> QVBoxLayout:
    label = QLabel(words)
    label.setProperty("kind", "faint")
    label.setFont(theme.sans(theme.sans().pointSizeF() * 0.9))
    label.setBuddy(widget)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(widget)
    return column


def _summary(story: Story) -> str:
    """Return the card in a line: where the story stands, until when it waits, its slug, day and tags."""
    until = moment_shown(story.embargo)
    parts = [
        status_words(story.status),
        _("embargo until {when}").format(when=until) if until else "",
        story.slug,
        day_shown(story.dated),
        tags_shown(story.tags),
    ]
    return " · ".join(part for part in parts if part)
