"""Dates: the weekday must be that day's, and the day must exist."""

from collections.abc import Iterable

from app.checks.copy import Copy, Text
from app.checks.registry import Remark, rule
from app.domain.finding import Fix, Part, Severity
from app.domain.text import Span
from app.language.dates import FoundDate, Precision, weekday_name


@rule("DAT001", Severity.ERROR, Part.BODY, "weekday", "right", "date")
def weekday_of_another_day(copy: Copy) -> Iterable[Remark]:
    """A weekday that is not the one of its date; without a year only when the story has a day."""
    for text in copy.prose:
        for found in text.dates(copy.package.story.dated):
            if found.precision is not Precision.DAY or None in (found.date, found.weekday):
                continue
            if found.date and found.date.weekday() != found.weekday:
                yield _wrong_weekday(text, found, found.date.weekday())


def _wrong_weekday(text: Text, found: FoundDate, weekday: int) -> Remark:
    words = found.span.of(text.words)
    written = next(word for word in words.replace(",", " ").replace(".", " ").split())
    right = weekday_name(weekday, text.language)
    if written[0].isupper():
        right = right[0].upper() + right[1:]
    span = Span(found.span.start, found.span.start + len(written))
    fix = Fix("write-instead", (text.edit(span, right),), (("right", right),))
    return Remark(
        place=text.place(found.span),
        excerpt=words,
        params=(("weekday", written), ("right", right), ("date", words)),
        fixes=() if text.guard.touches(span) else (fix,),
    )


@rule("DAT002", Severity.ERROR, Part.BODY, "date")
def day_that_does_not_exist(copy: Copy) -> Iterable[Remark]:
    """A day no calendar has, such as 31 April."""
    for text in copy.prose:
        for found in text.dates(copy.day):
            if not found.exists:
                words = found.span.of(text.words)
                yield Remark(place=text.place(found.span), excerpt=words, params=(("date", words),))


RULES = (weekday_of_another_day, day_that_does_not_exist)
