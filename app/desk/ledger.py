"""Laying the desk's decisions on the quotes of a text that may have changed since."""

import hashlib
from collections import Counter
from dataclasses import replace

from rapidfuzz import fuzz

from app.domain.quote import Attribution, LedgerRow, LedgerState
from app.domain.story import Story
from app.domain.text import Span

ALIKE = 60
"""From this likeness (0 to 100, words in order) on, a changed quote is still the same quote."""


def laid_on(
    story: Story, found: Attribution, decided: tuple[LedgerRow, ...]
) -> tuple[LedgerRow, ...]:
    """Return a row per quote of the body, in reading order, then rows whose words are gone.

    Each decision goes to the quote with the same words nearest to its old place; a quote whose
    words changed since is `ALTERED`; a decision is never dropped nor given to other words.
    """
    rows = _fresh(story, found)
    left = _settle_same_words(rows, list(decided))
    left = _settle_changed_words(rows, left)
    gone = [_moved_or_gone(story.body, row) for row in left]
    return (*rows, *gone)


def _fresh(story: Story, found: Attribution) -> list[LedgerRow]:
    seen: Counter[str] = Counter()
    rows = []
    for quote in found.quotes:
        words = quote.span.of(story.body)
        seen[words] += 1
        speaker = quote.speaker
        rows.append(
            LedgerRow(
                id=_row_id(story.id, words, seen[words]),
                story_id=story.id,
                words=words,
                span=quote.span,
                kind=quote.kind,
                speaker=(speaker.name or speaker.text) if speaker else "",
                quote=quote,
            )
        )
    return rows


def _row_id(story_id: str, words: str, occurrence: int) -> str:
    key = f"{story_id}\x1f{words}\x1f{occurrence}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _settle_same_words(rows: list[LedgerRow], decided: list[LedgerRow]) -> list[LedgerRow]:
    left = []
    for old in decided:
        near = [
            index
            for index, row in enumerate(rows)
            if row.words == old.words and row.state is LedgerState.OPEN
        ]
        if near:
            index = min(near, key=lambda index: _distance(rows[index], old))
            rows[index] = _decided(rows[index], old, old.state)
        else:
            left.append(old)
    return left


def _settle_changed_words(rows: list[LedgerRow], decided: list[LedgerRow]) -> list[LedgerRow]:
    left = []
    for old in decided:
        alike = [
            (fuzz.ratio(row.words, old.words), -_distance(row, old), index)
            for index, row in enumerate(rows)
            if row.state is LedgerState.OPEN
        ]
        best = max(alike, default=(0.0, 0, -1))
        if best[0] >= ALIKE:
            index = best[2]
            state = old.state if old.state is LedgerState.NOT_A_QUOTE else LedgerState.ALTERED
            rows[index] = _decided(rows[index], old, state)
        else:
            left.append(old)
    return left


def _decided(row: LedgerRow, old: LedgerRow, state: LedgerState) -> LedgerRow:
    return replace(old, span=row.span, kind=row.kind, quote=row.quote, state=state)


def _distance(row: LedgerRow, old: LedgerRow) -> int:
    if row.span is None or old.span is None:
        return 0
    return abs(row.span.start - old.span.start)


def _moved_or_gone(body: str, row: LedgerRow) -> LedgerRow:
    places = _places(body, row.words)
    if not places:
        return replace(row, span=None)
    was = row.span.start if row.span else 0
    start = min(places, key=lambda place: abs(place - was))
    return replace(row, span=Span(start, start + len(row.words)))


def _places(body: str, words: str) -> list[int]:
    places = []
    place = body.find(words) if words else -1
    while place >= 0:
        places.append(place)
        place = body.find(words, place + 1)
    return places
