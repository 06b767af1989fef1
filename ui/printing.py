"""Pages on paper: a report laid out for the printer, its pictures drawn."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QByteArray, QSizeF, Qt, QUrl
from PySide6.QtGui import QImage, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialog, QWidget

from ui.errands import Errands, nothing
from ui.parts import named
from ui.words import _

SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
SHARPER = 3
"""Dots a unit of a picture is drawn with, so that it stays sharp on paper."""


@dataclass(frozen=True, slots=True)
class Job:
    """What goes to a printer: the id and the title of the dialog, what the paper is called.

    A printer that writes a file proposes `paper` as its name.
    """

    dialog: str
    title: str
    paper: str


def ask_printer(parent: QWidget, job: Job, then: Callable[[QPrinter], None]) -> None:
    """Ask for a printer."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(job.paper)
    dialog = named(QPrintDialog(printer, parent), job.dialog, job.title)
    dialog.setWindowTitle(job.title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: then(printer))
    QDialog.open(dialog)


def print_page(parent: QWidget, work: Errands, html: str) -> None:
    """Ask for a printer and print a page on it, off the main thread."""

    def go(printer: QPrinter) -> None:
        work.ask(partial(lay_on, html, printer), nothing)

    ask_printer(parent, Job("print-dialog", _("Print the Sources"), "sources"), go)


def lay_on(html: str, printer: QPrinter) -> None:
    """Print a page on a printer that is ready, or into the PDF it writes."""
    document = document_of(html)
    document.setPageSize(QSizeF(printer.pageRect(QPrinter.Unit.Point).size()))
    document.print_(printer)


def document_of(html: str) -> QTextDocument:
    """Return a page as Qt lays it out; drawings in it become pictures."""
    document = QTextDocument()
    drawings = SVG.findall(html)
    for number, drawing in enumerate(drawings):
        picture = _drawn(drawing)
        url = f"drawing:{number}"
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(url), picture)
        width = min(picture.width() // SHARPER, 480)
        html = html.replace(drawing, f'<img src="{url}" width="{width}">', 1)
    document.setHtml(html)
    return document


def _drawn(drawing: str) -> QImage:
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    size = renderer.defaultSize() * SHARPER
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
