"""The bar over a place that says what happened and offers one thing to do about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton
from typing_extensions import override

from ui import theme
from ui.parts import named
from ui.parts.pictogram import Pictogram
from ui.words import _

GLYPH = 20
TOKENS = {"info": "accent", "ok": "ok", "warning": "warning", "error": "error"}


@dataclass(frozen=True, slots=True)
class Notice:
    """A ready sentence, how it weighs ("info", "ok", "warning", "error") and what may be done.

    It goes by itself after `seconds`, or stays until closed when 0.
    """

    text: str
    weight: str = "info"
    label: str = ""
    action: Callable[[], None] | None = None
    seconds: int = 10


class Banner(QFrame):
    """Shows one notice at a time; a new one takes the place of the old."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "banner", _("Notice"))
        self._glyph = Pictogram("info", "accent", GLYPH)
        self._text = named(QLabel(), "banner-text")
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = named(QPushButton(), "banner-action")
        self._close = named(QToolButton(), "banner-close", _("Close this notice"), _("Close"))
        theme.dress(self._close, "close")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._notice: Notice | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(12)
        for part in (self._glyph, self._text, self._button, self._close):
            row.addWidget(part)
        row.setStretch(1, 1)
        self._button.clicked.connect(self._do)
        self._close.clicked.connect(self.hide)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice, announce it to a screen reader and start its time."""
        self._notice = notice
        self._text.setText(notice.text)
        self._button.setText(notice.label)
        self._button.setVisible(bool(notice.label))
        self._glyph.show_icon(notice.weight, TOKENS[notice.weight])
        self.update()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.text))
        if notice.seconds:
            self._timer.start(notice.seconds * 1000)
        else:
            self._timer.stop()

    def notice(self) -> Notice | None:
        """Return the notice shown, or None when the bar is hidden."""
        return None if self.isHidden() else self._notice

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, which tells how much the notice weighs."""
        weight = self._notice.weight if self._notice else "info"
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(f"{weight}-tint"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        painter.end()

    def _do(self) -> None:
        self.hide()
        if self._notice and self._notice.action:
            self._notice.action()
