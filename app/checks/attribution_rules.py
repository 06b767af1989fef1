"""Who stands behind the words: quotes without a source, unclear speakers, bare allegations."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from app.checks.copy import Copy, by_line
from app.checks.registry import Remark, rule
from app.domain.finding import Part, Severity
from app.domain.person import PersonKind
from app.domain.quote import (
    LedgerRow,
    LedgerState,
    Quote,
    QuoteKind,
    Record,
    SourceKind,
    Speaker,
)
from app.domain.text import Cover, Span
from app.language.accents import bare
from app.language.allegations import allegations

_SURE = 0.6
"""Below this the engine's speaker is a guess an editor must look at."""

_WHOLE = 4
"""A direct quote of fewer words is a borrowed term; it weighs less than a statement."""

_NAMING = re.compile(
    r"(?<!\w)(?:(?:sur)?nommée?s?|dite?s?|baptisée?s?|intitulée?s?|appelée?s?|qualifiée?s? de"
    r"|called|named|dubbed|titled|entitled|nicknamed|known as)(?: the| as| le| la| les)?\W{0,4}$",
    re.IGNORECASE,
)
_LONGEST_NAMING = 30
"""How far before a stretch the words are looked for that make a name of it, in code points."""

_UNNAMED = frozenset({SourceKind.ANONYMOUS, SourceKind.COLLECTIVE})
"""Sources that have a rule of their own; that they have no name is not doubted."""

_LET_PASS = frozenset({LedgerState.NOT_A_QUOTE, LedgerState.WAIVED})
_WAITING = frozenset({LedgerState.OPEN, LedgerState.ALTERED})
_SETTLED = frozenset({LedgerState.CONFIRMED, LedgerState.NOT_A_QUOTE, LedgerState.WAIVED})


def _open_quotes(copy: Copy) -> Iterator[Quote]:
    """Yield the quotes in marks that the desk has not decided upon, in reading order."""
    settled = [row.span for row in copy.package.ledger if row.state in _SETTLED and row.span]
    for quote in copy.package.attribution.quotes:
        marked = quote.kind is not QuoteKind.INDIRECT
        if marked and not any(quote.span.overlaps(span) for span in settled):
            yield quote


def _named(quote: Quote) -> Speaker | None:
    """Return the speaker of a quote when there is one at all."""
    speaker = quote.speaker
    return speaker if speaker and (speaker.text or speaker.name) else None


def _shown(speaker: Speaker) -> str:
    return speaker.name or speaker.text


def _remark(copy: Copy, quote: Quote, *params: tuple[str, str]) -> Remark:
    words = quote.span.of(copy.body.words)
    return Remark(place=copy.body.place(quote.span), excerpt=words, params=params)


def _is_whole(copy: Copy, quote: Quote) -> bool:
    """Say whether a quote is a statement of its own: not a term, not in a heading."""
    body = copy.body.words
    line = body[body.rfind("\n", 0, quote.span.start) + 1 : quote.span.start]
    words = len(quote.span.of(body).split())
    return quote.kind is QuoteKind.DIRECT and words >= _WHOLE and not line.startswith("#")


@rule("ATT001", Severity.BLOCK, Part.BODY)
def quote_without_source(copy: Copy) -> Iterable[Remark]:
    """A whole statement in quotation marks that nobody answers for."""
    for quote in _open_quotes(copy):
        if not _named(quote) and _is_whole(copy, quote):
            yield _remark(copy, quote)


@rule("ATT002", Severity.WARNING, Part.BODY, "speaker")
def unclear_speaker(copy: Copy) -> Iterable[Remark]:
    """A quote whose speaker is a pronoun nobody answers to, or a guess."""
    for quote in _open_quotes(copy):
        speaker = _named(quote)
        if speaker is None or quote.cue is None:
            continue
        nobody = speaker.kind is SourceKind.PRONOUN and not speaker.name
        guessed = speaker.confidence < _SURE and speaker.kind not in _UNNAMED
        if nobody or guessed:
            yield _remark(copy, quote, ("speaker", _shown(speaker)))


@rule("ATT003", Severity.WARNING, Part.BODY, "speaker")
def implied_speaker(copy: Copy) -> Iterable[Remark]:
    """Quoted words with no attribution of their own: the reader must infer who speaks."""
    attributed = {quote.group for quote in copy.package.attribution.quotes if quote.cue}
    told: set[tuple[int, str]] = set()
    lines = [start for start, _ in copy.body.lines]
    for quote in _open_quotes(copy):
        speaker = _named(quote)
        shown = _shown(speaker) if speaker else ""
        here = (bisect_right(lines, quote.span.start), shown)
        if quote.cue:
            told.add(here)
        if quote.cue or quote.group in attributed:
            continue
        if _is_whole(copy, quote) and (speaker is None or here in told):
            continue
        yield _remark(copy, quote, ("speaker", shown))
    for span in _unclaimed(copy):
        words = span.of(copy.body.words)
        yield Remark(place=copy.body.place(span), excerpt=words, params=(("speaker", ""),))


def _unclaimed(copy: Copy) -> Iterator[Span]:
    """Yield the stretches in marks that read as part of a sentence and belong to no quote.

    One that begins with a capital is as likely a title, one of a word or two a turn of phrase.
    """
    spans = [quote.span for quote in copy.package.attribution.quotes]
    spans += [row.span for row in copy.package.ledger if row.span]
    covered = Cover(spans)
    for stretch in copy.body.guard.stretches():
        words = stretch.of(copy.body.words)
        partial = words[0].islower() and len(words.split()) >= _WHOLE
        before = copy.body.words[max(0, stretch.start - _LONGEST_NAMING) : stretch.start]
        if partial and not _NAMING.search(before) and not covered.touches(stretch):
            yield stretch


_alleged = by_line(
    lambda line, language: tuple((span, span.of(line)) for span in allegations(line, language))
)


@rule("ATT004", Severity.WARNING, Part.BODY)
def unsourced_allegation(copy: Copy) -> Iterable[Remark]:
    """Something is alleged of somebody and the sentence does not say by whom."""
    reported = [
        span
        for quote in copy.package.attribution.quotes
        for span in (quote.span, quote.cue.span if quote.cue else None)
        if span and _named(quote)
    ]
    body, covered = copy.body, Cover(reported)
    for found, _ in body.read(_alleged):
        sentence = _sentence_around(body.words, found)
        if body.guard.touches(found) or covered.touches(sentence):
            continue
        yield Remark(place=body.place(found), excerpt=found.of(body.words))


_SENTENCE_ENDS = (". ", "\n", "! ", "? ")
_FARTHEST = 2000
"""No sentence is looked for beyond this, in code points."""


def _sentence_around(text: str, span: Span) -> Span:
    first, last = max(0, span.start - _FARTHEST), min(len(text), span.end + _FARTHEST)
    start = max(text.rfind(end, first, span.start) for end in _SENTENCE_ENDS)
    ends = [at for end in _SENTENCE_ENDS if (at := text.find(end, span.end, last)) >= 0]
    return Span(max(start, first), min(ends, default=last))


@rule("ATT005", Severity.WARNING, Part.BODY, "speaker")
def anonymous_source(copy: Copy) -> Iterable[Remark]:
    """Words given to a source the reader is not told, and the copy may have to say why."""
    blocked = [row.span for row in _unapproved(copy) if row.span]
    for remark in _by_kind(copy, SourceKind.ANONYMOUS):
        if not any(remark.place.span == span for span in blocked):
            yield remark


@rule("ATT008", Severity.BLOCK, Part.BODY, "speaker")
def anonymity_without_approval(copy: Copy) -> Iterable[Remark]:
    """A source is not named, and nobody has agreed to that."""
    for row in _unapproved(copy):
        yield _of_row(copy, row)


def _unapproved(copy: Copy) -> Iterator[LedgerRow]:
    hidden = {one.id for one in copy.package.people if one.kind is PersonKind.ANONYMOUS}
    for row in copy.package.ledger:
        stands = row.span is not None and row.state not in _LET_PASS
        agreed = row.anonymity is not None and row.anonymity.approved
        if stands and not agreed and (row.anonymity or row.person_id in hidden or _unnamed(row)):
            yield row


def _unnamed(row: LedgerRow) -> bool:
    """Say whether quoted words in marks are given to somebody the copy itself does not name."""
    speaker = row.quote.speaker if row.quote else None
    if speaker is None or speaker.kind is not SourceKind.ANONYMOUS or speaker.name:
        return False
    return row.kind is not QuoteKind.INDIRECT and row.speaker in {"", speaker.text}


@rule("ATT009", Severity.BLOCK, Part.BODY, "speaker")
def off_the_record(copy: Copy) -> Iterable[Remark]:
    """Words that were given on condition that they are not used stand in the copy."""
    for row in copy.package.ledger:
        if row.span and row.record is Record.OFF and row.state not in _LET_PASS:
            yield _of_row(copy, row)


@rule("ATT007", Severity.HINT, Part.BODY, "speaker")
def collective_source(copy: Copy) -> Iterable[Remark]:
    """Words given to a crowd ("experts", "observers"): nobody in it said exactly this."""
    yield from _by_kind(copy, SourceKind.COLLECTIVE)


def _by_kind(copy: Copy, kind: SourceKind) -> Iterator[Remark]:
    for quote in _open_quotes(copy):
        speaker = _named(quote)
        if speaker and speaker.kind is kind and not speaker.name:
            yield _remark(copy, quote, ("speaker", _shown(speaker)))


@rule("ATT006", Severity.ERROR, Part.BODY, "speaker")
def altered_quote(copy: Copy) -> Iterable[Remark]:
    """Words of a quote were changed after the desk confirmed them."""
    for row in copy.package.ledger:
        if row.state is LedgerState.ALTERED:
            yield _of_row(copy, row)


@rule("ATT010", Severity.BLOCK, Part.BODY, "count")
def quotes_nobody_decided(copy: Copy) -> Iterable[Remark]:
    """Words in marks stand in a story of the desk and nobody has confirmed who speaks.

    One remark for all of them, at the first; those nobody answers for have a rule of their own.
    Copy that is not filed has no ledger to be decided in.
    """
    if not copy.package.story.id:
        return
    told = {remark.place.span for remark in quote_without_source.look(copy)}
    waiting = [
        row
        for row in copy.package.ledger
        if row.span and row.state in _WAITING and row.kind is not QuoteKind.INDIRECT
        if row.span not in told
    ]
    if waiting:
        first = waiting[0].span
        yield Remark(place=copy.body.place(first), params=(("count", str(len(waiting))),))


@rule("ATT011", Severity.ERROR, Part.BODY, "speaker", "other")
def cue_names_somebody_else(copy: Copy) -> Iterable[Remark]:
    """The desk gave a quote to one source, and the words beside it name another."""
    people = {person.id: person for person in copy.package.people}
    for row in copy.package.ledger:
        told = row.quote.speaker if row.quote and row.quote.cue else None
        if row.state is not LedgerState.CONFIRMED or told is None or row.span is None:
            continue
        person = people.get(row.person_id or "")
        names = person.names() if person else (row.speaker,)
        if told.kind is SourceKind.NAMED and told.name and not _same(told, names):
            yield Remark(
                place=copy.body.place(row.span),
                excerpt=row.span.of(copy.body.words),
                params=(("speaker", row.speaker), ("other", told.name)),
            )


def _same(told: Speaker, names: Iterable[str]) -> bool:
    """Say whether a speaker bears one of the names, or a part of one ("Vidal", "Anna Vidal")."""
    said = _bare_words(told.name)
    return any(said <= words or words <= said for words in map(_bare_words, names) if words)


def _bare_words(name: str) -> frozenset[str]:
    return frozenset(bare(name).casefold().replace("-", " ").split())


def _of_row(copy: Copy, row: LedgerRow) -> Remark:
    return Remark(
        place=copy.body.place(row.span),
        excerpt=row.span.of(copy.body.words) if row.span else row.words,
        params=(("speaker", row.speaker),),
    )


RULES = (
    quote_without_source,
    unclear_speaker,
    implied_speaker,
    unsourced_allegation,
    anonymous_source,
    altered_quote,
    collective_source,
    anonymity_without_approval,
    off_the_record,
    quotes_nobody_decided,
    cue_names_somebody_else,
)
