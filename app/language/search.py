"""Finding words in copy and writing others in their place, never between quotation marks."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from app.domain.errors import DeskError
from app.domain.story import SLOT_ANYWHERE
from app.domain.text import Span
from app.language.quote_guard import QuoteGuard

LONGEST_WAIT = 2.0
"""Seconds a pattern may take on one text."""

_GROUP = regex.compile(r"\\(\d+)")
_ANY_SPACE = "[ \u00a0\u2009\u202f]"
_ANY_APOSTROPHE = "['’]"
_PAIRS = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"}
_JOINED = {"oe": "œ", "OE": "Œ", "Oe": "Œ", "ae": "æ", "AE": "Æ", "Ae": "Æ"}
_PIECE = regex.compile("[oOaA][eE]|.", regex.DOTALL)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; plain words find every kind of space and of apostrophe.

    `pattern`: `words` is a regular expression. `case`: capitals count. `whole`: whole words only.
    `bare`: accents do not count, nor whether "œ" or "oe" is written; a pattern is read as it is.
    """

    words: str
    pattern: bool = False
    case: bool = False
    whole: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One place found. `instead` is what would be written there; `quoted` words are left alone."""

    span: Span
    quoted: bool
    instead: str = ""


def hits(text: str, query: Query, replacement: str | None = None) -> tuple[Hit, ...]:
    r"""Return where a query is found in a Markdown or plain text; photo slots are passed over.

    In the replacement of a pattern, `\1` and `\\g<name>` stand for its groups.

    Raises:
        DeskError: `find.pattern`, `find.replacement` when one cannot be read, `find.too-slow`.
    """
    if not query.words:
        return ()
    matches = list(_matches(_compiled(query), text, query))
    if not matches:
        return ()
    guard, slots = QuoteGuard(text), [Span(*match.span()) for match in SLOT_ANYWHERE.finditer(text)]
    found = []
    for match in matches:
        span = Span(*match.span())
        if span and not any(span.overlaps(slot) for slot in slots):
            instead = _instead(match, query, replacement)
            found.append(Hit(span, guard.touches(span), instead))
    return tuple(found)


def understood(query: Query, replacement: str | None) -> None:
    """Say nothing when a query and its replacement can be read.

    Raises:
        DeskError: `find.pattern`, `find.replacement`.
    """
    groups = _compiled(query).groups
    named = [int(match[1]) for match in _GROUP.finditer(replacement or "")]
    if query.pattern and max(named, default=0) > groups:
        reason = f"\\{max(named)}"
        raise DeskError("find.replacement", text=str(replacement), reason=reason)


def replaced(text: str, chosen: tuple[Hit, ...]) -> str:
    """Return `text` with what `hits` would write at those places; quoted ones stay."""
    pieces, at = [], 0
    for hit in chosen:
        if not hit.quoted:
            pieces += [text[at : hit.span.start], hit.instead]
            at = hit.span.end
    return "".join((*pieces, text[at:]))


@lru_cache(maxsize=64)
def _compiled(query: Query) -> "regex.Pattern[str]":
    words = query.words if query.pattern else _plain(query.words, bare=query.bare)
    if query.whole:
        words = rf"(?<!\w)(?:{words})(?!\w)"
    flags = regex.MULTILINE | (0 if query.case else regex.IGNORECASE)
    try:
        return regex.compile(words, flags)
    except (regex.error, OverflowError, RecursionError) as error:
        raise DeskError("find.pattern", pattern=query.words, reason=str(error)) from error


def _plain(words: str, *, bare: bool) -> str:
    signs = {" ": _ANY_SPACE, "\u00a0": _ANY_SPACE, "'": _ANY_APOSTROPHE, "’": _ANY_APOSTROPHE}
    if bare:
        words = "".join(_PAIRS.get(sign, sign) for sign in _without_accents(words))
        signs |= _accented()
        for pair, one in _JOINED.items():
            signs[pair] = f"(?:{one}|{signs[pair[0]]}{signs[pair[1]]})"
    pieces = _PIECE.findall(words) if bare else words
    return "".join(signs.get(piece) or regex.escape(piece) for piece in pieces)


def _without_accents(words: str) -> str:
    apart = unicodedata.normalize("NFD", words)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@cache
def _accented() -> dict[str, str]:
    """Return for every letter of Latin a pattern of all its accented forms."""
    forms: dict[str, str] = {}
    for sign in map(chr, range(0xC0, 0x1F00)):
        base = _without_accents(sign)
        if len(base) == 1 and base.isascii() and base.isalpha():
            forms[base] = forms.get(base, base) + sign
    return {base: rf"[{signs}]\p{{M}}*" for base, signs in forms.items()}


def _matches(
    compiled: "regex.Pattern[str]", text: str, query: Query
) -> Iterator["regex.Match[str]"]:
    try:
        yield from compiled.finditer(text, timeout=LONGEST_WAIT)
    except TimeoutError as error:
        raise DeskError("find.too-slow", pattern=query.words) from error


def _instead(match: "regex.Match[str]", query: Query, replacement: str | None) -> str:
    if replacement is None:
        return match[0]
    if not query.pattern:
        return replacement
    try:
        return match.expand(replacement)
    except (regex.error, IndexError) as error:
        raise DeskError("find.replacement", text=replacement, reason=str(error)) from error
