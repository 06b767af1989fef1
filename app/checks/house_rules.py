"""The usages of the house: patterns that ship and patterns of the desk, as findings."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from app.checks.copy import Copy, Text
from app.checks.registry import Remark, Rule, rule
from app.domain.errors import DeskError
from app.domain.finding import Fix, Part, Severity
from app.domain.style import StyleRule
from app.language.housestyle import shipped
from app.language.search import Hit, Query, hits


def _house_rule(code: str, severity: Severity) -> Rule:
    """Make the rule for the usages of one weight."""

    def look(copy: Copy) -> Iterable[Remark]:
        for text in copy.prose:
            yield from _of_shipped(text, severity)
        for usage in _of_desk(copy):
            if usage.severity is severity:
                for text in copy.prose:
                    yield from _remarks(text, usage)

    return rule(code, severity, Part.BODY, "message", "message_fr")(look)


def _of_desk(copy: Copy) -> Iterator[StyleRule]:
    language = copy.package.story.language.lower()
    for usage in copy.package.style.rules:
        if language.startswith(usage.language.lower()):
            yield usage


@lru_cache(maxsize=8192)
def _in_line(line: str, language: str) -> tuple[tuple[StyleRule, Hit], ...]:
    """Return what the usages that ship find in one line; none of them looks beyond it."""
    return tuple(
        (usage, hit)
        for usage in shipped(language)
        for hit in hits(line, Query(usage.pattern, pattern=True, case=True), usage.replacement)
    )


def _of_shipped(text: Text, severity: Severity) -> Iterator[Remark]:
    for start, line in text.lines:
        for usage, found in _in_line(line, text.language.lower()):
            if usage.severity is severity:
                span = found.span.shifted(start)
                # A quotation may have opened in a paragraph before.
                hit = replace(found, span=span, quoted=text.guard.touches(span))
                yield _remark(text, usage, hit)


def _remarks(text: Text, usage: StyleRule) -> Iterator[Remark]:
    query = Query(usage.pattern, pattern=True, case=True)
    try:
        found = hits(text.words, query, usage.replacement)
    except DeskError as error:
        # A pattern of the desk that never ends is its own finding; the others go on.
        yield Remark(place=text.place(), excerpt=error.code, params=_messages(usage))
        return
    for hit in found:
        yield _remark(text, usage, hit)


def _remark(text: Text, usage: StyleRule, hit: Hit) -> Remark:
    return Remark(
        place=text.place(hit.span),
        excerpt=hit.span.of(text.words),
        params=_messages(usage),
        fixes=_fixes(text, usage, hit),
    )


def _messages(usage: StyleRule) -> tuple[tuple[str, str], ...]:
    first = next(iter(usage.messages.values()))
    return (
        ("message", usage.messages.get("en", first)),
        ("message_fr", usage.messages.get("fr", first)),
    )


def _fixes(text: Text, usage: StyleRule, hit: Hit) -> tuple[Fix, ...]:
    if usage.replacement is None or hit.quoted:
        return ()
    edit = text.edit(hit.span, hit.instead)
    return (Fix("write-instead", (edit,), (("right", hit.instead),)),)


@rule("HOU003", Severity.HINT, Part.STORY, "reason")
def style_unread(copy: Copy) -> Iterable[Remark]:
    """A file of the house's own rules that cannot be read."""
    if reason := copy.package.style.trouble:
        yield Remark(place=copy.body.place(), params=(("reason", reason),))


house_usage = _house_rule("HOU001", Severity.WARNING)
house_taste = _house_rule("HOU002", Severity.HINT)

RULES = (house_usage, house_taste, style_unread)
