"""One photo, as large as the room allows."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app import sentences
from app.domain.photo import Photo
from ui import theme
from ui.captioning.cards import paint_missing, paint_picture
from ui.captioning.thumbnails import Thumbnails
from ui.parts import named
from ui.words import _

STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
BACK = {Qt.Key.Key_Space, Qt.Key.Key_Escape}


class Large(QWidget):
    """Shows a photo. `closed()` on Space, Escape or a double click; `stepped(±1)` on arrows."""

    closed = Signal()
    stepped = Signal(int)
    filled_in = Signal()

    def __init__(self, pictures: Thumbnails, small: Thumbnails) -> None:
        super().__init__()
        named(self, "photo-large", _("Large view"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pictures = pictures
        self._small = small
        self._photo: Photo | None = None
        pictures.arrived.connect(self._arrived)

    def show_photo(self, photo: Photo | None) -> None:
        """Show a photo: first its thumbnail, then the large picture when it is there."""
        self._photo = photo
        self.setAccessibleDescription(
            f"{photo.file_name}. {photo.metadata.alt}".strip() if photo else ""
        )
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self.rect().adjusted(16, 16, -16, -16)
        if self._photo:
            self._paint(painter, room, self._photo)
        painter.end()

    def _paint(self, painter: QPainter, room: QRect, photo: Photo) -> None:
        picture = self._pictures.picture(photo.id) or self._small.picture(photo.id)
        failure = self._pictures.failure(photo.id)
        if picture is not None or failure is None:
            paint_picture(painter, room, picture)
            return
        paint_missing(painter, room)
        words = QRect(room).adjusted(24, 0, -24, 0)
        words.setHeight(4 * painter.fontMetrics().lineSpacing())
        words.moveCenter(room.center())
        painter.fillRect(words, theme.colour("error-tint"))
        painter.setPen(theme.colour("text"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words.adjusted(12, 4, -12, -4), flags, sentences.sentence(failure))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in BACK:
            self.closed.emit()
        elif key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.filled_in.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.closed.emit()

    def _arrived(self, photo_id: str) -> None:
        if self._photo and self._photo.id == photo_id:
            self.update()
