"""The text of a document, exactly: no-break spaces kept, undo kept, one block a paragraph."""

import re
import unicodedata
from collections.abc import Iterator

from PySide6.QtGui import QTextCursor, QTextDocument

from ui.spans import PARAGRAPH, units_in

BLOCK_END = "\u2029"
LINE_END = "\u2028"
LONGEST_BLOCK = 20_000
"""Characters of one paragraph; beyond, every key would be felt."""

_SENTENCE_END = re.compile(r"[.!?…][»”\"’)]*\s")


def body_of(document: QTextDocument) -> str:
    """Return the Markdown a document holds.

    `toPlainText` would turn no-break spaces into plain ones.
    """
    return from_raw(document.toRawText())


def from_raw(raw: str) -> str:
    """Return raw text of Qt's as Markdown: blocks parted by a blank line, soft line ends as such."""
    return raw.replace(BLOCK_END, PARAGRAPH).replace(LINE_END, "\n")


def to_raw(body: str) -> str:
    """Return Markdown as raw text of Qt's; `from_raw` gives the same Markdown back.

    Line and paragraph separators cannot stand inside a document's text: they become line ends.
    """
    clean = body.replace("\r\n", "\n").replace("\r", "\n")
    clean = clean.replace(BLOCK_END, PARAGRAPH).replace(LINE_END, "\n")
    return clean.replace(PARAGRAPH, BLOCK_END).replace("\n", LINE_END)


def bring_to(document: QTextDocument, body: str) -> bool:
    """Change only what differs from `body`, as one step that can be undone; say whether any did."""
    old, new = document.toRawText(), to_raw(body)
    if old == new:
        return False
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setPosition(units_in(old[:head]))
    cursor.setPosition(units_in(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(new[head : len(new) - tail])
    cursor.endEditBlock()
    return True


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
        piece for paragraph in body.split(PARAGRAPH) for piece in _pieces(paragraph)
    )


def _pieces(paragraph: str) -> Iterator[str]:
    start = 0
    while len(paragraph) - start > LONGEST_BLOCK:
        window = paragraph[start : start + LONGEST_BLOCK]
        ends = [match.end() for match in _SENTENCE_END.finditer(window)]
        cut = ends[-1] if ends else window.rfind(" ") + 1
        if cut <= 0:
            cut = LONGEST_BLOCK
            while unicodedata.combining(paragraph[start + cut]) and cut > 1:
                cut -= 1
        yield window[:cut]
        start += cut
    yield paragraph[start:]


def _shared(one: str, other: str) -> int:
    count = 0
    for mine, its in zip(one, other, strict=False):
        if mine != its:
            break
        count += 1
    return count
