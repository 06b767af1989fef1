"""Which typographic mark each quotation mark and apostrophe of a line becomes."""

import re
from dataclasses import dataclass, field

from app.language.packs import Pack
from app.language.verbatim import CLEAR

_MARK = re.compile(r"[\"«»“”‹›'´]")
_FADED = f"*_{CLEAR}"
_OPENERS = "([{«“‘‹—–-/¿¡…\"'’"
_PAUSES = ".!?…,"
_AFTER_CLOSE = ".,;:!?)]"
_CLOSE = re.compile(r"(?<=[^\s\"'])'(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
_THOUSANDS = re.compile(r"\d{3}(?!\d)")


@dataclass(slots=True)
class _Line:
    """A line being read from left to right; `closers` are the marks still to come."""

    text: str
    pack: Pack
    closers: list[str] = field(default_factory=list)
    changes: dict[int, str] = field(default_factory=dict)
    closing_at: int | None = None

    def before(self, at: int) -> str:
        """Return the last visible character before a mark, a space at the start of the line."""
        at -= 1
        while at >= 0 and self.text[at] in _FADED:
            at -= 1
        return self.text[at] if at >= 0 else " "

    def after(self, at: int) -> str:
        """Return the first visible character after a mark, a space at the end of the line."""
        at += 1
        while at < len(self.text) and self.text[at] in _FADED:
            at += 1
        return self.text[at] if at < len(self.text) else " "

    def last_close(self) -> int:
        """Return the place of the last straight single mark that could close, -1 for none."""
        if self.closing_at is None:
            places = [match.start() for match in _CLOSE.finditer(self.text)]
            self.closing_at = max(places, default=-1)
        return self.closing_at

    def write(self, at: int, mark: str) -> None:
        """Note what a mark becomes, unless it is that already."""
        if self.text[at] != mark:
            self.changes[at] = mark


def mark_changes(line: str, pack: Pack) -> dict[int, str]:
    """Return position → mark for every mark of a line that is not the one the pack sets.

    A mark that says which way it faces keeps its way; a straight one is read by what stands
    beside it and by what is open, so that an odd one does no harm beyond its line.
    """
    reading = _Line(line, pack)
    for match in _MARK.finditer(line):
        mark, at = match[0], match.start()
        if mark in "'´":
            _apostrophe(reading, at)
        elif mark == '"':
            _straight(reading, at)
        elif mark in "«“‹":
            _opening(reading, at)
        else:
            _closing(reading, at)
    return reading.changes


def _opening(reading: _Line, at: int) -> None:
    mark, pack = reading.text[at], reading.pack
    kept = mark == "“" if not pack.spaced else mark in "«‹" or bool(reading.closers)
    if kept:
        reading.closers.append({"«": "»", "‹": "›", "“": "”"}[mark])
        return
    wanted = pack.inner if reading.closers and mark != "“" else pack.outer
    reading.closers.append(wanted[1])
    reading.write(at, wanted[0])


def _closing(reading: _Line, at: int) -> None:
    mark = reading.text[at]
    due = reading.closers.pop() if reading.closers else reading.pack.outer[1]
    kept = mark == "”" if not reading.pack.spaced else mark in "»›"
    if not kept:
        reading.write(at, due)


def _straight(reading: _Line, at: int) -> None:
    if _opens(reading, at):
        pair = reading.pack.inner if reading.closers else reading.pack.outer
        reading.closers.append(pair[1])
        reading.write(at, pair[0])
    elif reading.before(at).isdigit() and not reading.closers:
        reading.write(at, "″")
    else:
        due = reading.closers.pop() if reading.closers else reading.pack.outer[1]
        reading.write(at, due)


def _opens(reading: _Line, at: int) -> bool:
    before, after = reading.before(at), reading.after(at)
    if before.isspace():
        return not reading.closers or not (after.isspace() or after in _AFTER_CLOSE)
    if before.isalnum() or before in _PAUSES:
        return after.isalnum() and not reading.closers
    return after.isalnum() or (before in _OPENERS and not after.isspace() and not reading.closers)


def _apostrophe(reading: _Line, at: int) -> None:
    before, after = reading.before(at), reading.after(at)
    opening, closing = reading.pack.single
    if before.isdigit() and not after.isalpha():
        reading.write(at, closing if _THOUSANDS.match(reading.text, at + 1) else "′")
    elif before.isalnum() or before in _PAUSES:
        reading.write(at, closing)
    elif after.isalpha() and not _elided(reading, at) and at < reading.last_close():
        reading.write(at, opening)
    elif after.isalnum():
        reading.write(at, closing)


def _elided(reading: _Line, at: int) -> bool:
    word = _WORD.match(reading.text, at + 1)
    return word is not None and word[0].casefold() in reading.pack.words["elisions"]
