"""How the paper is shown and answers keys: what a person chooses once and finds again."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui import theme
from ui.actions import ActionBook
from ui.settings import Settings
from ui.writing.sheet import COLUMN_CHARACTERS, Sheet
from ui.writing.wearing import Wearing

WIDTHS: Mapping[str, int] = {"narrow": 56, "medium": COLUMN_CHARACTERS, "wide": 80}
"""Characters of prose in a line, by the choice's code."""

ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200)
"""Percent of the size letters have by themselves."""

USUAL_ZOOM = 100
_OFF = "off"
_ON = "on"


class Surface(QObject):
    """Joins the sheet and the choices of the View menu; `alone(bool)` in and out of focus mode."""

    alone = Signal(bool)

    def __init__(self, sheet: Sheet, settings: Settings, actions: ActionBook) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._settings = settings
        self._actions = actions
        self._language = ""
        self._focused = False
        sheet.paper.cursorPositionChanged.connect(self._dim)
        for edit in sheet.edits.values():
            Wearing(edit)
        self._dress()
        self._set_invisibles(shown=settings.text("invisibles") == _ON)
        self._set_typewriter(on=settings.text("typewriter") == _ON)
        actions["typeset"].setChecked(self._typesets())

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what is answered here, by action code."""
        found: dict[str, Callable[[], None]] = {
            "zoom-in": lambda: self._zoom(1),
            "zoom-out": lambda: self._zoom(-1),
            "zoom-usual": lambda: self._zoom(0),
            "invisibles": self._turn_invisibles,
            "typewriter": self._turn_typewriter,
            "focus-mode": self.turn_focus,
            "typeset": self._turn_typesetting,
        }
        for code in WIDTHS:
            found[f"width-{code}"] = partial(self._widen, code)
        return found

    def set_language(self, language: str) -> None:
        """Tell the language of the story, whose typography is set while typing."""
        self._language = language
        for edit in self._sheet.edits.values():
            edit.typesetting.language = language if self._typesets() else ""

    def turn_focus(self) -> None:
        """Show the paragraph at the caret alone, or everything again."""
        self._focused = not self._focused
        self._actions["focus-mode"].setChecked(self._focused)
        self._sheet.gutter.setVisible(not self._focused)
        self._dim()
        self.alone.emit(self._focused)

    @property
    def focused(self) -> bool:
        """Say whether focus mode is on."""
        return self._focused

    def _typesets(self) -> bool:
        return self._settings.text("typeset") != _OFF

    def _turn_typesetting(self) -> None:
        self._settings.set_text("typeset", _OFF if self._typesets() else "")
        self._actions["typeset"].setChecked(self._typesets())
        self.set_language(self._language)

    def _turn_invisibles(self) -> None:
        self._set_invisibles(shown=self._settings.text("invisibles") != _ON)

    def _set_invisibles(self, *, shown: bool) -> None:
        self._settings.set_text("invisibles", _ON if shown else "")
        self._actions["invisibles"].setChecked(shown)
        for edit in self._sheet.edits.values():
            edit.show_invisibles(shown=shown)

    def _turn_typewriter(self) -> None:
        self._set_typewriter(on=not self._sheet.typewriter)

    def _set_typewriter(self, *, on: bool) -> None:
        self._settings.set_text("typewriter", _ON if on else "")
        self._actions["typewriter"].setChecked(on)
        self._sheet.set_typewriter(on=on)

    def _zoom(self, step: int) -> None:
        at = ZOOMS.index(self._percent())
        wanted = ZOOMS[max(0, min(at + step, len(ZOOMS) - 1))] if step else USUAL_ZOOM
        self._settings.set_text("zoom", str(wanted))
        self._dress()

    def _widen(self, code: str) -> None:
        self._settings.set_text("width", code)
        self._dress()

    def _percent(self) -> int:
        kept = self._settings.text("zoom")
        found = int(kept) if kept.isascii() and kept.isdecimal() else USUAL_ZOOM
        return found if found in ZOOMS else USUAL_ZOOM

    def _dress(self) -> None:
        kept = self._settings.text("width")
        code = kept if kept in WIDTHS else "medium"
        for name in WIDTHS:
            self._actions[f"width-{name}"].setChecked(name == code)
        self._sheet.dress(self._percent() / 100, WIDTHS[code])

    def _dim(self) -> None:
        """Let all paragraphs but the one at the caret step back."""
        paper = self._sheet.paper
        if not self._focused:
            if paper.extraSelections():
                paper.setExtraSelections([])
            return
        block = paper.textCursor().block()
        end = paper.document().characterCount() - 1
        before = (0, block.position())
        after = (min(end, block.position() + block.length()), end)
        paper.setExtraSelections([_faint(paper, *part) for part in (before, after)])


def _faint(paper: QTextEdit, start: int, end: int) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(paper.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    look = QTextCharFormat()
    look.setForeground(theme.colour("faint"))
    selection.cursor = cursor
    selection.format = look
    return selection
