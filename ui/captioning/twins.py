"""Photos that look like others: found once for all, again when photos came or went."""

from collections.abc import Callable, Mapping
from functools import partial

from app.desk.desk import Desk
from app.desk.photos import selecting
from ui.errands import Errands

ABOUT = "captioning-twins"


class Twins:
    """Knows which photos look alike; `found()` says that others do now."""

    def __init__(self, desk: Desk, work: Errands, found: Callable[[], None]) -> None:
        self._desk, self._work, self._found = desk, work, found
        self._total = 0
        self._groups: Mapping[str, tuple[str, ...]] = {}

    def look(self, total: int) -> None:
        """Look again when the store holds another number of photos than last time."""
        if total != self._total:
            self._total = total
            self._work.ask(partial(selecting.alike, self._desk), self._keep, about=ABOUT)

    def of(self, photo_id: str) -> tuple[str, ...]:
        """Return the photos that look like one, itself among them; none when none does."""
        return self._groups.get(photo_id, ())

    def _keep(self, groups: tuple[tuple[str, ...], ...]) -> None:
        self._groups = {photo_id: group for group in groups for photo_id in group}
        self._found()
