"""A report goes on paper with its picture."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.sources import reporting
from app.desk.sources.report_page import page
from app.desk.stories import filing
from ui.printing import document_of, lay_on, print_page
from ui.work import Work


def test_the_sources_are_printed_with_their_picture(
    qtbot: QtBot, sample_desk: Desk, tmp_path: Path
) -> None:
    story = filing.stories(sample_desk)[0]
    html = page(reporting.report(sample_desk, story.id))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sources.pdf"))

    lay_on(html, printer)

    assert (tmp_path / "sources.pdf").read_bytes().startswith(b"%PDF")


def test_a_page_is_printed_off_the_main_thread(qtbot: QtBot, work: Work, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    print_page(parent, work, "<p>Words</p>")
    dialog = parent.findChild(QPrintDialog, "print-dialog")
    assert dialog is not None
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "paper.pdf"))
    dialog.done(QDialog.DialogCode.Accepted.value)
    assert not work.idle()
    qtbot.waitUntil(work.idle)

    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")


def test_a_drawing_becomes_a_picture(qtbot: QtBot) -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">'
        '<rect width="9" height="9"/></svg>'
    )

    document = document_of(f"<p>Words</p>{drawing}")

    kind = QTextDocument.ResourceType.ImageResource.value
    assert document.resource(kind, QUrl("drawing:0")).size().width() == 27
    assert "Words" in document.toPlainText()
