"""The sheet intake works on: every line of the copy with the place it was given."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.draft import Line
from app.domain.errors import DeskError

_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_JUNK = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_MARGIN = " \t"

LINE_LIMIT = 20_000
"""Lines of one text: more is a data file, not copy; the longest book has fewer paragraphs."""
LABEL_LIMIT = 300
"""Characters; a longer line is never a label, a credit or a signature, so it is not searched."""


@dataclass(slots=True)
class Entry:
    """One line on its way to a place. `words` is the line without margins and control characters.

    `markdown` is what goes into the body, None when it is to be made from `words`. Lines of the
    body with the same `block` are one paragraph, `joint` between those with markup; lines of
    captions with the same `block` are about one picture; `alt` and `file` are what the copy says
    of it beside the caption.
    """

    number: int
    text: str
    words: str
    block: int
    role: str = ""
    reason: str = ""
    markdown: str | None = None
    joint: str = "\n"
    alt: str = ""
    file: str = ""

    def place(self, role: str, reason: str = "") -> None:
        """Give the line its place; `role` and `reason` as in `Line`."""
        self.role, self.reason = role, reason

    def drop(self, reason: str) -> None:
        """Leave the line out, saying why."""
        self.place("dropped", reason)


@dataclass(slots=True)
class Sheet:
    """All lines of one text, in order, and the fields its header gave by name."""

    raw: str
    entries: list[Entry]
    fields: dict[str, str] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)

    def open(self) -> list[Entry]:
        """Return the lines nothing was decided about yet."""
        return [entry for entry in self.entries if not entry.role]

    def placed(self, role: str) -> list[Entry]:
        """Return the lines that hold `role`."""
        return [entry for entry in self.entries if entry.role == role]

    def lines(self) -> tuple[Line, ...]:
        """Return what became of every line."""
        return tuple(Line(each.number, each.text, each.role, each.reason) for each in self.entries)


def lines_of(raw: str) -> list[str]:
    """Split text at every break a system or a page may write; a last break opens no line."""
    lines = _BREAK.split(raw)
    return lines[:-1] if not lines[-1] else lines


def cleaned(text: str) -> str:
    """Return a line without margins and control characters; no-break spaces stay."""
    return _JUNK.sub("", text).strip(_MARGIN)


def check_count(lines: int) -> None:
    """Refuse a text of more lines than a story can have."""
    if lines > LINE_LIMIT:
        raise DeskError("intake.too-many-lines", limit=str(LINE_LIMIT))


def tidy(text: str) -> str:
    """Return a line of Markdown without control characters and trailing spaces."""
    return _JUNK.sub("", text).rstrip(_MARGIN)


def sheet_of(raw: str) -> Sheet:
    """Lay out raw text: blank lines placed, every other line open and a block of its own.

    Raises:
        DeskError: "intake.too-many-lines".
    """
    lines = lines_of(raw)
    check_count(len(lines))
    entries = [
        Entry(number, text, cleaned(text), block=number)
        for number, text in enumerate(lines, start=1)
    ]
    for entry in entries:
        if not entry.words.strip():
            entry.place("blank")
    return Sheet(raw, entries)


def blocks(entries: list[Entry]) -> Iterator[list[Entry]]:
    """Group lines that no blank line parts."""
    block: list[Entry] = []
    for entry in entries:
        if entry.role != "blank":
            block.append(entry)
        elif block:
            yield block
            block = []
    if block:
        yield block


def folded(words: str) -> str:
    """Return words for comparing: no case, no accents, plain apostrophes, single spaces."""
    plain = words.replace("’", "'").replace("ʼ", "'")
    apart = unicodedata.normalize("NFD", plain.casefold())
    return " ".join("".join(each for each in apart if not unicodedata.combining(each)).split())
