"""Bringing a document to other rows in slices: what is the same stays, with all that hangs on it."""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from rapidfuzz.distance import Indel

from ui.parts.filling import AT_ONCE, SLICE
from ui.writing import tracking
from ui.writing.tracking import Row

FEW = 40
"""Rows that are put in at once; more begin in a turn of their own."""

MANY = 24
"""Rows taken away together."""

_KEEP = QTextCursor.MoveMode.KeepAnchor


@dataclass(frozen=True, slots=True)
class _Step:
    """Rows to be put in the place of the blocks from `first` to before `last`."""

    first: int
    last: int
    rows: Sequence[Row]


class Renewing(QObject):
    """Brings one document to rows, the first slice at once; there is nothing to undo afterwards.

    `format_of` gives the format of a raw paragraph. `finished` is emitted when all is there.
    """

    finished = Signal()

    def __init__(
        self, document: QTextDocument, format_of: Callable[[str], QTextBlockFormat]
    ) -> None:
        super().__init__(document)
        self._document = document
        self._format_of = format_of
        self.colours = tracking.Colours()
        self._looks: dict[tracking.Tag, QTextCharFormat] = {}
        self._steps: deque[_Step] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self, rows: Sequence[Row], me: str, *, afresh: bool = False) -> None:
        """Bring the document to rows, as `me` sees them; `afresh` puts in what is the same as well."""
        if me != self.colours.me or afresh:
            self.colours.me = me
            self._looks.clear()
        self._timer.stop()
        there = self._document.blockCount()
        steps = _in_turns(_Step(0, there, rows)) if afresh else _steps(self._rows(), rows)
        self._steps = deque(steps)
        self._document.setUndoRedoEnabled(False)
        if len(rows) <= FEW:
            self._go_on()
            return
        if self._document.isEmpty():
            self._take(self._steps.popleft())
        # To find what differs took its time already.
        self._timer.start(0)

    def under_way(self) -> bool:
        """Say whether something is still to be put in."""
        return bool(self._steps) or self._timer.isActive()

    def finish(self) -> None:
        """Put in all that is left, now."""
        if self.under_way():
            self._timer.stop()
            while self._steps:
                self._take(self._steps.popleft())
            self._end()

    def _go_on(self) -> None:
        end = time.thread_time() + SLICE
        while self._steps and time.thread_time() < end:
            self._take(self._steps.popleft())
        if self._steps:
            self._timer.start(0)
        else:
            self._end()

    def _end(self) -> None:
        self._document.setUndoRedoEnabled(True)
        self.finished.emit()

    def _take(self, step: _Step) -> None:
        cursor = QTextCursor(self._document)
        # One change: Qt lays everything out once.
        cursor.beginEditBlock()
        self._select(cursor, step)
        cursor.removeSelectedText()
        if step.first:
            # Two blocks joined may take the format of the second.
            cursor.setBlockFormat(self._format_of(cursor.block().text()))
        for number, row in enumerate(step.rows, step.first):
            wanted = self._format_of(row.raw)
            if number:
                cursor.insertBlock(wanted, self._look(row.brk))
            else:
                cursor.setBlockFormat(wanted)
                cursor.setBlockCharFormat(QTextCharFormat())
            for raw, tag in row.parts:
                cursor.insertText(raw, self._look(tag))
        cursor.endEditBlock()

    def _select(self, cursor: QTextCursor, step: _Step) -> None:
        """Choose the blocks of a step with the break before them, where there is one."""
        if step.first:
            before = self._document.findBlockByNumber(step.first - 1)
            cursor.setPosition(before.position() + before.length() - 1)
        if step.last > step.first:
            last = self._document.findBlockByNumber(step.last - 1)
            cursor.setPosition(last.position() + last.length() - 1, _KEEP)

    def _rows(self) -> list[Row]:
        return tracking.rows_in(self._document)

    def _look(self, tag: tracking.Tag) -> QTextCharFormat:
        if tag not in self._looks:
            self._looks[tag] = tracking.look_of(tag, self.colours)
        return self._looks[tag]


def _steps(have: Sequence[Row], wanted: Sequence[Row]) -> list[_Step]:
    """Return the way from rows to others, from the end to the beginning, a few rows at a time."""
    hunks = reversed(_hunks(have, wanted))
    return [part for hunk in hunks for part in _in_turns(hunk)]


def _in_turns(hunk: _Step) -> Iterator[_Step]:
    """Yield a long step as short ones."""
    rows, last = hunk.rows, hunk.last
    while last - hunk.first > MANY:
        yield _Step(last - MANY, last, ())
        last -= MANY
    yield _Step(hunk.first, last, rows[:AT_ONCE])
    for at in range(AT_ONCE, len(rows), AT_ONCE):
        yield _Step(hunk.first + at, hunk.first + at, rows[at : at + AT_ONCE])


def _hunks(have: Sequence[Row], wanted: Sequence[Row]) -> list[_Step]:
    """Return what differs; the first block is given another text, it neither comes nor goes."""
    found: list[_Step] = []
    at, to = 0, 0
    for code in [*Indel.opcodes(have, wanted), None]:
        if code is not None and code.tag != "equal":
            continue
        start, end = (code.src_start, code.dest_start) if code else (len(have), len(wanted))
        if (start, end) != (at, to):
            found.append(_Step(at, start, wanted[to:end]))
        if code is not None:
            at, to = code.src_end, code.dest_end
    if found and found[0].first == 0 and not (found[0].last and found[0].rows):
        found[0] = _with_first(found[0], wanted)
    return found


def _with_first(step: _Step, wanted: Sequence[Row]) -> _Step:
    """Return a step at the very beginning with the block that stays behind it as a part of it."""
    return _Step(0, step.last + 1, wanted[: len(step.rows) + 1])
