"""What the keys of a writer do to the text at the caret, each as one step of undo."""

import re

from PySide6.QtGui import QTextCursor

from ui.writing.copy_edit import CopyEdit

QUOTE_MARKS = {"fr": ("«\u00a0", "\u00a0»"), "en": ("“", "”")}
NO_BREAK_SPACE = "\u00a0"
THIN_NO_BREAK_SPACE = "\u202f"
_HEADING = re.compile(r"^#{1,6}[ \u00a0]+")
_SUBHEAD = "## "


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
