"""The typography of a country: what is not set as it should be, and the text set right.

Letters and words never change: only quotation marks, apostrophes, ellipses, dashes and the spaces
beside punctuation do. Code, addresses and Markdown's own signs are left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.domain.text import Span
from app.language.packs import Pack, pack_for
from app.language.quotemarks import mark_changes
from app.language.spacing import SPACE, space_changes
from app.language.verbatim import CLEAR, masked_lines, without_fences

_ELLIPSIS = re.compile(r"\.\.\.")
_DASH = re.compile(rf"(?<=[^\s«]){SPACE}+(?P<dash>-{{1,3}})(?={SPACE}+(?:[^»\s]|$))")
_JOINED = re.compile(r"(?<=[^\W_])--(?=[^\W_])")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class TypoFault:
    """One stretch not set as the country sets it; an empty span asks for an insertion.

    Codes: "straight-quote", "quote-style" (marks of another country), "straight-apostrophe",
    "ellipsis", "dash", "no-break" (a space that is missing, may break or has the wrong width),
    "space" (one too many).
    """

    span: Span
    replacement: str
    code: str


def faults(text: str, language: str) -> tuple[TypoFault, ...]:
    """Return what `typeset` would change in Markdown or plain text, in order, none overlapping.

    `language` is a BCP 47 tag; languages without a pack have no faults.
    """
    pack = pack_for(language)
    if pack is None:
        return ()
    found: list[TypoFault] = []
    for match in _LINE.finditer(without_fences(text)):
        start = match.start()
        found.extend(
            TypoFault(fault.span.shifted(start), fault.replacement, fault.code)
            for fault in _line_faults(match[0], pack.language)
        )
    return tuple(found)


def typeset(text: str, language: str) -> str:
    """Return `text` as the country of `language` sets it; doing it twice changes nothing more."""
    pieces, at = [], 0
    for fault in faults(text, language):
        pieces += [text[at : fault.span.start], fault.replacement]
        at = fault.span.end
    return "".join((*pieces, text[at:]))


@lru_cache(maxsize=8192)
def _line_faults(line: str, language: str) -> tuple[TypoFault, ...]:
    pack = pack_for(language)
    if pack is None:
        return ()
    found = sorted(_all_faults(masked_lines(line), pack), key=lambda fault: fault.span)
    return tuple(_joined(found))


def _all_faults(line: str, pack: Pack) -> Iterator[TypoFault]:
    marks = mark_changes(line, pack)
    for at, mark in marks.items():
        yield TypoFault(Span(at, at + 1), mark, _mark_code(line[at]))
    for match in _ELLIPSIS.finditer(line):
        yield TypoFault(Span(*match.span()), "…", "ellipsis")
    for match in _DASH.finditer(line):
        yield TypoFault(Span(*match.span("dash")), pack.dash, "dash")
    for match in _JOINED.finditer(line):
        yield TypoFault(Span(*match.span()), pack.joined_dash, "dash")
    set_right = "".join(marks.get(at, letter) for at, letter in enumerate(line)) if marks else line
    set_right = set_right.replace("...", f"{CLEAR}{CLEAR}…")
    for place, (spaces, code) in space_changes(set_right, pack).items():
        yield TypoFault(Span(*place), spaces, code)


def _mark_code(mark: str) -> str:
    if mark in "'´":
        return "straight-apostrophe"
    return "straight-quote" if mark == '"' else "quote-style"


def _joined(found: list[TypoFault]) -> Iterator[TypoFault]:
    """Make one fault of a mark and the space it asks for, so that they are mended together."""
    waiting: TypoFault | None = None
    for fault in found:
        if waiting and waiting.span.end == fault.span.start and not (waiting.span and fault.span):
            seen = waiting if waiting.span else fault
            both = Span(waiting.span.start, fault.span.end)
            waiting = TypoFault(both, waiting.replacement + fault.replacement, seen.code)
            continue
        if waiting:
            yield waiting
        waiting = fault
    if waiting:
        yield waiting
