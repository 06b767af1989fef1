"""Figures: in letters or in digits, their thousands and decimals, per cent, and units."""

import re
from collections.abc import Iterable

from app.checks.copy import Copy, Text
from app.checks.registry import Remark, Rule, rule
from app.domain.finding import Fix, Part, Severity
from app.domain.text import Span
from app.language.figures import FigureFault, figure_faults

_TITLES = frozenset({Part.HEADLINE, Part.KICKER})
"""Digits save room there, as every house allows."""

_SIGN = re.compile(r"(?<=\d)[ \u00a0\u202f]?%")
_BESIDE = ".,\u00a0\u202f "
_WORDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?:pour[ \u00a0]cent|per[ \u00a0]?cent)\b")


def _figure_rule(code: str, severity: Severity, *faulty: str, titles: bool = True) -> Rule:
    """Make the rule for some sorts of fault; `titles` says whether titles are read too."""

    def look(copy: Copy) -> Iterable[Remark]:
        for text in copy.prose:
            if titles or text.part not in _TITLES:
                for start, line in text.lines:
                    for fault in figure_faults(line, text.language):
                        if fault.code in faulty:
                            yield _remark(text, fault, fault.span.shifted(start))

    return rule(code, severity, Part.BODY, "written", "right")(look)


def _remark(text: Text, fault: FigureFault, span: Span) -> Remark:
    fix = Fix("write-instead", (text.edit(span, fault.right),), (("right", fault.right.strip()),))
    # A unit is shown with its figure: an eye finds no place between two signs.
    seen = Span(_figure_start(text.words, span.start), span.end)
    return Remark(
        place=text.place(seen),
        excerpt=seen.of(text.words),
        params=(("written", seen.of(text.words)), ("right", fault.right.strip())),
        fixes=() if text.guard.touches(span) else (fix,),
    )


def _figure_start(words: str, at: int) -> int:
    if words[at : at + 1].isdigit():
        return at
    while at > 0 and (words[at - 1].isdigit() or words[at - 1] in _BESIDE):
        at -= 1
    return at + len(words[at:]) - len(words[at:].lstrip(_BESIDE))


@rule("NUM004", Severity.HINT, Part.BODY, "sign", "words")
def percent_two_ways(copy: Copy) -> Iterable[Remark]:
    """Per cent as a sign and as words in one body, beside figures; told once."""
    body = copy.body
    sign, words = _SIGN.search(body.words), _WORDS.search(body.words)
    if sign and words:
        later = max(sign, words, key=lambda match: match.start())
        span = Span(_figure_start(body.words, later.start()), later.end())
        params = (("sign", "%"), ("words", words[0].strip()))
        yield Remark(place=body.place(span), excerpt=span.of(body.words), params=params)


digits_or_letters = _figure_rule("NUM001", Severity.HINT, "small", "large", titles=False)
thousands = _figure_rule("NUM002", Severity.WARNING, "grouping")
decimals = _figure_rule("NUM003", Severity.WARNING, "decimal")
unit_spaces = _figure_rule("UNI001", Severity.HINT, "unit-space")
unit_signs = _figure_rule("UNI002", Severity.WARNING, "unit-sign")
hours = _figure_rule("NUM006", Severity.HINT, "hour")

RULES = (digits_or_letters, thousands, decimals, percent_two_ways, hours, unit_spaces, unit_signs)
