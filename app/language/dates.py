"""Dates as news copy writes them, in French and English: where they stand and which day they mean."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.text import Span


class Precision(StrEnum):
    """How much of the calendar a mention pins down."""

    DAY = "day"
    MONTH = "month"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in copy. `weekday` is the one written (Monday is 0), None when none is.

    `date` is the day meant, the first of the month for a month; None when the year is neither
    written nor given by the context. `exists` is False for a day no calendar has ("31 February").
    """

    span: Span
    date: date | None
    weekday: int | None
    precision: Precision
    exists: bool = True


_MONTHS = {
    "fr": "janvier janv|février févr fevrier fevr|mars|avril avr|mai|juin|juillet juil|août aout"
    "|septembre sept|octobre oct|novembre nov|décembre déc decembre dec",
    "en": "January Jan|February Feb|March Mar|April Apr|May|June Jun|July Jul|August Aug"
    "|September Sept Sep|October Oct|November Nov|December Dec",
}
_WEEKDAYS = {
    "fr": "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    "en": "Monday Mon|Tuesday Tues Tue|Wednesday Wed|Thursday Thurs Thur Thu|Friday Fri"
    "|Saturday Sat|Sunday",
}
_SPACE = r"[ \t\u00a0\u2009\u202f]{1,2}"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"


def _numbers(rows: str, first: int) -> dict[str, int]:
    return {
        word.casefold(): number
        for number, words in enumerate(rows.split("|"), start=first)
        for word in words.split()
    }


def _either(rows: str) -> str:
    words = sorted(rows.replace("|", " ").split(), key=len, reverse=True)
    return f"(?:{'|'.join(words)})"


_MONTH_NUMBER = {key: _numbers(rows, 1) for key, rows in _MONTHS.items()}
_WEEKDAY_NUMBER = {key: _numbers(rows, 0) for key, rows in _WEEKDAYS.items()}
_WHOLE_WEEKDAY = "|".join(words.split()[0] for words in _WEEKDAYS["en"].split("|"))


def _french() -> tuple[re.Pattern[str], ...]:
    month, weekday = _either(_MONTHS["fr"]), _either(_WEEKDAYS["fr"])
    full = (
        rf"(?<!\w)(?:(?P<weekday>{weekday}),?{_SPACE}(?:le{_SPACE})?)?"
        rf"(?P<day>1(?:er|ᵉʳ)|\d{{1,2}}|premier){_SPACE}(?P<month>{month})(?!\w)"
        rf"(?:\.?{_SPACE}(?P<year>{_YEAR}))?"
    )
    whole_month = (
        rf"(?<!\w)(?:(?:(?:(?:fin|début|courant|en){_SPACE}|mi-)(?P<month>{month})(?!\w)"
        rf"(?:\.?{_SPACE}(?P<year>{_YEAR}))?)"
        rf"|(?P<month2>{month})(?!\w)\.?{_SPACE}(?P<year2>{_YEAR}))"
    )
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (full, whole_month, rf"(?<!\w)(?P<weekday>{weekday})(?!\w)")
    )


def _english() -> tuple[re.Pattern[str], ...]:
    month, weekday = _either(_MONTHS["en"]), _either(_WEEKDAYS["en"])
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w%])"
    lead = rf"(?<!\w)(?:(?P<weekday>{weekday})\.?,?{_SPACE}(?:the{_SPACE})?)?"
    year = rf"(?:\.?,?{_SPACE}(?P<year>{_YEAR}))?"
    whole_month = (
        rf"(?<!\w)(?:(?:(?:(?:in|late|early|since|last|next){_SPACE}|mid-)(?P<month>{month})"
        rf"(?!\w)(?:\.?,?{_SPACE}(?P<year>{_YEAR}))?)"
        rf"|(?P<month2>{month})(?!\w)\.?,?{_SPACE}(?P<year2>{_YEAR}))"
    )
    patterns = (
        rf"{lead}{day}{_SPACE}(?:of{_SPACE})?(?P<month>{month})(?!\w){year}",
        rf"{lead}(?P<month>{month})(?!\w)\.?{_SPACE}{day}{year}",
        whole_month,
        rf"(?<!\w)(?P<weekday>{_WHOLE_WEEKDAY})(?!\w)",
    )
    return tuple(re.compile(pattern) for pattern in patterns)


_PATTERNS = {"fr": _french(), "en": _english()}
_ISO = re.compile(
    r"(?<![\w/-])(?P<year>\d{4})-(?P<month>0\d|1[0-2])-(?P<day>[0-2]\d|3[01])(?![\w/-])"
)
_FIGURES = re.compile(
    r"(?<![\w/.])(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\w/])"
)
_MONTH_FIRST = frozenset({"en", "en-us"})


def dates_in(text: str, language: str, near: date | None = None) -> tuple[FoundDate, ...]:
    """Return the dates of `text` in reading order, none overlapping.

    `language` is a BCP 47 tag; other languages than French are read as English. `near` is a day
    the copy is known to be about: a date without a year, and a bare weekday, are taken as the
    occurrence closest to it. Figures ("03/04/2017") are month first only in American English.
    """
    found: list[FoundDate] = []
    taken = bytearray(len(text))
    for each in _candidates(text, language.lower(), near):
        if not any(taken[each.span.start : each.span.end]):
            found.append(each)
            taken[each.span.start : each.span.end] = b"\1" * len(each.span)
    return tuple(sorted(found, key=lambda each: each.span))


def _candidates(text: str, tag: str, near: date | None) -> Iterator[FoundDate]:
    language = "fr" if tag.startswith("fr") else "en"
    for match in _ISO.finditer(text):
        yield _day(match, match.groupdict(), near, None)
    for match in _FIGURES.finditer(text):
        yield _day(match, _in_order(match, month_first=tag in _MONTH_FIRST), near, None)
    for pattern in _PATTERNS[language]:
        for match in pattern.finditer(text):
            yield _reading(match, language, near)


def _in_order(match: re.Match[str], *, month_first: bool) -> dict[str, str]:
    one, two = match["one"], match["two"]
    if month_first and int(one) > len(_MONTHS["en"].split("|")):
        month_first = False
    month, day = (one, two) if month_first else (two, one)
    return {"year": match["year"], "month": month, "day": day}


def _reading(match: re.Match[str], language: str, near: date | None) -> FoundDate:
    parts = {key: value for key, value in match.groupdict().items() if value}
    written = parts.get("weekday")
    weekday = _WEEKDAY_NUMBER[language][written.casefold()] if written else None
    month = parts.get("month") or parts.get("month2")
    if month is None:
        return FoundDate(Span(*match.span()), _closest(weekday, near), weekday, Precision.WEEKDAY)
    parts["month"] = str(_MONTH_NUMBER[language][month.casefold()])
    if "year2" in parts:
        parts["year"] = parts["year2"]
    if "day" in parts:
        return _day(match, parts, near, weekday)
    parts["day"] = "1"
    first = _resolved(parts, near)
    return FoundDate(Span(*match.span()), first, weekday, Precision.MONTH)


def _day(
    match: re.Match[str], parts: Mapping[str, str | None], near: date | None, weekday: int | None
) -> FoundDate:
    return FoundDate(
        Span(*match.span()),
        _resolved(parts, near),
        weekday,
        Precision.DAY,
        exists=_made(int(parts.get("year") or _LEAP_YEAR), parts) is not None,
    )


_FIRST = "1"
"""What "premier" means as a day of the month."""

_LEAP_YEAR = 2000
"""A year that has every day any year has."""


def _resolved(parts: Mapping[str, str | None], near: date | None) -> date | None:
    if year := parts.get("year"):
        return _made(int(year), parts)
    if near is None:
        return None
    years = (near.year - 1, near.year, near.year + 1)
    days = [made for year in years if (made := _made(year, parts))]
    return min(days, key=lambda day: abs(day - near), default=None)


def _made(year: int, parts: Mapping[str, str | None]) -> date | None:
    figures = "".join(mark for mark in str(parts["day"]) if mark.isdecimal())
    try:
        return date(year, int(str(parts["month"])), int(figures or _FIRST))
    except ValueError:
        return None


def _closest(weekday: int | None, near: date | None) -> date | None:
    if near is None or weekday is None:
        return None
    ahead = (weekday - near.weekday()) % 7
    days = (near.toordinal() + ahead, near.toordinal() + ahead - 7)
    known = [day for day in days if 1 <= day <= date.max.toordinal()]
    return date.fromordinal(min(known, key=lambda day: abs(day - near.toordinal())))


def weekday_name(weekday: int, language: str) -> str:
    """Return the name of a weekday (Monday is 0) as written inside a French or English sentence."""
    rows = _WEEKDAYS["fr" if language.lower().startswith("fr") else "en"]
    return rows.split("|")[weekday].split()[0]


def written(day: date, language: str) -> str:
    """Return a day as a French or English sentence has it, in no-break spaces where they belong."""
    tag = language.lower()
    if tag.startswith("fr"):
        month = _MONTHS["fr"].split("|")[day.month - 1].split()[0]
        first = "1er" if day.day == 1 else str(day.day)
        return f"{first}\u00a0{month}\u00a0{day.year}"
    month = _MONTHS["en"].split("|")[day.month - 1].split()[0]
    if tag in _MONTH_FIRST:
        return f"{month}\u00a0{day.day}, {day.year}"
    return f"{day.day}\u00a0{month}\u00a0{day.year}"
