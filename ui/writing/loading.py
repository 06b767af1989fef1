"""Words on their way to the sheet: what is typed meanwhile is held, and typed when they are there."""

from collections import deque
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from ui.writing.copy_edit import CopyEdit

Do = Callable[[], object]

EDITING: Mapping[str, str] = {
    "undo": "undo",
    "redo": "redo",
    "cut": "cut",
    "copy": "copy",
    "paste": "paste",
    "select-all": "selectAll",
}
"""What every text of Qt's can be asked for, by action code."""

_WRITTEN = frozenset({QEvent.Type.KeyPress, QEvent.Type.InputMethod})
_DROPS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})


class Loading(QObject):
    """Fills the texts of a sheet and holds keys until they are whole.

    From `expect` until all words are there, keys pressed in any of the texts wait; then they are
    pressed again, in their order, in the text `caret()` tells. Nothing is dropped onto a text meanwhile.
    """

    def __init__(self, edits: Mapping[str, CopyEdit], caret: Callable[[], CopyEdit]) -> None:
        super().__init__(edits["body"])
        self._edits = edits
        self._caret = caret
        self._held: deque[Do] = deque()
        self._after: list[Do] = []
        self._come = False
        self._late: Do | None = None
        self.under_way = False
        # In a turn of its own: the caret is put into the story first.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._end)
        edits["body"].filled.connect(self._filled)

    def expect(self) -> None:
        """Hold keys from now on: another story was asked for. What waited for the old one is off."""
        self._soon.stop()
        self._after.clear()
        self._come = False
        self._turn(under_way=True)

    def load(self, texts: Mapping[str, str]) -> None:
        """Show the texts of the story expected: the first screenful at once, the rest in slices."""
        self._come = True
        self._turn(under_way=True)
        for name, text in texts.items():
            self._edits[name].load(text)

    def give_up(self) -> None:
        """Hold nothing any more: there is no story to come."""
        self._soon.stop()
        self._late = None
        self._held.clear()
        self._after.clear()
        self._turn(under_way=False)

    def holds(self) -> bool:
        """Say whether something typed or pasted waits."""
        return bool(self._held) or self._late is not None

    def wait_for(self, words: Do) -> None:
        """Hold keys until `go_on`; where they cannot wait any longer, `words` puts in what is late."""
        self._late = words
        self._turn(under_way=True)

    def go_on(self) -> None:
        """Do what is late, and what was typed meanwhile; nothing where that is done already."""
        if self._late is not None:
            late, self._late = self._late, None
            late()
            self._end()

    def hold(self, do: Do) -> None:
        """Do what changes the text, after the keys pressed before it; at once when nothing loads."""
        self._held.append(do) if self.under_way else do()

    def when_whole(self, do: Do) -> None:
        """Do something once all words are there; at once when they are."""
        self._after.append(do) if self.under_way else do()

    def settle(self, open_now: Do) -> None:
        """Put all words in now when something typed waits for them; `open_now` has the story come."""
        self.go_on()
        if self._held and not self._come:
            open_now()
        if self._held and self._come:
            self._edits["body"].filling.finish()
            self._end()

    def handlers(self, answered: Mapping[str, Do]) -> dict[str, Callable[[], None]]:
        """Return actions that wait their turn among the keys, those of the text at the caret too."""
        own: dict[str, Do] = {}
        if isinstance(QApplication.focusWidget(), CopyEdit):
            own = {code: partial(self._ask, name) for code, name in EDITING.items()}
        return {code: partial(self.hold, do) for code, do in (own | dict(answered)).items()}

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold what would change a text; refuse what cannot be held."""
        kind = event.type()
        if kind in _WRITTEN:
            self._held.append(partial(self._press, event.clone()))
            return True
        if kind in _DROPS or (
            isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.MiddleButton
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QEvent) -> None:
        QApplication.sendEvent(self._caret(), event)

    def _ask(self, name: str) -> None:
        getattr(self._caret(), name)()

    def _filled(self) -> None:
        if self.under_way and self._come and self._late is None:
            self._soon.start(0)

    def _end(self) -> None:
        self._soon.stop()
        self._turn(under_way=False)
        # One of them may turn to another story: what was pressed after it is meant for that one.
        while self._held and not self.under_way:
            self._held.popleft()()
        after, self._after = self._after, []
        for do in after:
            do()

    def _turn(self, *, under_way: bool) -> None:
        if under_way == self.under_way:
            return
        self.under_way = under_way
        for edit in self._edits.values():
            for part in (edit, edit.viewport()):
                part.installEventFilter(self) if under_way else part.removeEventFilter(self)
