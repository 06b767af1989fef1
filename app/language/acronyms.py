"""Initials in copy: where they stand, where they are spelled out, and which need no spelling out."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import resources
from app.domain.text import Span
from app.language.folding import folded
from app.language.spelling import doubts
from app.language.verbatim import masked

_INITIALS = re.compile(r"(?<![\w&.\-/@#])[A-ZÉ]{2,6}(?=(?:s|['’]s)?(?![\w&/]|-\w|\.\w))")
_ROMAN = re.compile(r"[IVX]+")
_WORD = re.compile(r"[^\W\d_]+")
_AFTER_IN_BRACKETS = re.compile(r"\([^()]*?([A-ZÉ]{2,6})s?\b[^()]{0,40}\)")
_BEFORE_BRACKETS = re.compile(r"([A-ZÉ]{2,6})s?,? ?[(–—][^()]*?[^\W\d_]{2,}[^()]*? [^()]+")
_DATELINE = re.compile(r"[A-ZÉ][A-ZÉ ,.’'-]+(?:\([^)]*\)|, [\w .]+)? ?[–—-]")
_FEWEST = 3
"""Two letters are the initials of too much."""

_NEAR = 40
"""Characters in which the word before and the word after are looked for."""

_FAMILY_NAME = 4
"""Letters from which capitals after a first name are a family name."""

_VOWELS = "aeiouyh"
_ELIDED = re.compile(r"(?<!\w)(?:[ld]|qu)[’']\Z", re.IGNORECASE)
_WHOLE = re.compile(r"(?<!\w)(?:le|la|de|que|du) \Z", re.IGNORECASE)


@lru_cache(maxsize=8192)
def initials_in(line: str, language: str) -> tuple[tuple[Span, str], ...]:
    """Return the initials of a line with their places; headings in capitals and names are none."""
    seen = masked(line)
    start = _DATELINE.match(seen)
    if not any(char.islower() for char in seen):
        return ()
    found = _INITIALS.finditer(seen, start.end() if start else 0)
    return tuple(
        (Span(*match.span()), match[0])
        for match in found
        if not _ROMAN.fullmatch(match[0]) and not _is_shouted(seen, match, language)
    )


@lru_cache(maxsize=8192)
def spelled_out(line: str) -> frozenset[str]:
    """Return the initials a line explains itself, with brackets: "words (ABC)", "ABC (words)"."""
    return frozenset(
        match[1]
        for pattern in (_AFTER_IN_BRACKETS, _BEFORE_BRACKETS)
        for match in pattern.finditer(line)
    )


@lru_cache(maxsize=8192)
def heads(line: str) -> str:
    """Return the first letters of the words of a line that count, in capitals."""
    small = _data().small
    words = (folded(word) for word in _WORD.findall(line))
    return "".join(word[0] for word in words if word and word not in small).upper()


def is_told(initials: str, lines: tuple[str, ...]) -> bool:
    """Say whether some lines of copy spell initials out, the last of them the one they stand in."""
    bare = folded(initials).upper()
    return any(
        initials in spelled_out(line) or (len(bare) >= _FEWEST and bare in heads(line))
        for line in lines
    )


def is_known(initials: str, language: str) -> bool:
    """Say whether initials need no spelling out in a language."""
    known = _data().known
    return initials in known["all"] or initials in known.get(language[:2].lower(), ())


def meaning(initials: str, language: str, before: str) -> str:
    """Return the words initials stand for, "" when unknown or when they do not fit after `before`."""
    words = _data().meanings.get(language[:2].lower(), {}).get(initials, "")
    if not words:
        return ""
    vowel = folded(words[0])[0] in _VOWELS
    clashes = _WHOLE.search(before) if vowel else _ELIDED.search(before)
    return "" if clashes and language.lower().startswith("fr") else words


def _is_shouted(line: str, match: re.Match[str], language: str) -> bool:
    """Say whether capitals are a manner of writing: a heading, a stressed word, a family name."""
    before = _WORD.findall(line[max(0, match.start() - _NEAR) : match.start()])[-1:]
    after = _WORD.findall(line[match.end() : match.end() + _NEAR])[:1]
    if any(len(word) > 1 and word.isupper() for word in (*before, *after)):
        return True
    if match[0] in _data().meanings.get(language[:2].lower(), {}):
        return False
    first_name = any(word.istitle() and doubts(word.lower(), language) for word in before)
    if first_name and len(match[0]) >= _FAMILY_NAME and not line[: match.start()].endswith("("):
        return True
    return not doubts(match[0].lower(), language)


@dataclass(frozen=True)
class _Acronyms:
    known: Mapping[str, frozenset[str]]
    meanings: Mapping[str, Mapping[str, str]]
    small: frozenset[str]


@cache
def _data() -> _Acronyms:
    told = tomllib.loads(resources.read_text("lexicon/acronyms.toml"))
    known = {key: frozenset(words) for key, words in told["known"].items()}
    return _Acronyms(known, told["meaning"], frozenset(told["small"]))
