"""What the menu of a misspelt word offers: words near it, and the dictionaries."""

from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.words import _

CODES = frozenset({"SPE001", "SPE002"})
"""The rules whose findings are one word each that no dictionary knows."""

AskNear = Callable[[str, str, Callable[[tuple[str, ...]], None]], None]
AddWord = Callable[[str, bool], None]


@dataclass(frozen=True, slots=True)
class Unknown:
    """One word no dictionary knows; its paragraph tells its language, `fixed` that it must stay."""

    word: str
    paragraph: str
    fixed: bool = False


class SpellingMenu:
    """Fills the menu of an unknown word.

    `ask(word, paragraph, then)` brings near words home later; `add(word, own)` adds a word to the
    dictionary of the desk, or to one's own.
    """

    def __init__(self, ask: AskNear, add: AddWord) -> None:
        self._ask = ask
        self._add = add

    def fill(self, menu: QMenu, unknown: Unknown, write: Callable[[str], None]) -> None:
        """Offer near words first, which come when they are found; `write` is told the one chosen."""
        waiting = menu.addAction(_("Looking for words near it…"))
        waiting.setEnabled(False)
        menu.addSeparator()
        for words, own in ((_("Add to the Desk’s Dictionary"), False), (_("Add to My Own"), True)):
            menu.addAction(words).triggered.connect(
                lambda _checked=False, own=own: self._add(unknown.word, own)
            )
        if unknown.fixed:
            waiting.setText(_("Quoted words are not changed"))
            return

        def offer(found: tuple[str, ...]) -> None:
            if shiboken6.isValid(menu):
                _offer(menu, waiting, found, write)

        self._ask(unknown.word, unknown.paragraph, offer)


def _offer(
    menu: QMenu, waiting: QAction, found: tuple[str, ...], write: Callable[[str], None]
) -> None:
    if not found:
        waiting.setText(_("No word is near it"))
        return
    made = []
    for word in found:
        action = QAction(word, menu)
        action.triggered.connect(lambda _checked=False, word=word: write(word))
        made.append(action)
    menu.insertActions(waiting, made)
    menu.removeAction(waiting)
    menu.setActiveAction(made[0])
