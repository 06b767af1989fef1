"""The quote chosen: its words, who is said to speak and why, and what may be decided."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.person import Person, PersonKind
from ui.actions import ActionBook
from ui.parts import named
from ui.parts.heading import heading
from ui.sourcing.lines import QuoteLine, Standing
from ui.sourcing.naming import NameLine
from ui.sourcing.rewording import shown, told
from ui.sourcing.words import (
    comparison_words,
    kind_words,
    standing_words,
    terms_words,
    why,
)
from ui.wording import PERSON_KINDS
from ui.words import _

BUTTONS = ("confirm", "not-a-quote", "reopen")


class Card(QFrame):
    """Shows a quote.

    `named_speaker(name)` hands over a source of the register or of the story, `introduced(Person)`
    one the register does not know yet; `done()` says that the naming is over.
    """

    named_speaker = Signal(str)
    introduced = Signal(object)
    done = Signal()

    def __init__(self, book: ActionBook) -> None:
        super().__init__()
        named(self, "quote-card", _("The quote chosen"))
        self.setProperty("kind", "card")
        self._about = named(QLabel(), "quote-about")
        self._about.setProperty("kind", "quiet")
        self._why = named(QLabel(), "quote-why")
        self._terms = named(QLabel(), "quote-terms")
        self._diff = named(QLabel(), "quote-changes")
        self._diff.setTextFormat(Qt.TextFormat.RichText)
        for label in (self._about, self._why, self._terms, self._diff):
            label.setWordWrap(True)
        self.speaker = NameLine()
        self._new = _new_row()
        self._kind = self._new.findChild(QComboBox)
        self._known: frozenset[str] = frozenset()
        self._names: tuple[str, ...] = ()
        self._shown: tuple[str, str] = ("", "")
        self._lay_out(book)
        self.speaker.handed_over.connect(self._hand_over)
        self.speaker.given_up.connect(self._give_up)
        self.speaker.textChanged.connect(self._offer_entry)
        self.show_line(None)

    def show_names(self, names: tuple[str, ...], people: tuple[Person, ...] = ()) -> None:
        """Offer names: those of the story first, then the register."""
        self._known = frozenset(name.casefold() for one in people for name in one.names())
        if names != self._names:
            self._names = names
            self.speaker.offer(names)
        self._offer_entry()

    def show_line(self, line: QuoteLine | None) -> None:
        """Show a quote; a name being typed stays while the quote does."""
        self.setEnabled(line is not None)
        _show(self._about, _about(line))
        _show(self._why, why(line.row) if line else "")
        _show(self._terms, "\n".join(_standing_behind(line)) if line else "")
        changes = line.changes if line else ()
        _show(self._diff, shown(changes))
        self._diff.setAccessibleName(_("What changed: {words}").format(words=told(changes)))
        speaker = line.row.speaker if line else ""
        now = (line.row.id if line else "", speaker)
        if now != self._shown:
            self._shown = now
            self.speaker.setText(speaker)
        self._offer_entry()

    def ask_speaker(self) -> None:
        """Put the caret in the name, ready to be typed over."""
        self.speaker.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.speaker.selectAll()

    def is_new(self) -> bool:
        """Say whether the name typed would be a new entry of the register."""
        typed = self.speaker.text().strip()
        return bool(typed) and typed != self._shown[1] and typed.casefold() not in self._known

    def _offer_entry(self) -> None:
        self._new.setVisible(self.is_new())

    def _hand_over(self) -> None:
        name = self.speaker.text().strip()
        if self.is_new() and self._kind is not None:
            kind = PersonKind(self._kind.currentData())
            self.introduced.emit(Person(id="", name=name, kind=kind))
        elif name:
            self.named_speaker.emit(name)
        self.done.emit()

    def _give_up(self) -> None:
        self.speaker.setText(self._shown[1])
        self.done.emit()

    def _lay_out(self, book: ActionBook) -> None:
        label = heading(_("Source"), self.speaker)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for widget in (self._about, self._diff, self._why, self._terms, label, self.speaker):
            column.addWidget(widget)
        column.addWidget(self._new)
        for code in BUTTONS[:1]:
            column.addWidget(_button(book, code, primary=True))
        row = QHBoxLayout()
        row.setSpacing(4)
        for code in BUTTONS[1:]:
            row.addWidget(_button(book, code))
        column.addLayout(row)


def _about(line: QuoteLine | None) -> str:
    if line is None:
        return ""
    parts = [standing_words(line.standing), kind_words(line.row.kind)]
    if line.row.decided_by:
        parts.append(_("decided by {name}").format(name=line.row.decided_by))
    if line.standing is Standing.ALTERED:
        parts.append(_("Return confirms the new words"))
    return " · ".join(parts)


def _standing_behind(line: QuoteLine) -> list[str]:
    told_ = [terms_words(line.row)]
    if line.said:
        told_.append(comparison_words(line.said))
    return [words for words in told_ if words]


def _new_row() -> QWidget:
    """Return the row that says that a name is new, with the sort of source it is."""
    row = named(QWidget(), "quote-new-source")
    label = named(QLabel(_("Not in the register: Return enters it as")), "quote-new-words")
    label.setProperty("kind", "quiet")
    label.setWordWrap(True)
    kinds = named(QComboBox(), "quote-new-kind", _("Sort of source"))
    for kind, words in PERSON_KINDS.items():
        kinds.addItem(_(words), kind.value)
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label)
    column.addWidget(kinds)
    return row


def _show(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))


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
