"""Paper shows what was printed, page by page."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from ui.publishing.paper import Paper


def printed(pages: int) -> bytes:
    """A PDF of so many empty pages."""
    data = QBuffer()
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(data)
    painter = QPainter(writer)
    for _page in range(pages - 1):
        writer.newPage()
    painter.end()
    return bytes(data.data().data())


def test_pages_are_counted_and_told_and_another_file_takes_their_place(qtbot: QtBot) -> None:
    paper = Paper()
    qtbot.addWidget(paper)
    paper.show_pdf(printed(3))
    assert paper.pages() == 3
    assert paper._view.accessibleDescription() == "3 pages"

    paper.show_pdf(printed(1))
    assert paper.pages() == 1
