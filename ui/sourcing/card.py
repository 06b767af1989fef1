"""The quote chosen: its words, who is said to speak and why, and what may be decided."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)
from typing_extensions import override

from ui.actions import ActionBook
from ui.parts import named
from ui.sourcing.lines import QuoteLine
from ui.sourcing.words import kind_words, standing_words, why
from ui.words import _

BUTTONS = ("confirm", "not-a-quote", "reopen")


class Card(QFrame):
    """Shows a quote. `named_speaker(name)` hands over the source typed or chosen."""

    named_speaker = Signal(str)
    done = Signal()

    def __init__(self, book: ActionBook) -> None:
        super().__init__()
        named(self, "quote-card", _("The quote chosen"))
        self.setProperty("kind", "card")
        self._about = named(QLabel(), "quote-about")
        self._about.setProperty("kind", "quiet")
        self._why = named(QLabel(), "quote-why")
        for label in (self._about, self._why):
            label.setWordWrap(True)
        self.speaker = named(QComboBox(), "quote-speaker", _("Source of the quote"))
        self.speaker.setEditable(True)
        self.speaker.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.speaker.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._line = cast("QLineEdit", self.speaker.lineEdit())
        named(self._line, "quote-speaker-line", _("Source of the quote"))
        self._line.setPlaceholderText(_("Name the source"))
        self._names: tuple[str, ...] = ()
        self._shown: tuple[str, str] = ("", "")
        self._lay_out(book)
        self._line.installEventFilter(self)
        self.speaker.activated.connect(lambda _index: self._hand_over())
        self.show_line(None)

    def show_names(self, names: tuple[str, ...]) -> None:
        """Offer names: those of the story first, then the register."""
        if names == self._names:
            return
        self._names = names
        kept = self.speaker.currentText()
        self.speaker.clear()
        self.speaker.addItems(list(names))
        self.speaker.setCurrentText(kept)

    def show_line(self, line: QuoteLine | None) -> None:
        """Show a quote; a name being typed stays while the quote does."""
        self.setEnabled(line is not None)
        about = why_words = speaker = ""
        if line:
            parts = [standing_words(line.standing), kind_words(line.row.kind)]
            if line.row.decided_by:
                parts.append(_("decided by {name}").format(name=line.row.decided_by))
            about, why_words, speaker = " · ".join(parts), why(line.row), line.row.speaker
        self._about.setText(about)
        self._why.setText(why_words)
        self._why.setVisible(bool(why_words))
        now = (line.row.id if line else "", speaker)
        if now != self._shown:
            self._shown = now
            self.speaker.setCurrentText(speaker)

    def ask_speaker(self) -> None:
        """Put the caret in the name, ready to be typed over."""
        self.speaker.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return keeps the name, Escape brings back the one that stood there."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._hand_over()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.speaker.setCurrentText(self._shown[1])
                self.done.emit()
                return True
        return super().eventFilter(watched, event)

    def _hand_over(self) -> None:
        name = self.speaker.currentText().strip()
        if name:
            self.named_speaker.emit(name)
        self.done.emit()

    def _lay_out(self, book: ActionBook) -> None:
        label = QLabel(_("Source"))
        label.setProperty("kind", "section")
        label.setBuddy(self.speaker)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for widget in (self._about, self._why, label, self.speaker):
            column.addWidget(widget)
        for code in BUTTONS[:1]:
            column.addWidget(_button(book, code, primary=True))
        row = QHBoxLayout()
        row.setSpacing(4)
        for code in BUTTONS[1:]:
            row.addWidget(_button(book, code))
        column.addLayout(row)


def _button(book: ActionBook, code: str, *, primary: bool = False) -> QToolButton:
    action = book[code]
    button = named(QToolButton(), f"quote-{code}", action.text())
    button.setDefaultAction(action)
    button.setIconSize(QSize(18, 18))
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    if primary:
        button.setProperty("kind", "outlined")
    return button
