"""The fields of the caption form: a label, a count, the words, and what is remarked about them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.finding import Finding, Fix
from ui import theme
from ui.captioning.edits import Line, Words
from ui.captioning.entries import LISTS
from ui.parts import named
from ui.parts.heading import heading
from ui.wording import GLYPHS, finding_words, fix_words
from ui.words import N_, _, ngettext

REFUSED = "\0"
"""Stands for the words last kept where those in the field were refused: no field holds it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a field looks: its name in `entries`, its label, its lines, whether letters are counted."""

    name: str
    label: str
    lines: int = 1
    counted: bool = False
    hint: str = ""


SHAPES = (
    Shape("caption", N_("Caption in this story"), 4, counted=True),
    Shape("alt", N_("Alt text"), 3, counted=True, hint=N_("What is seen, for those who do not")),
    Shape("credit", N_("Credit"), hint=N_("Name / agency")),
    Shape("persons", N_("Persons shown"), hint=N_("Names, parted by semicolons")),
    Shape("dated", N_("Date"), hint=N_("16/02/2017")),
    Shape("city", N_("City")),
    Shape("country", N_("Country")),
    Shape("description", N_("Permanent description"), 4, counted=True),
    Shape("headline", N_("Headline")),
    Shape("event", N_("Event")),
    Shape("sublocation", N_("Place in the city")),
    Shape("state", N_("Region")),
    Shape("keywords", N_("Keywords"), hint=N_("Words, parted by semicolons")),
    Shape("creator", N_("Photographer")),
    Shape("source", N_("Source")),
    Shape("copyright_notice", N_("Copyright")),
    Shape("usage_terms", N_("Terms of use"), 2),
    Shape("instructions", N_("Instructions"), 2),
    Shape("extended_description", N_("Extended description"), 3, counted=True),
    Shape("digital_source_type", N_("Digital source")),
    Shape("embargo", N_("Embargo until"), hint=N_("16/02/2017")),
    Shape("expires", N_("Rights end on"), hint=N_("16/02/2017")),
)

SUGGESTED = frozenset(
    {"credit", "persons", "city", "country", "headline", "event", "sublocation", "state"}
    | {"keywords", "creator", "source", "copyright_notice", "digital_source_type"}
)
"""Fields with a pick list of what the desk wrote in them before."""


class Remarks(QWidget):
    """Findings about one field, each with its ways to mend. `mended(Fix)` says one was chosen."""

    mended = Signal(object)

    def __init__(self, object_name: str) -> None:
        super().__init__()
        named(self, object_name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(4)
        self._trouble = ""
        self._findings: tuple[Finding, ...] = ()
        self.setVisible(False)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show findings in the place of those shown before."""
        if tuple(findings) != self._findings:
            self._findings = tuple(findings)
            self._lay_out()

    def show_trouble(self, sentence: str) -> None:
        """Show why words could not be kept; "" takes it away."""
        if sentence != self._trouble:
            self._trouble = sentence
            self._lay_out()

    def has_trouble(self) -> bool:
        """Say whether the words of the field could not be kept."""
        return bool(self._trouble)

    def text(self) -> str:
        """Return all that is remarked, as one text."""
        spoken = [finding_words(finding) for finding in self._findings]
        return " ".join([self._trouble, *spoken]).strip()

    def _lay_out(self) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if self._trouble:
            self._column.addWidget(_remark("error", self._trouble))
        for finding in self._findings:
            remark = _remark(GLYPHS[finding.severity], finding_words(finding))
            self._column.addWidget(remark)
            for fix in finding.fixes:
                self._column.addWidget(self._button(fix), 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(self._trouble or self._findings))

    def _button(self, fix: Fix) -> QPushButton:
        button = named(QPushButton(fix_words(fix)), f"fix-{fix.code}", fix_words(fix))
        button.setProperty("kind", "link")
        button.clicked.connect(lambda: self.mended.emit(fix))
        return button


def _remark(glyph: str, sentence: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    icon = QLabel()
    icon.setPixmap(theme.pixmap(glyph, glyph, 16, line.devicePixelRatioF()))
    words = QLabel(sentence)
    words.setWordWrap(True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return line


class Field(QWidget):
    """One field with its label. `left(name)` says that what it holds may be kept."""

    left = Signal(str)
    mended = Signal(object)
    entered = Signal(str)

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self._shown = ""
        self._various = ""
        self._count = QLabel()
        self._count.setProperty("kind", "quiet")
        self.edit = named(_edit(shape), f"caption-form-{shape.name}", _(shape.label))
        self.remarks = Remarks(f"caption-form-{shape.name}-remarks")
        head = QHBoxLayout()
        head.addWidget(heading(_(shape.label), self.edit))
        head.addStretch(1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.edit)
        column.addWidget(self.remarks)
        self.edit.left.connect(lambda: self.left.emit(shape.name))
        self.edit.entered.connect(lambda: self.entered.emit(shape.name))
        self.edit.textChanged.connect(self._recount)
        self.remarks.mended.connect(self.mended)
        self.set_hint(_(shape.hint) if shape.hint else "")

    def text(self) -> str:
        """Return the words in the field."""
        edit = self.edit
        return edit.words() if isinstance(edit, Words) else edit.text()

    def touched(self) -> bool:
        """Say whether the words differ from those last shown or handed over."""
        return self.text() != self._shown

    def show_words(self, words: str, *, afresh: bool) -> None:
        """Show words; what the person is typing stays, unless the field is filled afresh."""
        kept = self.edit.hasFocus() or self.remarks.has_trouble()
        if not afresh and kept and self.touched():
            return
        self._shown = words
        if words != self.text():
            self.write(words)

    def write(self, words: str) -> None:
        """Put words in the field, as if they had been typed over what stood there."""
        edit = self.edit
        edit.setPlainText(words) if isinstance(edit, Words) else edit.setText(words)

    def hand_over(self) -> str:
        """Return the words, taken as kept from now on."""
        self._shown = self.text()
        return self._shown

    def set_hint(self, hint: str) -> None:
        """Show a hint while the field is empty."""
        self.edit.setPlaceholderText(hint)

    def show_various(self, found: Sequence[str] | None) -> None:
        """Say that several photos differ here, with what was found; None says they do not."""
        own = _(self.shape.hint) if self.shape.hint else ""
        self.set_hint(own if found is None else _("(various)"))
        seen = " · ".join(value for value in found or () if value)
        self.edit.setToolTip(seen if found else "")
        self._various = "" if found is None else _("The photos chosen differ here.")
        self._describe()

    def offer(self, values: Sequence[str]) -> None:
        """Offer a pick list of values."""
        if isinstance(self.edit, Line):
            self.edit.offer(values, listed=self.shape.name in LISTS)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is remarked about the field, in words and to a screen reader."""
        self.remarks.show_findings(findings)
        self._describe()

    def show_trouble(self, sentence: str) -> None:
        """Show why the words could not be kept."""
        self.remarks.show_trouble(sentence)
        self._describe()
        if sentence:
            self._shown = REFUSED

    def _describe(self) -> None:
        said = f"{self._various} {self.edit.toolTip()} {self.remarks.text()}"
        self.edit.setAccessibleDescription(" ".join(said.split()))

    def _recount(self) -> None:
        if self.shape.counted:
            count = len(self.text())
            words = ngettext("{n} character", "{n} characters", count).format(n=count)
            self._count.setText(words if count else "")


def _edit(shape: Shape) -> Words | Line:
    return Words(shape.lines) if shape.lines > 1 else Line()
