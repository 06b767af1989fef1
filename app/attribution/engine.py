"""The door of the room: text in, quotations with their sources out."""

from app.attribution.languages import language as spoken
from app.attribution.paragraphs import Naming, Saying, read_paragraph
from app.domain.quote import Attribution, Cue, Quote, Speaker
from app.domain.text import Span


def attribute(text: str, language: str) -> Attribution:
    """Return who said what in `text`, written in `language` ("fr" or "en")."""
    known = spoken(language)
    if known is None:
        return Attribution()
    quotes: list[Quote] = []
    carried, start = "", 0
    for line in text.split("\n"):
        if line.strip():
            paragraph = read_paragraph(line, carried, known)
            carried = paragraph.left
            quotes.extend(_quote(text, start, saying) for saying in paragraph.sayings)
        start += len(line) + 1
    return Attribution(quotes=tuple(quotes))


def _quote(text: str, base: int, saying: Saying) -> Quote:
    report = saying.report
    cue = None
    if report.cue:
        span = Span(*report.cue).shifted(base)
        cue = Cue(span=span, text=span.of(text), lemma=report.lemma, stance=report.stance)
    return Quote(
        span=Span(report.start + base, report.end + base),
        kind=report.kind,
        group=base + report.group,
        cue=cue,
        speaker=_speaker(base, saying.speaker, saying),
        hearsay=report.hearsay,
    )


def _speaker(base: int, who: Naming | None, saying: Saying) -> Speaker | None:
    if who is None:
        return None
    span = Span(who.start + base, who.end + base)
    return Speaker(span=span, text=who.text, name=who.name, reason=saying.report.reason)
