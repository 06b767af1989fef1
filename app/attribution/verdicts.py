"""From what was decided to the values the rest of the house reads, at their place in the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.attribution.discourse import Resolved
from app.attribution.namings import Naming
from app.attribution.resolution import Heard, Resolution, settled
from app.domain.quote import Attribution, Cue, Mention, Quote, Speaker
from app.domain.text import Span


@dataclass(frozen=True, slots=True)
class _Placed:
    """The values of one paragraph where it last stood, and what they were made of."""

    found: Resolution
    heard: list[Heard]
    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]

    def holds(self, found: Resolution, heard: list[Heard]) -> bool:
        """Say whether the values are those of a paragraph in the same place."""
        same = self.found.heard is found.heard and self.found.met is found.met
        return same and self.heard == heard and not any(item.away for item in heard)


class Verdicts:
    """Writes answers down; a paragraph that neither moved nor changed keeps its values."""

    def __init__(self) -> None:
        """Begin with nothing written."""
        self._placed: dict[int, _Placed] = {}

    def of(self, bases: Sequence[int], found: Sequence[Resolution]) -> Attribution:
        """Return quotes and mentions at their places; `bases` is where each paragraph begins."""
        placed: dict[int, _Placed] = {}
        quotes: list[Quote] = []
        mentions: list[Mention] = []
        for at, heard in enumerate(settled(found)):
            if not heard and not found[at].met:
                continue
            known = self._placed.get(bases[at])
            if known is None or not known.holds(found[at], heard):
                known = _place(bases, at, found[at], heard)
            placed[bases[at]] = known
            quotes += known.quotes
            mentions += known.mentions
        self._placed = placed
        return Attribution(quotes=tuple(quotes), mentions=tuple(mentions))


def _place(bases: Sequence[int], at: int, found: Resolution, heard: list[Heard]) -> _Placed:
    """Return the values of one paragraph."""
    base = bases[at]
    quotes = tuple(_quote(base, item, bases[at + item.away]) for item in heard)
    mentions = tuple(_mention(base, naming, who) for naming, who in found.met)
    return _Placed(found, heard, quotes, mentions)


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
