"""One paragraph read alone: its reports and the people it names, ready to be kept and reused."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.attribution.grammar import Report
from app.attribution.language import Language
from app.attribution.namings import Ask, Naming, Told
from app.attribution.tokens import ASIDE, Stream, folded
from app.domain.quote import Reason
from app.language.marks import paragraph_marks

_ACRONYM = re.compile(r"\(([A-Z][A-Za-z.]{1,7})\)")
_ACRONYM_WORDS = 9


@dataclass(frozen=True, slots=True)
class Saying:
    """A report with its speaker as a naming, free of the stream it was read from.

    `sentence` is the number of its sentence; `follows` says that only blanks stand between it and
    the report before. `cue` is the words of its cue, `second_hand` who passes
    the words on.
    """

    report: Report
    speaker: Naming | None
    sentence: int
    follows: bool
    cue: str = ""
    second_hand: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one paragraph holds by itself. `left` is the family of mark it leaves open.

    `events` are its namings and sayings in reading order, a saying at the place of its speaker.
    `aliases` are acronyms with what they stand for: ("OMB", "Office des marchés de Brisol").
    `facts` is all it tells of names, whatever their places: paragraphs with equal facts and
    aliases make the same people known. `asks` are the names, with a gender, and `heads` the roles
    whose bearer it asks for.
    """

    events: tuple[Naming | Saying, ...] = ()
    left: str = ""
    aliases: tuple[tuple[str, str], ...] = ()
    facts: tuple[Told, ...] = ()
    asks: frozenset[Ask] = frozenset()
    heads: frozenset[str] = frozenset()


_NOTHING = Paragraph()


def read_paragraph(text: str, carried: str, language: Language) -> Paragraph:
    """Read one paragraph; `carried` is the family of mark the one before left open."""
    if not text.strip() or text.startswith("!["):
        return _NOTHING
    marks, left = paragraph_marks(text, carried)
    stream = folded(text, marks, language.pattern)
    sayings: list[Saying] = []
    end = 0
    for number, (first, last) in enumerate(stream.sentences):
        reports = language.read(stream, first, last)
        _number_groups(reports)
        for report in reports:
            follows = not any(c.isalnum() for c in text[end : report.start])
            sayings.append(_saying(stream, report, language, number, follows=follows))
            end = max(report.end, report.cue[1] if report.cue else 0)
    events = _ordered(sayings, language.mentions.of(stream))
    aliases = _aliases(stream)
    namings = [e if isinstance(e, Naming) else e.speaker for e in events]
    return Paragraph(
        events,
        left,
        aliases,
        facts=tuple(naming.told() for naming in namings if naming and naming.names),
        asks=frozenset(ask for naming in namings if naming for ask in naming.asks()),
        heads=frozenset(head for naming in namings if naming for head in _heads(naming, language)),
    )


def _number_groups(reports: Iterable[Report]) -> None:
    """Number each group by the place of its first piece."""
    begun: dict[int, int] = {}
    for report in reports:
        first = begun.setdefault(report.group, report.start) if report.group else report.start
        report.group = first


def _saying(
    stream: Stream, report: Report, language: Language, number: int, *, follows: bool
) -> Saying:
    """Return a report free of its stream."""
    speaker = None
    if report.speaker:
        speaker = language.namer.of(report.within or stream, report.speaker, number)
    cue = stream.text[report.cue[0] : report.cue[1]] if report.cue else ""
    words = (("word", report.lemma),) if report.lemma else ()
    reason = Reason(report.reason.code, words)
    relay = report.second_hand
    second = stream.words(relay.first, relay.last) if relay else ""
    bare = replace(report, speaker=None, within=None, second_hand=None, reason=reason)
    return Saying(bare, speaker, number, follows, cue, second)


def _ordered(sayings: Sequence[Saying], namings: Sequence[Naming]) -> tuple[Naming | Saying, ...]:
    """Return namings and sayings in reading order; a speaker is known before what he says."""
    events: list[tuple[int, int, Naming | Saying]] = [(n.start, 0, n) for n in namings]
    events += [(s.speaker.start if s.speaker else s.report.start, 1, s) for s in sayings]
    return tuple(event for _, _, event in sorted(events, key=lambda e: e[:2]))


def _heads(naming: Naming, language: Language) -> tuple[str, ...]:
    """Return the roles by which the bearer of a naming without a name is looked for."""
    if naming.names or not naming.head:
        return ()
    return (naming.head, *language.synonyms.get(naming.head, ()))


def _aliases(stream: Stream) -> tuple[tuple[str, str], ...]:
    """Return the acronyms given in brackets after the name they shorten."""
    found: list[tuple[str, str]] = []
    for at, form in enumerate(stream.forms):
        if form != ASIDE:
            continue
        match = _ACRONYM.fullmatch(stream.words(at, at + 1))
        if match and (start := _spelled_out(stream, at, match[1])) >= 0:
            found.append((match[1], " ".join(stream.words(start, at).split())))
    return tuple(found)


def _spelled_out(stream: Stream, at: int, short: str) -> int:
    """Return the token where the long form of an acronym begins, or -1."""
    for start in range(at - 1, max(-1, at - _ACRONYM_WORDS), -1):
        initials = "".join(stream.text[stream.starts[k]] for k in range(start, at)).upper()
        if initials[:1] == short[0].upper() and _within(short.upper(), initials):
            return start
    return -1


def _within(short: str, initials: str) -> bool:
    """Say whether the letters of an acronym stand among initials in their order."""
    letters = iter(initials)
    return all(letter in letters for letter in short if letter.isalpha())
