"""One paragraph read alone: its reports and the people it names, ready to be kept and reused."""

from dataclasses import dataclass, replace

from app.attribution.grammar import Language, Phrase, Report
from app.attribution.tokens import Stream, folded
from app.domain.quote import Stance
from app.language.marks import paragraph_marks


@dataclass(frozen=True, slots=True)
class Naming:
    """Somebody named in a paragraph: where, by which words; places count from its start.

    `name` is the proper name inside the phrase ("" for none), `head` its pronoun, role or kind.
    """

    start: int
    end: int
    text: str
    head: str = ""
    name: str = ""
    name_start: int = 0
    pronoun: bool = False
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """A report with its speaker as a naming, free of the stream it was read from."""

    report: Report
    speaker: Naming | None
    stance: Stance


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one paragraph holds by itself. `left` is the family of mark it leaves open."""

    sayings: tuple[Saying, ...]
    namings: tuple[Naming, ...]
    left: str


_NOTHING = Paragraph((), (), "")


def read_paragraph(text: str, carried: str, language: Language) -> Paragraph:
    """Read one paragraph; `carried` is the family of mark the one before left open."""
    if not text.strip() or text.startswith("!["):
        return _NOTHING
    marks, left = paragraph_marks(text, carried)
    stream = folded(text, marks, language.pattern)
    sayings: list[Saying] = []
    for first, last in stream.sentences:
        base = len(sayings) + 1
        for report in language.read(stream, first, last):
            report.group = base + report.group if report.group else -len(sayings) - 1
            speaker = naming(report.within or stream, report.speaker) if report.speaker else None
            bare = replace(report, speaker=None, within=None)
            sayings.append(Saying(bare, speaker, report.stance))
    namings = tuple(naming(stream, phrase) for phrase in named(stream, language))
    return Paragraph(tuple(sayings), namings, left)


def naming(stream: Stream, phrase: Phrase) -> Naming:
    """Return a phrase of a stream as a naming that stands alone."""
    text = stream.words(phrase.first, phrase.last)
    start, end = stream.starts[phrase.first], stream.ends[phrase.last - 1]
    if phrase.pronoun:
        lead = len(text) - len(text.lstrip("-t")) if text.startswith("-") else 0
        return Naming(start + lead, end, text[lead:], phrase.head, pronoun=True)
    name, at = "", 0
    if phrase.name:
        name, at = stream.words(*phrase.name), stream.starts[phrase.name[0]]
    return Naming(start, end, text, phrase.head, name, at, lead=stream.forms[phrase.first])


def named(stream: Stream, language: Language) -> list[Phrase]:
    """Return the phrases of a paragraph that hold a proper name."""
    found: list[Phrase] = []
    for first, last in stream.sentences:
        at = first
        while at < last:
            if stream.capital(at) and stream.forms[at][0].isalpha():
                phrase = language.describe(stream, at, last)
                if phrase.name and phrase.name[0] == at:
                    found.append(Phrase(at, phrase.name[1], name=phrase.name))
                    at = phrase.name[1]
                    continue
            at += 1
    return found
