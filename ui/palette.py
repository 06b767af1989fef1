"""One field for everything: stories, photos and sources by name, and every command after “>”."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.hit import Hit, Sort
from app.language.folding import folded
from ui.actions import ACTIONS, MENUS, SUBMENUS, Action, ActionBook, shown_keys
from ui.parts import named
from ui.parts.lines import Line, LineList
from ui.words import N_, _

Ask = Callable[[str, Callable[[tuple[Hit, ...]], None]], None]

COMMANDS = ">"
ASK_AFTER = 90
"""Milliseconds from the last key to the question."""

SORTS = {
    Sort.STORY: (N_("story"), "story"),
    Sort.PHOTO: (N_("photo"), "photos"),
    Sort.PERSON: (N_("source"), "person"),
}
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


@dataclass(frozen=True, slots=True)
class _Row:
    line: Line
    do: Callable[[], object]


class Palette(QDialog):
    """Closes as soon as something is chosen. `ask` looks for names, `go(hit)` opens what was found."""

    def __init__(self, parent: QWidget, book: ActionBook, go: Callable[[Hit], object]) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        named(self, "palette", _("Open…"))
        self.field = named(QLineEdit(), "palette-field", _("Story, photo, source, or > command"))
        self.field.setPlaceholderText(_("Story, photo, source, or > command"))
        self.list = LineList("palette-list", _("Found"))
        self._book = book
        self._go = go
        self.ask: Ask = lambda _words, _then: None
        self._rows: list[_Row] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_AFTER)
        self._timer.timeout.connect(self._find)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._changed)
        self.field.installEventFilter(self)
        self.list.opened.connect(self._choose)
        self.list.setFocusProxy(self.field)

    def begin(self, text: str = "") -> None:
        """Open over the middle of the window, with something typed already."""
        parent = cast("QWidget", self.parent())
        width = min(680, parent.width() - 80)
        self.resize(width, min(460, parent.height() - 120))
        self.move(parent.mapToGlobal(QPoint((parent.width() - width) // 2, 60)))
        self.field.setText(text)
        self._find()
        self.show()
        # A shortcut would choose all that stands there, and the next key take its place.
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows of the field walk the list, and Return choose from it."""
        if watched is self.field and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            step = STEPS.get(Qt.Key(event.key()))
            if pressed and step:
                self.list.step(step)
                return True
            if pressed and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose(self.list.row())
                return True
        return super().eventFilter(watched, event)

    def _changed(self, text: str) -> None:
        if text.startswith(COMMANDS):
            self._find()
        else:
            self._timer.start()

    def _find(self) -> None:
        self._timer.stop()
        text = self.field.text()
        if text.startswith(COMMANDS):
            self._show([_command(one, self._book) for one in matching(text[1:], self._book)])
        else:
            self.ask(text, partial(self._found, text))

    def _found(self, text: str, hits: tuple[Hit, ...]) -> None:
        if text == self.field.text():
            self._show([_Row(_hit_line(hit), partial(self._go, hit)) for hit in hits])

    def _show(self, rows: Sequence[_Row]) -> None:
        self._rows = list(rows)
        self.list.show_lines([row.line for row in rows], 0 if rows else -1)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.hide()
            self._rows[row].do()


def matching(words: str, book: ActionBook) -> list[Action]:
    """Return the commands that can be given now and hold all the words; those that begin so first."""
    wanted = folded(words).split()
    found = [
        one
        for one in ACTIONS
        if one.code not in {"palette", "quick-open"}
        and book[one.code].isEnabled()
        and all(word in _told(one) for word in wanted)
    ]
    start = " ".join(wanted)
    return sorted(found, key=lambda one: not _told(one).startswith(start))


def _told(one: Action) -> str:
    return folded(f"{_title(one)} {_menu(one)}")


def _title(one: Action) -> str:
    return _(one.words).replace("&", "")


def _menu(one: Action) -> str:
    if one.menu in SUBMENUS:
        parent, words = SUBMENUS[one.menu]
        return f"{_(MENUS[parent])} › {_(words)}".replace("&", "")
    return _(MENUS[one.menu]).replace("&", "")


def _command(one: Action, book: ActionBook) -> _Row:
    line = Line(_title(one), _(one.help) if one.help else _menu(one), shown_keys(one), one.icon)
    return _Row(line, book[one.code].trigger)


def _hit_line(hit: Hit) -> Line:
    words, glyph = SORTS[hit.sort]
    return Line(hit.title or _("Untitled"), hit.about, _(words), glyph)
