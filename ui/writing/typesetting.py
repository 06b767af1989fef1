"""Typography while typing: each change is a step of undo of its own, and stays taken back."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.language.typing import correction
from app.language.typography import TypoFault
from ui.spans import to_points, to_units
from ui.writing.document import LINE_END


class Typesetting:
    """What one text does about typography. `language` is a BCP 47 tag, "" for nothing."""

    def __init__(self) -> None:
        self.language = ""
        self._made: tuple[int, int, str] | None = None
        self._declined: tuple[int, int, str] | None = None

    def mind(self, edit: QTextEdit) -> None:
        """Set right what was just typed before the caret."""
        if not self.language or edit.isReadOnly():
            return
        cursor = edit.textCursor()
        block = cursor.block()
        text = block.text()
        caret = to_points(text, cursor.positionInBlock())
        start = text.rfind(LINE_END, 0, caret) + 1
        end = text.find(LINE_END, caret)
        line = text[start : end if end >= 0 else len(text)]
        fault = self.asked(line, caret - start, (block.blockNumber(), start))
        if fault is None:
            return
        change_at = QTextCursor(block)
        place = block.position()
        change_at.setPosition(place + to_units(text, start + fault.span.start))
        change_at.setPosition(
            place + to_units(text, start + fault.span.end), QTextCursor.MoveMode.KeepAnchor
        )
        change_at.beginEditBlock()
        change_at.insertText(fault.replacement)
        change_at.endEditBlock()

    def asked(self, line: str, caret: int, place: tuple[int, int]) -> TypoFault | None:
        """Return what to set right before a caret, None for nothing or what was taken back.

        `place` is where the line stands: the number of its block, and its first character in it.
        """
        fault = correction(line, caret, self.language)
        if fault is None:
            return None
        change = (place[0], place[1] + fault.span.start, fault.replacement)
        if change == self._declined:
            return None
        self._made, self._declined = change, None
        return fault

    def decline(self) -> None:
        """Note that the last change is being taken back: it is not made again at the next key."""
        if self._made is not None:
            self._declined = self._made
        self._made = None
