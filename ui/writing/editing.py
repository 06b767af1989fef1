"""What the keys of a writer do to the text at the caret, each as one step of undo."""

import re

from PySide6.QtGui import QTextCursor

from ui.writing.copy_edit import CopyEdit
from ui.writing.document import BLOCK_END

QUOTE_MARKS = {"fr": ("«\u00a0", "\u00a0»"), "en": ("“", "”")}
NO_BREAK_SPACE = "\u00a0"
THIN_NO_BREAK_SPACE = "\u202f"
_HEADING = re.compile(r"^#{1,6}[ \u00a0]+")
_SUBHEAD = "## "
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>()]+", re.IGNORECASE)


def wrap(edit: CopyEdit, before: str, after: str) -> None:
    """Put the chosen words between `before` and `after`, or take both away when they are there."""
    cursor = edit.textCursor()
    words = cursor.selection().toRawText()
    if words.startswith(before) and words.endswith(after) and len(words) >= len(before + after):
        cursor.insertText(words[len(before) : len(words) - len(after)])
        return
    start = cursor.selectionStart()
    cursor.insertText(before + words + after)
    if not words:
        cursor.setPosition(start + len(before))
        edit.setTextCursor(cursor)


def quote(edit: CopyEdit, language: str) -> None:
    """Put the chosen words between the quotation marks of a language (BCP 47)."""
    wrap(edit, *QUOTE_MARKS.get(language[:2], QUOTE_MARKS["en"]))


def turn_subhead(edit: CopyEdit) -> None:
    """Make the paragraph at the caret a subhead, or a plain paragraph again."""
    cursor = edit.textCursor()
    block = cursor.block()
    marker = _HEADING.match(block.text())
    cursor.setPosition(block.position())
    if marker:
        cursor.setPosition(block.position() + marker.end(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    else:
        cursor.insertText(_SUBHEAD)


def link(edit: CopyEdit, clipboard: str) -> None:
    """Make the chosen words a link, to the address in the clipboard where there is one.

    Without one the caret is put where the address belongs.
    """
    cursor = edit.textCursor()
    words = cursor.selection().toRawText()
    address = clipboard.strip()
    known = bool(_ADDRESS.fullmatch(address))
    start = cursor.selectionStart()
    cursor.insertText(f"[{words}]({address if known else ''})")
    if not words:
        cursor.setPosition(start + 1)
    elif not known:
        cursor.setPosition(cursor.position() - 1)
    edit.setTextCursor(cursor)


def move_block(edit: CopyEdit, step: int) -> None:
    """Move the paragraph at the caret up (-1) or down (1), as one step; the caret goes along."""
    cursor = edit.textCursor()
    block = cursor.block()
    other = block.next() if step > 0 else block.previous()
    if not other.isValid() or edit.isReadOnly():
        return
    at = cursor.positionInBlock()
    first, second = (block, other) if step > 0 else (other, block)
    start, length = first.position(), second.length() - 1
    texts = second.text() + BLOCK_END + first.text()
    change = QTextCursor(edit.document())
    change.beginEditBlock()
    change.setPosition(start)
    change.setPosition(second.position() + length, QTextCursor.MoveMode.KeepAnchor)
    change.insertText(texts)
    change.endEditBlock()
    cursor.setPosition(start + at + (length + 1 if step > 0 else 0))
    edit.setTextCursor(cursor)
