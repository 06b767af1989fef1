"""The rule no fix may break: words inside quotation marks are somebody's, and stay as they are."""

from bisect import bisect_right

from app.domain.text import Span
from app.language.marks import quoted


class QuoteGuard:
    """Knows the quoted words of one text; the marks and the spaces beside them are not words."""

    def __init__(self, text: str) -> None:
        """Read the quotation marks of `text` once."""
        self._inner: list[Span] = []
        for marked in quoted(text):
            if not self._inner or marked.inner.start >= self._inner[-1].end:
                self._inner.append(marked.inner)
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
