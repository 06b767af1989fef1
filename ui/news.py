"""Who hears at once what an act changed, and who only when it is shown."""

from collections.abc import Iterable

from app.domain.changes import Changes
from ui.place import Place


class News:
    """Tells the places; what is saved while typing waits until a hidden place is shown."""

    def __init__(self) -> None:
        self._unheard: dict[str, dict[frozenset[str], Changes]] = {}

    def tell(self, changes: Changes, places: Iterable[Place], here: Place | None) -> None:
        """Refresh every place with what an act changed; `here` is the one shown."""
        for place in places:
            if changes.act == "autosave" and place is not here:
                self._unheard.setdefault(place.code, {})[changes.stories] = changes
            else:
                place.refresh(changes)

    def catch_up(self, place: Place) -> None:
        """Tell a place that is about to be shown what waited for it."""
        for changes in self._unheard.pop(place.code, {}).values():
            place.refresh(changes)
