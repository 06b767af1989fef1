"""The bar over a place that says what happened and offers one thing to do about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton

from ui import theme
from ui.parts import named
from ui.words import _

ICONS = {"info": "info", "ok": "ok", "warning": "warning", "error": "error"}
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
        self._glyph = QLabel()
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
        self.setProperty("weight", notice.weight)
        self.style().polish(self)
        token = TOKENS[notice.weight]
        self._glyph.setPixmap(
            theme.pixmap(ICONS[notice.weight], token, 20, self.devicePixelRatioF())
        )
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.text))
        if notice.seconds:
            self._timer.start(notice.seconds * 1000)
        else:
            self._timer.stop()

    def notice(self) -> Notice | None:
        """Return the notice shown, or None when the bar is hidden."""
        return None if self.isHidden() else self._notice

    def _do(self) -> None:
        self.hide()
        if self._notice and self._notice.action:
            self._notice.action()
