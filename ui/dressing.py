"""Another theme put on: what can be seen at once, what cannot in short steps after it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

SLICE = 0.006
"""Seconds of processor time spent in one go on what cannot be seen."""


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
        self._waiting = [one for one in self._app.allWidgets() if _worn(one)]
        self._dress(QWidget.isVisible)
        self._timer.start(0)

    def finish(self) -> None:
        """Dress all that is left, now."""
        self._dress(lambda _one: True)

    def under_way(self) -> bool:
        """Say whether a widget still wears the theme of before."""
        return bool(self._waiting)

    def _dress(self, chosen: Callable[[QWidget], bool]) -> None:
        """Dress the widgets chosen among those that wait and still live."""
        live = [one for one in self._waiting if Shiboken.isValid(one)]
        self._waiting = [one for one in live if not chosen(one)]
        for one in live:
            if chosen(one):
                _dress(self._app, one)

    def _go_on(self) -> None:
        end = time.thread_time() + SLICE
        self._dress(QWidget.isVisible)
        while self._waiting and time.thread_time() < end:
            one = self._waiting.pop()
            if Shiboken.isValid(one):
                _dress(self._app, one)
        if not self._waiting:
            self._timer.stop()


def _worn(widget: QWidget) -> bool:
    """Say whether a widget was dressed already; others are when they are first shown."""
    return widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)


def _dress(app: QApplication, widget: QWidget) -> None:
    style = app.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
