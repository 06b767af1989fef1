"""Suggestions inside a document: each character knows whether it stands, comes or goes, and by whom."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from zlib import crc32

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from ui import theme
from ui.writing.document import BLOCK_END, from_raw, to_raw
from ui.writing.pieces import DELETED, Piece

_KIND = QTextFormat.Property.UserProperty.value + 11
_BY = _KIND + 1
_KEY = _KIND + 2
_COLOURS = ("ok", "warning", "hint", "block")
"""Of other persons, by name; one's own are in the accent colour."""

_PARAGRAPHS = re.compile(f"({BLOCK_END})")


def look(kind: str, by: str, me: str, key: str = "") -> QTextCharFormat:
    """Return how a suggestion looks: a line under or through it, so that colour is never alone."""
    made = QTextCharFormat()
    made.setProperty(_KIND, kind)
    made.setProperty(_BY, by)
    made.setProperty(_KEY, key)
    tint = theme.colour(colour_of(by, me))
    made.setForeground(tint)
    if kind == DELETED:
        made.setFontStrikeOut(True)
    else:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(tint)
        made.setFontWeight(QFont.Weight.DemiBold)
    return made


def colour_of(by: str, me: str) -> str:
    """Return the colour of a person's suggestions, as a token of the theme."""
    return "accent" if by == me else _COLOURS[crc32(by.encode()) % len(_COLOURS)]


def of(form: QTextCharFormat) -> tuple[str, str, str]:
    """Return what a format says of its words: kind, by whom, id; empty for copy that stands."""
    kind, by, key = (str(form.property(one) or "") for one in (_KIND, _BY, _KEY))
    return kind, by, key


def put(
    document: QTextDocument,
    shown: Iterable[Piece],
    me: str,
    format_of: Callable[[str], QTextBlockFormat],
) -> None:
    """Put pieces in place of all there is, paragraphs in their format; there is nothing to undo then."""
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    # One change: Qt lays everything out once.
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    cursor.setCharFormat(QTextCharFormat())
    cursor.setBlockCharFormat(QTextCharFormat())
    for kind, by, key, raw in _raw(shown):
        form = look(kind, by, me, key) if kind else QTextCharFormat()
        for part in filter(None, _PARAGRAPHS.split(raw)):
            if part == BLOCK_END:
                cursor.insertBlock(cursor.blockFormat(), form)
            else:
                cursor.insertText(part, form)
    block = document.firstBlock()
    while block.isValid():
        QTextCursor(block).setBlockFormat(format_of(block.text()))
        block = block.next()
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)


def read(document: QTextDocument) -> tuple[Piece, ...]:
    """Return what a document holds, piece by piece, no-break spaces kept."""
    found = groupby(_characters(document), key=lambda one: one[1])
    return tuple(Piece(from_raw("".join(raw for raw, _tag in run)), *tag) for tag, run in found)


def _raw(shown: Iterable[Piece]) -> Iterator[tuple[str, str, str, str]]:
    for piece in shown:
        yield piece.kind, piece.by, piece.key, to_raw(piece.text)


def _characters(document: QTextDocument) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield runs of raw text with what is said of them; the end of a block belongs to the next."""
    block = document.firstBlock()
    while block.isValid():
        if block.previous().isValid():
            yield BLOCK_END, of(block.charFormat())
        yield from _fragments(block)
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[tuple[str, tuple[str, str, str]]]:
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        yield fragment.text(), of(fragment.charFormat())
        at += 1
