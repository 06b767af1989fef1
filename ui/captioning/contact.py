"""A contact sheet: photos on pages as they will print, printed or kept as PDF or HTML."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import sentences
from app.desk.desk import Desk
from app.desk.photos import sheets
from app.domain.errors import DeskError
from ui.captioning.contact_pages import Cell, Layout, draw, gather, print_on, write_pdf
from ui.parts import named
from ui.parts.sheet import Sheet
from ui.printing import Job, ask_printer
from ui.words import _, ngettext
from ui.work import Work

PAGES = "contact-pages"
USUAL = "4"
ROWS = {1: 1, 2: 3, 3: 4, 4: 5, 5: 6, 6: 8}
"""Rows of an upright page for each number of columns, so that pictures keep their shape."""


class ContactSheet(Sheet):
    """Shows photos as pages of small pictures with their words."""

    def __init__(self, desk: Desk, work: Work, ids: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(parent, "contact-sheet", _("Contact Sheet"))
        self._desk, self._work, self._ids = desk, work, tuple(ids)
        self._cells: tuple[Cell, ...] = ()
        self.title = named(QLineEdit(), "contact-title", _("Title"))
        self.columns = named(QComboBox(), "contact-columns", _("Columns"))
        self.pages = named(QScrollArea(), "contact-pages", _("Pages"))
        self._build()
        self.offer_close()
        self._ready = [
            self.offer(_("Save as HTML…"), self._ask_html, "contact-html"),
            self.offer(_("Save as PDF…"), self._ask_pdf, "contact-pdf"),
            self.offer(_("Print…"), self._ask_print, "contact-print", main=True),
        ]
        for button in self._ready:
            button.setEnabled(False)
        self.resize(880, 760)
        work.ask(partial(gather, desk, self._ids), self._gathered, self._sorry)

    def layout_asked(self) -> Layout:
        """Return the layout asked for."""
        columns = self.columns.currentIndex() + 1
        return Layout(columns, ROWS[columns], self.title.text().strip())

    def save_pdf(self, path: str) -> None:
        """Write the pages as PDF."""
        write = partial(write_pdf, self._cells, self.layout_asked(), path)
        self._work.ask(write, self._told_saved, self._sorry)

    def save_html(self, path: str) -> None:
        """Write the pages as one HTML file."""
        self._work.ask(partial(self._written_html, Path(path)), self._told_saved, self._sorry)

    def _build(self) -> None:
        self.title.setPlaceholderText(_("Title"))
        self.columns.addItems([str(columns) for columns in ROWS])
        self.columns.setCurrentText(USUAL)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(QLabel(_("Columns")))
        row.addWidget(self.columns)
        self.pages.setWidgetResizable(True)
        self.content.addLayout(row)
        self.content.addWidget(self.pages, 1)
        self.title.editingFinished.connect(self._look)
        self.columns.currentIndexChanged.connect(lambda _n: self._look())

    def _gathered(self, cells: tuple[Cell, ...]) -> None:
        self._cells = cells
        self._look()

    def _look(self) -> None:
        if self._cells:
            asked = partial(draw, self._cells, self.layout_asked())
            self._work.ask(asked, self._show, self._sorry, about=PAGES)

    def _show(self, pages: tuple[QImage, ...]) -> None:
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setSpacing(14)
        for number, page in enumerate(pages, start=1):
            label = named(QLabel(), f"contact-page-{number}", _("Page {n}").format(n=number))
            label.setPixmap(QPixmap.fromImage(page))
            label.setFixedSize(QSize(page.width(), page.height()))
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.pages.setWidget(paper)
        for button in self._ready:
            button.setEnabled(True)
        self.say(ngettext("{n} page", "{n} pages", len(pages)).format(n=len(pages)))

    def _ask_pdf(self) -> None:
        self._ask_name(_("Save as PDF"), "contact-sheet.pdf", "PDF (*.pdf)", self.save_pdf)

    def _ask_html(self) -> None:
        self._ask_name(_("Save as HTML"), "contact-sheet.html", "HTML (*.html)", self.save_html)

    def _ask_name(self, title: str, name: str, kind: str, save: Callable[[str], None]) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, title, name, kind)
        if path:
            save(path)

    def _ask_print(self) -> None:
        cells, layout = self._cells, self.layout_asked()

        def go(printer: QPrinter) -> None:
            self._work.ask(
                partial(print_on, printer, cells, layout), lambda _done: self.accept(), self._sorry
            )

        ask_printer(self, Job("contact-printer", _("Print the Contact Sheet"), "contact-sheet"), go)

    def _written_html(self, path: Path) -> str:
        asked = self.layout_asked()
        layout = sheets.Layout(title=asked.title, columns=asked.columns, rows=asked.rows)
        html = sheets.contact_sheet(self._desk, self._ids, layout)
        try:
            path.write_text(html, "utf-8")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise DeskError("photo.not-written", name=path.name, reason=reason) from error
        return str(path)

    def _told_saved(self, path: str) -> None:
        self.say(_("The contact sheet is in {name}.").format(name=Path(path).name))

    def _sorry(self, error: DeskError) -> None:
        self.say(sentences.sentence(error))
