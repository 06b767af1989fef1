"""Finding words again in a text that has changed since: by themselves, and by what is around."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from app.domain.review import Anchor
from app.domain.text import Span

AROUND = 60
"""Characters kept on each side."""

NEAR = 24
"""Of these, the last ones before a place between two characters: enough to be found by."""

CANDIDATES = 400
"""Places weighed at most; a word that stands more often is taken where it stood first."""

SURE = 60
"""Likeness of the surroundings (0 to 100) below which a place between characters is lost."""

ALIKE = 90
"""Likeness from which changed words are still the words that were meant."""

_WHOLE = 12
"""Characters from which changed words may be told at all."""


def anchor(body: str, span: Span) -> Anchor:
    """Return what a stretch of a body is known by."""
    ahead = body[max(0, span.start - AROUND) : span.start]
    return Anchor(span.of(body), ahead, body[span.end : span.end + AROUND], span.start)


def found(place: Anchor, body: str, *, exactly: bool = False) -> Span | None:
    """Return where anchored words stand in a body now, or None.

    `exactly` finds only the very words; otherwise words changed a little are found too.
    """
    spans = list(_standing(place, body))
    if not spans and not exactly:
        return _changed(place, body)
    weighed = (
        (_likeness(place, body, span), -abs(span.start - place.start), span) for span in spans
    )
    best = max(weighed, default=None)
    if best is None or (not place.words and best[0] < SURE):
        return None
    return best[2]


def _standing(place: Anchor, body: str) -> Iterator[Span]:
    """Yield where the very words stand, those nearest to their old place among the first."""
    if not place.words:
        yield from _between(place, body)
        return
    here = body.find(place.words, max(0, place.start))
    if here >= 0:
        yield Span(here, here + len(place.words))
    at = body.find(place.words)
    for _count in range(CANDIDATES):
        if at < 0:
            return
        yield Span(at, at + len(place.words))
        at = body.find(place.words, at + 1)


def _between(place: Anchor, body: str) -> Iterator[Span]:
    """Yield places between two characters that have the same before them, or the same behind."""
    if place.start <= len(body):
        yield Span(place.start, place.start)
    before, behind = place.ahead[-NEAR:], place.behind[:NEAR]
    for words, shift in ((before, len(before)), (behind, 0)):
        at = body.find(words) if words else -1
        for _count in range(CANDIDATES):
            if at < 0:
                break
            yield Span(at + shift, at + shift)
            at = body.find(words, at + 1)


def _likeness(place: Anchor, body: str, span: Span) -> float:
    ahead = body[max(0, span.start - AROUND) : span.start]
    behind = body[span.end : span.end + AROUND]
    if not (place.ahead or place.behind or ahead or behind):
        return 100.0
    return fuzz.ratio(f"{place.ahead}\x1f{place.behind}", f"{ahead}\x1f{behind}")


def _changed(place: Anchor, body: str) -> Span | None:
    if len(place.words) < _WHOLE or len(body) < len(place.words):
        return None
    best = fuzz.partial_ratio_alignment(place.words, body, score_cutoff=ALIKE)
    return Span(best.dest_start, best.dest_end) if best else None
