"""One entry of the register to be changed: names, titles with their days, code, forms, notes."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from app.domain.person import NameForm, Person, PersonKind, Title
from ui.parts import named
from ui.wording import PERSON_KINDS
from ui.words import _

LINES = 2
"""Lines of a field that takes several names."""
TITLE_ROWS = 3


class WrongDayError(ValueError):
    """A day that is not written as 2024-05-31."""


class Form(QWidget):
    """The fields. `left()` says that a field was left and what stands in it may be kept."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "register-form", _("Entry of the register"))
        self.name = named(QLineEdit(), "person-name", _("Name"))
        self.kind = named(QComboBox(), "person-kind", _("Sort of source"))
        for kind, words in PERSON_KINDS.items():
            self.kind.addItem(_(words), kind.value)
        self.code = named(QLineEdit(), "person-code", _("Code in captions"))
        self.variants = _field("person-variants", _("Other spellings, one a line"))
        self.forms = _field("person-forms", _("In other languages, one a line: el = name"))
        self.captions = _field("person-captions", _("What the code becomes, first mention first"))
        self.note = _field("person-note", _("Notes"))
        self.titles = named(QTableView(), "person-titles", _("Titles with their days"))
        self._held = QStandardItemModel(0, 3, self)
        self._held.setHorizontalHeaderLabels([_("Role"), _("From"), _("Until")])
        self.titles.setModel(self._held)
        self._lay_out()
        for line in (self.name, self.code):
            line.editingFinished.connect(self.left)
        self.kind.activated.connect(lambda _index: self.left.emit())
        self._held.itemChanged.connect(self._grow)
        self.show_person(None)

    def show_person(self, person: Person | None) -> None:
        """Show an entry."""
        self.setEnabled(person is not None)
        shown = person or Person(id="", name="")
        self.name.setText(shown.name)
        self.kind.setCurrentIndex(self.kind.findData(shown.kind.value))
        self.code.setText(shown.code)
        self.variants.setPlainText("\n".join(shown.variants))
        self.forms.setPlainText("\n".join(f"{one.language} = {one.name}" for one in shown.forms))
        self.captions.setPlainText("\n".join(shown.captions))
        self.note.setPlainText(shown.note)
        self._show_titles(shown.titles)

    def fields(self) -> dict[str, Any]:
        """Return what stands in the form, by field of a person.

        Raises:
            WrongDayError: a day of a title is not written as 2024-05-31.
        """
        return {
            "name": " ".join(self.name.text().split()),
            "kind": PersonKind(self.kind.currentData()),
            "code": self.code.text().strip(),
            "variants": _lines(self.variants),
            "forms": tuple(_form(line) for line in _lines(self.forms)),
            "captions": _lines(self.captions),
            "note": self.note.toPlainText().strip(),
            "titles": self._titles(),
        }

    def _titles(self) -> tuple[Title, ...]:
        rows = [
            [self._cell(row, column) for column in range(3)] for row in range(self._held.rowCount())
        ]
        return tuple(
            Title(words, _day(since), _day(until)) for words, since, until in rows if words
        )

    def _cell(self, row: int, column: int) -> str:
        words = self._held.index(row, column).data()
        return str(words).strip() if words else ""

    def _show_titles(self, titles: tuple[Title, ...]) -> None:
        self._held.setRowCount(0)
        for title in titles:
            days = [one.isoformat() if one else "" for one in (title.since, title.until)]
            self._held.appendRow([QStandardItem(words) for words in (title.words, *days)])
        self._held.setRowCount(len(titles) + 1)

    def _grow(self) -> None:
        """Leave an empty line under the last title."""
        last = self._held.rowCount() - 1
        if self._cell(last, 0):
            self._held.setRowCount(last + 2)

    def _lay_out(self) -> None:
        header = self.titles.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.titles.verticalHeader().hide()
        self.titles.setTabKeyNavigation(False)
        step = self.titles.verticalHeader().defaultSectionSize()
        self.titles.setFixedHeight(step * (TITLE_ROWS + 1))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for words, widget in (
            (_("Name"), self.name),
            (_("Kind"), self.kind),
            (_("Code"), self.code),
            (_("Spellings"), self.variants),
            (_("Titles"), self.titles),
            (_("Languages"), self.forms),
            (_("Captions"), self.captions),
            (_("Notes"), self.note),
        ):
            form.addRow(words, widget)


def _field(object_name: str, words: str) -> QPlainTextEdit:
    field = named(QPlainTextEdit(), object_name, words)
    field.setPlaceholderText(words)
    field.setTabChangesFocus(True)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * LINES + 14)
    return field


def _lines(field: QPlainTextEdit) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in field.toPlainText().splitlines())
    return tuple(dict.fromkeys(filter(None, lines)))


def _form(line: str) -> NameForm:
    language, sign, name = line.partition("=")
    return NameForm(language.strip(), name.strip()) if sign else NameForm("", line)


def _day(words: str) -> date | None:
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise WrongDayError(words) from error
