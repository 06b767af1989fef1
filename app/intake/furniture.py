"""Lines that belong to a site, a wire or a desk and not to the story."""

import re
import tomllib
from functools import cache
from typing import Any

import resources
from app.intake.sheet import LABEL_LIMIT, Entry, folded

_ORNAMENT = " \t\u00a0\u202f•·▪■●◆►▶▸→›»«‹|>+–—*_-"
_FINAL = _ORNAMENT + ".…:!←"
_SHORT = 100
_AFTER_OPENING = re.compile(r"\s*[:|>›»→–—-]\s*\S")


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(resources.read_text("lexicon/furniture.toml"))


@cache
def _whole() -> dict[str, str]:
    """Return every whole line of furniture, as compared, with its reason."""
    rows = _lists()["whole"].items()
    return {_bare(folded(line)): reason for reason, lines in rows for line in lines}


@cache
def _openings() -> dict[str, str]:
    rows = _lists()["opening"].items()
    return {folded(line): reason for reason, lines in rows for line in lines}


@cache
def _prefixes() -> tuple[tuple[str, str], ...]:
    table = _lists()["prefix"]
    rows = [(reason, lines) for reason, lines in table.items() if reason != "limit"]
    return tuple((folded(line), reason) for reason, lines in rows for line in lines)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = _lists()["pattern"].items()
    return tuple((re.compile(each), reason) for reason, patterns in rows for each in patterns)


@cache
def _sections() -> frozenset[str]:
    return frozenset(_bare(folded(line)) for line in _lists()["section"]["labels"])


def furniture(words: str) -> str:
    """Return why a line is no part of a story, as a code, or "" when it may be one."""
    if len(words) > LABEL_LIMIT:
        return ""
    plain = folded(words)
    return (
        _whole().get(_bare(plain), "")
        or _opened(plain)
        or _prefixed(plain, len(words))
        or _matched(plain)
    )


def is_published_line(words: str) -> bool:
    """Say whether a line only tells when a page was put on line or changed."""
    plain = folded(words)
    openings = _lists()["published"]["openings"]
    starts = any(plain.startswith(folded(opening)) for opening in openings)
    return starts and len(words) <= _SHORT and any(each.isdigit() for each in plain)


def is_section(words: str) -> bool:
    """Say whether a line is the name of a part of a news site."""
    return len(words) <= LABEL_LIMIT and _bare(folded(words)) in _sections()


def drop_furniture(entries: list[Entry]) -> None:
    """Leave out, each with its reason, the lines that belong to a site or a wire."""
    for entry in entries:
        if not entry.role and (reason := furniture(entry.words)):
            entry.drop(reason)


def _matched(plain: str) -> str:
    return next((reason for pattern, reason in _patterns() if pattern.fullmatch(plain)), "")


def _bare(plain: str) -> str:
    return plain.rstrip(_FINAL).lstrip(_ORNAMENT) or plain


def _opened(plain: str) -> str:
    bare = plain.lstrip(_ORNAMENT)
    for opening, reason in _openings().items():
        if bare.startswith(opening) and _AFTER_OPENING.match(bare, len(opening)):
            return reason
    return ""


def _prefixed(plain: str, length: int) -> str:
    if length > _lists()["prefix"]["limit"]:
        return ""
    return next((reason for start, reason in _prefixes() if plain.startswith(start)), "")
