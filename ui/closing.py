"""Closing the window: not over words that are in it alone, unless asked for again."""

import time
from collections.abc import Callable, Iterable

from ui.parts.banner import Notice
from ui.place import Place
from ui.words import _
from ui.work import Work

MEANT = 120.0
"""Seconds after the warning within which closing again is meant."""


class Closing:
    """Says whether a window may close; `tell` shows why it does not yet."""

    def __init__(self, work: Work, tell: Callable[[Notice], None]) -> None:
        self._work = work
        self._tell = tell
        self._warned_at = float("-inf")

    def refused(self, places: Iterable[Place]) -> bool:
        """Say whether words of some place are not in the store; once told, closing goes on."""
        if time.monotonic() - self._warned_at < MEANT:
            return False
        self._work.finish_acts()
        refused = any(place.unsaved() for place in places)
        if refused:
            self._warned_at = time.monotonic()
            text = _(
                "Your last words could not be saved. Copy them to somewhere safe;"
                " closing once more leaves without them."
            )
            self._tell(Notice(text, "error", seconds=0))
        return refused
