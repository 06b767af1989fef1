"""The door of the room: text in, quotations with their sources out."""

from collections.abc import Sequence

from app.attribution.discourse import Resolved
from app.attribution.languages import language as spoken
from app.attribution.namings import Naming
from app.attribution.paragraphs import Paragraph, read_paragraph
from app.attribution.resolution import Heard, resolve
from app.domain.person import Person
from app.domain.quote import Attribution, Cue, Mention, Quote, Reason, Speaker
from app.domain.text import Span


def attribute(text: str, language: str, people: Sequence[Person] = ()) -> Attribution:
    """Return who said what in `text`, written in `language` ("fr" or "en").

    `people` is the register: its names and variants are known before the text names anybody. A
    language nobody reads gives nothing.
    """
    known = spoken(language)
    if known is None:
        return Attribution()
    paragraphs: list[Paragraph] = []
    bases: list[int] = []
    carried, start = "", 0
    for line in text.split("\n"):
        if line.strip():
            paragraph = read_paragraph(line, carried, known)
            carried = paragraph.left
            paragraphs.append(paragraph)
            bases.append(start)
        start += len(line) + 1
    heard, met = resolve(paragraphs, known, people)
    return Attribution(
        quotes=tuple(_quote(text, bases, item) for item in heard),
        mentions=tuple(_mention(bases, *item) for item in met),
    )


def _quote(text: str, bases: list[int], item: Heard) -> Quote:
    report, base = item.saying.report, bases[item.paragraph]
    cue = None
    if report.cue:
        span = Span(*report.cue).shifted(base)
        cue = Cue(span=span, text=span.of(text), lemma=report.lemma, stance=report.stance)
    return Quote(
        span=Span(report.start + base, report.end + base),
        kind=report.kind,
        group=base + report.group,
        cue=cue,
        speaker=_speaker(bases, item),
        hearsay=report.hearsay,
    )


def _speaker(bases: list[int], item: Heard) -> Speaker | None:
    who, report = item.naming, item.saying.report
    if who is None:
        return None
    base = bases[item.named_in]
    return Speaker(
        span=Span(who.start + base, who.end + base),
        text=who.text,
        name=item.resolved.name,
        kind=who.kind,
        confidence=round(report.confidence * item.resolved.confidence, 2),
        reason=Reason(report.reason.code, (("word", report.lemma),) if report.lemma else ()),
    )


def _mention(bases: list[int], paragraph: int, naming: Naming, found: Resolved) -> Mention:
    base = bases[paragraph]
    span = Span(naming.start + base, naming.end + base)
    return Mention(span=span, text=naming.text, name=found.name, kind=naming.kind)
