"""Suggestions inside a document: each character knows whether it stands, comes or goes, and by whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple
from zlib import crc32

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextFormat

from ui import theme
from ui.spans import SEAM
from ui.writing.document import BLOCK_END, from_raw, to_raw
from ui.writing.pieces import DELETED, INSERTED, Piece

Tag = tuple[str, str, str]
"""What is said of characters: kind, by whom, id; empty strings for copy that stands."""

STANDS: Tag = ("", "", "")

_KIND = QTextFormat.Property.UserProperty.value + 11
_BY = _KIND + 1
_KEY = _KIND + 2
OWN = "accent"
AUTHORS = ("author-1", "author-2", "author-3", "author-4", "author-5")
"""Colours of other persons; one's own suggestions are in the accent colour."""


class Run(NamedTuple):
    """Raw text with one tag, and where it stands in its document, in UTF-16 units.

    The break inside a paragraph parted by a seam has no text.
    """

    at: int
    end: int
    raw: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class Row:
    """One block: what is said of the break before it, and its words by tag, no two alike in a row."""

    brk: Tag
    parts: tuple[tuple[str, Tag], ...]

    @property
    def raw(self) -> str:
        """The words of the block, those that go included."""
        return "".join(raw for raw, _tag in self.parts)


class Colours:
    """Who has which colour in one text, as tokens of the theme: no two the same while there are enough."""

    def __init__(self) -> None:
        self._of: dict[str, str] = {}
        self.me = ""

    def of(self, by: str) -> str:
        """Return somebody's colour: by their name, or the next that nobody has."""
        if by == self.me:
            return OWN
        if by not in self._of:
            first = crc32(by.encode()) % len(AUTHORS)
            turned = AUTHORS[first:] + AUTHORS[:first]
            free = [one for one in turned if one not in self._of.values()]
            self._of[by] = (free or turned)[0]
        return self._of[by]


def look(kind: str, by: str, key: str = "", colour: str = OWN) -> QTextCharFormat:
    """Return how a suggestion looks: a line under or through it, so that colour is never alone."""
    made = QTextCharFormat()
    made.setProperty(_KIND, kind)
    made.setProperty(_BY, by)
    made.setProperty(_KEY, key)
    tint = theme.colour(colour)
    made.setForeground(tint)
    if kind == DELETED:
        made.setFontStrikeOut(True)
    else:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(tint)
        made.setFontWeight(QFont.Weight.DemiBold)
    return made


def look_of(tag: Tag, colours: Colours) -> QTextCharFormat:
    """Return how characters with a tag look; copy that stands has no look of its own."""
    kind, by, key = tag
    return look(kind, by, key, colours.of(by)) if kind else QTextCharFormat()


def of(form: QTextCharFormat) -> Tag:
    """Return what a format says of its words."""
    if not (kind := form.property(_KIND)):
        return STANDS
    return str(kind), str(form.property(_BY) or ""), str(form.property(_KEY) or "")


def rows_of(shown: Iterable[Piece]) -> list[Row]:
    """Return pieces block by block."""
    brk, parts, found = STANDS, list[tuple[str, Tag]](), list[Row]()
    for piece in shown:
        tag = (piece.kind, piece.by, piece.key) if piece.kind else STANDS
        for number, raw in enumerate(to_raw(piece.text).split(BLOCK_END)):
            if number:
                found.append(_row(brk, parts))
                brk, parts = tag, []
            if raw:
                parts.append((raw, tag))
    return [*found, _row(brk, parts)]


def rows_in(document: QTextDocument) -> list[Row]:
    """Return what a document holds, block by block."""
    seen: dict[int, Tag] = {}
    return [
        _row(
            _tag(block.charFormatIndex(), block, seen) if block.blockNumber() else STANDS,
            [(run.raw, run.tag) for run in _fragments(block, seen)],
        )
        for block in _blocks(document.firstBlock())
    ]


def runs(document: QTextDocument, start: int = 0, end: int | None = None) -> Iterator[Run]:
    """Yield what stands between two places, breaks and fragments each for itself and whole."""
    last = document.characterCount() - 1 if end is None else end
    seen: dict[int, Tag] = {}
    ahead = ""
    for block in _blocks(document.findBlock(start)):
        at = block.position()
        if at > start:
            # The break before a block, which knows what is said of it.
            brk = "" if ahead.endswith(SEAM) else BLOCK_END
            yield Run(at - 1, at, brk, _tag(block.charFormatIndex(), block, seen))
        ahead = ""
        for run in _fragments(block, seen):
            ahead = run.raw
            if run.end > start and run.at < last:
                yield run
        if at + block.length() > last:
            return


def pieces_of(found: Iterable[Run]) -> tuple[Piece, ...]:
    """Return runs piece by piece, as Markdown with its no-break spaces."""
    return tuple(
        Piece(text, *tag)
        for tag, group in groupby(found, key=lambda run: run.tag)
        if (text := from_raw("".join(run.raw for run in group)))
    )


def copied(found: Iterable[Run], place: int) -> int:
    """Return how much copy stands before a place of the document, both in UTF-16 units."""
    return sum(
        min(run.end, place) - run.at for run in found if run.at < place and run.tag[0] != INSERTED
    )


def placed(found: Iterable[Run], units: int) -> int:
    """Return the place with so much copy before it, before anything inserted there."""
    left, end = units, 0
    for run in found:
        end = run.end
        if run.tag[0] != INSERTED:
            if left <= run.end - run.at:
                return run.at + left
            left -= run.end - run.at
    return end


def _row(brk: Tag, parts: Iterable[tuple[str, Tag]]) -> Row:
    grouped = groupby(parts, key=lambda part: part[1])
    return Row(brk, tuple(("".join(raw for raw, _tag in group), tag) for tag, group in grouped))


def _blocks(first: QTextBlock) -> Iterator[QTextBlock]:
    block = first
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock, seen: dict[int, Tag]) -> Iterator[Run]:
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        index = fragment.charFormatIndex()
        if index not in seen:
            seen[index] = of(fragment.charFormat())
        start = fragment.position()
        yield Run(start, start + fragment.length(), fragment.text(), seen[index])
        at += 1


def _tag(index: int, block: QTextBlock, seen: dict[int, Tag]) -> Tag:
    if index not in seen:
        seen[index] = of(block.charFormat())
    return seen[index]
