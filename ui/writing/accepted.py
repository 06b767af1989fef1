"""A text as it reads with every suggestion accepted, and where its places stand in the document."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.text import Span
from ui.spans import to_points, to_units
from ui.writing.document import from_raw
from ui.writing.pieces import DELETED
from ui.writing.tracking import Run


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A run that reads on: its first code point in the text, and in the whole with what goes."""

    point: int
    whole: int
    run: Run
    text: str

    def unit(self, point: int) -> int:
        """Return the place of a code point of the text in the document, in UTF-16 units."""
        offset = point - self.point
        if offset >= len(self.text):
            return self.run.end
        return self.run.at + min(to_units(self.text, offset), self.run.end - self.run.at)


class Accepted:
    """Made of the runs of a document. Places of the text are code points, of the document units."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._stretches: list[_Stretch] = []
        point = whole = 0
        for run in runs:
            text = from_raw(run.raw)
            if run.tag[0] != DELETED and text:
                self._stretches.append(_Stretch(point, whole, run, text))
                point += len(text)
            whole += len(text)
        self._points = [one.point for one in self._stretches]
        self.text = "".join(one.text for one in self._stretches)

    def ends(self, span: Span) -> tuple[int, int]:
        """Return where a span begins and ends in the document, what goes in between included."""
        if not self._stretches:
            return 0, 0
        start = self._at(span.start).unit(span.start)
        return start, max(start, self._at(max(span.start, span.end - 1)).unit(span.end))

    def within(self, span: Span) -> list[Span]:
        """Return a span as stretches of the whole text, those included that are about to go."""
        found = []
        for one in self._stretches[bisect_right(self._points, span.start) - 1 :]:
            if one.point >= span.end:
                break
            first = max(span.start, one.point) - one.point
            last = min(span.end, one.point + len(one.text)) - one.point
            if first < last:
                found.append(Span(one.whole + first, one.whole + last))
        return found

    def point_of(self, place: int) -> int:
        """Return how many code points of the text stand before a place of the document."""
        return sum(
            len(one.text)
            if one.run.end <= place
            else to_points(one.run.raw, max(0, place - one.run.at))
            for one in self._stretches
            if one.run.at < place
        )

    def _at(self, point: int) -> _Stretch:
        return self._stretches[max(0, bisect_right(self._points, point) - 1)]
