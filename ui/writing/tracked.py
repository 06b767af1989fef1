"""The body while changes are suggested: what is typed comes in underlined, what is deleted is struck."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QPointF, Qt
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

from app.domain.story import SLOT
from ui import theme
from ui.words import _
from ui.writing import tracking
from ui.writing.document import BLOCK_END, to_raw
from ui.writing.paper import Paper
from ui.writing.pieces import DELETED, INSERTED, Piece

_MOVE = QTextCursor.MoveOperation
_KEEP = QTextCursor.MoveMode.KeepAnchor
_STANDARD = QKeySequence.StandardKey
_DELETES = (
    (_STANDARD.DeleteStartOfWord, _MOVE.PreviousWord),
    (_STANDARD.DeleteEndOfWord, _MOVE.NextWord),
    (_STANDARD.DeleteEndOfLine, _MOVE.EndOfLine),
    (_STANDARD.Delete, _MOVE.NextCharacter),
)
_WALKS = (_STANDARD.Copy, _STANDARD.SelectAll, _STANDARD.Undo, _STANDARD.Redo)
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

    `me` is whose suggestions are typed. Every change is one step of undo.
    """

    def __init__(self, font: QFont) -> None:
        super().__init__(font)
        self.me = ""
        self.setAcceptDrops(False)
        # The usual menu would cut and paste past the marks.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def show_pieces(self, shown: Iterable[Piece], me: str) -> None:
        """Show copy and suggestions, the caret kept at its place; there is nothing to undo then."""
        self.me = me
        caret = self.textCursor().position()
        self._loading = True
        tracking.put(self.document(), shown, me, self.format_of)
        self._loading = False
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._follow_layout()

    def pieces(self) -> tuple[Piece, ...]:
        """Return what is shown, piece by piece."""
        return tracking.read(self.document())

    def here(self) -> tuple[str, str, str]:
        """Return what stands at the caret: kind, by whom, id; empty strings for copy that stands."""
        at = self.textCursor().position()
        return next((tag for tag in (self._tag(at), self._tag(at - 1)) if tag[0]), ("", "", ""))

    def before_caret(self) -> tuple[Piece, ...]:
        """Return the pieces up to the caret, the first character of a mark at it included."""
        end, found, at = self.textCursor().position(), [], 0
        for piece in self.pieces():
            size = len(to_raw(piece.text).encode("utf-16-le", "surrogatepass")) // 2
            if at + size >= end:
                head = to_raw(piece.text).encode("utf-16-le", "surrogatepass")[: 2 * (end - at)]
                found.append(Piece(head.decode("utf-16-le", "ignore"), piece.kind, piece.by))
                return tuple(found)
            found.append(piece)
            at += size
        return tuple(found)

    def step(self, direction: int) -> bool:
        """Put the caret on the next suggestion, or the one before; say whether there is any."""
        starts = [at for at, tag in self._runs() if tag[0]]
        here = self.textCursor().position()
        ahead = [at for at in starts if (at > here if direction > 0 else at < here)]
        if not starts:
            return False
        ends = (starts[0], ahead[0] if ahead else 0) if direction > 0 else (starts[-1], 0)
        at = (ahead[0] if direction > 0 else ahead[-1]) if ahead else ends[0]
        cursor = self.textCursor()
        cursor.setPosition(at)
        self.setTextCursor(cursor)
        return True

    @override
    def insert(self, text: str) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        self._strike(cursor)
        cursor.movePosition(_MOVE.EndOfBlock) if self._on_slot(cursor) else None
        mark = tracking.look(INSERTED, self.me, self.me)
        if self._on_slot(cursor):
            cursor.insertBlock(self.block_format(), mark)
        for number, line in enumerate(to_raw(text).split(BLOCK_END)):
            if number:
                cursor.insertBlock(self.block_format(), mark)
            cursor.insertText(line, mark)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    @override
    def cut(self) -> None:
        self.copy()
        self._strike_chosen(_MOVE.NoMove)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WALKING_KEYS or any(event.matches(one) for one in _WALKS):
            super().keyPressEvent(event)
        elif event.matches(_STANDARD.Cut):
            self.cut()
        elif event.matches(_STANDARD.Paste):
            self.paste()
        elif move := self._deletion(event):
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
            cursor.movePosition(move, _KEEP)
        forward = not chosen and cursor.position() > cursor.anchor()
        cursor.beginEditBlock()
        self._strike(cursor)
        cursor.endEditBlock()
        if not forward and not chosen:
            cursor.setPosition(self._struck_from)
        self.setTextCursor(cursor)

    def _strike(self, cursor: QTextCursor) -> None:
        """Strike what a cursor has chosen; what oneself inserted goes at once. The caret ends behind."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        self._struck_from = start
        work = QTextCursor(self.document())
        for at in range(end - 1, start - 1, -1):
            kind, by, _key = self._tag(at)
            block = self.document().findBlock(at)
            if self._keeps(at):
                continue
            work.setPosition(at)
            if kind == INSERTED and by == self.me:
                work.setPosition(at + 1, _KEEP)
                work.removeSelectedText()
                end -= 1
            elif not kind and at == block.position() + block.length() - 1:
                work.setPosition(at + 1)
                work.setBlockCharFormat(tracking.look(DELETED, self.me, self.me))
            elif not kind:
                work.setPosition(at + 1, _KEEP)
                work.setCharFormat(tracking.look(DELETED, self.me, self.me))
        cursor.setPosition(max(start, end))

    def _keeps(self, at: int) -> bool:
        """Say whether a character belongs to a photo slot, or parts one from its neighbours."""
        block = self.document().findBlock(at)
        if SLOT.match(block.text()):
            return True
        ends_block = at == block.position() + block.length() - 1
        return ends_block and (not block.next().isValid() or bool(SLOT.match(block.next().text())))

    @staticmethod
    def _on_slot(cursor: QTextCursor) -> bool:
        return bool(SLOT.match(cursor.block().text()))

    def _tag(self, at: int) -> tuple[str, str, str]:
        """Return what is said of the character at a place."""
        if at < 0 or at >= self.document().characterCount() - 1:
            return "", "", ""
        block = self.document().findBlock(at)
        if at == block.position() + block.length() - 1:
            return tracking.of(block.next().charFormat())
        cursor = QTextCursor(self.document())
        cursor.setPosition(at + 1)
        return tracking.of(cursor.charFormat())

    def _runs(self) -> Iterator[tuple[int, tuple[str, str, str]]]:
        at = 0
        for piece in self.pieces():
            yield at, (piece.kind, piece.by, piece.key)
            at += len(to_raw(piece.text).encode("utf-16-le", "surrogatepass")) // 2
