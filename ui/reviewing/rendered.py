"""The copy under review as a reader will see it: without the signs of Markdown, and the way back."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.domain.story import SLOT
from app.domain.text import Span
from app.language.signs import BLOCK_QUOTE, EMPHASIS, HEADING, LINK, STRONG
from ui.reviewing.marked import DELETED, INSERTED, Marked

TITLE, STRONG_WORDS, SLANTED, LINKED, PICTURE = "title", "strong", "slanted", "link", "picture"

_SIGNS = re.compile(r"[#>*_\[]")
"""What a line must hold to be read more closely: most of long copy holds none of it."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """Signs that are not shown; `put` stands in their place."""

    span: Span
    put: str = ""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What is shown, and the stretches of it that look otherwise: kind and place."""

    shown: Marked
    looks: tuple[tuple[str, Span], ...] = ()


def rendered(found: Marked, pictures: Mapping[int, str]) -> Rendered:
    """Return a text to show without its signs; `pictures` says what stands for each photo slot.

    Signs that are themselves suggested stay: they are what there is to decide on.
    """
    cuts: list[_Cut] = []
    looks: list[tuple[str, Span]] = []
    start = 0
    for line in found.text.split("\n"):
        cuts += _cuts_of(line, start, pictures, looks)
        start += len(line) + 1
    pending = [mark.span for mark in found.marks if mark.kind in {INSERTED, DELETED}]
    kept = _apart(cut for cut in cuts if not any(cut.span.overlaps(one) for one in pending))
    way = _Way(kept)
    pieces = tuple(piece for one in found.pieces for piece in way.pieces(*one))
    marks = tuple(replace(mark, span=way.span(mark.span)) for mark in found.marks)
    text = way.text(found.text)
    return Rendered(Marked(text, marks, pieces), tuple((k, way.span(s)) for k, s in looks))


def _cuts_of(
    line: str, start: int, pictures: Mapping[int, str], looks: list[tuple[str, Span]]
) -> Iterator[_Cut]:
    """Yield the signs of a line, and note how its words look."""
    if not _SIGNS.search(line):
        return
    whole = Span(start, start + len(line))
    if slot := SLOT.match(line):
        looks.append((PICTURE, whole))
        yield _Cut(whole, pictures.get(int(slot[1]), "") or f"[{slot[1]}]")
        return
    if heading := HEADING.match(line):
        looks.append((TITLE, whole))
        yield _Cut(Span(start, start + heading.end()))
    elif quote := BLOCK_QUOTE.match(line):
        looks.append((SLANTED, whole))
        yield _Cut(Span(start, start + quote.end()))
    for pattern, kind in ((STRONG, STRONG_WORDS), (EMPHASIS, SLANTED)):
        for match in pattern.finditer(line):
            looks.append((kind, Span(*match.span()).shifted(start)))
            edge = len(match[1])
            yield _Cut(Span(match.start(), match.start() + edge).shifted(start))
            yield _Cut(Span(match.end() - edge, match.end()).shifted(start))
    for match in LINK.finditer(line):
        looks.append((LINKED, Span(*match.span(1)).shifted(start)))
        yield _Cut(Span(match.start(), match.start(1)).shifted(start))
        yield _Cut(Span(match.end(1), match.end()).shifted(start))


def _apart(cuts: Iterator[_Cut]) -> list[_Cut]:
    kept: list[_Cut] = []
    for cut in sorted(cuts, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or cut.span.start >= kept[-1].span.end:
            kept.append(cut)
    return kept


class _Way:
    """From places of a text to those of the text without its cuts."""

    def __init__(self, cuts: list[_Cut]) -> None:
        self._cuts = cuts
        self._ends = [cut.span.end for cut in cuts]
        self._shift = [0]
        for cut in cuts:
            self._shift.append(self._shift[-1] + len(cut.put) - len(cut.span))

    def point(self, at: int) -> int:
        """Return where a place is now; one inside a cut is before what stands for it."""
        passed = bisect_left(self._ends, at + 1)
        if passed < len(self._cuts) and self._cuts[passed].span.start < at:
            at = self._cuts[passed].span.start
        return at + self._shift[passed]

    def span(self, one: Span) -> Span:
        """Return where a stretch is now."""
        start = self.point(one.start)
        return Span(start, max(start, self.point(one.end)))

    def text(self, whole: str) -> str:
        """Return the text without the cuts."""
        parts, at = [], 0
        for cut in self._cuts:
            parts += [whole[at : cut.span.start], cut.put]
            at = cut.span.end
        return "".join([*parts, whole[at:]])

    def pieces(self, shown: int, body: int, length: int) -> Iterator[tuple[int, int, int]]:
        """Yield what is left of a stretch of the body: place shown, place in the body, length."""
        at, end = shown, shown + length
        for cut in self._cuts:
            if cut.span.end <= at or cut.span.start >= end:
                continue
            yield self.point(at), body + at - shown, max(0, cut.span.start - at)
            at = cut.span.end
        yield self.point(min(at, end)), body + min(at, end) - shown, max(0, end - at)
