"""From what was decided to the values the rest of the house reads, at their place in the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.attribution.discourse import Resolved
from app.attribution.namings import Naming
from app.attribution.resolution import Heard, Resolution, settled
from app.domain.quote import Attribution, Cue, Mention, Quote, Reason, Speaker
from app.domain.text import Span


@dataclass(frozen=True, slots=True)
class _Placed:
    """The values of one paragraph where it last stood."""

    base: int
    heard: list[Heard]
    found: Resolution
    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]


class Verdicts:
    """Writes answers down; a paragraph that neither moved nor changed keeps its values."""

    def __init__(self) -> None:
        """Begin with nothing written."""
        self._placed: dict[tuple[int, int], _Placed] = {}

    def of(self, text: str, bases: Sequence[int], found: Sequence[Resolution]) -> Attribution:
        """Return quotes and mentions at their places; `bases` is where each paragraph begins."""
        placed: dict[tuple[int, int], _Placed] = {}
        quotes: list[Quote] = []
        mentions: list[Mention] = []
        for at, heard in enumerate(settled(found)):
            key = (bases[at], id(found[at]))
            known = self._placed.get(key)
            if known is None or known.heard != heard or any(item.away for item in heard):
                known = _place(text, bases, at, found[at], heard)
            placed[key] = known
            quotes += known.quotes
            mentions += known.mentions
        self._placed = placed
        return Attribution(quotes=tuple(quotes), mentions=tuple(mentions))


def _place(
    text: str, bases: Sequence[int], at: int, found: Resolution, heard: list[Heard]
) -> _Placed:
    """Return the values of one paragraph."""
    base = bases[at]
    quotes = tuple(_quote(text, base, item, bases[at + item.away]) for item in heard)
    mentions = tuple(_mention(base, naming, who) for naming, who in found.met)
    return _Placed(base, heard, found, quotes, mentions)


def _quote(text: str, base: int, item: Heard, home: int) -> Quote:
    """Return a saying as a quote; `home` is where the paragraph of its speaker's naming begins."""
    report = item.saying.report
    cue = None
    if report.cue:
        span = Span(report.cue[0] + base, report.cue[1] + base)
        cue = Cue(span=span, text=span.of(text), lemma=report.lemma, stance=report.stance)
    return Quote(
        span=Span(report.start + base, report.end + base),
        kind=report.kind,
        group=base + report.group,
        cue=cue,
        speaker=_speaker(item, home),
        hearsay=report.hearsay,
    )


def _speaker(item: Heard, home: int) -> Speaker | None:
    who, report = item.naming, item.saying.report
    if who is None:
        return None
    return Speaker(
        span=Span(who.start + home, who.end + home),
        text=who.text,
        name=item.resolved.name,
        kind=who.kind,
        confidence=round(report.confidence * item.resolved.confidence, 2),
        reason=Reason(report.reason.code, (("word", report.lemma),) if report.lemma else ()),
    )


def _mention(base: int, naming: Naming, who: Resolved) -> Mention:
    span = Span(naming.start + base, naming.end + base)
    return Mention(span=span, text=naming.text, name=who.name, kind=naming.kind)
