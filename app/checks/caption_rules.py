"""Captions against the story: the same day, the same people, said once."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from app.checks.copy import Copy, Text
from app.checks.photo_rules import folded
from app.checks.registry import Remark, rule
from app.domain.finding import Fix, Part, Place, Severity
from app.domain.photo import PhotoUse
from app.domain.text import Span
from app.language.accents import bare
from app.language.dates import FoundDate, Precision

_RECENT = timedelta(days=7)
"""A picture older than the events by more than this is an archive picture to its reader."""

_ARCHIVE = re.compile(
    r"(?<!\w)(?:archives?|file (?:photo|picture|image|pic)|library (?:photo|picture)|\(file\))",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"(?<!\w)(?:à (?:gauche|droite)|au centre|de gauche à droite|\(?[gd]\.\)"
    r"|(?:far |second |third )?(?:left|right)|cent(?:re|er))(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ROW = re.compile(r"(?<!\w)(?:de gauche à droite|from left|left to right)(?!\w)", re.IGNORECASE)


def _params(use: PhotoUse, **params: str) -> tuple[tuple[str, str], ...]:
    return (("slot", str(use.slot)), *params.items())


@rule("PHO004", Severity.WARNING, Part.CAPTION, "slot", "other")
def caption_stands_twice(copy: Copy) -> Iterable[Remark]:
    """A caption that stands under another picture too, or again as a paragraph of the body."""
    paragraphs = {folded(line) for _, line in copy.body.lines}
    seen: dict[str, int] = {}
    for use in copy.package.uses:
        words = folded(use.caption)
        if not words:
            continue
        if words in seen or words in paragraphs:
            other = str(seen.get(words, ""))
            place = Place(Part.CAPTION, None, use.slot)
            yield Remark(place=place, excerpt=use.caption, params=_params(use, other=other))
        seen.setdefault(words, use.slot)


@rule("PHO005", Severity.WARNING, Part.CAPTION, "slot", "date", "days")
def old_picture_without_label(copy: Copy) -> Iterable[Remark]:
    """A picture made well before the events, which the caption does not call an archive picture."""
    for use in copy.package.uses:
        if use.archive or _ARCHIVE.search(use.caption) or copy.day is None:
            continue
        text = copy.caption(use)
        found = _day_of(text, copy.day)
        made = found.date if found else use.dated or _made_on(copy, use)
        if made and copy.day - made > _RECENT:
            yield Remark(
                place=text.place(found.span if found else None),
                excerpt=found.span.of(text.words) if found else made.isoformat(),
                params=_params(use, date=made.isoformat(), days=str((copy.day - made).days)),
                fixes=_labelled(text),
            )


def _day_of(text: Text, near: date) -> FoundDate | None:
    days = [each for each in text.dates(near) if each.precision is Precision.DAY and each.date]
    return days[0] if days else None


def _made_on(copy: Copy, use: PhotoUse) -> date | None:
    photo = copy.package.photo_of(use)
    return photo.metadata.created_on() if photo else None


def _labelled(text: Text) -> tuple[Fix, ...]:
    """Return the fix that puts the archive label before the end of the caption."""
    words = text.words.rstrip()
    if not words:
        return ()
    end = len(words) - (words[-1] in ".!…")
    label = " (archives)" if text.language.lower().startswith("fr") else " (file photo)"
    at = Span(end, end)
    return () if text.guard.touches(at) else (Fix("label-archive", (text.edit(at, label),)),)


@rule("PHO008", Severity.WARNING, Part.CAPTION, "slot", "person")
def listed_but_not_named(copy: Copy) -> Iterable[Remark]:
    """A person listed for the picture whom its caption does not name."""
    for use in copy.package.uses:
        caption = bare(use.caption).casefold()
        photo = copy.package.photo_of(use)
        listed = use.persons or (photo.metadata.persons if photo else ())
        for person in listed if caption else ():
            family = bare(person).casefold().split()[-1:] or [""]
            if family[0] and family[0] not in caption:
                place = Place(Part.CAPTION, None, use.slot)
                yield Remark(place=place, excerpt=person, params=_params(use, person=person))


@rule("PHO009", Severity.HINT, Part.CAPTION, "slot", "person")
def named_but_not_listed(copy: Copy) -> Iterable[Remark]:
    """A person the caption names who is not in the list that the picture carries."""
    for use in copy.package.uses:
        listed = {bare(name).casefold() for name in use.persons}
        if not listed:
            continue
        text = copy.caption(use)
        for span, name in text.names:
            if not any(bare(name).casefold() in one for one in listed):
                params = _params(use, person=name)
                yield Remark(place=text.place(span), excerpt=name, params=params)


@rule("PHO011", Severity.HINT, Part.CAPTION, "slot", "sides", "people")
def sides_and_people_differ(copy: Copy) -> Iterable[Remark]:
    """A caption that tells left from right for more people than it names."""
    for use in copy.package.uses:
        text = copy.caption(use)
        sides = [] if _ROW.search(text.words) else list(_SIDES.finditer(text.words))
        people = len(dict.fromkeys(name for _, name in text.names))
        if len(sides) > people:
            first = Span(*sides[0].span())
            params = _params(use, sides=str(len(sides)), people=str(people))
            yield Remark(place=text.place(first), excerpt=sides[0][0], params=params)


@rule("PHO016", Severity.HINT, Part.CAPTION, "slot")
def caption_without_date(copy: Copy) -> Iterable[Remark]:
    """A caption that does not say when; a reader of an archive will need it."""
    for use in copy.package.uses:
        text = copy.caption(use)
        told = text.dates(copy.day) or _YEAR.search(text.words)
        if text.words.strip() and not use.decorative and not told:
            yield Remark(place=text.place(), excerpt=text.words, params=_params(use))


RULES = (
    caption_stands_twice,
    old_picture_without_label,
    listed_but_not_named,
    named_but_not_listed,
    sides_and_people_differ,
    caption_without_date,
)
