"""Typography while typing: what the character just typed asks for, and nothing further off."""

import re

from app.domain.text import Span
from app.language.packs import pack_for
from app.language.typography import TypoFault, faults

_NEAR = 90
"""Characters before the caret that are read; only a quotation mark asks for the whole line."""

_SPACES = re.compile("[ \u00a0\u202f]?")
_WORTH_READING = re.compile(r"[\s«»“”\"'’.\-]\w$|\d\s?\w{1,4}$|\W$")
_WHEN_TYPED = frozenset({"straight-quote", "straight-apostrophe", "ellipsis", "dash", "no-break"})
_ADDRESS = re.compile(r"(?:://|\bwww\.)\S*$")
_LONGEST_LINE = 20_000


def correction(line: str, caret: int, language: str) -> TypoFault | None:
    """Return what to change now that the character before `caret` was typed, None for nothing.

    `line` is the paragraph as it stands, `caret` a place in it, `language` a BCP 47 tag. Words
    never change: a mark, an apostrophe, an ellipsis, a dash, or the space beside them does.
    """
    if not 0 < caret <= min(len(line), _LONGEST_LINE) or pack_for(language) is None:
        return None
    typed, before = line[caret - 1], line[:caret]
    if not _WORTH_READING.search(before[-6:]) or _ADDRESS.search(before):
        return None
    start = 0 if typed == '"' else _start_of_reading(before)
    for fault in faults(before[start:], language):
        moved = TypoFault(fault.span.shifted(start), fault.replacement, fault.code)
        if moved.code in _WHEN_TYPED and _is_asked_for(moved, before):
            return moved
    return None


def _start_of_reading(before: str) -> int:
    """Return where to begin to read, never inside a word: a line's first signs are its own."""
    if len(before) <= _NEAR:
        return 0
    blank = before.find(" ", len(before) - _NEAR)
    return max(0, blank + 1)


def _is_asked_for(fault: TypoFault, before: str) -> bool:
    """Say whether a fault is about the last character, or about the space just before it."""
    end, span = len(before), fault.span
    if before[-1] == ":":
        # It may yet become an address or a time: the space comes with the blank after it.
        return bool(span) and span.end == end - 1
    if span.end == end and span.start < end:
        return True
    words = span.of(before)
    if fault.code == "dash":
        return span.end == end - 1
    return _SPACES.fullmatch(words) is not None and _is_close(span, before)


def _is_close(span: Span, before: str) -> bool:
    typed = before[-1]
    reach = 2 if typed == " " and before[-2:-1] == ":" else 1
    if before[span.end :].isalnum() and span:
        # The space before a unit or the rest of a figure: it asks once the unit is whole.
        reach = 3
    return len(before) - span.end <= reach
