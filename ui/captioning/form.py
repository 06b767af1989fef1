"""The caption form: the words of one photo, of one slot, of both, or of several photos."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.finding import Finding, Part
from ui import theme
from ui.captioning.answers import Answers
from ui.captioning.edits import Expander, Words
from ui.captioning.entries import DAYS, MORE, Target, Value, Values
from ui.captioning.fields import SHAPES, SUGGESTED, Field, Remarks
from ui.captioning.lines import lacking
from ui.captioning.lost import Lost
from ui.parts import named
from ui.parts.empty import Empty
from ui.spelling import CODES as SPELLING
from ui.words import N_, _, ngettext

TICKS = {
    "archive": N_("Archive picture: older than the events"),
    "decorative": N_("Decorative: says nothing the text does not"),
}
PARTS = {Part.CAPTION: "caption", Part.ALT: "alt", Part.CREDIT: "credit"}
"""The field a finding of a photo part belongs under; the others stand over the form."""

ANSWERS = {
    "who": "persons",
    "what": "caption",
    "where": "city",
    "when": "dated",
    "credit": "credit",
    "alt": "alt",
}
"""The field that answers each question; without a slot "what" is answered by the description."""

WIDTH = 300


class Form(QScrollArea):
    """Shows one target. `left(values)` hands over fields the person has left, by name.

    `suggestions_wanted(name)` asks for the pick list of a field the caret came to; `escaped()`
    says that the caret wants back to the photos.
    """

    left = Signal(object)
    mended = Signal(object)
    suggestions_wanted = Signal(str)
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "caption-form", _("Caption form"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(WIDTH)
        self._key: tuple[str, int] = ("", 0)
        self._held: frozenset[str] = frozenset()
        self._filling = False
        self.fields = {shape.name: Field(shape) for shape in SHAPES}
        self.ticks = {name: _tick(name, words) for name, words in TICKS.items()}
        self._build()
        self._connect()
        self.show_target(Target(), ())

    def key(self) -> tuple[str, int]:
        """Return the key of the target shown."""
        return self._key

    def show_target(self, target: Target, findings: Sequence[Finding]) -> None:
        """Show a target; the same one again leaves what is being typed alone."""
        values = target.values()
        afresh = target.key() != self._key
        self._held = frozenset(values)
        self._key = target.key()
        self._filling = True
        self._paper.setVisible(bool(values))
        self._empty.setVisible(not values)
        self._title.setText(title_of(target))
        self._facts.setText(facts_of(target))
        self._facts.setVisible(bool(self._facts.text()))
        self._fold.setVisible(bool(target.photo))
        self._order(described_first=target.use is None)
        self._fill(target, values, afresh=afresh)
        self._filling = False
        if printed := target.printed_credit():
            self.fields["credit"].set_hint(printed)
        self._answers.setVisible(bool(target.photo) and not target.ids)
        self._answers.show_lacking(lacking(target.photo, target.use))
        self._show_findings(findings)
        if afresh:
            for name in DAYS:
                self.show_trouble(name, "")

    def _fill(self, target: Target, values: Values, *, afresh: bool) -> None:
        for name, field in self.fields.items():
            shown = name in values and (name not in MORE or self._fold.isChecked())
            field.setVisible(shown)
            field.show_words(str(values.get(name, "")), afresh=afresh)
            field.show_various(target.various(name))
        for name, tick in self.ticks.items():
            tick.setVisible(name in values)
            tick.setChecked(bool(values.get(name)))

    def show_trouble(self, name: str, sentence: str) -> None:
        """Say under a field why what it holds was not kept."""
        self.fields[name].show_trouble(sentence)

    def pending(self) -> dict[str, Value]:
        """Return the fields that hold words not handed over yet."""
        return {
            name: field.hand_over()
            for name, field in self.fields.items()
            if name in self._held and field.touched()
        }

    def focus_field(self, name: str) -> None:
        """Put the caret in a field, or in the first one shown when that one is not."""
        if name in MORE and name in self._held:
            self._fold.setChecked(True)
        wanted = self.fields.get(name)
        if wanted is None or wanted.isHidden():
            wanted = next((one for one in self._shown() if not one.isHidden()), None)
        if wanted:
            wanted.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(wanted.edit, Words):
                wanted.edit.moveCursor(QTextCursor.MoveOperation.End)
            else:
                wanted.edit.end(False)  # noqa: FBT003  Qt takes it by place only
            self.ensureWidgetVisible(wanted)

    def focused_field(self) -> str:
        """Return the name of the field the caret is in, or ""."""
        return next((name for name, one in self.fields.items() if one.edit.hasFocus()), "")

    def _build(self) -> None:
        self._title = named(QLabel(), "caption-form-title")
        self._title.setFont(theme.sans(theme.sans().pointSizeF() * 1.15, strong=True))
        self._title.setWordWrap(True)
        self._facts = named(QLabel(), "caption-form-facts")
        self._facts.setProperty("kind", "quiet")
        self._facts.setWordWrap(True)
        self._remarks = Remarks("caption-form-remarks")
        self._empty = Empty("photos", "caption-form-empty")
        self._empty.say(_("No photo chosen"), _("Choose one to write its words."))
        self._answers = Answers()
        self.lost = Lost()
        self._described_first = False
        self._fold = _fold()
        self._place = QWidget()
        place = QHBoxLayout(self._place)
        place.setContentsMargins(0, 0, 0, 0)
        place.setSpacing(10)
        for name in ("city", "country"):
            place.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        self._lay_out()

    def _lay_out(self) -> None:
        self._paper = QWidget()
        self._column = column = QVBoxLayout(self._paper)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        head = (self._title, self._facts, self.lost, self._remarks, self._answers)
        for part in (*head, *self._parts()):
            column.addWidget(part)
        column.addStretch(1)
        both = QWidget()
        layout = QVBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._paper)
        layout.addWidget(self._empty)
        self.setWidget(both)

    def _parts(self) -> Sequence[QWidget]:
        field = self.fields
        return (
            field["caption"],
            field["alt"],
            self.ticks["decorative"],
            field["credit"],
            field["persons"],
            field["dated"],
            self.ticks["archive"],
            self._place,
            field["description"],
            self._fold,
            *(field[name] for name in MORE),
        )

    def _order(self, *, described_first: bool) -> None:
        """Let the description lead where there is no caption of a use, in the eyes and by Tab."""
        if described_first == self._described_first:
            return
        self._described_first = described_first
        described = self.fields["description"]
        self._column.removeWidget(described)
        before = self.fields["caption"] if described_first else self._fold
        self._column.insertWidget(self._column.indexOf(before), described)
        edits = [field.edit for field in self._shown()]
        for one, other in pairwise(edits):
            QWidget.setTabOrder(one, other)

    def _shown(self) -> list[Field]:
        """Return the fields from top to bottom."""
        names = [name for name in self.fields if name != "description"]
        names.insert(0 if self._described_first else names.index("country") + 1, "description")
        return [self.fields[name] for name in names]

    def _connect(self) -> None:
        self._remarks.mended.connect(self.mended)
        self._fold.toggled.connect(self._unfold)
        self._answers.asked.connect(self._answer)
        for field in self.fields.values():
            field.left.connect(self._field_left)
            field.mended.connect(self.mended)
            field.entered.connect(self._entered)
            field.edit.escaped.connect(self.escaped)
        for name, tick in self.ticks.items():
            tick.toggled.connect(lambda on, name=name: self._ticked(name, on=on))

    def _field_left(self, name: str) -> None:
        field = self.fields[name]
        if not self._filling and field.touched():
            self.left.emit({name: field.hand_over()})

    def offer(self, name: str, values: Sequence[str]) -> None:
        """Give a field its pick list."""
        self.fields[name].offer(values)

    def set_expander(self, expander: Expander) -> None:
        """Say how codes and variables become words while they are typed."""
        for field in self.fields.values():
            field.edit.expander = expander

    def insert(self, words: str) -> None:
        """Put words in at the caret of the field it is in."""
        if name := self.focused_field():
            self.fields[name].edit.insert(words)

    def words_before(self) -> str:
        """Return what stands before the caret in its line."""
        name = self.focused_field()
        return self.fields[name].edit.before_caret() if name else ""

    def add_person(self, name: str) -> None:
        """Add a name to the persons shown, once."""
        field = self.fields["persons"]
        names = [part.strip() for part in field.text().split(";") if part.strip()]
        if name not in names and "persons" in self._held:
            field.write("; ".join([*names, name]))

    def _entered(self, name: str) -> None:
        if name in SUGGESTED:
            self.suggestions_wanted.emit(name)

    def _answer(self, question: str) -> None:
        name = ANSWERS[question]
        self.focus_field("description" if name not in self._held else name)

    def _unfold(self, on: bool) -> None:  # noqa: FBT001  Qt calls it so
        theme.dress(self._fold, "down" if on else "right", "quiet")
        for name in MORE:
            self.fields[name].setVisible(on and name in self._held)

    def _ticked(self, name: str, *, on: bool) -> None:
        if not self._filling:
            self.left.emit({name: on})

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        # Unknown words are underlined where they stand, as they are typed.
        findings = [one for one in findings if one.code not in SPELLING]
        for name, field in self.fields.items():
            field.show_findings([one for one in findings if PARTS.get(one.place.part) == name])
        self._remarks.show_findings([one for one in findings if one.place.part not in PARTS])


def title_of(target: Target) -> str:
    """Return what the form is about."""
    if target.ids:
        count = len(target.ids)
        return ngettext("{n} photo chosen", "{n} photos chosen", count).format(n=count)
    if target.photo:
        return target.photo.file_name
    return _("Slot {n} waits for its photo").format(n=target.use.slot) if target.use else ""


def facts_of(target: Target) -> str:
    """Return what is known of the file and where it stands, in one line."""
    parts = []
    if target.ids:
        return _("What you write goes to all of them.")
    if target.photo:
        if target.use:
            parts.append(_("Slot {n}").format(n=target.use.slot))
        else:
            parts.append(_("Not in this story"))
        parts.append(f"{target.photo.width}\u00a0×\u00a0{target.photo.height}")
        if camera := target.photo.metadata.camera:
            parts.append(camera)
    return " · ".join(parts)


def _fold() -> QToolButton:
    fold = named(QToolButton(), "caption-form-more", _("More fields"))
    fold.setText(_("More fields"))
    fold.setProperty("kind", "fold")
    fold.setCheckable(True)
    fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    theme.dress(fold, "right", "quiet")
    return fold


def _tick(name: str, words: str) -> QCheckBox:
    return named(QCheckBox(_(words)), f"caption-form-{name}", _(words))
