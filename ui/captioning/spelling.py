"""Spelling in the caption form: unknown words underlined as in the body, walked and mended."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from app.desk.desk import Desk
from app.desk.stories import spelling
from app.domain.text import Span
from app.language.quote_guard import QuoteGuard
from app.language.spelling import is_name
from ui.captioning.edits import Words
from ui.captioning.form import Form
from ui.errands import Errands
from ui.parts import named
from ui.spans import to_points
from ui.spelling import SpellingMenu, Unknown
from ui.words import _, language

SPELT = ("caption", "alt", "description", "extended_description")
"""The fields that hold sentences."""

PAUSE = 350
"""Milliseconds after the last key before words are looked up."""

ABOUT = "captioning-spelling"


class Spelling(QObject):
    """Underlines what no dictionary knows in the sentences of a form."""

    def __init__(self, desk: Desk, work: Errands, form: Form, told: Callable[[str], None]) -> None:
        super().__init__(form)
        self._desk, self._work, self._form, self._told = desk, work, form, told
        self._menu = SpellingMenu(self._ask_near, self._add)
        self._language = language()
        self._seen: tuple[str, ...] = ()
        self._known = self._awaited = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)
        self.edits: dict[str, Words] = {}
        for name, field in form.fields.items():
            edit = field.edit
            if not isinstance(edit, Words):
                continue
            edit.menu_asked.connect(partial(self._open_at, edit))
            if name in SPELT:
                self.edits[name] = edit
                edit.textChanged.connect(self._changed)

    def turn_to(self, spoken: str) -> None:
        """Take the language of the open story, or of the window where "" says there is none."""
        if (spoken or language()) != self._language:
            self._language = spoken or language()
            self.look()

    def look(self) -> None:
        """Ask which words nobody knows."""
        self._pause.stop()
        self._known = False
        self._seen = self._texts()
        names = self._form.fields["persons"].text().split(";")
        ask = partial(spelling.unknown, self._desk, self._seen, self._language, names)
        self._work.ask(ask, self._show, about=ABOUT)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by action code."""
        return {"caption-spelling": self.step}

    def step(self) -> None:
        """Go to the next unknown word, from field to field, and offer what to write instead.

        Words just typed are looked up first.
        """
        if not self._known:
            self._awaited = True
            self.look()
            return
        for edit, start in self._walk():
            if found := edit.squiggles.next_after(start):
                edit.setFocus(Qt.FocusReason.OtherFocusReason)
                edit.setTextCursor(found)
                self._form.ensureWidgetVisible(edit)
                self._open(edit, found, edit.viewport().mapToGlobal(edit.cursorRect().bottomLeft()))
                return
        self._told(_("Every word is known."))

    def _walk(self) -> list[tuple[Words, QTextCursor]]:
        """Return the boxes to be looked through, from the caret once around, with where to begin."""
        shown = [edit for edit in self._in_order() if edit.isVisible()]
        at = next((place for place, edit in enumerate(shown) if edit.hasFocus()), None)
        if at is None:
            return [(edit, QTextCursor(edit.document())) for edit in shown]
        order = [*shown[at + 1 :], *shown[: at + 1]]
        rest = [(edit, QTextCursor(edit.document())) for edit in order]
        return [(shown[at], shown[at].textCursor()), *rest]

    def _in_order(self) -> list[Words]:
        return sorted(self.edits.values(), key=lambda edit: edit.mapTo(self._form, QPoint()).y())

    def _texts(self) -> tuple[str, ...]:
        return tuple(edit.words() for edit in self.edits.values())

    def _changed(self) -> None:
        # To underline words is a change of the box too, though not of what it says.
        if self._texts() != self._seen:
            self._known = False
            self._pause.start()

    def _show(self, unknown: frozenset[str]) -> None:
        tokens = {word: "hint" if is_name(word) else "warning" for word in unknown}
        for edit in self.edits.values():
            edit.squiggles.show_words(tokens)
        self._known = self._texts() == self._seen
        if self._awaited and self._known:
            self._awaited = False
            self.step()

    def _open_at(self, edit: Words, at: QPoint, place: QPoint) -> None:
        if found := edit.squiggles.at(edit.cursorForPosition(at)):
            edit.setTextCursor(found)
            self._open(edit, found, place)
        else:
            edit.open_usual_menu(place)

    def _open(self, edit: Words, found: QTextCursor, place: QPoint) -> None:
        menu = named(QMenu(edit), "caption-spelling-menu", _("Words to write instead"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        unknown = Unknown(found.selectedText(), found.block().text(), _is_quoted(edit, found))
        self._menu.fill(menu, unknown, found.insertText)
        menu.popup(place)

    def _ask_near(self, word: str, paragraph: str, then: Callable[[tuple[str, ...]], None]) -> None:
        ask = partial(spelling.near, word, paragraph, self._language)
        self._work.ask(ask, then, about="captioning-near")

    def _add(self, word: str, own: bool) -> None:  # noqa: FBT001  as the menu calls it
        act = partial(spelling.add_word, self._desk, word, own=own)
        self._work.act(act, lambda _changes: self.look())


def _is_quoted(edit: Words, found: QTextCursor) -> bool:
    """Say whether a word stands between quotation marks, which may open paragraphs before it."""
    text = edit.words()
    start, end = (
        to_points(text, place) for place in (found.selectionStart(), found.selectionEnd())
    )
    return QuoteGuard(text).touches(Span(start, end))
