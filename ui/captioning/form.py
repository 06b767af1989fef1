"""The caption form: the words of one photo, of one slot, or of both."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.domain.finding import Finding, Part
from ui import theme
from ui.captioning.entries import Target, Value
from ui.captioning.fields import SHAPES, Field, Remarks
from ui.parts import named
from ui.parts.empty import Empty
from ui.words import N_, _

TICKS = {
    "archive": N_("Archive picture: older than the events"),
    "decorative": N_("Decorative: says nothing the text does not"),
}
PARTS = {Part.CAPTION: "caption", Part.ALT: "alt", Part.CREDIT: "credit"}
"""The field a finding of a photo part belongs under; the others stand over the form."""

WIDTH = 300


class Form(QScrollArea):
    """Shows one target. `left(values)` hands over fields the person has left, by name."""

    left = Signal(object)
    mended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        named(self, "caption-form", _("Caption form"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(WIDTH)
        self._key: tuple[str, int] = ("", 0)
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
        self._key = target.key()
        self._filling = True
        self._paper.setVisible(bool(values))
        self._empty.setVisible(not values)
        self._title.setText(title_of(target))
        self._facts.setText(facts_of(target))
        self._facts.setVisible(bool(self._facts.text()))
        for name, field in self.fields.items():
            field.setVisible(name in values)
            field.show_words(str(values.get(name, "")), afresh=afresh)
        for name, tick in self.ticks.items():
            tick.setVisible(name in values)
            tick.setChecked(bool(values.get(name)))
        self._filling = False
        printed = target.printed_credit()
        self.fields["credit"].set_hint(printed or _("Name / agency"))
        self._show_findings(findings)
        if afresh:
            self.show_trouble("dated", "")

    def show_trouble(self, name: str, sentence: str) -> None:
        """Say under a field why what it holds was not kept."""
        self.fields[name].show_trouble(sentence)

    def pending(self) -> dict[str, Value]:
        """Return the fields that hold words not handed over yet."""
        return {
            name: field.hand_over()
            for name, field in self.fields.items()
            if not field.isHidden() and field.touched()
        }

    def focus_field(self, name: str) -> None:
        """Put the caret in a field, or in the first one shown when that one is not."""
        wanted = self.fields.get(name)
        if wanted is None or wanted.isHidden():
            wanted = next((one for one in self.fields.values() if not one.isHidden()), None)
        if wanted:
            wanted.edit.setFocus(Qt.FocusReason.OtherFocusReason)
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
        self._paper = QWidget()
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        for widget in (self._title, self._facts, self._remarks):
            column.addWidget(widget)
        for part in self._order():
            column.addLayout(part) if isinstance(part, QHBoxLayout) else column.addWidget(part)
        column.addStretch(1)
        both = QWidget()
        layout = QVBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._paper)
        layout.addWidget(self._empty)
        self.setWidget(both)

    def _order(self) -> Sequence[QWidget | QHBoxLayout]:
        field = self.fields
        place = QHBoxLayout()
        place.setSpacing(10)
        place.addWidget(field["city"], 1, Qt.AlignmentFlag.AlignTop)
        place.addWidget(field["country"], 1, Qt.AlignmentFlag.AlignTop)
        return (
            field["caption"],
            field["alt"],
            self.ticks["decorative"],
            field["credit"],
            field["persons"],
            field["dated"],
            self.ticks["archive"],
            place,
            field["description"],
        )

    def _connect(self) -> None:
        self._remarks.mended.connect(self.mended)
        for field in self.fields.values():
            field.left.connect(self._field_left)
            field.mended.connect(self.mended)
        for name, tick in self.ticks.items():
            tick.toggled.connect(lambda on, name=name: self._ticked(name, on=on))

    def _field_left(self, name: str) -> None:
        field = self.fields[name]
        if not self._filling and field.touched():
            self.left.emit({name: field.hand_over()})

    def _ticked(self, name: str, *, on: bool) -> None:
        if not self._filling:
            self.left.emit({name: on})

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        for name, field in self.fields.items():
            field.show_findings([one for one in findings if PARTS.get(one.place.part) == name])
        self._remarks.show_findings([one for one in findings if one.place.part not in PARTS])


def title_of(target: Target) -> str:
    """Return what the form is about."""
    if target.photo:
        return target.photo.file_name
    return _("Slot {n} waits for its photo").format(n=target.use.slot) if target.use else ""


def facts_of(target: Target) -> str:
    """Return what is known of the file and where it stands, in one line."""
    parts = []
    if target.photo:
        if target.use:
            parts.append(_("Slot {n}").format(n=target.use.slot))
        else:
            parts.append(_("Not in this story"))
        parts.append(f"{target.photo.width}\u00a0×\u00a0{target.photo.height}")
        if camera := target.photo.metadata.camera:
            parts.append(camera)
    return " · ".join(parts)


def _tick(name: str, words: str) -> QCheckBox:
    return named(QCheckBox(_(words)), f"caption-form-{name}", _(words))
