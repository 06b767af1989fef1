"""What a file would do to the register, before it does it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.desk.sources.register_imports import Entry, Plan
from app.domain.person import Person
from ui.parts import named
from ui.wording import PERSON_KINDS
from ui.words import _

MOST = 400
"""Entries shown; all of them are counted and taken in."""


class Preview(QWidget):
    """The list of what would be taken. `agreed(Plan)` takes it in, `refused()` leaves it."""

    agreed = Signal(object)
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "register-preview", _("What the file would do"))
        self._plan: Plan | None = None
        self.words = named(QLabel(), "preview-words")
        self.words.setWordWrap(True)
        self.table = named(QTableView(), "preview-table", _("Entries of the file"))
        self._rows = QStandardItemModel(0, 4, self)
        self._rows.setHorizontalHeaderLabels([_("What happens"), _("Name"), _("Code"), _("Kind")])
        self.table.setModel(self._rows)
        self.table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.take = named(QPushButton(_("Take In")), "preview-take")
        self.take.setProperty("kind", "primary")
        self.leave = named(QPushButton(_("Leave It")), "preview-leave")
        self._lay_out()
        self.take.clicked.connect(self._agree)
        self.leave.clicked.connect(self.refused)

    def show_plan(self, plan: Plan, people: tuple[Person, ...]) -> None:
        """Show what a file would do; `people` is the register, to tell names that are known."""
        self._plan = plan
        names = {name.casefold() for one in people for name in one.names()}
        same = sum(entry.same for entry in plan.entries)
        sentences = [
            _("{name}: {added} new, {changed} known, {same} of these as they are.").format(
                name=plan.name, added=plan.added, changed=plan.changed, same=same
            )
        ]
        if plan.doubled:
            codes = ", ".join(plan.doubled)
            sentences.append(_("Given twice, the last one holds: {codes}").format(codes=codes))
        if plan.odd:
            lines = ", ".join(map(str, plan.odd))
            sentences.append(_("Lines that give no code: {lines}").format(lines=lines))
        if len(plan.entries) > MOST:
            sentences.append(_("the first {n} are shown").format(n=MOST))
        self.words.setText("\n".join(sentences))
        self._rows.setRowCount(0)
        for entry in plan.entries[:MOST]:
            after = entry.after
            told = (_what(entry, names), after.name, after.code, _(PERSON_KINDS[after.kind]))
            self._rows.appendRow([QStandardItem(words) for words in told])
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _agree(self) -> None:
        if self._plan:
            self.agreed.emit(self._plan)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        column.addLayout(row)


def _what(entry: Entry, names: set[str]) -> str:
    if entry.same:
        return _("stays as it is")
    if entry.before is None:
        known = entry.after.name.casefold() in names
        return _("new, though the name is known") if known else _("new")
    changed = [
        words
        for name, words in (
            ("name", _("name")),
            ("kind", _("kind")),
            ("code", _("code")),
            ("variants", _("spellings")),
            ("titles", _("titles")),
            ("forms", _("languages")),
            ("captions", _("captions")),
            ("note", _("notes")),
        )
        if getattr(entry.before, name) != getattr(entry.after, name)
    ]
    return _("changes: {fields}").format(fields=", ".join(changed))
