"""The proof: the story as it would be published, on paper or as PDF."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from app import sentences
from app.desk.pages import exporting, publishing
from app.desk.stories import filing
from app.domain.errors import DeskError
from ui import theme
from ui.errands import nothing
from ui.parts.banner import Notice
from ui.printing import Job, ask_printer
from ui.publishing.plain import plain
from ui.words import _

if TYPE_CHECKING:
    from app.desk.desk import Desk
    from ui.work import Work

PAPER_WIDTH = 460
"""Points a picture may be wide: the text of an A4 page with its margins."""


class Proof:
    """Prints for a window. `choose_file` asks for the PDF; tests answer in its place."""

    def __init__(
        self, parent: QWidget, desk: "Desk", work: "Work", tell: Callable[[Notice], None]
    ) -> None:
        self._parent = parent
        self._desk = desk
        self._work = work
        self._tell = tell
        self.choose_file: Callable[[str], str] = self._ask_file

    def print(self, story_id: str) -> None:
        """Ask for a printer and print the story on it, off the main thread."""

        def go(printer: QPrinter) -> None:
            self._tell(Notice(_("Printing…"), seconds=4))
            self._work.ask(partial(self._laid_on, story_id, printer), nothing, self._sorry)

        def named(slug: str) -> None:
            job = Job("proof-dialog", _("Print a Proof"), slug)
            self._once_saved(partial(ask_printer, self._parent, job, go))

        self._with_slug(story_id, named)

    def write_pdf(self, story_id: str) -> None:
        """Write the story into a PDF file the person names, apart from the desk."""
        self._with_slug(story_id, partial(self._name_pdf, story_id))

    def _with_slug(self, story_id: str, then: Callable[[str], None]) -> None:
        ask = partial(filing.unread, self._desk, story_id)
        self._work.ask(ask, lambda package: then(package.story.slug), self._sorry)

    def _name_pdf(self, story_id: str, slug: str) -> None:
        if not (name := self.choose_file(f"{slug}.pdf")):
            return

        def go() -> None:
            self._tell(Notice(_("Writing the proof…"), seconds=0))
            write = partial(self._desk.apart, exporting.export, story_id, "pdf", Path(name))
            self._work.ask(write, self._written, self._sorry)

        self._once_saved(go)

    def _once_saved(self, then: Callable[[], None]) -> None:
        """Go on when what was typed last is in the store: acts run in the order given."""
        self._work.act(lambda: None, lambda _done: then())

    def _laid_on(self, story_id: str, printer: QPrinter) -> None:
        lay_on(publishing.preview(self._desk, story_id).contents(), printer)

    def _written(self, place: Path) -> None:
        self._tell(Notice(_("Proof written: {path}").format(path=place), "ok"))

    def _sorry(self, error: DeskError) -> None:
        self._tell(Notice(sentences.sentence(error), "error", seconds=0))

    def _ask_file(self, name: str) -> str:
        return QFileDialog.getSaveFileName(self._parent, _("Proof as PDF"), name, "PDF (*.pdf)")[0]


def lay_on(contents: Mapping[str, bytes], printer: QPrinter) -> None:
    """Print a page on a printer that is ready, or into the PDF it writes."""
    document = document_of(contents)
    document.setPageSize(QSizeF(printer.pageRect(QPrinter.Unit.Point).size()))
    document.print_(printer)


def document_of(contents: Mapping[str, bytes]) -> QTextDocument:
    """Return a page as it is laid out on paper: its words and its pictures, no wider than the paper."""
    document = QTextDocument()
    document.setDefaultFont(theme.serif(10.5))
    for name, data in contents.items():
        picture = QImage.fromData(data)
        if picture.isNull():
            continue
        if picture.width() > PAPER_WIDTH:
            picture = picture.scaledToWidth(PAPER_WIDTH, Qt.TransformationMode.SmoothTransformation)
        image = QTextDocument.ResourceType.ImageResource.value
        document.addResource(image, QUrl(name), picture)
    document.setHtml(plain(contents["index.html"].decode("utf-8")))
    return document
