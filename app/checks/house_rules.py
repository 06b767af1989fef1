"""The usages of the house: patterns that ship and patterns of the desk, as findings."""

from collections.abc import Iterable, Iterator

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
        for usage in _usages(copy):
            if usage.severity is severity:
                for text in copy.prose:
                    yield from _remarks(text, usage)

    return rule(code, severity, Part.BODY, "message", "message_fr")(look)


def _usages(copy: Copy) -> Iterator[StyleRule]:
    language = copy.package.story.language.lower()
    for usage in (*shipped(language), *copy.package.style.rules):
        if language.startswith(usage.language.lower()):
            yield usage


def _remarks(text: Text, usage: StyleRule) -> Iterator[Remark]:
    query = Query(usage.pattern, pattern=True, case=True)
    params = (
        ("message", usage.messages.get("en", next(iter(usage.messages.values())))),
        ("message_fr", usage.messages.get("fr", next(iter(usage.messages.values())))),
    )
    try:
        found = hits(text.words, query, usage.replacement)
    except DeskError as error:
        # A pattern of the desk that never ends is its own finding; the others go on.
        yield Remark(place=text.place(), excerpt=error.code, params=params)
        return
    for hit in found:
        yield Remark(
            place=text.place(hit.span),
            excerpt=hit.span.of(text.words),
            params=params,
            fixes=_fixes(text, usage, hit),
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
