"""The page on paper: what the engine printed, page by page."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts import named
from ui.words import _, ngettext


class Paper(QWidget):
    """Shows a PDF, its pages under one another and as wide as the room."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "preview-paper", _("The pages as they would be printed"))
        # Qt puts children away in this order: a document must go before its view and its bytes.
        self._document = QPdfDocument(self)
        self._data = QBuffer(self)
        self._view = named(QPdfView(self), "preview-pages", self.accessibleName())
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setDocument(self._document)
        self.setFocusProxy(self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a file; the place scrolled to stays."""
        bar = self._view.verticalScrollBar()
        at = bar.value()
        self._document.close()
        self._data.close()
        self._data.setData(QByteArray(pdf))
        self._data.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._data)
        bar.setValue(at)
        told = ngettext("{n} page", "{n} pages", self.pages()).format(n=self.pages())
        self._view.setAccessibleDescription(told)

    def pages(self) -> int:
        """Return how many pages there are."""
        return self._document.pageCount()
