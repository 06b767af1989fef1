"""From what was decided to the values the rest of the house reads, at their place in the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.attribution.discourse import Resolved
from app.attribution.namings import Naming
from app.attribution.places import Chunk, Laid
from app.attribution.resolution import Heard, Resolution, settled
from app.domain.quote import Attribution, Cue, Mention, Quote, Speaker
from app.domain.text import Span


@dataclass(frozen=True, slots=True)
class _Written:
    """What one paragraph came to, and what that was made of.

    `alone` says that all its speakers are named in the paragraph itself.
    """

    found: Resolution
    heard: list[Heard]
    alone: bool
    quotes: Chunk[Quote]
    mentions: Chunk[Mention]

    def holds(self, found: Resolution, heard: list[Heard]) -> bool:
        """Say whether this is what a paragraph comes to, wherever it stands now."""
        same = self.found.heard is found.heard and self.found.met is found.met
        return same and self.alone and self.heard == heard


class Verdicts:
    """Writes answers down; a paragraph that did not change keeps its values, moved with it."""

    def __init__(self) -> None:
        """Begin with nothing written."""
        self._written: dict[int, _Written] = {}

    def of(self, bases: Sequence[int], found: Sequence[Resolution]) -> Attribution:
        """Return quotes and mentions at their places; `bases` is where each paragraph begins."""
        written: dict[int, _Written] = {}
        quotes: list[tuple[Chunk[Quote], int]] = []
        mentions: list[tuple[Chunk[Mention], int]] = []
        for at, heard in enumerate(settled(found)):
            if not heard and not found[at].met:
                continue
            paragraph = id(found[at].paragraph)
            known = self._written.get(paragraph)
            if known is None or not known.holds(found[at], heard):
                known = _write(bases, at, found[at], heard)
            written[paragraph] = known
            quotes.append((known.quotes, bases[at]))
            mentions.append((known.mentions, bases[at]))
        self._written = written
        return Attribution(quotes=Laid(quotes), mentions=Laid(mentions))


def _write(bases: Sequence[int], at: int, found: Resolution, heard: list[Heard]) -> _Written:
    """Return what one paragraph comes to, where it stands."""
    base = bases[at]
    alone = not any(item.away for item in heard)
    quotes = tuple(_quote(base, item, bases[at + item.away]) for item in heard)
    mentions = tuple(_mention(base, naming, who) for naming, who in found.met)
    return _Written(
        found,
        heard,
        alone,
        Chunk(base, quotes, _quote_moved),
        Chunk(base, mentions, _mention_moved),
    )


def _quote_moved(quote: Quote, by: int) -> Quote:
    """Return a quote with all its places moved; spelled out, as `replace` is far slower."""
    cue, speaker = quote.cue, quote.speaker
    if cue:
        cue = Cue(span=cue.span.shifted(by), text=cue.text, lemma=cue.lemma, stance=cue.stance)
    if speaker and speaker.span:
        speaker = Speaker(
            span=speaker.span.shifted(by),
            text=speaker.text,
            name=speaker.name,
            kind=speaker.kind,
            confidence=speaker.confidence,
            reason=speaker.reason,
            second_hand=speaker.second_hand,
        )
    return Quote(
        span=quote.span.shifted(by),
        kind=quote.kind,
        group=quote.group + by,
        cue=cue,
        speaker=speaker,
        hearsay=quote.hearsay,
    )


def _mention_moved(mention: Mention, by: int) -> Mention:
    span = mention.span.shifted(by)
    return Mention(span=span, text=mention.text, name=mention.name, kind=mention.kind)


def _quote(base: int, item: Heard, home: int) -> Quote:
    """Return a saying as a quote; `home` is where the paragraph of its speaker's naming begins."""
    saying, who = item.saying, item.naming
    report, cue, speaker = saying.report, None, None
    if report.cue:
        span = Span(report.cue[0] + base, report.cue[1] + base)
        cue = Cue(span=span, text=saying.cue, lemma=report.lemma, stance=report.stance)
    if who:
        speaker = Speaker(
            span=Span(who.start + home, who.end + home),
            text=who.text,
            name=item.resolved.name,
            kind=who.kind,
            confidence=item.confidence,
            reason=report.reason,
            second_hand=saying.second_hand,
        )
    return Quote(
        span=Span(report.start + base, report.end + base),
        kind=report.kind,
        group=base + report.group,
        cue=cue,
        speaker=speaker,
        hearsay=report.hearsay,
    )


def _mention(base: int, naming: Naming, who: Resolved) -> Mention:
    span = Span(naming.start + base, naming.end + base)
    return Mention(span=span, text=naming.text, name=who.name, kind=naming.kind)
