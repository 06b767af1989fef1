"""How a row of the stories list is painted; every measure comes from the font."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.domain.story import StoryLine
from ui import theme
from ui.filing.model import LINE_ROLE, Index, about, state, title
from ui.parts import ground

SIDE = 18
GAP = 4


class RowPainter(QStyledItemDelegate):
    """Two lines: the headline; what is known of the story and where it stands."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = option.fontMetrics.height()
        return QSize(SIDE * 12, 2 * line + GAP + round(1.3 * line))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        story: StoryLine = index.data(LINE_ROLE)
        painter.save()
        ground.rounded(painter, option.rect, option.state)
        painter.setClipRect(option.rect)
        self._paint_words(painter, option.rect.adjusted(SIDE, 0, -SIDE, 0), story)
        painter.restore()

    @staticmethod
    def _paint_words(painter: QPainter, room: QRect, story: StoryLine) -> None:
        strong, plain = theme.sans(strong=True), theme.sans()
        line = QFontMetrics(plain).height()
        top = room.top() + (room.height() - 2 * line - GAP) // 2
        first = QRect(room.left(), top, room.width(), line)
        second = first.translated(0, line + GAP)
        painter.setFont(strong)
        painter.setPen(theme.colour("text"))
        cut = QFontMetrics(strong).elidedText(
            title(story), Qt.TextElideMode.ElideRight, first.width()
        )
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.setFont(plain)
        metrics = QFontMetrics(plain)
        standing = state(story)
        painter.setPen(theme.colour("ok" if story.published_at else "quiet"))
        painter.drawText(
            second, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, standing
        )
        painter.setPen(theme.colour("quiet"))
        left = second.width() - metrics.horizontalAdvance(standing) - SIDE
        cut = metrics.elidedText(about(story), Qt.TextElideMode.ElideRight, left)
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, cut)
