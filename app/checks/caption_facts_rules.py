"""Captions against what is known of the picture: when, where, who held which office, which tense."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.checks.copy import Copy, Text
from app.checks.registry import Remark, rule
from app.domain.finding import Fix, Part, Severity
from app.domain.person import Person, Title
from app.domain.photo import Photo, PhotoUse
from app.domain.text import Span
from app.language.accents import bare
from app.language.dates import FoundDate, Precision, written

_CLOCK = timedelta(days=1)
"""Cameras keep the time of another zone, or none: a day more or less proves nothing."""

_NEAR = 60
"""Letters between a name and the office told of it."""

_PLACES = ("sublocation", "city", "state", "country")
_SENTENCE = re.compile(r"[^.!?…]*[.!?…]?")
_FRENCH_PAST = re.compile(
    r"(?<!\w)(?:a|ont)(?: été)? \w+(?:é|ée|és|ées|i|is|it|ie|u|us|ue)(?!\w)"
    r"|(?<!\w)(?:était|étaient|avait|avaient|fut|furent)(?!\w)"
)
_ENGLISH_PAST = re.compile(
    r"(?<!\w)(?:was|were|had|spoke|stood|sat|held|led|met|left the|won|went|came|took|gave|made"
    r"|said|told)(?!\w)"
    r"|(?<=, )(?:walked|arrived|attended|visited|greeted|opened|addressed|inspected|watched)(?!\w)"
    r"|(?<=[a-zà-ÿ] )(?:walked|arrived|attended|visited|greeted|opened|addressed|inspected"
    r"|watched)(?!\w)"
)
_ASIDE = re.compile(
    r"(?<!\w)(?:qui|que|qu['’]|dont|où|quand|lorsque|après|depuis"
    r"|who|which|that|where|when|after|since|whose|as)(?!\w)[^,.;]*",
    re.IGNORECASE,
)
"""What tells of another moment: a relative clause, or words of time before it."""


def _params(use: PhotoUse, **params: str) -> tuple[tuple[str, str], ...]:
    return (("slot", str(use.slot)), *params.items())


def _pictures(copy: Copy) -> Iterator[tuple[PhotoUse, Photo, Text]]:
    for use in copy.package.uses:
        photo = copy.package.photo_of(use)
        if photo and use.caption.strip() and not use.decorative:
            yield use, photo, copy.caption(use)


def _day_told(text: Text, near: date | None) -> FoundDate | None:
    """Return the one full date of a caption, None when it tells several or none."""
    days = [one for one in text.dates(near) if one.precision is Precision.DAY and one.date]
    return days[0] if len(days) == 1 else None


@rule("PHO017", Severity.WARNING, Part.CAPTION, "slot", "person", "title", "held", "date")
def office_of_another_time(copy: Copy) -> Iterable[Remark]:
    """A caption that gives somebody an office the register says was held at another time."""
    for use, photo, text in _pictures(copy):
        told = _day_told(text, copy.day)
        day = (told.date if told else None) or use.dated or photo.metadata.created_on() or copy.day
        for span, name in text.names if day else ():
            person = _entry(copy, name)
            if person and day:
                yield from _wrong_office(use, text, span, person, day)


def _entry(copy: Copy, name: str) -> Person | None:
    known = bare(name).casefold()
    people = (one for one in copy.package.people if len(one.titles) > 1)
    return next((p for p in people if known in {bare(n).casefold() for n in p.names()}), None)


def _wrong_office(
    use: PhotoUse, text: Text, name: Span, person: Person, day: date
) -> Iterator[Remark]:
    held = [title for title in person.titles if _is_held(title, day)]
    if not held:
        return
    start = max(0, name.start - _NEAR)
    around = text.words[start : name.end + _NEAR].casefold()
    if any(title.words.casefold() in around for title in held):
        return
    for title in person.titles:
        at = around.find(title.words.casefold())
        if at < 0 or title in held:
            continue
        span = Span(start + at, start + at + len(title.words))
        params = {"title": span.of(text.words), "held": held[0].words, "date": day.isoformat()}
        fix = Fix("write-instead", (text.edit(span, held[0].words),), (("right", held[0].words),))
        yield Remark(
            place=text.place(span),
            excerpt=span.of(text.words),
            params=_params(use, person=person.name, **params),
            fixes=() if text.guard.touches(span) else (fix,),
        )
        return


def _is_held(title: Title, day: date) -> bool:
    return (title.since is None or title.since <= day) and (
        title.until is None or day <= title.until
    )


@rule("PHO018", Severity.WARNING, Part.CAPTION, "slot", "date", "made")
def date_of_another_day(copy: Copy) -> Iterable[Remark]:
    """A caption dated on another day than the one the camera wrote."""
    for use, photo, text in _pictures(copy):
        made, told = photo.metadata.created_on(), _day_told(text, copy.day)
        if made is None or told is None or told.date is None or abs(told.date - made) <= _CLOCK:
            continue
        words = told.span.of(text.words)
        params = _params(use, date=words, made=written(made, text.language))
        yield Remark(place=text.place(told.span), excerpt=words, params=params)


@rule("PHO019", Severity.HINT, Part.CAPTION, "slot", "place")
def caption_without_place(copy: Copy) -> Iterable[Remark]:
    """A caption that names none of the places the picture is known to show."""
    for use, photo, text in _pictures(copy):
        places = [getattr(photo.metadata, name) for name in _PLACES]
        known = [place for place in places if place]
        caption = bare(text.words).casefold()
        if known and not any(bare(place).casefold() in caption for place in known):
            params = _params(use, place=photo.metadata.city or known[0])
            yield Remark(place=text.place(), excerpt=text.words, params=params)


@rule("PHO020", Severity.HINT, Part.CAPTION, "slot", "verb")
def caption_in_the_past(copy: Copy) -> Iterable[Remark]:
    """A caption whose first sentence tells what is seen in the past; captions show it happening."""
    past = _FRENCH_PAST if copy.french else _ENGLISH_PAST
    for use, _photo, text in _pictures(copy):
        if use.archive:
            continue
        first = _SENTENCE.match(text.words)
        # Words of another moment keep their length, so that places stay true.
        seen = _ASIDE.sub(lambda aside: " " * len(aside[0]), first[0]) if first else ""
        verb = past.search(seen)
        if verb and not text.guard.touches(Span(*verb.span())):
            span = Span(*verb.span())
            params = _params(use, verb=verb[0])
            yield Remark(place=text.place(span), excerpt=verb[0], params=params)


RULES = (office_of_another_time, date_of_another_day, caption_without_place, caption_in_the_past)
