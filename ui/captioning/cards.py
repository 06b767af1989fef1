"""Photo cards: how one looks, painted once into a picture of its own."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle

from app.domain.photo import Flag
from ui import theme
from ui.captioning.lines import Card, State
from ui.captioning.marks import paint_marks, paint_strip
from ui.captioning.model import state_words

GAP = 8
RADIUS = 8

LARGEST = 2
"""How many times its own size a picture may be shown."""

GLYPHS = {
    State.MISSING: ("error", "error"),
    State.WAITING: ("waiting", "hint"),
    State.NO_CAPTION: ("warning", "warning"),
    State.NO_CREDIT: ("warning", "warning"),
    State.NO_ALT: ("warning", "warning"),
    State.READY: ("ok", "ok"),
}
"""Icon and colour token of each state; the word always stands beside."""


@dataclass(frozen=True, slots=True)
class Look:
    """All that a card is painted from; `size` in logical pixels, `ratio` of the screen's to them."""

    card: Card
    picture: QPixmap | None
    failed: bool
    state: QStyle.StateFlag
    size: QSize
    ratio: float
    theme: str

    def same(self, other: "Look") -> bool:
        """Say whether two cards look alike; values that were replaced are others."""
        mine = (self.failed, self.state, self.size, self.ratio, self.theme)
        theirs = (other.failed, other.state, other.size, other.ratio, other.theme)
        return self.card is other.card and self.picture is other.picture and mine == theirs


def painted(look: Look) -> QPixmap:
    """Return a card as a picture."""
    made = QPixmap(look.size * look.ratio)
    made.setDevicePixelRatio(look.ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setFont(theme.sans())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    ground = ground_of(QRect(QPoint(0, 0), look.size))
    paint_card(painter, ground, look.state)
    frame = picture_room(ground)
    paint_framed(painter, frame, look)
    card = look.card
    words = QRect(frame.left(), frame.bottom() + GAP, frame.width(), ground.bottom())
    strip = QRect(frame.bottomLeft() + QPoint(0, 2), QSize(frame.width(), 3))
    paint_strip(painter, strip, card.lacks)
    marks = paint_marks(painter, words, card.line)
    paint_words(painter, words, card.photo.file_name, card.state, marks)
    painter.end()
    return made


def paint_framed(painter: QPainter, frame: QRect, look: Look) -> None:
    """Paint the picture of a card, faint when it is rejected, hatched when its file is gone."""
    card = look.card
    if card.line.flag is Flag.REJECT:
        painter.setOpacity(0.35)
    paint_picture(painter, frame, look.picture)
    painter.setOpacity(1.0)
    if card.state is State.MISSING or look.failed:
        paint_missing(painter, frame)
    if card.use:
        paint_badge(painter, frame.topLeft(), str(card.use.slot))
    if card.alike:
        paint_twin(painter, frame.topRight())


def picture_room(ground: QRect) -> QRect:
    """Return where the picture stands on a card, over two lines of words."""
    room = ground.adjusted(GAP, GAP, -GAP, -GAP)
    below = 2 * QFontMetrics(theme.sans()).height() + GAP + 2
    return QRect(room.topLeft(), QSize(room.width(), room.height() - below))


def ground_of(cell: QRect) -> QRect:
    """Return where a card stands in its cell of the grid."""
    return cell.adjusted(GAP // 2, GAP // 2, -GAP // 2, -GAP // 2)


def paint_card(painter: QPainter, card: QRect, state: QStyle.StateFlag) -> None:
    """Paint the ground of a card, ringed when it is the chosen one."""
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    under = bool(state & QStyle.StateFlag.State_MouseOver)
    ground = "accent-tint" if chosen else "hover" if under else "paper"
    painter.setBrush(theme.colour(ground))
    painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 2 if chosen else 1))
    painter.drawRoundedRect(card, RADIUS, RADIUS)


def paint_picture(painter: QPainter, frame: QRect, picture: QPixmap | None) -> None:
    """Paint a picture whole inside a frame, never more than twice its size; a quiet ground first."""
    painter.fillRect(frame, theme.colour("sunken"))
    if picture is None or picture.isNull():
        return
    room = frame.size().boundedTo(picture.size() * LARGEST)
    size = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint(0, 0), size)
    place.moveCenter(frame.center())
    painter.drawPixmap(place, picture)


def paint_missing(painter: QPainter, frame: QRect) -> None:
    """Paint the hatching of a photo whose file is gone or cannot be read over what is shown."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("edge"))
    painter.setOpacity(0.5)
    hatching = painter.brush()
    hatching.setStyle(Qt.BrushStyle.BDiagPattern)
    painter.fillRect(frame, hatching)
    painter.setOpacity(1.0)


def paint_badge(painter: QPainter, corner: QPoint, words: str) -> None:
    """Paint the number of a slot in the corner of a picture."""
    metrics = painter.fontMetrics()
    side = metrics.height() + 2
    badge = QRect(corner, QSize(max(side, metrics.horizontalAdvance(words) + GAP), side))
    painter.fillRect(badge, theme.colour("accent"))
    painter.setPen(theme.colour("accent-text"))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)


def paint_twin(painter: QPainter, corner: QPoint) -> None:
    """Paint two sheets in the right corner of a picture: another one looks like it."""
    side = painter.fontMetrics().height() + 2
    badge = QRect(corner - QPoint(side - 1, 0), QSize(side, side))
    painter.fillRect(badge, theme.colour("paper"))
    theme.icon("copy", "accent").paint(painter, badge.adjusted(2, 2, -2, -2))


def paint_words(painter: QPainter, room: QRect, title: str, state: State, marks: QSize) -> None:
    """Paint a title over the glyph and the word of a state; `marks` is the room marks took.

    They stand at the left of the title (width) and at the right of the state (height).
    """
    metrics = painter.fontMetrics()
    height = metrics.height()
    painter.setPen(theme.colour("text"))
    line = QRect(room.left() + marks.width(), room.top(), room.width() - marks.width(), height)
    cut = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, line.width())
    painter.drawText(line, 0, cut)
    left = room.width() - marks.height()
    paint_state(painter, QRect(room.left(), room.top() + height + 2, left, height), state)


def paint_state(painter: QPainter, room: QRect, state: State) -> None:
    """Paint the glyph and the word of a state on one line."""
    metrics = painter.fontMetrics()
    icon, token = GLYPHS[state]
    size = metrics.height() - 2
    theme.icon(icon, token).paint(painter, QRect(room.left(), room.top() + 1, size, size))
    painter.setPen(theme.colour(token))
    words = room.adjusted(size + GAP // 2, 0, 0, 0)
    cut = metrics.elidedText(state_words(state), Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, 0, cut)
