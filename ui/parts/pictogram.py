"""A small picture beside words, in the theme worn when it is painted."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import theme


class Pictogram(QWidget):
    """Shows a shipped icon in a colour of the theme, `size` pixels wide."""

    def __init__(self, icon: str, token: str, size: int) -> None:
        super().__init__()
        self._size = size
        self.setFixedSize(size, size)
        self.show_icon(icon, token)

    def show_icon(self, icon: str, token: str) -> None:
        """Show another icon, or the same in another colour."""
        self._icon, self._token = icon, token
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(0, 0, theme.pixmap(self._icon, self._token, self._size, ratio))
        painter.end()
