"""Between code points, which spans count, and UTF-16 units and blocks, which Qt counts."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

PARAGRAPH = "\n\n"
"""What parts two paragraphs of a body; a block of the document is one paragraph."""

SEAM = "\ufff0"
"""Ends a block that is one paragraph with the next: nobody can type in one as long as a book.

Unicode has assigned it to no character, so that no text loses one, and has it left unseen where a
font does not know it.
"""

_LAST_OF_PLANE_0 = "\uffff"


def to_units(text: str, points: int) -> int:
    """Return how many UTF-16 units the first `points` code points of `text` take."""
    return len(text[:points].encode("utf-16-le", "surrogatepass")) // 2


def to_points(text: str, units: int) -> int:
    """Return how many code points the first `units` UTF-16 units of `text` hold.

    A place inside a surrogate pair counts as the place before the character.
    """
    if text.isascii() or max(text) <= _LAST_OF_PLANE_0:
        return min(units, len(text))
    passed = 0
    for points, char in enumerate(text):
        passed += 2 if char > _LAST_OF_PLANE_0 else 1
        if passed > units:
            return points
    return len(text)


def units_in(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return to_units(text, len(text))


@dataclass(frozen=True)
class Blocks:
    """A body as the blocks of a document; turns places of one into places of the other.

    `parted` gives the blocks where a long paragraph takes several of them, seams included.
    """

    body: str
    parted: tuple[str, ...] = ()

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of every block, in order."""
        return tuple(one.removesuffix(SEAM) for one in self.parted or self.body.split(PARAGRAPH))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts = [0]
        for number, text in enumerate(self.texts[:-1]):
            goes_on = bool(self.parted) and self.parted[number].endswith(SEAM)
            starts.append(starts[-1] + len(text) + (0 if goes_on else len(PARAGRAPH)))
        return tuple(starts)

    def block_of(self, point: int) -> tuple[int, int]:
        """Return the number of the block that holds a code point, and the UTF-16 units before it.

        A point between two blocks belongs to the end of the first.
        """
        number = bisect_right(self._starts, point) - 1
        text = self.texts[number]
        return number, to_units(text, min(point - self._starts[number], len(text)))

    def point_of(self, number: int, units: int) -> int:
        """Return the code point of a place: block number and UTF-16 units into it."""
        return self._starts[number] + to_points(self.texts[number], units)
