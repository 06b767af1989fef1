"""Places in copy: spans are counted in Unicode code points, as Python strings are."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one text: code points, end exclusive, 0 <= start <= end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards; it would silently select nothing."""
        if not 0 <= self.start <= self.end:
            message = f"span {self.start}..{self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        """Return the number of code points covered."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of `text` this span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """Return the same stretch in a text that begins `by` code points earlier."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        """Say whether the stretches share a code point, or an empty one lies inside the other."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class Cover:
    """Many stretches of one text, asked at once whether any of them shares words with another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Put the stretches in order; they may lie in one another."""
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def touches(self, span: Span) -> bool:
        """Say whether `span` overlaps one of the stretches."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start
