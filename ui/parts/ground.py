"""The ground under a row that is painted by hand."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from ui import theme


def ruled(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """Paint the ground of a row in a table: a tint and a bar when chosen, a hairline below."""
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.colour("accent-tint" if chosen else "hover"))
    if chosen:
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))


def rounded(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """Paint the ground of a row in a list: a rounded tint when chosen, framed when it has the keys."""
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, theme.colour("window"))
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.colour("accent-tint" if chosen else "hover"))
        painter.setPen(theme.colour("accent") if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect.adjusted(8, 2, -8, -2), 7, 7)
