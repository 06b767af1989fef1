"""Photo slots in the body, painted as cards over their line of Markdown."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from app.domain.package import Package
from ui import theme
from ui.words import _

PADDING = 10
RADIUS = 8
LINES = 4.2
"""Height of a card without its padding, in lines of the interface's font."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of one slot. `picture` is None while the slot waits for a photo or its thumb."""

    slot: int
    filled: bool = False
    caption: str = ""
    credit: str = ""
    picture: QPixmap | None = None


def cards_of(package: Package, pictures: Mapping[str, QPixmap]) -> dict[int, Card]:
    """Return what is known of the slots of a story; `pictures` are small ones by photo."""
    return {
        use.slot: Card(
            use.slot,
            bool(use.photo_id),
            use.caption,
            package.credit_of(use),
            pictures.get(use.photo_id or ""),
        )
        for use in package.uses
    }


def height() -> float:
    """Return the height of a card, in logical pixels."""
    return LINES * QFontMetricsF(theme.sans()).lineSpacing() + 2 * PADDING


def paint(painter: QPainter, room: QRectF, card: Card, *, current: bool) -> None:
    """Paint a card; `current` while the caret stands on it."""
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    box = room.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setBrush(theme.colour("window"))
    painter.setPen(QPen(theme.colour("accent" if current else "line"), 2 if current else 1))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    inner = box.adjusted(PADDING, PADDING, -PADDING, -PADDING)
    frame = QRectF(inner.left(), inner.top(), inner.height() * 4 / 3, inner.height())
    _paint_picture(painter, frame, card)
    _paint_words(painter, inner.adjusted(frame.width() + 14, 0, 0, 0), card)
    painter.restore()


def _paint_picture(painter: QPainter, frame: QRectF, card: Card) -> None:
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(frame, 4, 4)
    painter.fillPath(outline, theme.colour("sunken"))
    painter.setClipPath(outline)
    if card.picture is not None and not card.picture.isNull():
        size = card.picture.deviceIndependentSize()
        scale = max(frame.width() / size.width(), frame.height() / size.height())
        target = QRectF(0, 0, size.width() * scale, size.height() * scale)
        target.moveCenter(frame.center())
        painter.drawPixmap(target, card.picture, QRectF(card.picture.rect()))
    else:
        glyph = QRectF(0, 0, 28, 28)
        glyph.moveCenter(frame.center())
        image = theme.pixmap("photos" if card.filled else "add-photos", "edge", 28, 2.0)
        painter.drawPixmap(glyph, image, QRectF(image.rect()))
    painter.restore()


def _paint_words(painter: QPainter, room: QRectF, card: Card) -> None:
    strong = theme.sans(strong=True)
    line = QFontMetricsF(theme.sans()).lineSpacing()
    painter.setFont(strong)
    painter.setPen(theme.colour("text"))
    title = _("Photo {n}").format(n=card.slot)
    painter.drawText(room, Qt.AlignmentFlag.AlignTop, title)
    painter.setFont(theme.sans())
    state = "" if card.filled else _("no picture yet")
    if state:
        painter.setPen(theme.colour("warning"))
        shift = QFontMetricsF(strong).horizontalAdvance(title)
        painter.drawText(room.adjusted(shift, 0, 0, 0), Qt.AlignmentFlag.AlignTop, f" · {state}")
    painter.setPen(theme.colour("text" if card.caption else "faint"))
    caption = QRectF(room.left(), room.top() + line * 1.15, room.width(), line * 2)
    _paint_two_lines(painter, caption, card.caption or _("No caption"))
    painter.setPen(theme.colour("quiet"))
    credit = QRectF(room.left(), room.bottom() - line, room.width(), line)
    metrics = QFontMetricsF(theme.sans())
    text = metrics.elidedText(
        card.credit or _("No credit"), Qt.TextElideMode.ElideRight, room.width()
    )
    painter.drawText(credit, Qt.AlignmentFlag.AlignVCenter, text)


def _paint_two_lines(painter: QPainter, room: QRectF, text: str) -> None:
    metrics = QFontMetricsF(painter.font())
    words = text.split(" ")
    first = ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= room.width():
        first = f"{first} {words.pop(0)}".strip()
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignTop, f"{first}\n{rest}" if first else rest)
