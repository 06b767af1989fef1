"""The text of a document, exactly: no-break spaces kept, undo kept, one block a paragraph."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from operator import itemgetter

from PySide6.QtGui import QTextCursor, QTextDocument

from app.domain.text import Span
from ui.spans import PARAGRAPH, SEAM, Blocks, units_in

BLOCK_END = "\u2029"
LINE_END = "\u2028"
LONGEST_BLOCK = 20_000
"""Characters of one paragraph; beyond, every key would be felt."""
PIECE = 4_000
"""Characters of a block that is a part of a paragraph longer than that."""

LINES = 50
"""Paragraphs Qt is given at once: it looks a longer text through again for every one of them."""

_ODD = "\n\n\n"
"""What is in no body but those that have more than a blank line somewhere."""
_LINE_ENDS = re.compile(r"\n{2,}")
_SENTENCE_END = re.compile(r"[.!?…][»”\"’)]*\s")


def body_of(document: QTextDocument) -> str:
    """Return the Markdown a document holds.

    `toPlainText` would turn no-break spaces into plain ones.
    """
    return from_raw(document.toRawText())


def from_raw(raw: str) -> str:
    """Return raw text of Qt's as Markdown: blocks parted by a blank line, soft line ends as such.

    Blocks that end in a seam are one paragraph with the next.
    """
    whole = raw.replace(SEAM + BLOCK_END, "").replace(SEAM, "")
    return whole.replace(BLOCK_END, PARAGRAPH).replace(LINE_END, "\n")


def blocks_of(raw: str) -> Blocks:
    """Return raw text of Qt's as Markdown that knows its blocks."""
    if SEAM not in raw and LINE_END + BLOCK_END not in raw:
        return Blocks(from_raw(raw))
    return Blocks(from_raw(raw), tuple(raw.replace(LINE_END, "\n").split(BLOCK_END)))


def to_raw(body: str) -> str:
    """Return Markdown as raw text of Qt's; `from_raw` gives the same Markdown back.

    Line and paragraph separators cannot stand inside a document's text: they become line ends.
    A paragraph longer than `LONGEST_BLOCK` becomes several blocks, with seams in between.
    """
    clean = body.replace("\r\n", "\n").replace("\r", "\n")
    clean = clean.replace(BLOCK_END, PARAGRAPH).replace(LINE_END, "\n").replace(SEAM, "")
    parted = _LINE_ENDS.sub(_raw_ends, clean) if _ODD in clean else clean.replace("\n\n", BLOCK_END)
    raw = parted.replace("\n", LINE_END)
    if len(raw) > LONGEST_BLOCK:
        raw = BLOCK_END.join(_seamed(block) for block in raw.split(BLOCK_END))
    return raw


def bring_to(document: QTextDocument, body: str) -> bool:
    """Change only what differs from `body`, as one step that can be undone; say whether any did."""
    old, new = document.toRawText(), to_raw(body)
    if from_raw(old) == from_raw(new):
        return False
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setPosition(units_in(old[:head]))
    cursor.setPosition(units_in(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
    insert(cursor, new[head : len(new) - tail])
    cursor.endEditBlock()
    return True


def insert(cursor: QTextCursor, raw: str) -> None:
    """Put raw text at a cursor, in place of what it has selected, as one step of undo."""
    lines = raw.split(BLOCK_END)
    cursor.beginEditBlock()
    cursor.insertText(BLOCK_END.join(lines[:LINES]))
    for at in range(LINES, len(lines), LINES):
        cursor.insertText(BLOCK_END + BLOCK_END.join(lines[at : at + LINES]))
    cursor.endEditBlock()


def replace(document: QTextDocument, blocks: Blocks, changes: Sequence[tuple[Span, str]]) -> None:
    """Put words in the place of spans of the body, as one step of undo; `blocks` is the body before.

    One cursor does it all: every other that lived would be moved at each of the changes.
    """
    found = [(*place_of(document, blocks, span), to_raw(text)) for span, text in changes]
    cursor, moved = QTextCursor(document), 0
    cursor.beginEditBlock()
    for start, end, raw in sorted(found, key=itemgetter(0)):
        before = document.characterCount()
        cursor.setPosition(end + moved)
        cursor.setPosition(start + moved, QTextCursor.MoveMode.KeepAnchor)
        insert(cursor, raw)
        moved += document.characterCount() - before
    cursor.endEditBlock()


def cursor_on(document: QTextDocument, blocks: Blocks, span: Span) -> QTextCursor:
    """Return a cursor that has a span of the body selected; `blocks` is the body as it stands."""
    start, end = place_of(document, blocks, span)
    cursor = QTextCursor(document)
    cursor.setPosition(end)
    cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def place_of(document: QTextDocument, blocks: Blocks, span: Span) -> tuple[int, int]:
    """Return where a span of the body begins and ends in the document, in positions of Qt's."""
    (first, start), (last, end) = blocks.block_of(span.start), blocks.block_of(span.end)
    at = document.findBlockByNumber(first).position()
    if last != first:
        return at + start, document.findBlockByNumber(last).position() + end
    return at + start, at + end


def pasted(text: str) -> str:
    """Return text from the clipboard as Markdown paragraphs.

    Where no blank line parts paragraphs, every line is one, as wire copy has it.
    """
    clean = from_raw(to_raw(text)).replace("\x00", "")
    if PARAGRAPH not in clean.strip("\n"):
        clean = clean.strip("\n").replace("\n", PARAGRAPH)
    return capped(clean)


def capped(body: str) -> str:
    """Return a body no paragraph of which is too long to type in: longer ones are parted.

    Qt lays a whole block out anew at every key. A paragraph is parted after a sentence, else
    after a word, else where it must be; no character is lost.
    """
    if len(body) <= LONGEST_BLOCK:
        return body
    return PARAGRAPH.join(
        piece for paragraph in body.split(PARAGRAPH) for piece in _pieces(paragraph, LONGEST_BLOCK)
    )


def _raw_ends(ends: re.Match[str]) -> str:
    """Return line ends in a row as raw text: an odd one ends a line of the paragraph before.

    At the beginning of the next it would stand before a photo slot, which has a block of its own.
    """
    count = len(ends[0])
    return LINE_END * (count % 2) + BLOCK_END * (count // 2)


def _seamed(block: str) -> str:
    if len(block) <= LONGEST_BLOCK:
        return block
    return (SEAM + BLOCK_END).join(_pieces(block, PIECE))


def _pieces(paragraph: str, longest: int) -> Iterator[str]:
    start = 0
    while len(paragraph) - start > longest:
        window = paragraph[start : start + longest]
        ends = [match.end() for match in _SENTENCE_END.finditer(window)]
        cut = ends[-1] if ends else window.rfind(" ") + 1
        if cut <= 0:
            cut = longest
            while unicodedata.combining(paragraph[start + cut]) and cut > 1:
                cut -= 1
        yield window[:cut]
        start += cut
    yield paragraph[start:]


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike, found by halves: whole slices compare fast."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        half = (least + most + 1) // 2
        if one[least:half] == other[least:half]:
            least = half
        else:
            most = half - 1
    return least
