"""The register window: a list to search, an entry to change, files in and out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.desk.desk import Desk
from app.desk.sources.register_imports import Plan
from app.domain.person import Person, PersonKind
from ui import theme
from ui.parts import named
from ui.parts.banner import Banner, Notice
from ui.parts.listing import Listing, Row
from ui.register.form import Form, WrongDayError
from ui.register.places import Places
from ui.register.presenter import Known, RegisterPresenter
from ui.register.preview import Preview
from ui.wording import PERSON_KINDS
from ui.words import _, ngettext
from ui.work import Work

SIZE = (940, 640)
MOST = 400
"""Entries shown at once; a search finds the others. More would hold the window up."""


class RegisterWindow(QWidget):
    """`opened(story id)` asks for a story somebody of the register is quoted in."""

    opened = Signal(str)

    def __init__(self, desk: Desk, work: Work, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        named(self, "register", _("Register of people and sources"))
        self.setWindowTitle(_("Register of people and sources"))
        self.presenter = RegisterPresenter(desk, work, self)
        self.banner = Banner()
        self.search = named(QLineEdit(), "register-search", _("Search the register"))
        self.kinds = named(QComboBox(), "register-kinds", _("Sort of source"))
        self.list = Listing("register-list", _("Entries of the register"))
        self.form = Form()
        self.places = Places()
        self.preview = Preview()
        self.other = named(QLineEdit(), "register-other", _("Entry to merge into this one"))
        self._counter = named(QLabel(), "register-counter")
        self._person: Person | None = None
        self._wanted = ""
        self._build()
        self._connect()
        work.changed.connect(self.presenter.refresh)
        self.resize(*SIZE)

    def come_forward(self) -> None:
        """Show the window with the register as it stands now."""
        self.presenter.look()
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_for(self, name: str) -> None:
        """Come forward with the entry of that name."""
        self._wanted = name
        self.search.setText(name)
        self.come_forward()

    def show_entries(self, people: tuple[Person, ...], everyone: tuple[Person, ...]) -> None:
        """Show the entries found."""
        self.list.show_rows([Row(_row_words(person), person.id) for person in people[:MOST]])
        count = ngettext("{n} entry", "{n} entries", len(people))
        told = count.format(n=len(people))
        if len(people) > MOST:
            told += " · " + _("the first {n} are shown").format(n=MOST)
        self._counter.setText(told)
        if wanted := next((one for one in people if one.name == self._wanted), None):
            self._wanted = ""
            self.presenter.choose(wanted.id)
        names = QCompleter([one.name for one in everyone], self.other)
        names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        names.setFilterMode(Qt.MatchFlag.MatchContains)
        self.other.setCompleter(names)

    def show_entry(self, known: Known | None) -> None:
        """Show one entry; what is being typed in it stays while the desk says the same of it."""
        person = known.person if known else None
        if person != self._person:
            self._person = person
            self.form.show_person(person)
        self.places.show_known(known)
        for button in (self._remove, self._merge, self._keep):
            button.setEnabled(person is not None)
        if person:
            self.list.choose_value(person.id)

    def show_plan(self, plan: Plan) -> None:
        """Show what a file would do."""
        self.preview.show_plan(plan, self.presenter.people)
        self._pages.setCurrentWidget(self.preview)

    def notify(self, notice: Notice) -> None:
        """Show a notice over the register."""
        self.banner.show_notice(notice)

    def keep(self) -> None:
        """Keep what stands in the form."""
        if self._person is None:
            return
        try:
            fields = self.form.fields()
        except WrongDayError as wrong:
            told = _("“{day}” is no day: write it as 2024-05-31.").format(day=wrong)
            self.notify(Notice(told, "error", seconds=0))
            return
        self.presenter.keep(self._person.id, fields)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep()
        super().closeEvent(event)

    def _build(self) -> None:
        self._pages = named(QStackedWidget(), "register-pages")
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._left())
        splitter.addWidget(self._right())
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([320, 620])
        self._pages.addWidget(splitter)
        self._pages.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._pages, 1)

    def _left(self) -> QWidget:
        self.search.setPlaceholderText(_("Names, codes, titles, notes"))
        self.search.setClearButtonEnabled(True)
        self.kinds.addItem(_("all sorts"), "")
        for kind, words in PERSON_KINDS.items():
            self.kinds.addItem(_(words), kind.value)
        self._counter.setProperty("kind", "quiet")
        new = named(QPushButton(_("New Entry")), "register-new")
        new.clicked.connect(self._enter)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(14, 12, 8, 12)
        column.setSpacing(8)
        for widget in (self.search, self.kinds, self._counter):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(new)
        row.addStretch(1)
        row.addWidget(self._files())
        column.addLayout(row)
        return left

    def _files(self) -> QToolButton:
        button = named(QToolButton(), "register-files", _("Files"), _("Files"))
        button.setText(_("Files"))
        theme.dress(button, "import")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = named(QMenu(button), "register-files-menu", _("Files"))
        menu.addAction(_("Take In a Table or Code File…")).triggered.connect(self._choose_file)
        table = menu.addAction(_("Write the Table (CSV)…"))
        table.triggered.connect(partial(self._choose_target, codes=False))
        codes = menu.addAction(_("Write the Code File…"))
        codes.triggered.connect(partial(self._choose_target, codes=True))
        button.setMenu(menu)
        return button

    def _right(self) -> QWidget:
        self._remove = named(QPushButton(_("Remove")), "register-remove", _("Remove the entry"))
        self._keep = named(QPushButton(_("Keep")), "register-keep", _("Keep the entry"))
        self._merge = named(QPushButton(_("Merge")), "register-merge", _("Merge the two entries"))
        self.other.setPlaceholderText(_("Merge with: name or code"))
        row = QHBoxLayout()
        for widget in (self._keep, self._remove, self.other, self._merge):
            row.addWidget(widget)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.form)
        column.addLayout(row)
        column.addWidget(self.places, 1)
        scroll = named(QScrollArea(), "register-entry", _("Entry of the register"))
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.kinds.activated.connect(lambda _index: self._search())
        self.list.moved.connect(self._chosen)
        self.form.left.connect(self.keep)
        self._keep.clicked.connect(self.keep)
        self._remove.clicked.connect(self.presenter.remove)
        self._merge.clicked.connect(self._merge_entries)
        self.other.returnPressed.connect(self._merge_entries)
        self.places.opened.connect(self.opened)
        self.preview.agreed.connect(self._take_in)
        self.preview.refused.connect(self._back)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.presenter.take_back),
            (QKeySequence("Ctrl+Shift+Z"), partial(self.presenter.take_back, again=True)),
            (QKeySequence("Ctrl+F"), self.search.setFocus),
            (QKeySequence("Ctrl+S"), self.keep),
            (QKeySequence("Ctrl+N"), self._enter),
            (QKeySequence("Escape"), self._escape),
        ):
            QShortcut(keys, self).activated.connect(act)

    def _search(self) -> None:
        kind = self.kinds.currentData()
        self.presenter.search(self.search.text(), PersonKind(kind) if kind else None)

    def _chosen(self) -> None:
        person_id = str(self.list.value())
        self.keep()
        self.presenter.choose(person_id)

    def _enter(self) -> None:
        self.keep()
        self.presenter.enter(self.search.text().strip() or _("New name"))
        self.search.clear()

    def _merge_entries(self) -> None:
        self.keep()
        self.presenter.merge(self.other.text())
        self.other.clear()

    def _choose_file(self) -> None:
        kinds = _("Tables and code files") + " (*.csv *.tsv *.txt);;" + _("All files") + " (*)"
        found, _kind = QFileDialog.getOpenFileName(self, _("Take In a File"), "", kinds)
        if found:
            self.presenter.plan(Path(found))

    def _choose_target(self, _checked: object = None, *, codes: bool) -> None:
        name = "codes.txt" if codes else "register.csv"
        found, _kind = QFileDialog.getSaveFileName(self, _("Write the Register"), name)
        if found:
            self.presenter.export(Path(found), codes=codes)

    def _take_in(self, plan: Plan) -> None:
        self._back()
        self.presenter.take_in(plan)

    def _back(self) -> None:
        self._pages.setCurrentIndex(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escape(self) -> None:
        if self._pages.currentWidget() is self.preview:
            self._back()
        else:
            self.close()


def _row_words(person: Person) -> str:
    told = (person.name, _(PERSON_KINDS[person.kind]), person.code)
    return " · ".join(filter(None, told))
