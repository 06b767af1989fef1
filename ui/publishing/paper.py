"""The page on paper: what the engine printed, page by page."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView

from ui.parts import named
from ui.words import _, ngettext


class Paper(QPdfView):
    """Shows a PDF, its pages under one another and as wide as the room."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "preview-paper", _("The pages as they would be printed"))
        self._document = QPdfDocument(self)
        self._data = QBuffer(self)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setDocument(self._document)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a file; the place scrolled to stays."""
        at = self.verticalScrollBar().value()
        self._document.close()
        self._data.close()
        self._data.setData(QByteArray(pdf))
        self._data.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._data)
        self.verticalScrollBar().setValue(at)
        pages = self._document.pageCount()
        self.setAccessibleDescription(ngettext("{n} page", "{n} pages", pages).format(n=pages))

    def pages(self) -> int:
        """Return how many pages there are."""
        return self._document.pageCount()
