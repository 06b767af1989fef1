"""Typography: one remark a text for each sort of fault, with one fix that sets them all right.

The page is set right at publication in any case; these rules mend the copy itself. Inside
quotation marks faults are counted and not mended, except the marks and the spaces beside them.
"""

from collections.abc import Iterable, Sequence

from app.checks.copy import Copy, Text, by_line
from app.checks.registry import Remark, Rule, rule
from app.domain.finding import Fix, Part, Severity
from app.domain.text import Span
from app.language.accents import lost_ligatures
from app.language.typography import TypoFault


def _remark(text: Text, found: Sequence[TypoFault]) -> Remark:
    free = [fault for fault in found if not text.guard.touches(fault.span)]
    edits = tuple(text.edit(fault.span, fault.replacement) for fault in free)
    count = (("count", str(len(found))), ("quoted", str(len(found) - len(free))))
    seen = _seen(text.words, (free or found)[0].span)
    return Remark(
        place=text.place(seen),
        excerpt=seen.of(text.words),
        params=count,
        fixes=(Fix("set-typography", edits, (("count", str(len(free))),)),) if edits else (),
    )


_LONGEST_SEEN = 20


def _seen(text: str, span: Span) -> Span:
    """Return a stretch an eye can find: a space or an insertion takes the words beside it."""
    if span.of(text).strip():
        return span
    start, end = span.start, span.end
    while start > 0 and span.start - start < _LONGEST_SEEN and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and end - span.end < _LONGEST_SEEN and not text[end].isspace():
        end += 1
    return Span(start, end)


def _typography_rule(code: str, severity: Severity, *faulty: str) -> Rule:
    """Make the rule for some sorts of typographic fault."""

    def look(copy: Copy) -> Iterable[Remark]:
        for text in copy.prose:
            found = [each for each in text.faults if each.code in faulty]
            if found:
                yield _remark(text, found)

    return rule(code, severity, Part.BODY, "count", "quoted")(look)


straight_quotes = _typography_rule("TYP001", Severity.WARNING, "straight-quote")
straight_apostrophes = _typography_rule("TYP002", Severity.HINT, "straight-apostrophe")
no_break_spaces = _typography_rule("TYP003", Severity.HINT, "no-break")
foreign_quotes = _typography_rule("TYP004", Severity.HINT, "quote-style")
dots = _typography_rule("TYP005", Severity.HINT, "ellipsis")
dashes = _typography_rule("TYP006", Severity.HINT, "dash")
spaces = _typography_rule("TYP007", Severity.HINT, "space")


_ligatures = by_line(lambda line, _language: lost_ligatures(line))


@rule("TYP008", Severity.HINT, Part.BODY, "count", "quoted")
def ligatures(copy: Copy) -> Iterable[Remark]:
    """A French word that wants its ligature ("oeuvre")."""
    if not copy.french:
        return
    for text in copy.prose:
        found = [TypoFault(span, right, "ligature") for span, right in text.read(_ligatures)]
        if found:
            yield _remark(text, found)


RULES = (
    straight_quotes,
    straight_apostrophes,
    no_break_spaces,
    foreign_quotes,
    dots,
    dashes,
    spaces,
    ligatures,
)
