"""Undo and redo outside of text: the desk's journal of acts, as the window uses it."""

from collections.abc import Callable
from functools import partial

from app.desk import undoing
from app.desk.desk import Desk
from app.domain.changes import Changes
from ui.errands import Errands
from ui.parts.banner import Notice
from ui.words import _


class Journal:
    """Takes back the last act of the desk, or makes it again."""

    def __init__(self, desk: Desk, work: Errands) -> None:
        self.desk = desk
        self._work = work

    def take_back(self, which: str, tell: Callable[[Notice], None]) -> None:
        """Do "undo" or "redo" and tell what was done, or that there was nothing to do."""
        do = undoing.undo if which == "undo" else undoing.redo
        self._work.act(partial(do, self.desk), partial(self._told, which, tell))

    @staticmethod
    def _told(which: str, tell: Callable[[Notice], None], changes: Changes | None) -> None:
        if changes is None:
            nothing = _("Nothing to undo.") if which == "undo" else _("Nothing to redo.")
            tell(Notice(nothing, seconds=4))
            return
        tell(Notice(_("Undone.") if which == "undo" else _("Made again."), "ok", seconds=4))
