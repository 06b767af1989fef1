"""Variables in caption templates: {city}, {date:long}, {seq:3}… filled in from one photo."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from types import MappingProxyType

from app.domain.photo import PhotoMetadata
from app.language.dates import weekday_name, written

_VARIABLE = re.compile(r"\{\{|\}\}|\{([a-z_]+)(?::([a-z0-9]+))?\}")
_BETWEEN = r"[/|•·–—-]"
_HOLES = re.compile(
    rf"(?:\s+{_BETWEEN}(?=\s+{_BETWEEN}(?:\s|$))|\s+{_BETWEEN}\s*$)|^\s*{_BETWEEN}\s+"
)
"""Separators left with nothing between them when a variable was empty."""

_HOLE = "\x00"
"""Stands for a variable that gave nothing until the text around it is closed."""

_PARTED = r"(?:\s*[,;|/·]\s*|\s+[:–—-]\s+)"
_CLOSINGS = (
    (re.compile(rf"\(\s*{_HOLE}\s*\)"), _HOLE),
    (re.compile(rf"{_PARTED}{_HOLE}(?=\s*(?:[,;|/·.!?)]|[:–—-]\s|$))", re.MULTILINE), ""),
    (re.compile(rf"(^|[(]|[.!?]\s){_HOLE}{_PARTED}", re.MULTILINE), r"\1"),
    (re.compile(rf"[ \t]+{_HOLE}(?=\s|[,;.)]|$)", re.MULTILINE), ""),
    (re.compile(rf"^{_HOLE}[ \t]+", re.MULTILINE), ""),
)
"""What closes around a hole: its parentheses, the sign that parted it from its neighbour, its space."""

_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One photo as a template sees it. `seq` is its number in the batch, from 1; `slug` the story's."""

    metadata: PhotoMetadata
    file_name: str = ""
    seq: int = 1
    slug: str = ""
    language: str = "fr-FR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A template filled in. `unknown` variables stay as typed; `empty` ones gave nothing.

    Commas and other signs that parted an empty one from its neighbours go with it.
    """

    text: str
    unknown: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


Variable = Callable[[Frame, str], str | None]


def _day(frame: Frame, form: str) -> str | None:
    day = frame.metadata.created_on()
    if day is None:
        return ""
    forms: dict[str, Callable[[], str]] = {
        "": lambda: _figures(day, frame.language),
        "short": lambda: _figures(day, frame.language),
        "iso": day.isoformat,
        "long": lambda: written(day, frame.language),
        "weekday": lambda: weekday_name(day.weekday(), frame.language),
        "year": lambda: str(day.year),
    }
    return forms[form]() if form in forms else None


def _figures(day: date, language: str) -> str:
    return f"{day:%m/%d/%Y}" if language.casefold() in {"en", "en-us"} else f"{day:%d/%m/%Y}"


def _time(frame: Frame, form: str) -> str | None:
    _, _, time = frame.metadata.created.partition("T")
    clock = time[:5].replace(":", " h ", 1) if frame.language.startswith("fr") else time[:5]
    return None if form else clock


def _sequence(frame: Frame, form: str) -> str | None:
    if not form:
        return str(frame.seq)
    return f"{frame.seq:0{form}d}" if form.isdigit() and 0 < int(form) <= _MOST_DIGITS else None


def _name(frame: Frame, form: str) -> str | None:
    name = PurePath(frame.file_name)
    return {"": name.stem, "full": name.name}.get(form)


def _slug(frame: Frame, form: str) -> str | None:
    return None if form else frame.slug


def _listed(field: str) -> Variable:
    """Return a variable that lists the values of a field, the last one after "et" or "and"."""

    def variable(frame: Frame, form: str) -> str | None:
        values: tuple[str, ...] = getattr(frame.metadata, field)
        if form == "first":
            return "".join(values[:1])
        if form:
            return None
        last = " et " if frame.language.startswith("fr") else " and "
        return last.join(filter(None, (", ".join(values[:-1]), *values[-1:])))

    return variable


def _plain(*fields: str) -> Variable:
    """Return a variable that gives the first of some fields that is known."""

    def variable(frame: Frame, form: str) -> str | None:
        known = (str(getattr(frame.metadata, field) or "") for field in fields)
        return None if form else next(filter(None, known), "")

    return variable


VARIABLES: Mapping[str, Variable] = MappingProxyType(
    {
        **{
            name: _plain(name)
            for name in (
                "title",
                "headline",
                "description",
                "city",
                "sublocation",
                "state",
                "country",
                "event",
                "credit",
                "source",
                "job_id",
                "camera",
                "instructions",
                "copyright_notice",
            )
        },
        "agency": _plain("credit", "source"),
        "place": _plain("sublocation", "city", "country"),
        "creator": _listed("creator"),
        "persons": _listed("persons"),
        "organisations": _listed("organisations"),
        "keywords": _listed("keywords"),
        "date": _day,
        "time": _time,
        "seq": _sequence,
        "file": _name,
        "slug": _slug,
    }
)
"""Every variable: what it gives for a photo and the form asked for, None for an unknown form."""


def fill(template: str, frame: Frame) -> Filled:
    """Fill a template in. `{{` and `}}` are braces; a variable nobody knows stays as typed."""
    unknown: list[str] = []
    empty: list[str] = []

    def replaced(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0][0]
        variable = VARIABLES.get(match[1])
        value = variable(frame, match[2] or "") if variable else None
        if value is None:
            unknown.append(match[0])
            return match[0]
        if not value:
            empty.append(match[1])
        return value or _HOLE

    text = _VARIABLE.sub(replaced, template)
    return Filled(text=_closed(text) if empty else text, unknown=tuple(unknown), empty=tuple(empty))


def _closed(text: str) -> str:
    """Return a text with its holes closed; one that says nothing but signs is no text."""
    before = ""
    while before != text:
        before = text
        for pattern, put in _CLOSINGS:
            text = pattern.sub(put, text)
    text = text.replace(_HOLE, "")
    return text if any(sign.isalnum() for sign in text) else ""


def credit_line(template: str, frame: Frame) -> str:
    """Return a credit composed by a template ("{creator} / {agency}"), without holes or repeats."""
    text = fill(template, frame).text
    before = None
    while before != text:
        before, text = text, _HOLES.sub("", text)
    parts = dict.fromkeys(part.strip() for part in text.split(" / "))
    return " / ".join(part for part in parts if part)
