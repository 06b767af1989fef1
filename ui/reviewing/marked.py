"""The copy with what is suggested in it shown in line, and the way back to the copy itself."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from app.domain.review import Review, Suggestion, SuggestionState
from app.domain.text import Span

_WIDE = re.compile("[\U00010000-\U0010ffff]")
"""Characters that take two units."""

INSERTED, DELETED, REMARKED = "inserted", "deleted", "remarked"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text shown, what it is, and whose: the id of a remark or a suggestion."""

    span: Span
    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text to show. `pieces` are its stretches of the body: place shown, place in the body, length."""

    text: str
    marks: tuple[Mark, ...] = ()
    pieces: tuple[tuple[int, int, int], ...] = ()

    def shown(self, span: Span) -> Span:
        """Return where a stretch of the body stands in the text shown."""
        return Span(self._shown(span.start), max(self._shown(span.start), self._shown(span.end)))

    def in_body(self, span: Span) -> Span:
        """Return what a stretch of the text shown covers of the body."""
        start = self._back(span.start)
        return Span(start, max(start, self._back(span.end, ending=True)))

    def _shown(self, point: int) -> int:
        at = max(0, bisect_right([body for _shown, body, _length in self.pieces], point) - 1)
        if not self.pieces:
            return 0
        shown, body, length = self.pieces[at]
        return shown + min(max(0, point - body), length)

    def _back(self, point: int, *, ending: bool = False) -> int:
        """Return the place in the body; that of an `ending` lies behind the character before it."""
        if not self.pieces:
            return 0
        seen = max(0, point - 1) if ending else point
        at = max(0, bisect_right([shown for shown, _body, _length in self.pieces], seen) - 1)
        shown, body, length = self.pieces[at]
        return body + min(max(0, point - shown), length)


def marked(review: Review) -> Marked:
    """Return the copy with its open suggestions in line: what goes, then what comes.

    Of suggestions that reach for the same words only the first is shown; all stand in the list.
    """
    parts: list[str] = []
    marks: list[Mark] = []
    pieces: list[tuple[int, int, int]] = []
    at = shown = 0
    for one, span in _in_line(review):
        kept = review.body[at : span.end]
        pieces.append((shown, at, len(kept)))
        if span:
            start = shown + span.start - at
            marks.append(Mark(Span(start, start + len(span)), DELETED, one.id))
        shown += len(kept)
        if one.put:
            marks.append(Mark(Span(shown, shown + len(one.put)), INSERTED, one.id))
        shown += len(one.put)
        parts += [kept, one.put]
        at = span.end
    pieces.append((shown, at, len(review.body) - at))
    found = Marked("".join([*parts, review.body[at:]]), (), tuple(pieces))
    said = [
        Mark(found.shown(one.span), REMARKED, one.id)
        for one in review.remarks
        if one.span and one.resolved_at is None
    ]
    return Marked(found.text, (*said, *marks), found.pieces)


class Units:
    """Places of a text in code points, and as Qt counts them, in units of UTF-16."""

    def __init__(self, text: str) -> None:
        self._wide = [one.start() for one in _WIDE.finditer(text)]
        self._wide_units = [at + number for number, at in enumerate(self._wide)]

    def units(self, point: int) -> int:
        """Return a place as Qt counts it."""
        return point + bisect_left(self._wide, point)

    def point(self, units: int) -> int:
        """Return a place of Qt's in code points."""
        return units - bisect_left(self._wide_units, units)


def _in_line(review: Review) -> list[tuple[Suggestion, Span]]:
    placed = [
        (one, one.span)
        for one in review.suggestions
        if one.state is SuggestionState.OPEN and one.span is not None
    ]
    found: list[tuple[Suggestion, Span]] = []
    for one, span in sorted(placed, key=lambda pair: (pair[1].start, pair[1].end)):
        if not found or span.start >= found[-1][1].end:
            found.append((one, span))
    return found
