"""Another theme put on: what can be seen at once, what cannot in short steps after it."""

import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

SLICE = 0.006
"""Seconds of processor time spent in one go on what cannot be seen."""


AFTER = 40
"""Milliseconds left to the painting of what can be seen, before what cannot has its turn."""

_DRESSED = Qt.WidgetAttribute.WA_WState_Polished


class Dressing(QObject):
    """Has the style sheet read again for widgets: its `palette(…)` is looked up once a widget.

    Setting the sheet anew would do it too, for all widgets before it returns. A widget that comes to
    be seen goes before the others.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._waiting: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Dress what can be seen now and the rest soon; what waited from before is among it."""
        self._waiting = self._app.allWidgets()
        self._dress_seen()
        self._timer.start(AFTER)

    def prepare(self) -> None:
        """Dress soon what was never shown: to show it first then takes half as long."""
        self._waiting = [one for one in self._app.allWidgets() if not one.testAttribute(_DRESSED)]
        self._timer.start(AFTER)

    def finish(self) -> None:
        """Dress all that is left, now."""
        while self._waiting:
            self._dress(self._waiting.pop())

    def under_way(self) -> bool:
        """Say whether a widget still wears the theme of before."""
        return bool(self._waiting)

    def _dress_seen(self) -> None:
        """Dress those that wait and can be seen; a widget may have gone while it waited."""
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            if not Shiboken.isValid(one):
                continue
            if one.isVisible():
                self._dress(one)
            else:
                self._waiting.append(one)

    def _go_on(self) -> None:
        self._timer.setInterval(0)
        end = time.thread_time() + SLICE
        self._dress_seen()
        while self._waiting and time.thread_time() < end:
            self._dress(self._waiting.pop())
        if not self._waiting:
            self._timer.stop()

    def _dress(self, widget: QWidget) -> None:
        if not Shiboken.isValid(widget):
            return
        if not widget.testAttribute(_DRESSED):
            widget.ensurePolished()
            return
        style = self._app.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()
