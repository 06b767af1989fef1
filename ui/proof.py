"""The proof: the story as it would be published, on paper or as PDF."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.desk.pages import publishing
from ui import theme
from ui.parts import named
from ui.parts.banner import Notice
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
        self.choose_file: Callable[[], str] = self._ask_file

    def print(self, story_id: str) -> None:
        """Ask for a printer and print the story on it."""
        self._with_page(story_id, self._ask_printer)

    def write_pdf(self, story_id: str) -> None:
        """Write the story into a PDF file the person names."""
        if name := self.choose_file():
            self._with_page(story_id, partial(self._write, name))

    def _with_page(self, story_id: str, then: Callable[[Mapping[str, bytes]], None]) -> None:
        def contents() -> Mapping[str, bytes]:
            return publishing.preview(self._desk, story_id).contents()

        # Among the acts, so that what was typed last is in the store when the page is made.
        self._work.act(contents, then)

    def _ask_printer(self, contents: Mapping[str, bytes]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = named(QPrintDialog(printer, self._parent), "proof-dialog", _("Print a Proof"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: lay_on(contents, printer))
        QDialog.open(dialog)

    def _write(self, name: str, contents: Mapping[str, bytes]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(name)
        lay_on(contents, printer)
        if printer.printerState() == QPrinter.PrinterState.Error:
            self._tell(Notice(_("{path} could not be written.").format(path=name), "error"))
        else:
            self._tell(Notice(_("Proof written: {path}").format(path=name), "ok"))

    def _ask_file(self) -> str:
        name = _("proof") + ".pdf"
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
