"""What the menu of a misspelt word offers: words near it, and the dictionaries."""

from collections.abc import Callable

import shiboken6
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.domain.finding import Edit, Finding, Fix
from ui.words import _

CODES = frozenset({"SPE001", "SPE002"})
"""The rules whose findings are one word each that no dictionary knows."""

AskNear = Callable[[str, str, Callable[[tuple[str, ...]], None]], None]
AddWord = Callable[[str, bool], None]


class SpellingMenu:
    """Fills the menu of a spelling finding.

    `ask(word, paragraph, then)` brings near words home later; `add(word, own)` adds a word to the
    dictionary of the desk, or to one's own.
    """

    def __init__(self, ask: AskNear, add: AddWord) -> None:
        self._ask = ask
        self._add = add

    def fill(
        self, menu: QMenu, finding: Finding, paragraph: str, mend: Callable[[Fix], None]
    ) -> None:
        """Offer near words first; they come into the menu when they are found."""
        waiting = menu.addAction(_("Looking for words near it…"))
        waiting.setEnabled(False)
        menu.addSeparator()
        for words, own in ((_("Add to the Desk’s Dictionary"), False), (_("Add to My Own"), True)):
            menu.addAction(words).triggered.connect(
                lambda _checked=False, own=own: self._add(finding.excerpt, own)
            )
        if dict(finding.params).get("quoted"):
            waiting.setText(_("Quoted words are not changed"))
            return

        def offer(found: tuple[str, ...]) -> None:
            if shiboken6.isValid(menu):
                _offer(menu, waiting, finding, found, mend)

        self._ask(finding.excerpt, paragraph, offer)


def _offer(
    menu: QMenu,
    waiting: QAction,
    finding: Finding,
    found: tuple[str, ...],
    mend: Callable[[Fix], None],
) -> None:
    if not found:
        waiting.setText(_("No word is near it"))
        return
    made = []
    for word in found:
        action = QAction(word, menu)
        fix = Fix("write-instead", (Edit(finding.place, word),), (("right", word),))
        action.triggered.connect(lambda _checked=False, fix=fix: mend(fix))
        made.append(action)
    menu.insertActions(waiting, made)
    menu.removeAction(waiting)
    menu.setActiveAction(made[0])
