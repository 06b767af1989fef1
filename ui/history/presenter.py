"""Decides for the place of versions: which moments are listed, which two are compared."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from app.desk.desk import Desk
from app.desk.stories import history, writing
from app.domain.changes import Changes
from app.domain.history import Difference, Moment
from ui.errands import Errands

Differences = tuple[Difference, ...]
Pages = tuple[str, str]
"""What stood before and what came after, as they are shown; both "" where they say the same."""


class View(Protocol):
    """What the presenter needs of the screen."""

    def show_moments(self, moments: tuple[Moment, ...], row: int) -> None:
        """Show the timeline, newest first, with one moment chosen (-1: none)."""

    def drawn(self, found: Differences) -> Pages:
        """Return differences as they are shown; called from any thread, for they may be many."""

    def show_compared(self, moment: Moment, base: Moment | None, pages: Pages) -> None:
        """Show a version against another one (None: the story now), or what an act changed."""

    def tell_restored(self, moment: Moment) -> None:
        """Say that a version was put back."""


class Presenter:
    """The past of one story. The view calls it; it calls the desk through `work`."""

    def __init__(self, desk: Desk, work: Errands, view: View) -> None:
        self._desk = desk
        self._work = work
        self._view = view
        self._base: int | None = None
        self._awake = False
        self.story_id = ""
        self.moments: tuple[Moment, ...] = ()
        self.chosen: Moment | None = None

    def open(self, story_id: str) -> None:
        """Turn to another story; its past is read once it is looked at."""
        self.story_id = story_id
        self.moments, self.chosen, self._base = (), None, None
        if self._awake:
            self.list()

    def wake(self) -> None:
        """Be looked at: read the past afresh."""
        self._awake = True
        self.list()

    def sleep(self) -> None:
        """Be looked at no more."""
        self._awake = False

    def refresh(self, changes: Changes) -> None:
        """Take in what an act changed."""
        if self._awake and self.story_id in changes.stories:
            self.list()

    def list(self) -> None:
        """Read the timeline."""
        if not self.story_id:
            self._view.show_moments((), -1)
            return
        ask = partial(history.timeline, self._desk, self.story_id)
        then = partial(self._listed, self.story_id)
        self._work.ask(ask, then, lambda _error: self._listed(self.story_id, ()), about="history")

    def versions(self) -> tuple[Moment, ...]:
        """Return the kept versions among the moments, newest first."""
        return tuple(one for one in self.moments if one.revision is not None)

    def choose(self, row: int) -> None:
        """Look at one moment."""
        if not 0 <= row < len(self.moments):
            self.chosen = None
            return
        self.chosen = self.moments[row]
        self._compare()

    def against(self, number: int | None) -> None:
        """Compare with another version from now on; None is the story as it stands."""
        self._base = number
        self._compare()

    def restore(self) -> None:
        """Put the chosen version back; what stands now is kept first, and it can be undone."""
        chosen = self.chosen
        if chosen is None or chosen.revision is None or self._desk.read_only:
            return
        act = partial(writing.restore, self._desk, self.story_id, chosen.revision)
        self._work.act(act, lambda _changes: self._view.tell_restored(chosen))

    def name(self, name: str) -> None:
        """Call the chosen version by a name."""
        if self.chosen is None or self.chosen.revision is None:
            return
        number = self.chosen.revision
        act = partial(writing.name_version, self._desk, self.story_id, number, name)
        self._work.act(act, lambda _done: self.list())

    def _listed(self, story_id: str, moments: tuple[Moment, ...]) -> None:
        if story_id != self.story_id:
            return
        kept = (self.chosen.revision, self.chosen.step) if self.chosen else None
        self.moments = moments
        keys = [(one.revision, one.step) for one in moments]
        row = keys.index(kept) if kept in keys else self._first()
        self._view.show_moments(moments, row)
        self.choose(row)

    def _first(self) -> int:
        """Return the row of the newest version, which says what happened since; else the first."""
        rows = (row for row, one in enumerate(self.moments) if one.revision is not None)
        return next(rows, 0 if self.moments else -1)

    def _compare(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        base = None
        look = partial(history.told, chosen)
        if chosen.revision is not None:
            base = next((one for one in self.versions() if one.revision == self._base), None)
            pair = (chosen.revision, self._base)
            if base is not None and base.revision is not None and base.revision < chosen.revision:
                pair = (base.revision, chosen.revision)
            look = partial(history.compare, self._desk, self.story_id, *pair)
        then = partial(self._view.show_compared, chosen, base)
        self._work.ask(partial(self._drawn, look), then, about="history-compare")

    def _drawn(self, look: Callable[[], Differences]) -> Pages:
        """Compare, and draw what was found; on a thread."""
        return self._view.drawn(look())
