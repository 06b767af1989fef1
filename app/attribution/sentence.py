"""One sentence being read: what was found in it, and which stretches are already claimed."""

from dataclasses import dataclass, field

from app.attribution.grammar import Hit, Phrase, Report
from app.attribution.tokens import QUOTE, Stream
from app.domain.quote import QuoteKind, Reason

_EDGE = frozenset(
    {",", ";", ":", ".", "…", "...", "—", "–", "-", "!", "?", "que", "qu'", "that", "(", ")"}
)
HARD = frozenset({";", ".", "!", "?", "…", "..."})
SOFT = frozenset({",", "!", "?", "…", "..."})


@dataclass(slots=True)
class Claim:
    """Who is said to speak, by which words, and why: shared by all pieces of one report."""

    speaker: Phrase | None
    reason: str
    cue: tuple[int, int] | None = None
    hit: Hit | None = None
    confidence: float = 1.0
    holds: str = ""
    relay: Phrase | None = None


@dataclass(slots=True)
class Sentence:
    """The tokens `first` to `last` of a stream, with the cues and reports found there.

    `covered` is the end of the words already reported, `speaker` the last one to speak, `relay`
    who passes on what another says, `hearsay` the words of rumour of the language.
    """

    stream: Stream
    first: int
    last: int
    hearsay: frozenset[str] = frozenset()
    hits: list[Hit] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)
    covered: int = 0
    speaker: Phrase | None = None
    relay: Phrase | None = None

    def free_quotes(self, first: int, last: int) -> list[int]:
        """Return the quoted stretches between two tokens nobody has claimed."""
        return [at for at in self.stream.quotes(first, last) if at not in self.claimed]

    def cue(self, hit: Hit) -> tuple[int, int]:
        """Return the code points of a verb group."""
        return self.stream.starts[hit.first], self.stream.ends[hit.last - 1]

    def clause_start(self, at: int) -> int:
        """Return where the clause before a token begins: after a stop, a colon or the start."""
        for k in range(at - 1, self.first - 1, -1):
            if self.stream.forms[k] in (";", ":"):
                return k + 1
        return self.first

    def emit(self, first: int, last: int, claim: Claim) -> None:
        """Report the tokens `first` to `last`, unless nothing is left of them."""
        found = content(self.stream, first, last)
        if found is None:
            return
        start, end, kind = found
        report = Report(start, end, kind, Reason(claim.reason), claim.speaker, claim.cue)
        report.confidence, report.holds = claim.confidence, claim.holds
        report.second_hand = claim.relay or self.relay
        if claim.hit:
            report.lemma, report.stance = claim.hit.form.verb.lemma, claim.hit.form.verb.stance
        report.hearsay = any(form in self.hearsay for form in self.stream.forms[first:last])
        self.claimed.update(self.stream.quotes(first, last))
        self.covered = max(self.covered, last)
        self.speaker = claim.speaker or self.speaker
        self.reports.append(report)

    def join(self, since: int) -> None:
        """Make one group of the reports written since `since`."""
        for report in self.reports[since:]:
            report.group = since + 1


def content(stream: Stream, first: int, last: int) -> tuple[int, int, QuoteKind] | None:
    """Return the stretch of tokens `first` to `last` without edge marks, and how it is reported.

    One quoted stretch alone is direct and given without its marks; one among other words is mixed.
    """
    while first < last and stream.forms[first] in _EDGE:
        first += 1
    while first < last and stream.forms[last - 1] in _EDGE:
        last -= 1
    if first >= last:
        return None
    if last - first == 1 and stream.forms[first] == QUOTE:
        inner = stream.marks[first].inner
        return inner.start, inner.end, QuoteKind.DIRECT
    kind = QuoteKind.MIXED if stream.quotes(first, last) else QuoteKind.INDIRECT
    return stream.starts[first], stream.ends[last - 1], kind


def is_name(words: str) -> bool:
    """Say whether quoted words inside a sentence look like a title: a capital, and no full stop."""
    return words[:1].isupper() and words[-1:] not in HARD
