"""Acronyms: spelled out where a reader meets them first."""

from collections.abc import Iterable

from app.checks.copy import Copy, Text
from app.checks.registry import Remark, rule
from app.domain.finding import Fix, Part, Severity
from app.domain.text import Span
from app.language.acronyms import initials_in, is_known, is_told, meaning


@rule("ACR001", Severity.HINT, Part.BODY, "word")
def unexplained_acronym(copy: Copy) -> Iterable[Remark]:
    """Initials that the body does not spell out by the paragraph they first stand in.

    Those every reader knows, those of the desk's style and of its dictionary need no words.
    """
    body, language = copy.body, copy.package.story.language
    told = {*copy.package.style.acronyms, *copy.package.dictionary}
    lines = tuple(line for _start, line in body.lines)
    for number, (start, line) in enumerate(body.lines):
        for span, word in initials_in(line, language):
            if word in told:
                continue
            told.add(word)
            if not is_known(word, language) and not is_told(word, lines[: number + 1]):
                yield _remark(body, span.shifted(start), word)


def _remark(body: Text, span: Span, word: str) -> Remark:
    words = meaning(word, body.language, body.words[max(0, span.start - 4) : span.start])
    right = f"{words} ({word})"
    fixes = (Fix("write-instead", (body.edit(span, right),), (("right", right),)),)
    mended = bool(words) and not body.guard.touches(span)
    params = (("word", word),)
    return Remark(
        place=body.place(span), excerpt=word, params=params, fixes=fixes if mended else ()
    )


RULES = (unexplained_acronym,)
