"""How much of a story each source speaks: shares of words, and whether one source stands alone."""

from collections import Counter
from dataclasses import dataclass

from app.domain.quote import Attribution, SourceKind

_UNNAMED = (SourceKind.ANONYMOUS, SourceKind.PRONOUN)


@dataclass(frozen=True, slots=True)
class Share:
    """The part of the reported words one source speaks: `words` of them, `share` from 0 to 1."""

    source: str
    words: int
    share: float


def shares(text: str, found: Attribution) -> tuple[Share, ...]:
    """Return the share of each source, the largest first; "" stands for words without a source.

    A source is the person resolved, or else the words of the mention.
    """
    counted: Counter[str] = Counter()
    for quote in found.quotes:
        speaker = quote.speaker
        source = (speaker.name or speaker.text) if speaker else ""
        counted[source] += len(quote.span.of(text).split())
    whole = counted.total()
    return tuple(Share(source, n, round(n / whole, 3)) for source, n in counted.most_common())


def single_source(found: Attribution) -> str:
    """Return the only source of a story, "" when there are several, or none that is known."""
    names = {
        quote.speaker.name or quote.speaker.text
        for quote in found.quotes
        if quote.speaker and (quote.speaker.name or quote.speaker.kind not in _UNNAMED)
    }
    unknown = any(quote.speaker is None for quote in found.quotes)
    return names.pop() if len(names) == 1 and not unknown else ""
