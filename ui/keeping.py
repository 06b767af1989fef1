"""Versions nobody has to ask for: kept after quiet minutes and at closing."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.desk.stories import history, writing
from app.domain.changes import Changes
from app.domain.errors import DeskError

if TYPE_CHECKING:
    from app.desk.desk import Desk
    from ui.work import Work

QUIET = 10 * 60 * 1000
"""Milliseconds without a change after which a story is kept as it stands."""


class Keeper(QObject):
    """Keeps a version of every story that was worked on, once it rests and at the end."""

    def __init__(self, desk: "Desk", work: "Work") -> None:
        super().__init__()
        self._desk = desk
        self._work = work
        self._rests: dict[str, QTimer] = {}
        work.changed.connect(self._changed)

    def close(self) -> None:
        """Keep what was worked on, and say that the work ended as it should."""
        for story_id in self._rests:
            try:
                writing.keep(self._desk, story_id, reason="closed")
            except DeskError:
                # The words are safe, as they were before; only the version is missing.
                return
        history.end(self._desk)

    def _changed(self, changes: Changes) -> None:
        if self._desk.read_only:
            return
        for story_id in changes.stories:
            if story_id not in self._rests:
                timer = QTimer(self)
                timer.setSingleShot(True)
                timer.setInterval(QUIET)
                timer.timeout.connect(partial(self._keep, story_id))
                self._rests[story_id] = timer
            self._rests[story_id].start()

    def _keep(self, story_id: str) -> None:
        self._work.act(partial(writing.keep, self._desk, story_id, reason="quiet"))
