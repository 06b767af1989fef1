"""The rule no fix may break: words inside quotation marks are somebody's, and stay as they are."""

from bisect import bisect_right
from functools import lru_cache

from app.domain.text import Span
from app.language.marks import paragraph_marks


@lru_cache(maxsize=8192)
def _outermost(line: str, carried: str) -> tuple[tuple[Span, ...], str]:
    """Read one paragraph, as the paragraph before left it; typing changes one at a time."""
    marks, left = paragraph_marks(line, carried)
    kept: list[Span] = []
    for marked in marks:
        if not kept or marked.inner.start >= kept[-1].end:
            kept.append(marked.inner)
    return tuple(kept), left


class QuoteGuard:
    """Knows the quoted words of one text; the marks and the spaces beside them are not words."""

    def __init__(self, text: str) -> None:
        """Read the quotation marks of `text` once."""
        self._inner: list[Span] = []
        carried, start = "", 0
        for line in text.split("\n"):
            if line.strip():
                stretches, carried = _outermost(line, carried)
                self._inner += [stretch.shifted(start) for stretch in stretches]
            start += len(line) + 1
        self._starts = [span.start for span in self._inner]

    def touches(self, span: Span) -> bool:
        """Say whether changing `span` (or inserting there, when empty) changes quoted words."""
        at = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        if at < 0:
            return False
        inner = self._inner[at]
        if not span:
            return inner.start < span.start < inner.end
        return span.overlaps(inner)

    def stretches(self) -> tuple[Span, ...]:
        """Return the quoted words, outermost stretches only, in reading order."""
        return tuple(self._inner)
