"""Which actions can be called for now: by the window itself and by the place shown."""

from collections.abc import Mapping

from ui.place import Place

OF_A_STORY = {"hand-over", "print-proof", "pdf-proof", "close-story"}
"""Actions that need an open story."""

ALWAYS = {"quit", "about", "keys", "full-screen"}
"""What needs no open desk."""


def answered(
    own: set[str], story: str, places: Mapping[str, Place], here: Place | None
) -> frozenset[str]:
    """Return the codes answered: by the window (`own`), by the place shown, by others from afar.

    Before the desk is open, and there are places, only what needs none is answered.
    """
    if not places:
        return frozenset(ALWAYS)
    found = ALWAYS | (own - (set() if story else OF_A_STORY))
    if here and here.code in {"captioning", "sourcing"}:
        # They print themselves, by the same key.
        found -= {"print-proof"}
    for place in places.values():
        codes = set(place.handlers())
        found |= codes if place is here else codes & place.everywhere
    return frozenset(found)
