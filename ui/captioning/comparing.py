"""Some photos side by side: which is the best of those that look alike."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import theme
from ui.captioning.cards import GAP, RADIUS, paint_missing, paint_picture
from ui.captioning.large import BACK, STEPS
from ui.captioning.lines import Card
from ui.captioning.marking import mark
from ui.captioning.marks import paint_marks
from ui.captioning.model import spoken_card
from ui.captioning.thumbnails import Thumbnails
from ui.parts import named
from ui.words import _, ngettext

MOST = 6
"""More than so many at once are too small to choose from."""

ROW = 3


class Comparing(QWidget):
    """Shows up to `MOST` photos, one of them the one meant.

    `turned(id)` says that another is meant, `closed()` that Space or Escape was pressed; marks
    are given by the keys of the grid.
    """

    closed = Signal()
    turned = Signal(str)
    filled_in = Signal()
    rated = Signal(int)
    labelled = Signal(str)
    flagged = Signal(object)

    def __init__(
        self, pictures: Thumbnails, small: Thumbnails, card_of: Callable[[str], Card | None]
    ) -> None:
        super().__init__()
        named(self, "photo-comparing", _("Photos side by side"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pictures, self._small, self._card_of = pictures, small, card_of
        self._ids: tuple[str, ...] = ()
        self._at = 0
        pictures.arrived.connect(lambda _photo_id: self.update())

    def show_photos(self, ids: Sequence[str], current: str) -> None:
        """Show photos; `current` is the one meant."""
        self._ids = tuple(ids[:MOST])
        self._at = self._ids.index(current) if current in self._ids else 0
        self._tell()

    def current(self) -> str:
        """Return the photo meant, or "" when none is shown."""
        return self._ids[self._at] if self._ids else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in BACK:
            self.closed.emit()
        elif key in STEPS:
            self._turn(self._at + STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.filled_in.emit()
        elif not mark(key, self):
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, cell in enumerate(self._cells()):
            if cell.contains(event.position().toPoint()):
                self._turn(place)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, (photo_id, cell) in enumerate(zip(self._ids, self._cells(), strict=True)):
            self._paint(painter, cell, photo_id, meant=place == self._at)
        painter.end()

    def _paint(self, painter: QPainter, cell: QRect, photo_id: str, *, meant: bool) -> None:
        painter.setBrush(theme.colour("accent-tint" if meant else "paper"))
        painter.setPen(QPen(theme.colour("accent" if meant else "line"), 2 if meant else 1))
        painter.drawRoundedRect(cell, RADIUS, RADIUS)
        room = cell.adjusted(GAP, GAP, -GAP, -GAP)
        below = 2 * painter.fontMetrics().height() + GAP
        frame = QRect(room.topLeft(), QSize(room.width(), room.height() - below))
        picture = self._pictures.picture(photo_id) or self._small.picture(photo_id)
        paint_picture(painter, frame, picture)
        if picture is None and self._pictures.failure(photo_id):
            paint_missing(painter, frame)
        if card := self._card_of(photo_id):
            words = QRect(frame.bottomLeft() + QPoint(0, GAP), QSize(frame.width(), below))
            _paint_words(painter, words, card)

    def _cells(self) -> list[QRect]:
        count = len(self._ids)
        columns = count if count <= ROW else -(-count // 2)
        rows = -(-count // columns) if count else 1
        outer = self.rect().adjusted(GAP, GAP, -GAP, -GAP)
        wide, high = outer.width() // max(1, columns), outer.height() // rows
        return [
            QRect(
                outer.left() + place % columns * wide + GAP // 2,
                outer.top() + place // columns * high + GAP // 2,
                wide - GAP,
                high - GAP,
            )
            for place in range(count)
        ]

    def _turn(self, place: int) -> None:
        if 0 <= place < len(self._ids) and place != self._at:
            self._at = place
            self._tell()
            self.turned.emit(self.current())

    def _tell(self) -> None:
        card = self._card_of(self.current())
        count = len(self._ids)
        words = ngettext("{n} photo side by side", "{n} photos side by side", count)
        said = [words.format(n=count), spoken_card(card) if card else ""]
        self.setAccessibleDescription(". ".join(filter(None, said)))
        self.update()


def _paint_words(painter: QPainter, room: QRect, card: Card) -> None:
    """Paint the name, the marks and how large the picture is."""
    metrics = painter.fontMetrics()
    taken = paint_marks(painter, room, card.line)
    painter.setPen(theme.colour("text"))
    left = room.adjusted(taken.width(), 0, 0, 0)
    cut = metrics.elidedText(card.photo.file_name, Qt.TextElideMode.ElideMiddle, left.width())
    painter.drawText(left, 0, cut)
    painter.setPen(theme.colour("quiet"))
    size = f"{card.photo.width}\u00a0×\u00a0{card.photo.height}"
    painter.drawText(room.adjusted(0, metrics.height() + 2, 0, 0), 0, size)
