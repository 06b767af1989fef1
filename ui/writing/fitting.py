"""Pasted copy among the words it is put between: what is a block of its own stays one."""

import re

from PySide6.QtGui import QTextCursor

from ui.spans import PARAGRAPH

_OF_ITS_OWN = re.compile(r"#{1,6} |> ?|[-*+] |\d+[.)] |\||!\[\]\(photo:")
"""How subheads, quotes, lists, tables and photo slots begin; amid a line they would be plain words."""


def fitted(text: str, cursor: QTextCursor) -> str:
    """Return Markdown as it goes in at a cursor, in place of what is selected there.

    A subhead, a list, a table that comes first or last is parted from the words around.
    """
    start, end = QTextCursor(cursor), QTextCursor(cursor)
    start.setPosition(cursor.selectionStart())
    end.setPosition(cursor.selectionEnd())
    before = start.block().text()[: start.positionInBlock()]
    after = end.block().text()[end.positionInBlock() :]
    blocks = text.split(PARAGRAPH)
    if before.strip() and _OF_ITS_OWN.match(blocks[0]):
        text = PARAGRAPH + text
    if after.strip() and _OF_ITS_OWN.match(blocks[-1]):
        text += PARAGRAPH
    return text
