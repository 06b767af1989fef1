"""Icons drawn when they are painted, in the colour of that moment: another theme makes none anew."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

import resources

DISABLED = "edge"
"""The colour of what cannot be pressed."""

_shapes: dict[tuple[str, int], QPixmap] = {}
_clones: list[QIconEngine] = []


def drawn(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Return a shipped icon in one colour, `size` logical pixels wide at the given pixel ratio."""
    picture = QPixmap(_shape(name, round(size * ratio)))
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), colour)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _shape(name: str, pixels: int) -> QPixmap:
    """Return an icon in black, drawn from its file once for all colours."""
    if (name, pixels) not in _shapes:
        picture = QPixmap(pixels, pixels)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(resources.path(f"icons/{name}.svg").read_bytes())).render(painter)
        painter.end()
        _shapes[name, pixels] = picture
    return _shapes[name, pixels]


class Glyph(QIconEngine):
    """Draws one icon; `picture(token, size, ratio)` gives it in the theme worn when it is asked."""

    def __init__(self, picture: Callable[[str, int, float], QPixmap], token: str) -> None:
        super().__init__()
        self._picture = picture
        self._token = token

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        room = QRect(0, 0, side, side)
        room.moveCenter(rect.center())
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(room, self._picture(self._shade(mode), side, ratio))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return self._picture(self._shade(mode), min(size.width(), size.height()), scale)

    @override
    def clone(self) -> QIconEngine:
        # Qt owns what it is given here, and Python would let go of it.
        _clones.append(Glyph(self._picture, self._token))
        return _clones[-1]

    def _shade(self, mode: QIcon.Mode) -> str:
        return DISABLED if mode == QIcon.Mode.Disabled else self._token
