"""Two texts laid side by side, paragraph by paragraph and then word by word, to the character."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from rapidfuzz.distance import Indel

from app.domain.history import Passage
from app.domain.rewording import Turn
from app.domain.text import Span

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*|\s+|[^\w\s]")
_PARAGRAPH = re.compile(r".*?\n\n+|.+", re.DOTALL)
_LARGEST = 400_000_000
"""Pairs of words compared at most: fifty megabytes of a bit each. Beyond it, all is said to differ."""


def passages(was: str, now: str) -> tuple[Passage, ...]:
    """Return the way from one text to the other; the stretches cover both, in order.

    Stretches that differ never touch: what is dropped and what is added at one place is replaced.
    """
    found = []
    for old, new, same in _hunks(_pieces(_PARAGRAPH, was), _pieces(_PARAGRAPH, now)):
        if same:
            found.append(Passage(Turn.KEPT, old, new))
        else:
            found += _by_words(was, now, old, new)
    return tuple(_joined(found, was))


def _by_words(was: str, now: str, old: Span, new: Span) -> Iterator[Passage]:
    if not old or not new:
        yield _passage(old, new, same=False)
        return
    one, other = _pieces(_WORD, old.of(was)), _pieces(_WORD, new.of(now))
    if len(one) * len(other) > _LARGEST:
        yield Passage(Turn.REPLACED, old, new)
        return
    for left, right, same in _hunks(one, other):
        yield _passage(left.shifted(old.start), right.shifted(new.start), same=same)


def _pieces(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return what a pattern finds, one after the other: `findall` would let no other thread go on."""
    return [match[0] for match in pattern.finditer(text)]


def _hunks(was: Sequence[str], now: Sequence[str]) -> Iterator[tuple[Span, Span, bool]]:
    """Yield stretches of pieces as places in the texts the pieces make, and whether they are equal."""
    left = (0, *accumulate(map(len, was)))
    right = (0, *accumulate(map(len, now)))
    at_old = at_new = 0
    for step in Indel.opcodes(was, now):
        if step.tag != "equal":
            continue
        if (step.src_start, step.dest_start) != (at_old, at_new):
            old, new = (at_old, step.src_start), (at_new, step.dest_start)
            yield _span(left, old), _span(right, new), False
        old, new = (step.src_start, step.src_end), (step.dest_start, step.dest_end)
        yield _span(left, old), _span(right, new), True
        at_old, at_new = step.src_end, step.dest_end
    if (at_old, at_new) != (len(was), len(now)):
        yield _span(left, (at_old, len(was))), _span(right, (at_new, len(now))), False


def _span(places: Sequence[int], ends: tuple[int, int]) -> Span:
    return Span(places[ends[0]], places[ends[1]])


def _passage(was: Span, now: Span, *, same: bool) -> Passage:
    if same:
        return Passage(Turn.KEPT, was, now)
    if was and now:
        return Passage(Turn.REPLACED, was, now)
    return Passage(Turn.DROPPED if was else Turn.ADDED, was, now)


def _joined(found: Sequence[Passage], was: str) -> Iterator[Passage]:
    """Yield passages, those of one kind joined, with mere spaces between two changes as well."""
    pending: Passage | None = None
    for at, one in enumerate(found):
        bridge = (
            one.turn is Turn.KEPT
            and pending is not None
            and pending.turn is not Turn.KEPT
            and one.was.of(was).isspace()
            and "\n" not in one.was.of(was)
            and at + 1 < len(found)
        )
        if pending is None:
            pending = one
        elif bridge or (pending.turn is Turn.KEPT) == (one.turn is Turn.KEPT):
            whole = Span(pending.was.start, one.was.end), Span(pending.now.start, one.now.end)
            pending = _passage(*whole, same=pending.turn is Turn.KEPT)
        else:
            yield pending
            pending = one
    if pending is not None:
        yield pending
