"""Dates: the weekday must be that day's, and the day must exist."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

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


@rule("DAT003", Severity.WARNING, Part.BODY, "weekday", "right", "date", "year")
def weekday_of_the_year_it_was_begun(copy: Copy) -> Iterable[Remark]:
    """A weekday wrong for a date without a year, in a story nobody gave a day.

    The story is then taken to be of the days it was begun in, which copy of another year is not:
    a date in full of another year is taken to say so, and nothing is remarked.
    """
    begun = copy.package.story.created_at.date()
    if copy.package.story.dated or any(year != begun.year for year in _years(copy)):
        return
    for text in copy.prose:
        for found in text.dates(begun):
            if found.precision is not Precision.DAY or not found.date or found.weekday is None:
                continue
            if found.date.weekday() != found.weekday and not _has_year(text, found):
                remark = _wrong_weekday(text, found, found.date.weekday())
                yield replace(remark, params=(*remark.params, ("year", str(found.date.year))))


def _years(copy: Copy) -> Iterator[int]:
    """Yield the years of the dates that have one."""
    for text in copy.prose:
        yield from (found.date.year for found in text.dates(None) if found.date)


def _has_year(text: Text, found: FoundDate) -> bool:
    return any(other.span == found.span and other.date for other in text.dates(None))


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


RULES = (weekday_of_another_day, day_that_does_not_exist, weekday_of_the_year_it_was_begun)
