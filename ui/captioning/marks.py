"""Stars, colour labels, picks and the strip of answered questions: how they are drawn."""

import math
from collections.abc import Collection

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from app.domain import completeness
from app.domain.photo import Flag
from app.domain.picking import PhotoLine
from ui import theme

COLOURS = {
    "red": "#c8353a",
    "yellow": "#d9a400",
    "green": "#3c8f3f",
    "blue": "#2f6fc4",
    "purple": "#8a4fb0",
}
"""Label colours: at least 3:1 on both papers but the yellow, which bears a dark rim."""

DOT = 10
STAR = 11
MOST = 5


def paint_strip(painter: QPainter, room: QRect, lacks: Collection[str]) -> None:
    """Paint one dash for each question of the completeness strip, full where it is answered."""
    count = len(completeness.ASKED)
    step = room.width() / count
    painter.setPen(Qt.PenStyle.NoPen)
    for place, question in enumerate(completeness.ASKED):
        dash = QRectF(room.left() + place * step, room.top(), step - 2, room.height())
        painter.setBrush(theme.colour("line" if question in lacks else "ok"))
        painter.drawRect(dash)


def paint_marks(painter: QPainter, room: QRect, line: PhotoLine) -> QSize:
    """Paint label and flag before a title and stars after the state under it.

    Returns:
        As width what the first took at the left, as height what the stars took at the right.
    """
    height = painter.fontMetrics().height()
    left = room.left()
    if line.label in COLOURS:
        paint_dot(painter, QRect(left, room.top() + (height - DOT) // 2, DOT, DOT), line.label)
        left += DOT + 5
    if line.flag is not Flag.NONE:
        size = height - 3
        icon, token = ("check", "ok") if line.flag is Flag.PICK else ("close", "error")
        theme.icon(icon, token).paint(painter, QRect(left, room.top() + 1, size, size))
        left += size + 3
    stars = line.rating if line.rating and line.rating > 0 else 0
    wide = stars * (STAR + 1)
    top = room.top() + height + 2 + (height - STAR) // 2
    for place in range(stars):
        corner = QPointF(room.right() + 1 - wide + place * (STAR + 1), top)
        paint_star(painter, QRectF(corner.x(), corner.y(), STAR, STAR), theme.colour("warning"))
    return QSize(left - room.left(), wide + 4 if wide else 0)


def paint_dot(painter: QPainter, room: QRect, label: str) -> None:
    """Paint a colour label."""
    painter.setPen(theme.colour("edge"))
    painter.setBrush(QColor(COLOURS[label]))
    painter.drawRoundedRect(room, 3, 3)


def paint_star(painter: QPainter, room: QRectF, colour: QColor) -> None:
    """Paint a five-pointed star in a square."""
    centre, outer = room.center(), room.width() / 2
    points = []
    for corner in range(2 * MOST):
        radius = outer if corner % 2 == 0 else outer * 0.42
        turn = math.pi * corner / MOST - math.pi / 2
        points.append(
            QPointF(centre.x() + radius * math.cos(turn), centre.y() + radius * math.sin(turn))
        )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(points))
