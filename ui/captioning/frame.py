"""A photo with a frame to move over it and the point that must stay in sight; keys and mouse."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.photo import Crop, Focus
from ui import theme
from ui.parts import named
from ui.words import _

STEP, FINE = 0.02, 0.004
"""How far an arrow moves the frame or the point, and with Alt: shares of the picture."""

SMALLEST = 0.05
SHADE = QColor(0, 0, 0, 150)
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
GROW = {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_PageUp}
SHRINK = {Qt.Key.Key_Minus, Qt.Key.Key_PageDown}


class CropFrame(QWidget):
    """Arrows move the frame, Shift with them the focus point; plus and minus size the frame.

    `cropped(Crop)` and `focused(Focus)` say that one was moved.
    """

    cropped = Signal(object)
    focused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        named(self, "crop-frame", _("Frame and focus point"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 240)
        self._picture = QPixmap()
        self._size = (3, 2)
        self._ratio: float | None = None
        self._grip: tuple[str, QPointF] | None = None
        self.crop = Crop(0, 0, 1, 1)
        self.focus_point = Focus()
        self._tell()

    def show_picture(self, picture: QPixmap, width: int, height: int) -> None:
        """Show an upright picture of so many pixels."""
        self._picture, self._size = picture, (width, height)
        self.update()

    def show_crop(self, crop: Crop, ratio: float | None, focus: Focus) -> None:
        """Show a frame; `ratio` is its width by its height in pixels, None for any."""
        self.crop, self._ratio, self.focus_point = crop, ratio, focus
        self._tell()
        self.update()

    def move_crop(self, right: float, down: float) -> None:
        """Move the frame by shares of the picture; it stays inside."""
        crop = self.crop
        left = min(max(0.0, crop.left + right), 1 - crop.width)
        top = min(max(0.0, crop.top + down), 1 - crop.height)
        self._take(Crop(left, top, crop.width, crop.height))

    def size_crop(self, by: float) -> None:
        """Make the frame larger or smaller about its middle, keeping its ratio."""
        crop = self.crop
        shape = crop.height / crop.width
        widest = min(1.0, 1 / shape)
        width = min(max(SMALLEST, crop.width + by), widest)
        height = width * shape
        left = min(max(0.0, crop.left + (crop.width - width) / 2), 1 - width)
        top = min(max(0.0, crop.top + (crop.height - height) / 2), 1 - height)
        self._take(Crop(left, top, width, height))

    def move_focus(self, right: float, down: float) -> None:
        """Move the focus point by shares of the picture."""
        point = self.focus_point
        self._point(Focus(min(max(0.0, point.x + right), 1.0), min(max(0.0, point.y + down), 1.0)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        step = FINE if modifiers & Qt.KeyboardModifier.AltModifier else STEP
        if key in ARROWS:
            right, down = (step * way for way in ARROWS[key])
            shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            (self.move_focus if shifted else self.move_crop)(right, down)
        elif key in GROW | SHRINK:
            self.size_crop(step if key in GROW else -step)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._share(event.position())
        if event.button() == Qt.MouseButton.RightButton:
            self._point(Focus(spot.x(), spot.y()))
            return
        crop = self.crop
        corner = QPointF(crop.left + crop.width, crop.top + crop.height)
        near = self._at(corner) - event.position()
        reach = 2 * self.fontMetrics().height()
        self._grip = ("corner" if near.manhattanLength() < reach else "whole", spot)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        what, from_ = self._grip
        spot = self._share(event.position())
        if what == "corner":
            self._drag_corner(spot)
        else:
            self.move_crop(spot.x() - from_.x(), spot.y() - from_.y())
        self._grip = (what, spot)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._share(event.position())
        self._point(Focus(spot.x(), spot.y()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self._room()
        painter.fillRect(room, theme.colour("sunken"))
        if not self._picture.isNull():
            painter.drawPixmap(room.toRect(), self._picture)
        frame = self._framed(room)
        for shade in (
            QRectF(room.left(), room.top(), room.width(), frame.top() - room.top()),
            QRectF(room.left(), frame.bottom(), room.width(), room.bottom() - frame.bottom()),
            QRectF(room.left(), frame.top(), frame.left() - room.left(), frame.height()),
            QRectF(frame.right(), frame.top(), room.right() - frame.right(), frame.height()),
        ):
            painter.fillRect(shade, SHADE)
        painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else "paper"), 2))
        painter.drawRect(frame)
        self._paint_thirds(painter, frame)
        self._paint_focus(painter)
        painter.end()

    def _paint_thirds(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(QPen(QColor(255, 255, 255, 110), 1))
        for third in (1, 2):
            across = frame.left() + third * frame.width() / 3
            down = frame.top() + third * frame.height() / 3
            painter.drawLine(QPointF(across, frame.top()), QPointF(across, frame.bottom()))
            painter.drawLine(QPointF(frame.left(), down), QPointF(frame.right(), down))
        grip = QRectF(frame.right() - 7, frame.bottom() - 7, 12, 12)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(theme.colour("paper"))
        painter.drawRect(grip)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_focus(self, painter: QPainter) -> None:
        spot = self._at(QPointF(self.focus_point.x, self.focus_point.y))
        for colour, width in ((QColor(0, 0, 0, 190), 4), (QColor(255, 255, 255), 2)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(spot, 9, 9)
            painter.drawLine(spot - QPointF(14, 0), spot + QPointF(14, 0))
            painter.drawLine(spot - QPointF(0, 14), spot + QPointF(0, 14))

    def _drag_corner(self, spot: QPointF) -> None:
        crop = self.crop
        width = min(max(SMALLEST, spot.x() - crop.left), 1 - crop.left)
        height = min(max(SMALLEST, spot.y() - crop.top), 1 - crop.top)
        if self._ratio is not None:
            shape = (self._size[0] / self._size[1]) / self._ratio
            width = min(width, (1 - crop.top) / shape)
            height = width * shape
        self._take(Crop(crop.left, crop.top, width, height))

    def _take(self, crop: Crop) -> None:
        if crop != self.crop:
            self.crop = crop
            self._tell()
            self.update()
            self.cropped.emit(crop)

    def _point(self, focus: Focus) -> None:
        if focus != self.focus_point:
            self.focus_point = focus
            self._tell()
            self.update()
            self.focused.emit(focus)

    def _tell(self) -> None:
        crop, point = self.crop, self.focus_point
        words = _(
            "Frame from {left} across and {top} down, {width} wide, {height} high; "
            "focus at {x} and {y}"
        )
        shares = {
            "left": crop.left, "top": crop.top, "width": crop.width, "height": crop.height,
            "x": point.x, "y": point.y,
        }  # fmt: skip
        told = {name: f"{round(100 * share)}\u00a0%" for name, share in shares.items()}
        self.setAccessibleDescription(words.format(**told))

    def _room(self) -> QRectF:
        width, height = self._size
        scale = min((self.width() - 16) / width, (self.height() - 16) / height)
        room = QRectF(0, 0, width * scale, height * scale)
        room.moveCenter(QRectF(self.rect()).center())
        return room

    def _framed(self, room: QRectF) -> QRectF:
        crop = self.crop
        return QRectF(
            room.left() + crop.left * room.width(),
            room.top() + crop.top * room.height(),
            crop.width * room.width(),
            crop.height * room.height(),
        )

    def _at(self, share: QPointF) -> QPointF:
        room = self._room()
        return QPointF(
            room.left() + share.x() * room.width(), room.top() + share.y() * room.height()
        )

    def _share(self, spot: QPointF) -> QPointF:
        room = self._room()
        across = (spot.x() - room.left()) / room.width()
        down = (spot.y() - room.top()) / room.height()
        return QPointF(min(max(0.0, across), 1.0), min(max(0.0, down), 1.0))
