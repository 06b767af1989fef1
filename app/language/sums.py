"""Sums in copy that cannot be right: parts that are more than their whole, camps beyond 100 %."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import resources
from app.domain.text import Span
from app.language.figures import number_words, value_of
from app.language.verbatim import masked

_ENDS = re.compile(r"[.;:!?()«»“”\"–—\n](?!\d)")
_SPACE = "[ \u00a0\u202f]"
_WORD = re.compile(rf"{_SPACE}([^\W\d_][\w’'-]*)")
_FARTHEST = 160
"""Code points on either side of "dont": no list of parts is longer."""

_WHOLE_SHARE = 101
"""Rounding makes 101 of shares that are right."""


@dataclass(frozen=True, slots=True)
class Excess:
    """Figures that add up to more than their whole; both in digits."""

    span: Span
    parts: str
    whole: str


@lru_cache(maxsize=8192)
def excesses(line: str, language: str) -> tuple[Excess, ...]:
    """Return what does not add up in one paragraph, where the words leave no doubt.

    Parts may be fewer than their whole; only more is an error. `language` is a BCP 47 tag.
    """
    tongue = language[:2].lower()
    if tongue not in _data():
        return ()
    among, _number, camps = _patterns(tongue)
    if "%" not in line and not among.search(line):
        return ()
    seen = masked(line)
    return (*_beyond_whole(seen, tongue), *_beyond_hundred(seen, camps))


def _beyond_whole(line: str, tongue: str) -> Iterator[Excess]:
    among, number, _camps = _patterns(tongue)
    for match in among.finditer(line):
        ahead = _ENDS.split(line[max(0, match.start() - _FARTHEST) : match.start()])[-1]
        start = match.start() - len(ahead)
        behind = line[match.end() : match.end() + _FARTHEST]
        ends = _ENDS.search(behind)
        parts = _parts(behind[: ends.start()] if ends else behind, tongue)
        counted = list(number.finditer(ahead))
        if len(parts) > 1 and counted and _counts(ahead, counted[-1].end(), tongue):
            whole, total = _value(counted[-1][0]), sum(value for value, _end in parts)
            if whole and max(value for value, _end in parts) <= whole < total:
                span = Span(start + counted[-1].start(), match.end() + parts[-1][1])
                yield Excess(span, str(total), str(whole))


def _parts(words: str, tongue: str) -> list[tuple[int, int]]:
    """Return the parts listed, each with its end in `words`; none where one is in doubt."""
    _among, number, _camps = _patterns(tongue)
    joint = rf"(?:\A{_SPACE}|,{_SPACE}|(?<!,){_SPACE}(?:{'|'.join(_data()[tongue]['joint'])}){_SPACE})\Z"
    found = []
    for match in number.finditer(words):
        value, noun = _value(match[0]), _WORD.match(words, match.end())
        if not re.search(joint, words[: match.start()]) or value is None or noun is None:
            return []
        if not _is_sure(noun[1].lower(), tongue):
            return []
        found.append((value, noun.end()))
    return found


def _is_sure(word: str, tongue: str) -> bool:
    words = _data()[tongue]
    return word in words["sure"] or word.endswith(words["adverb"])


def _counts(words: str, at: int, tongue: str) -> bool:
    """Say whether a number is followed by the noun it counts."""
    noun = _WORD.match(words, at)
    return noun is not None and noun[1].lower() not in _data()[tongue]["never"]


def _value(number: str) -> int | None:
    return value_of(re.sub(r"[ \u00a0\u202f,.]", "", number))


def _beyond_hundred(line: str, camps: "tuple[re.Pattern[str], ...]") -> Iterator[Excess]:
    for pattern in camps:
        for match in pattern.finditer(line):
            total = float(match["one"].replace(",", ".")) + float(match["two"].replace(",", "."))
            if total > _WHOLE_SHARE:
                yield Excess(Span(*match.span()), f"{total:g} %", "100 %")


@cache
def _patterns(
    tongue: str,
) -> tuple[re.Pattern[str], re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """Return what finds the word before parts, a number, and two camps with their shares."""
    words = _data()[tongue]
    letters = "|".join(sorted(number_words(tongue), key=len, reverse=True))
    number = re.compile(
        rf"(?<![\w.,/-])(?:\d{{1,3}}(?:{_SPACE}\d{{3}})+|\d+(?:,\d{{3}})*|(?:{letters}))(?![\w%,.-]*\d|[\w-]|{_SPACE}?%)",
        re.IGNORECASE,
    )
    among = re.compile(rf"(?<!\w)(?:{'|'.join(words['among'])})(?!\w)")
    share = rf"(?P<{{name}}>\d{{{{1,3}}}}(?:[.,]\d+)?){_SPACE}?%{_SPACE}"
    camps = tuple(
        re.compile(
            share.format(name="one")
            + one
            + r"(?!\w)[^.;:!?%\n]{1,60}?"
            + share.format(name="two")
            + two
            + r"(?!\w)",
            re.IGNORECASE,
        )
        for one, two in words["camps"]
    )
    return among, number, camps


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(resources.read_text("lexicon/sums.toml"))
