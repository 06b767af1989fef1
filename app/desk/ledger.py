"""Laying the desk's decisions on the quotes of a text that may have changed since."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz import fuzz

from app.domain.person import Person
from app.domain.quote import Attribution, LedgerRow, LedgerState, Quote
from app.domain.story import Story
from app.domain.text import Cover, Span
from app.language.quote_guard import QuoteGuard
from app.language.rewording import settled

ALIKE = 60
"""From this likeness (0 to 100, letters in order) on, a changed quote is still the same quote."""

AROUND = 80
"""Characters kept of the paragraph on each side of a quote, to tell its place when it moves."""

_SAME_PLACE = 80
"""Likeness of the words around from which a quote stands where another stood."""
_NEAR_PLACE = 50
"""Likeness of the words around below which a short quote may be somebody else's."""
_WHOLE = 4
"""Words from which a quote is told by itself, wherever it stands."""
_SHARED = 34
"""Share of its words (of 100) a quote must keep to be known by its place."""
_PART = 90
"""Likeness from which one quote is a part of another: cut, or taken up into a longer one."""


def laid_on(
    story: Story,
    found: Attribution,
    decided: tuple[LedgerRow, ...],
    people: Iterable[Person] = (),
) -> tuple[LedgerRow, ...]:
    """Return a row per quote of the body, in reading order, then rows whose words are gone.

    Each decision goes to the quote with the same words in the likeliest place; a quote whose
    words changed since is `ALTERED`; a decision is never dropped nor given to other words.
    `people` is the register, to link the speakers that are in it.
    """
    body = story.body
    laying = _Laying(body, _places(body, found.quotes))
    kept = [row for row in decided if row.decided_at is not None]
    left = laying.settle(kept, _same_words)
    left = laying.settle(left, _changed_words)
    gone = [laying.found_again(row) for row in left]
    fresh = _Fresh(story, {row.id for row in kept}, bearers(people))
    rows = []
    for at, place in laying.places:
        if at in laying.rows:
            rows.append(laying.rows[at])
        elif place.quote:
            rows.append(fresh.row(place, place.quote))
    return (*rows, *gone)


def anchored(row: LedgerRow, body: str) -> LedgerRow:
    """Return a row with the words at its place in `body`, to be found again by."""
    if row.span is None:
        return row
    ahead, behind = _around(body, row.span)
    return replace(row, words=row.span.of(body), ahead=ahead, behind=behind)


@dataclass(frozen=True)
class _Place:
    """A quote where it stands now, or words in marks that are none, with what they are known by."""

    quote: Quote | None
    span: Span
    words: str
    ahead: str
    behind: str

    @cached_property
    def settled(self) -> str:
        return settled(self.words)


def _places(body: str, quotes: Iterable[Quote]) -> list[_Place]:
    """Return the quotes, and the words in marks that belong to none, in reading order."""
    claimed = {quote.span: quote for quote in quotes}
    stretches = QuoteGuard(body).stretches()
    covered = Cover(claimed)
    free = [one for one in stretches if not covered.touches(one)]
    return [
        _Place(claimed.get(span), span, span.of(body), *_around(body, span))
        for span in sorted({*claimed, *free})
    ]


_Likeness = Callable[[LedgerRow, _Place], float]


class _Laying:
    """The places of a body where somebody speaks, and which decision lies on each."""

    def __init__(self, body: str, places: list[_Place]) -> None:
        self._body = body
        self.places = tuple(enumerate(places))
        self.rows: dict[int, LedgerRow] = {}
        self._taken = [place.span for place in places]

    def settle(self, decided: list[LedgerRow], likeness: _Likeness) -> list[LedgerRow]:
        """Give decisions to free places, the likeliest pair first; return those left over."""
        pairs = [
            (score, -_distance(place.span, row.span), -at, -number)
            for number, row in enumerate(decided)
            for at, place in self.places
            if at not in self.rows and (score := likeness(row, place))
        ]
        settled_rows = set()
        for _score, _near, at, number in sorted(pairs, reverse=True):
            if -at not in self.rows and -number not in settled_rows:
                self.rows[-at] = _on(decided[-number], self.places[-at][1])
                settled_rows.add(-number)
        return [row for number, row in enumerate(decided) if number not in settled_rows]

    def found_again(self, row: LedgerRow) -> LedgerRow:
        """Return a row at its words outside all marks and quotes, or with no place."""
        same = [span for span in self._standing(row.words) if self._may_be(row, span)]
        best = max(same, key=lambda span: self._surroundings(row, span), default=None)
        span = best or self._reworded(row)
        if span is None:
            return replace(row, span=None)
        self._taken.append(span)
        state = _unaltered(row.state) if best else _altered(row.state)
        return replace(row, span=span, state=state)

    def _standing(self, words: str) -> Iterable[Span]:
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        if pattern:
            for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", self._body):
                yield Span(*match.span())

    def _may_be(self, row: LedgerRow, span: Span) -> bool:
        free = not any(span.overlaps(taken) for taken in self._taken)
        return free and (_is_whole(row.words) or self._surroundings(row, span) >= _NEAR_PLACE)

    def _surroundings(self, row: LedgerRow, span: Span) -> float:
        return _alike_around(row, *_around(self._body, span))

    def _reworded(self, row: LedgerRow) -> Span | None:
        """Return where words like those of a row stand outside every quote, or None."""
        if not _is_whole(row.words):
            return None
        best = fuzz.partial_ratio_alignment(row.words, self._body, score_cutoff=_PART)
        if best is None or len(self._body) < len(row.words):
            return None
        span = _whole_words(self._body, Span(best.dest_start, best.dest_end))
        return None if any(span.overlaps(taken) for taken in self._taken) else span


class _Fresh:
    """Rows for quotes the desk has said nothing about."""

    def __init__(self, story: Story, used: set[str], people: dict[str, Person | None]) -> None:
        self._story = story
        self._used = used
        self._people = people
        self._seen: Counter[str] = Counter()

    def row(self, place: _Place, quote: Quote) -> LedgerRow:
        """Return the row of the next quote in reading order."""
        speaker = quote.speaker
        name = (speaker.name or speaker.text) if speaker else ""
        person = self._people.get(name)
        return LedgerRow(
            id=self._free_id(place.words),
            story_id=self._story.id,
            words=place.words,
            span=place.span,
            kind=quote.kind,
            speaker=person.name if person else name,
            person_id=person.id if person else None,
            quote=quote,
            ahead=place.ahead,
            behind=place.behind,
        )

    def _free_id(self, words: str) -> str:
        while True:
            self._seen[words] += 1
            key = f"{self._story.id}\x1f{words}\x1f{self._seen[words]}"
            name = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
            if name not in self._used:
                return name


def bearers(people: Iterable[Person]) -> dict[str, Person | None]:
    """Return who bears each name of the register, spellings too; None where several do."""
    found: dict[str, Person | None] = {}
    for person in people:
        for name in person.names():
            found[name] = None if name in found else person
    return found


def _same_words(row: LedgerRow, place: _Place) -> float:
    if settled(row.words) != place.settled:
        return 0
    around = _alike_around(row, place.ahead, place.behind)
    return 1 + around if around >= _NEAR_PLACE or _is_whole(row.words) else 0


def _changed_words(row: LedgerRow, place: _Place) -> float:
    likeness = fuzz.ratio(settled(row.words), place.settled)
    around = _alike_around(row, place.ahead, place.behind)
    if _is_whole(row.words) and _is_whole(place.words):
        part = fuzz.partial_ratio(settled(row.words), place.settled)
        known = likeness >= ALIKE or part >= _PART
    else:
        known = likeness >= ALIKE and around >= _NEAR_PLACE
    stayed = around >= _SAME_PLACE and _shared_words(row.words, place.words) >= _SHARED
    return likeness + around + 1 if known or stayed else 0


def _on(row: LedgerRow, place: _Place) -> LedgerRow:
    same = settled(row.words) == place.settled
    state = _unaltered(row.state) if same else _altered(row.state)
    quote = place.quote
    kind = quote.kind if quote else row.kind
    speaker = quote.speaker if quote else None
    shown = row.speaker
    if state is LedgerState.OPEN and not shown and speaker:
        shown = speaker.name or speaker.text
    return replace(row, span=place.span, kind=kind, quote=quote, state=state, speaker=shown)


def _altered(state: LedgerState) -> LedgerState:
    """Return the state of a decision whose words changed; what is no quote is asked again."""
    asked_again = {LedgerState.OPEN, LedgerState.NOT_A_QUOTE}
    return LedgerState.OPEN if state in asked_again else LedgerState.ALTERED


def _unaltered(state: LedgerState) -> LedgerState:
    return LedgerState.CONFIRMED if state is LedgerState.ALTERED else state


def _is_whole(words: str) -> bool:
    return len(words.split()) >= _WHOLE


def _shared_words(one: str, other: str) -> float:
    shorter = min(len(one.split()), len(other.split()))
    both = len(one.split()) + len(other.split())
    # The ratio is twice the words in common, in order, over the words of both.
    return fuzz.ratio(one.split(), other.split()) * both / (2 * shorter) if shorter else 0


def _alike_around(row: LedgerRow, ahead: str, behind: str) -> float:
    return fuzz.ratio(f"{row.ahead}\x1f{row.behind}", f"{ahead}\x1f{behind}")


def _around(body: str, span: Span) -> tuple[str, str]:
    first = body.rfind("\n", 0, span.start) + 1
    last = body.find("\n", span.end)
    last = len(body) if last < 0 else last
    return (
        body[max(first, span.start - AROUND) : span.start],
        body[span.end : min(last, span.end + AROUND)],
    )


def _distance(one: Span, other: Span | None) -> int:
    return abs(one.start - other.start) if other else 0


def _whole_words(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start > 0 and text[start - 1 : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1 : end + 1].isalnum():
        end += 1
    return Span(start, end)
