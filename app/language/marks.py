"""Quotation marks: which stretches of copy stand between them, at which depth.

Read paragraph by paragraph (a paragraph is one line of text), in one pass over the marks, so the
time grows with the length and a changed paragraph can be read again alone.
"""

import re
from dataclasses import dataclass, field, replace

from app.domain.text import Span

_MARK = re.compile(r"\]\([^)\n]{0,500}\)|''|``|[«»‹›“”„‟\"＂‘’‚‛']")
_CLOSER = {"«": "»", "‹": "›", "“": "”", '"': '"', "''": "''", "‘": "’", "'": "'"}
_FAMILY = {
    "»": "«",
    "›": "‹",
    "”": "“",
    "„": "“",
    "‟": "“",
    "＂": '"',
    "``": "''",
    "’": "‘",
    "‚": "‘",
    "‛": "‘",
}
_DOUBLES = frozenset({"«", "“", '"', "''"})
_SINGLES = frozenset({"‘", "'"})
_DEEPEST = 8
_ENDS = ".!?…"
_LEFT_OPEN = "([{/-–—«‹“‘’\"'*_:>¿¡"
_DECADE = re.compile(r"\d0s\b|[nN]['’]|[tT](?:is|was|il)\b")


@dataclass(frozen=True, slots=True)
class Marked:
    """One stretch between quotation marks.

    `outer` takes the marks in, `inner` is the words without them and without edge blanks. `level`
    is 1 outside, 2 for a quotation inside another. `closed` is false where no closing mark came:
    the stretch then runs to the end of its paragraph. `continues` says it goes on from the stretch
    left open in the paragraph before; `opener` is the family of the mark («, “, ", '', ‘, ').
    """

    outer: Span
    inner: Span
    level: int
    opener: str
    closed: bool = True
    continues: bool = False

    def shifted(self, by: int) -> "Marked":
        """Return the same stretch in a text that begins `by` code points earlier."""
        return replace(self, outer=self.outer.shifted(by), inner=self.inner.shifted(by))


@dataclass(slots=True)
class _Open:
    """A mark waiting for its closing one; `maybe` is a close that may be a possessive."""

    family: str
    start: int
    end: int
    continues: bool = False
    maybe: tuple[int, int] | None = None


@dataclass(slots=True)
class _Reading:
    """One paragraph being read: what stands open, what was found."""

    text: str
    stack: list[_Open] = field(default_factory=list)
    found: list[Marked] = field(default_factory=list)

    def opens_here(self, start: int, end: int) -> bool:
        """Say whether a mark stands as an opening one does: before a word, not after one."""
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        return (before.isspace() or before in _LEFT_OPEN) and not after.isspace()

    def closes_here(self, start: int, end: int) -> bool:
        """Say whether a mark stands as a closing one does: after a word, not before one."""
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        return not before.isspace() and not after.isalnum()

    def after_sentence(self, start: int) -> bool:
        """Say whether the words before a mark end a sentence, as before a mark that reopens."""
        before = self.text[max(0, start - 4) : start].rstrip()
        return before.endswith(tuple(_ENDS))

    def standing(self, *families: str) -> _Open | None:
        """Return the innermost open mark of one of these families."""
        return next((o for o in reversed(self.stack) if o.family in families), None)

    def push(self, family: str, start: int, end: int, *, continues: bool = False) -> None:
        """Open a stretch, unless so many stand open that the copy is not prose."""
        if len(self.stack) < _DEEPEST:
            self.stack.append(_Open(family, start, end, continues))

    def close(self, opened: _Open, start: int, end: int) -> None:
        """Close a stretch; marks opened inside it and never closed were strays."""
        while self.stack[-1] is not opened:
            self.settle(self.stack.pop())
        self.stack.pop()
        self.keep(opened, start, end)

    def keep(self, opened: _Open, start: int, end: int, *, closed: bool = True) -> None:
        """Write one stretch down, unless there are no words in it."""
        inner = self.text[opened.end : start]
        lead = len(inner) - len(inner.lstrip())
        if not inner.strip():
            return
        words = Span(opened.end + lead, opened.end + len(inner.rstrip()))
        self.found.append(
            Marked(Span(opened.start, end), words, 1, opened.family, closed, opened.continues)
        )

    def settle(self, opened: _Open) -> None:
        """Take the doubtful close of a mark left open, if it had one."""
        if opened.maybe:
            self.keep(opened, *opened.maybe)


def _single(reading: _Reading, mark: str, start: int, end: int) -> None:
    """Read a single mark, which is an apostrophe more often than not."""
    text = reading.text
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalnum() and after.isalnum():
        return
    top = reading.stack[-1] if reading.stack else None
    family = _FAMILY.get(mark, mark)
    if mark in "‘‚‛'" and reading.opens_here(start, end) and after.isalnum():
        if not _DECADE.match(text, end) and not (top and top.family == family):
            reading.push(family, start, end)
    elif top and top.family in _SINGLES and mark in "’'" and reading.closes_here(start, end):
        if before in "sxSX" and after == " ":
            top.maybe = (start, end)
        else:
            reading.close(top, start, end)


def _straight(reading: _Reading, family: str, start: int, end: int) -> None:
    """Read a mark that does not say which way it faces."""
    opens, closes = reading.opens_here(start, end), reading.closes_here(start, end)
    opened = reading.standing(family) or (reading.standing("“") if family == '"' else None)
    if opened is None:
        before = reading.text[start - 1] if start else " "
        if opens or not (closes or before.isdigit()):
            reading.push(family, start, end)
    elif opens and not closes:
        reading.push(family, start, end, continues=reading.after_sentence(start))
    else:
        reading.close(opened, start, end)


def _facing(reading: _Reading, mark: str, start: int, end: int) -> None:
    """Read a mark that says which way it faces; one facing the wrong way is read by its place."""
    family = _FAMILY.get(mark, mark)
    if mark in "»›”":
        opened = reading.standing(family) or (reading.standing('"') if mark == "”" else None)
        if opened:
            reading.close(opened, start, end)
        elif mark == "”" and reading.opens_here(start, end):
            reading.push(family, start, end)
        return
    opened = reading.standing(family)
    if opened and mark == "“" and not reading.opens_here(start, end):
        reading.close(opened, start, end)
    else:
        again = opened is not None and reading.after_sentence(start)
        reading.push(family, start, end, continues=again)


def _continued(text: str, carried: str) -> _Open | None:
    """Return the stretch a paragraph goes on with, if the one before left `carried` open."""
    first = _MARK.search(text) if carried else None
    if first is None:
        return None
    mark, at = first[0], first.start()
    lead = len(text) - len(text.lstrip(" \t\u00a0\u202f>"))
    if at == lead and _FAMILY.get(mark, mark) == carried:
        return _Open(carried, lead, first.end(), continues=True)
    closes = mark == _CLOSER[carried] and not text[first.end() : first.end() + 1].isalnum()
    if closes and (mark == "»" or (at > lead and not text[at - 1].isspace())):
        return _Open(carried, lead, lead, continues=True)
    return None


def _finish(reading: _Reading) -> str:
    """Settle what is still open at the end of a paragraph; return the family left open."""
    left, end = "", len(reading.text)
    while reading.stack:
        opened = reading.stack.pop()
        inside = [
            m for m in reading.found if m.opener == opened.family and m.outer.start > opened.start
        ]
        again = min((m for m in inside if m.continues), key=lambda m: m.outer.start, default=None)
        if opened.family in _SINGLES:
            reading.settle(opened)
        elif again:
            reading.found.remove(again)
            last = again.outer.end
            closer = len(_CLOSER[opened.family]) if again.closed else 0
            reading.keep(opened, last - closer, last, closed=again.closed)
        elif not inside:
            reading.keep(opened, end, end, closed=False)
            left = opened.family
    return left


def paragraph_marks(text: str, carried: str = "") -> tuple[tuple[Marked, ...], str]:
    """Return the quoted stretches of one paragraph and the family of mark it leaves open.

    `carried` is the family the paragraph before left open ("" for none). Spans count from the
    start of this paragraph; stretches come in reading order.
    """
    if not carried and not _MARK.search(text):
        return (), ""
    reading = _Reading(text)
    skip = 0
    if resumed := _continued(text, carried):
        reading.stack.append(resumed)
        skip = resumed.end
    for match in _MARK.finditer(text, skip):
        mark = match[0]
        if mark.startswith("]"):
            continue
        if mark in "‘’‚‛'":
            _single(reading, mark, *match.span())
        elif mark in ('"', "＂", "''", "``"):
            _straight(reading, _FAMILY.get(mark, mark), *match.span())
        else:
            _facing(reading, mark, *match.span())
    left = _finish(reading)
    return _levelled(reading.found, resumed.start if resumed else -1), left


def _levelled(found: list[Marked], resumed: int) -> tuple[Marked, ...]:
    """Return the stretches in reading order, each with its depth; one begins at `resumed`."""
    levelled: list[Marked] = []
    around: list[Marked] = []
    for mark in sorted(found, key=lambda m: (m.outer.start, -m.outer.end)):
        while around and around[-1].outer.end <= mark.outer.start:
            around.pop()
        around.append(mark)
        continues = mark.outer.start == resumed
        levelled.append(replace(mark, level=len(around), continues=continues))
    return tuple(levelled)


def quoted(text: str) -> tuple[Marked, ...]:
    """Return every stretch of `text` in quotation marks, in reading order.

    « », “ ”, " ", '' '' and single marks are read, nested ones with their level. A quotation that
    runs over several paragraphs gives one stretch for each. Apostrophes, feet and inches are left
    alone, and a mark without a partner does no harm beyond its paragraph.
    """
    found: list[Marked] = []
    carried, start = "", 0
    for line in text.split("\n"):
        if line.strip():
            marks, carried = paragraph_marks(line, carried)
            found.extend(mark.shifted(start) for mark in marks)
        start += len(line) + 1
    return tuple(found)
