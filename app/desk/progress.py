"""How far a long act has come, and the wish that it stop."""

from collections.abc import Callable
from threading import Event

from app.domain.errors import DeskError


class Progress:
    """Told by an act, in its own thread, of each step done; asked to stop from any thread.

    An act asked to stop raises "publish.stopped" at its next step and leaves all as it was.
    """

    def __init__(self, tell: Callable[[int, int], None] | None = None) -> None:
        """Begin; `tell(done, of)` is called after each step, `of` being all steps known."""
        self._tell = tell
        self._stop = Event()
        self._done = 0
        self._all = 0

    def begin(self, steps: int) -> None:
        """Say that so many steps more are to come."""
        self._all += steps
        self.step(0)

    def step(self, count: int = 1) -> None:
        """Say that steps are done.

        Raises:
            DeskError: "publish.stopped".
        """
        if self._stop.is_set():
            raise DeskError("publish.stopped")
        self._done += count
        if self._tell:
            self._tell(self._done, self._all)

    def stop(self) -> None:
        """Ask the act to stop."""
        self._stop.set()
