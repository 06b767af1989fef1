"""Who hears at once of another story and of what an act changed, and who a little later."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from app.domain.changes import Changes
from ui.place import Place


class News:
    """Tells the places; a hidden one never holds up the one shown.

    Another story reaches the hidden places one after the other, each in a turn of its own; what is
    saved while typing waits until they are shown.
    """

    def __init__(self, window: QObject | None = None) -> None:
        """Tell places of a window, while it lives."""
        self._unheard: dict[str, dict[frozenset[str], Changes]] = {}
        self._unturned: dict[str, tuple[Place, str]] = {}
        self._turns = QTimer(window)
        self._turns.timeout.connect(self._turn_next)

    def turn(self, story_id: str, places: Iterable[Place], here: Place | None) -> None:
        """Turn every place to a story; `here` is the one shown, or about to be."""
        for place in places:
            self._unturned[place.code] = (place, story_id)
        if here is not None:
            self._turn(here)
        self._turns.start(0)

    def tell(self, changes: Changes, places: Iterable[Place], here: Place | None) -> None:
        """Refresh every place with what an act changed; `here` is the one shown."""
        for place in places:
            if changes.act == "autosave" and place is not here:
                self._unheard.setdefault(place.code, {})[changes.stories] = changes
            else:
                self._turn(place)
                place.refresh(changes)

    def catch_up(self, place: Place) -> None:
        """Tell a place that is about to be shown what waited for it."""
        self._turn(place)
        for changes in self._unheard.pop(place.code, {}).values():
            place.refresh(changes)

    def _turn_next(self) -> None:
        if self._unturned:
            self._turn(next(iter(self._unturned.values()))[0])
        if not self._unturned:
            self._turns.stop()

    def _turn(self, place: Place) -> None:
        """Turn a place that still stands at the story of before."""
        if place.code in self._unturned:
            _place, story_id = self._unturned.pop(place.code)
            place.show_story(story_id)
