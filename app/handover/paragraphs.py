"""Three versions of a text, paragraph by paragraph: what either side changed alone is taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

PARTING = "\n\n"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs of the base and what each side made of them."""

    base: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]

    def agreed(self) -> tuple[str, ...] | None:
        """Return what both sides want, or None where each changed it in its own way."""
        if self.mine in {self.base, self.theirs}:
            return self.theirs
        return self.mine if self.theirs == self.base else None


def stretches(base: str, mine: str, theirs: str) -> Iterator[Stretch]:
    """Yield three texts as stretches in order; the paragraphs of each side make its whole text."""
    sides = [tuple(text.split(PARTING)) for text in (base, mine, theirs)]
    in_mine, in_theirs = (_matches(sides[0], side) for side in sides[1:])
    at = (0, 0, 0)
    for place in range(len(sides[0])):
        if place in in_mine and place in in_theirs:
            here = (place, in_mine[place], in_theirs[place])
            yield from _between(sides, at, here)
            same = (sides[0][place],)
            yield Stretch(same, same, same)
            at = (here[0] + 1, here[1] + 1, here[2] + 1)
    yield from _between(sides, at, (len(sides[0]), len(sides[1]), len(sides[2])))


def _between(
    sides: Sequence[tuple[str, ...]], start: tuple[int, ...], end: tuple[int, ...]
) -> Iterator[Stretch]:
    base, mine, theirs = (
        side[one:other] for side, one, other in zip(sides, start, end, strict=True)
    )
    if not (base or mine or theirs):
        return
    if len(base) == len(mine) == len(theirs):
        # As many paragraphs on all sides: each is its own question.
        for one, other, third in zip(base, mine, theirs, strict=True):
            yield Stretch((one,), (other,), (third,))
    else:
        yield Stretch(base, mine, theirs)


def _matches(base: Sequence[str], side: Sequence[str]) -> dict[int, int]:
    """Return which paragraphs of the base stand unchanged in a side, and where."""
    return {
        step.src_start + offset: step.dest_start + offset
        for step in Indel.opcodes(base, side)
        if step.tag == "equal"
        for offset in range(step.src_end - step.src_start)
    }
