"""The copy with everybody's suggestions in line, shown as it comes in, and read with them accepted."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QToolTip
from typing_extensions import override

from app.domain.text import Span
from ui import theme
from ui.spans import Blocks, to_points
from ui.words import _
from ui.writing import tracking
from ui.writing.accepted import Accepted
from ui.writing.document import blocks_of, from_raw
from ui.writing.marks import Mark
from ui.writing.paper import Paper
from ui.writing.pieces import DELETED, INSERTED, Piece
from ui.writing.renewing import Renewing
from ui.writing.stages import Stages

_KEEP = QTextCursor.MoveMode.KeepAnchor


class SuggestedPaper(Paper):
    """Copy and suggestions as `me` sees them; the text is told as it reads with all accepted.

    What is asked while words are still coming in waits for them; `whole` is emitted when they are
    there, `rested` when a long change was made or taken back.
    """

    whole = Signal()
    rested = Signal()

    def __init__(self, font: QFont) -> None:
        super().__init__(font)
        self.me = self._worn = ""
        self._held: deque[Callable[[], object]] = deque()
        self._coming = self._more = False
        self._caret = self._read_at = -1
        self._read: Sequence[tracking.Run] = ()
        self._reads: tuple[Sequence[tracking.Run], Accepted] = ((), Accepted(()))
        self._renewing = Renewing(self.document(), self.format_of)
        self._renewing.finished.connect(self._renewed)
        self._stages = Stages(self.document())
        self._stages.ended.connect(self._go_on)
        self._stages.ended.connect(self.rested)

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

    def waited_for(self) -> bool:
        """Say whether something typed waits for the words."""
        return bool(self._held)

    def settle(self) -> None:
        """Put all words in now, and what was typed meanwhile."""
        self._stages.finish()
        self._renewing.finish()

    def pieces(self) -> tuple[Piece, ...]:
        """Return what is shown, piece by piece."""
        self.settle()
        return tracking.pieces_of(self._runs())

    @override
    def body(self) -> str:
        """Return the text as it reads with every suggestion accepted; so are all its places told."""
        return self._accepted().text

    @override
    def point_of(self, cursor: QTextCursor) -> int:
        return self._accepted().point_of(cursor.position())

    @override
    def cursor_on(self, span: Span) -> QTextCursor:
        start, end = self._accepted().ends(span)
        return self._between(start, end)

    @override
    def show_marks(self, marks: Sequence[tuple[Span, Mark]]) -> None:
        within = self._accepted().within
        super().show_marks([(part, mark) for span, mark in marks for part in within(span)])

    def colour_of(self, by: str) -> str:
        """Return the colour of somebody's suggestions, as a token of the theme."""
        return self._renewing.colours.of(by)

    def here(self) -> tracking.Tag:
        """Return what stands at the caret: kind, by whom, id; empty strings for copy that stands."""
        at = self.textCursor().position()
        return next((tag for tag in (self._tag(at), self._tag(at - 1)) if tag[0]), tracking.STANDS)

    def before_caret(self) -> tuple[Piece, ...]:
        """Return the pieces up to the caret."""
        end = self.textCursor().position()
        return tuple(
            Piece(from_raw(run.raw[: to_points(run.raw, end - run.at)]), *run.tag)
            for run in self._runs()
            if run.at < end
        )

    def copy_caret(self) -> int:
        """Return the place of the caret in the copy, in UTF-16 units of its document."""
        return tracking.copied(self._runs(), self.textCursor().position())

    def stops(self) -> tuple[int, ...]:
        """Return where suggestions begin, in the document; what is exchanged is one of them."""
        marked = groupby(self._runs(), key=lambda run: (bool(run.tag[0]), *run.tag[1:]))
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
                end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
                place = self.cursorRect(end)
                painter.setFont(font)
                painter.setPen(theme.colour(self.colour_of(by)))
                painter.drawText(QPointF(place.right() + 3, place.bottom() - 4), "¶")
            block = block.next()
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Wear the colours of another theme; there is nothing to undo then."""
        super().changeEvent(event)
        worn = theme.current().name
        if event.type() == QEvent.Type.PaletteChange and self.me and worn != self._worn:
            self.settle()
            self._caret = self.copy_caret()
            self._show(tracking.rows_in(self.document()), self.me, afresh=True)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.cursorForPosition(event.pos()).position()
            if self.finding_at(place) >= 0:
                return super().viewportEvent(event)
            kind, by, _key = self._tag(place)
            words = _("{name} inserts this") if kind == INSERTED else _("{name} deletes this")
            QToolTip.showText(event.globalPos(), words.format(name=by) if kind else "", self)
            return True
        return super().viewportEvent(event)

    def _runs(self) -> Sequence[tracking.Run]:
        """Return all there is, read once after every change."""
        now = self.document().revision()
        if now != self._read_at:
            self._read, self._read_at = tuple(tracking.runs(self.document())), now
        return self._read

    def _between(self, start: int, end: int) -> QTextCursor:
        """Return a cursor that has chosen what stands between two places, the caret at the first."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(end)
        cursor.setPosition(start, _KEEP)
        return cursor

    def _accepted(self) -> Accepted:
        runs = self._runs()
        if self._reads[0] is not runs:
            self._reads = (runs, Accepted(runs))
        return self._reads[1]

    @override
    def _blocks(self) -> Blocks:
        return blocks_of(self.document().toRawText())

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

    def _show(self, rows: Sequence[tracking.Row], me: str, *, afresh: bool = False) -> None:
        self.me, self._worn = me, theme.current().name
        begins = self.document().isEmpty()
        self._coming = self._loading = True
        self._renewing.begin(rows, me, afresh=afresh)
        if begins and self._renewing.under_way():
            # Ahead of the first rows: the rest comes in behind it, and nothing is scrolled.
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def _renewed(self) -> None:
        self._loading = False
        self._stages.forget()
        self._follow_layout()
        if self._more:
            return
        if self._caret >= 0:
            cursor = self.textCursor()
            cursor.setPosition(tracking.placed(self._runs(), self._caret))
            self.setTextCursor(cursor)
            self._caret = -1
        self.whole.emit()
        self._go_on()

    def _go_on(self) -> None:
        """Do what waited, until something of it has to be waited for."""
        self._coming = self._more or self._renewing.under_way() or self._stages.under_way()
        while self._held and not self._coming:
            self._held.popleft()()
