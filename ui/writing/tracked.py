"""The body while changes are suggested: what is typed comes in underlined, what is deleted is struck."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QToolTip
from typing_extensions import override

from ui import theme
from ui.spans import to_points
from ui.words import _
from ui.writing import striking, tracking
from ui.writing.copy_edit import LAID_OUT_AT_ONCE
from ui.writing.document import from_raw, to_raw
from ui.writing.paper import Paper
from ui.writing.pieces import DELETED, INSERTED, Piece
from ui.writing.renewing import Renewing
from ui.writing.stages import Stages

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


class TrackedPaper(Paper):
    """The copy with everybody's suggestions in line. Photo slots cannot be touched here.

    `me` is whose suggestions are typed. Every change is one step of undo. What is typed while the
    words are still coming in waits for them; `whole` is emitted when they are there, `rested` when
    a long change was made or taken back.
    """

    whole = Signal()
    rested = Signal()

    def __init__(self, font: QFont) -> None:
        super().__init__(font)
        self.me = ""
        self._held: deque[Callable[[], object]] = deque()
        self._coming = self._more = False
        self._caret = -1
        self._renewing = Renewing(self.document(), self.format_of)
        self._renewing.finished.connect(self._renewed)
        self._stages = Stages(self.document())
        self._stages.ended.connect(self._go_on)
        self._stages.ended.connect(self.rested)
        self.setAcceptDrops(False)
        # The usual menu would cut and paste past the marks.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def show_pieces(self, shown: Iterable[Piece], me: str) -> None:
        """Show copy and suggestions, the caret kept at its place; there is nothing to undo then."""
        self.show_rows(tracking.rows_of(shown), me)

    def show_rows(self, rows: Sequence[tracking.Row], me: str) -> None:
        """Show copy and suggestions given block by block."""
        if self._caret < 0:
            self._caret = self.copy_caret()
        self._more = False
        self._show(rows, me)

    def show_copy(self, copy: str, me: str, caret: int) -> None:
        """Show the copy until more is known; what is typed waits till then.

        `caret` is a place in the copy, in UTF-16 units.
        """
        self._caret = caret
        self.expect()
        self._show(tracking.rows_of((Piece(copy),)), me)

    def expect(self) -> None:
        """Have what is typed wait until `show_pieces` has shown what is suggested now."""
        self._more = self._coming = True

    def give_up(self) -> None:
        """Wait for nothing any more; what was typed meanwhile is off."""
        self._held.clear()
        self._more = False
        self.settle()
        self._coming = False

    def when_whole(self, do: Callable[[], object]) -> None:
        """Do something once all words are there, after what was typed before; at once when they are."""
        self._held.append(do) if self._coming else do()

    def settle(self) -> None:
        """Put all words in now, and what was typed meanwhile."""
        self._stages.finish()
        self._renewing.finish()

    def pieces(self) -> tuple[Piece, ...]:
        """Return what is shown, piece by piece."""
        self.settle()
        return tracking.read(self.document())

    def here(self) -> tracking.Tag:
        """Return what stands at the caret: kind, by whom, id; empty strings for copy that stands."""
        at = self.textCursor().position()
        return next((tag for tag in (self._tag(at), self._tag(at - 1)) if tag[0]), tracking.STANDS)

    def before_caret(self) -> tuple[Piece, ...]:
        """Return the pieces up to the caret."""
        end = self.textCursor().position()
        return tuple(
            Piece(from_raw(run.raw[: to_points(run.raw, end - run.at)]), *run.tag)
            for run in tracking.runs(self.document(), 0, end)
        )

    def copy_caret(self) -> int:
        """Return the place of the caret in the copy, in UTF-16 units of its document."""
        return tracking.copied(self.document(), self.textCursor().position())

    def stops(self) -> tuple[int, ...]:
        """Return where suggestions begin, in the document; what is exchanged is one of them."""
        found = tracking.runs(self.document())
        marked = groupby(found, key=lambda run: (bool(run.tag[0]), *run.tag[1:]))
        return tuple(next(group).at for tag, group in marked if tag[0])

    def step(self, direction: int) -> bool:
        """Put the caret on the next suggestion, or the one before; say whether there is any."""
        here, stops = self.textCursor().position(), self.stops()[::direction]
        if not stops:
            return False
        ahead = (at for at in stops if (at - here) * direction > 0)
        cursor = self.textCursor()
        cursor.setPosition(next(ahead, stops[0]))
        self.setTextCursor(cursor)
        return True

    @override
    def insert(self, text: str) -> None:
        if self._waits(partial(self.insert, text)):
            return
        self._mind_seam(Qt.Key.Key_unknown)
        cursor, raw = self.textCursor(), to_raw(text)
        size = cursor.selectionEnd() - cursor.selectionStart() + len(raw)
        self._make(self._inserting(cursor, raw), cursor, size)

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
        else:
            event.ignore()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if words := event.commitString():
            self.insert(words)
        super().inputMethodEvent(QInputMethodEvent(event.preeditString(), event.attributes()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the ends of paragraphs that come or go: they have no character of their own."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        block = self.cursorForPosition(event.rect().topLeft()).block().next()
        last = self.cursorForPosition(event.rect().bottomRight()).blockNumber() + 1
        while block.isValid() and block.blockNumber() <= last:
            kind, by, _key = tracking.of(block.charFormat())
            if kind:
                font = QFont(self.document().defaultFont())
                font.setStrikeOut(kind == DELETED)
                end = QTextCursor(block.previous())
                end.movePosition(_MOVE.EndOfBlock)
                place = self.cursorRect(end)
                painter.setFont(font)
                painter.setPen(theme.colour(tracking.colour_of(by, self.me)))
                painter.drawText(QPointF(place.right() + 3, place.bottom() - 4), "¶")
            block = block.next()
        painter.end()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            kind, by, _key = self._tag(self.cursorForPosition(event.pos()).position())
            words = _("{name} inserts this") if kind == INSERTED else _("{name} deletes this")
            QToolTip.showText(event.globalPos(), words.format(name=by) if kind else "", self)
            return True
        return super().viewportEvent(event)

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
            cursor.insertBlock(self.block_format(), tracking.look(INSERTED, self.me, self.me))
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

    def _tag(self, at: int) -> tracking.Tag:
        """Return what is said of the character at a place."""
        return next(
            (run.tag for run in tracking.runs(self.document(), at, at + 1)), tracking.STANDS
        )

    def _waits(self, do: Callable[[], object]) -> bool:
        """Say whether words are still coming in, and have something done after them."""
        if self._coming:
            self._held.append(do)
        return self._coming

    def _show(self, rows: Sequence[tracking.Row], me: str) -> None:
        self.me = me
        self._coming = self._loading = True
        self._renewing.begin(rows, me)

    def _renewed(self) -> None:
        self._loading = False
        self._stages.forget()
        self._follow_layout()
        if self._more:
            return
        if self._caret >= 0:
            cursor = self.textCursor()
            cursor.setPosition(tracking.placed(self.document(), self._caret))
            self.setTextCursor(cursor)
            self._caret = -1
        self.whole.emit()
        self._go_on()

    def _go_on(self) -> None:
        """Do what waited, until something of it has to be waited for."""
        self._coming = self._more or self._renewing.under_way() or self._stages.under_way()
        while self._held and not self._coming:
            self._held.popleft()()
