"""Who speaks, where and how much; a screen reader hears the same figures, and a table shows them."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from ui import theme
from ui.parts import named
from ui.sourcing.lines import Tally
from ui.sourcing.model import speaker_words
from ui.words import _, ngettext

BAR = 8
GAP = 6
NARROWEST = 3
"""Pixels a turn is wide at least."""


class Bars(QLabel):
    """A line per source, from the first word of the story to the last, with what it says on it.

    A label with a picture is a graphic to a screen reader, which a plain widget is not. (A role
    of its own would need an accessibility factory in Python, and that ends the program as soon as
    the web engine asks it about an item it is still making.)
    """

    def __init__(self) -> None:
        super().__init__()
        named(self, "source-bars", _("Who speaks, in words"))
        blank = QPixmap(1, 1)
        blank.fill(Qt.GlobalColor.transparent)
        self.setPixmap(blank)
        self._tallies: tuple[Tally, ...] = ()
        self._known: dict[tuple[str, int], list[tuple[int, int]]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_tallies(self, tallies: tuple[Tally, ...]) -> None:
        """Draw other figures."""
        self._tallies = tallies
        self._known.clear()
        told = (f"{speaker_words(one)}: {spoken_figures(one)}" for one in tallies)
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(180, max(1, len(self._tallies)) * self._step())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, tally in enumerate(self._tallies):
            room = QRect(0, number * self._step(), self.width(), self._step() - GAP)
            self._paint(painter, room, tally)
        painter.end()

    def _paint(self, painter: QPainter, room: QRect, tally: Tally) -> None:
        metrics = painter.fontMetrics()
        token = "accent" if tally.speaker else "error"
        said = figures(tally)
        right = metrics.horizontalAdvance(said)
        line = QRect(room.left(), room.top(), room.width(), metrics.height())
        painter.setPen(theme.colour("quiet"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, said)
        painter.setPen(theme.colour("text" if tally.speaker else "error"))
        name = metrics.elidedText(
            speaker_words(tally), Qt.TextElideMode.ElideRight, room.width() - right - 2 * GAP
        )
        painter.drawText(line, 0, name)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = QRect(room.left(), line.bottom() + 4, room.width(), BAR)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRect(groove)
        painter.setBrush(theme.colour(token))
        for left, width in self._stretches(tally, room.width()):
            painter.drawRect(QRect(room.left() + left, groove.top(), width, BAR))

    def _stretches(self, tally: Tally, room: int) -> Sequence[tuple[int, int]]:
        """Return where a source speaks, in pixels of a line; turns that cannot be told apart once."""
        key = (tally.speaker, room)
        if key not in self._known:
            found = self._known[key] = []
            painted = 0
            for start, end in tally.turns:
                width = max(NARROWEST, round((end - start) * room))
                left = min(room - 1 - width, round(start * room))
                if left + width > painted:
                    found.append((left, width))
                    painted = left + width
        return self._known[key]

    def _step(self) -> int:
        return self.fontMetrics().height() + BAR + 4 + 2 * GAP


def figures(tally: Tally) -> str:
    """Return the figures of one source in words."""
    words = ngettext("{n} word", "{n} words", tally.words).format(n=tally.words)
    quotes = ngettext("{n} quote", "{n} quotes", tally.quotes).format(n=tally.quotes)
    return f"{words} · {quotes}"


def spoken_figures(tally: Tally) -> str:
    """Return the figures of one source with the numbers of its quotes, for who does not see them."""
    order = ", ".join(map(str, tally.order))
    return f"{figures(tally)} ({order})" if order else figures(tally)
