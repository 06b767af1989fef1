"""The body while changes are suggested: what is typed comes in underlined, what is deleted is struck."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from typing_extensions import override

from app.domain.text import Span
from ui.words import _
from ui.writing import striking, tracking
from ui.writing.accepted import Accepted
from ui.writing.copy_edit import LAID_OUT_AT_ONCE
from ui.writing.document import to_raw
from ui.writing.pieces import INSERTED
from ui.writing.suggested import SuggestedPaper

_MOVE = QTextCursor.MoveOperation
_KEEP = QTextCursor.MoveMode.KeepAnchor
_STANDARD = QKeySequence.StandardKey
_DELETES = (
    (_STANDARD.DeleteStartOfWord, _MOVE.PreviousWord),
    (_STANDARD.DeleteEndOfWord, _MOVE.NextWord),
    (_STANDARD.DeleteEndOfLine, _MOVE.EndOfLine),
    (_STANDARD.Delete, _MOVE.NextCharacter),
)
_WALKS = (_STANDARD.Copy, _STANDARD.SelectAll)
_EDITS = (
    (_STANDARD.Undo, "undo"),
    (_STANDARD.Redo, "redo"),
    (_STANDARD.Cut, "cut"),
    (_STANDARD.Paste, "paste"),
)
_WALKING_KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Escape,
    }
)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class TrackedPaper(SuggestedPaper):
    """The copy with everybody's suggestions in line. Photo slots cannot be touched here.

    `me` is whose suggestions are typed. Every change is one step of undo.
    """

    def __init__(self, font: QFont) -> None:
        super().__init__(font)
        self.setAcceptDrops(False)
        # The usual menu would cut and paste past the marks.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    @override
    def insert(self, text: str) -> None:
        if self._waits(partial(self.insert, text)):
            return
        self._mind_seam(Qt.Key.Key_unknown)
        cursor, raw = self.textCursor(), to_raw(text)
        size = cursor.selectionEnd() - cursor.selectionStart() + len(raw)
        self._make(self._inserting(cursor, raw), cursor, size)

    @override
    def replace(self, changes: Sequence[tuple[Span, str]]) -> None:
        """Suggest words in the place of others, all as one step; not where somebody else suggests."""
        cursors = [(self.cursor_on(span), text) for span, text in changes]
        if any(self._of_others(cursor) for cursor, _text in cursors):
            self.left_out.emit(_("Somebody else’s suggestion stands here: decide on it first."))
            return
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        for cursor, text in cursors:
            for _part in self._inserting(cursor, to_raw(text)):
                pass
        edit.endEditBlock()

    @override
    def cut(self) -> None:
        if self.textCursor().hasSelection() and not self._waits(self.cut):
            self.copy()
            self._strike_chosen(_MOVE.NoMove)

    @override
    def undo(self) -> None:
        if self._waits(self.undo):
            return
        if self._stages.made_last():
            self._coming = True
            self._stages.undo()
        else:
            super().undo()

    @override
    def redo(self) -> None:
        if self._waits(self.redo):
            return
        if self._stages.taken_back_last():
            self._coming = True
            self._stages.redo()
        else:
            super().redo()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._coming:
            self._waits(partial(self.keyPressEvent, event.clone()))
        elif asked := next((name for keys, name in _EDITS if event.matches(keys)), ""):
            getattr(self, asked)()
        elif event.key() in _WALKING_KEYS or any(event.matches(one) for one in _WALKS):
            super().keyPressEvent(event)
        else:
            self._write(event)

    def _write(self, event: QKeyEvent) -> None:
        """Suggest what a key writes or deletes."""
        key = Qt.Key(event.key())
        if move := self._deletion(event):
            self._strike_chosen(move)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & _COMMAND:
            self.insert("\n" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else "\n\n")
        elif event.text().isprintable() and event.text() and not event.modifiers() & _COMMAND:
            self.insert(event.text())
            self._typeset()
        else:
            event.ignore()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if words := event.commitString():
            self.insert(words)
        super().inputMethodEvent(QInputMethodEvent(event.preeditString(), event.attributes()))

    @staticmethod
    def _deletion(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
        found = next((move for keys, move in _DELETES if event.matches(keys)), None)
        plain = not event.modifiers() & _COMMAND
        if found is None and event.key() == Qt.Key.Key_Backspace and plain:
            return _MOVE.PreviousCharacter
        return found

    def _strike_chosen(self, move: QTextCursor.MoveOperation) -> None:
        cursor = self.textCursor()
        chosen = cursor.hasSelection()
        if not chosen:
            self._choose(cursor, move)
        back = not chosen and cursor.position() < cursor.anchor()
        size = cursor.selectionEnd() - cursor.selectionStart()
        self._make(self._striking(cursor, back=back), cursor, size)

    def _choose(self, cursor: QTextCursor, move: QTextCursor.MoveOperation) -> None:
        """Choose what a key deletes; the seam of a parted paragraph is nothing to delete."""
        before = -1
        while cursor.position() != before:
            before = cursor.position()
            cursor.movePosition(move, _KEEP)
            ends = cursor.selectionStart(), cursor.selectionEnd()
            if striking.touches_words(self.document(), *ends):
                return

    def _striking(self, cursor: QTextCursor, *, back: bool) -> Iterator[None]:
        start = cursor.selectionStart()
        yield from striking.strike(cursor, self.me)
        if back:
            cursor.setPosition(start)

    def _inserting(self, cursor: QTextCursor, raw: str) -> Iterator[None]:
        yield from striking.strike(cursor, self.me)
        if striking.on_slot(cursor.block()):
            cursor.movePosition(_MOVE.EndOfBlock)
            cursor.insertBlock(self.block_format(), tracking.look(INSERTED, self.me))
        yield from striking.insert(cursor, raw, self.me)

    def _make(self, change: Iterator[None], cursor: QTextCursor, size: int) -> None:
        """Make a change as one step of undo, in slices where it is of many units."""
        if size > LAID_OUT_AT_ONCE:
            self._coming = True
            self._stages.make(self._closing(change, cursor))
            return
        cursor.beginEditBlock()
        for _part in change:
            pass
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _closing(self, change: Iterator[None], cursor: QTextCursor) -> Iterator[None]:
        yield from change
        self.setTextCursor(cursor)

    def _of_others(self, cursor: QTextCursor) -> bool:
        ends = cursor.selectionStart(), cursor.selectionEnd()
        return any(
            run.tag[0] and run.tag[1] != self.me and run.end > ends[0] and run.at < ends[1]
            for run in tracking.runs(self.document(), *ends)
        )

    def _typeset(self) -> None:
        """Set right what was just typed, as a suggestion: the line is read with all accepted."""
        if not self.typesetting.language or self.isReadOnly():
            return
        block, place = self.textCursor().block(), self.textCursor().position()
        first = block.previous() if block.previous().isValid() else block
        last = block.next() if block.next().isValid() else block
        ends = first.position(), last.position() + last.length() - 1
        near = Accepted(tracking.runs(self.document(), *ends))
        caret = near.point_of(place)
        start = near.text.rfind("\n", 0, caret) + 1
        line = near.text[start:].split("\n", 1)[0]
        fault = self.typesetting.asked(line, caret - start, (block.blockNumber(), start))
        if fault is None:
            return
        change = self._between(*near.ends(fault.span.shifted(start)))
        if not self._of_others(change):
            self._make(self._inserting(change, fault.replacement), self.textCursor(), 0)
