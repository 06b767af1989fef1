"""The body of a story: Markdown as it reads, with photo slots that cannot be broken by a key."""

import time
from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QMimeData, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
)
from typing_extensions import override

from app.domain.story import SLOT
from ui.spans import SEAM
from ui.writing import cards
from ui.writing.cards import Card
from ui.writing.copy_edit import OWN_COPY, CopyEdit
from ui.writing.pictures import pasted_picture, pictures_in

PARAGRAPH_GAP = 0.85
"""Room under a paragraph, in font sizes."""

SLICE = 0.008
"""Seconds of processor time spent on the formats of a long change in one go."""

_WRITES_NOTHING = frozenset(
    {
        Qt.Key.Key_Escape,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    }
)


class Paper(CopyEdit):
    """The body. `slot_opened(number)` is emitted when a photo slot is double-clicked.

    `photos_given(paths)` when image files were dropped or pasted, or a picture was; the caret
    stands where they belong.

    `page_height` tells how much of the paper is seen at once, in pixels.
    """

    slot_opened = Signal(int)
    photos_given = Signal(object)

    def __init__(self, font: QFont) -> None:
        self._cards: Mapping[int, Card] = {}
        self._edited_blocks: set[int] = set()
        self.page_height: Callable[[], int] = lambda: 400
        super().__init__(font, markdown=True)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._mind_formats)
        self.document().contentsChange.connect(self._note_edit)

    def show_cards(self, known: Mapping[int, Card]) -> None:
        """Show what is known of the photo slots, by number."""
        self._cards = known
        self.viewport().update()

    @override
    def block_format(self) -> QTextBlockFormat:
        found = super().block_format()
        found.setBottomMargin(PARAGRAPH_GAP * QFontInfo(self.document().defaultFont()).pixelSize())
        return found

    def slot_format(self) -> QTextBlockFormat:
        """Return the format of a photo slot: one line as tall as its card."""
        found = self.block_format()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        found.setLineHeight(cards.height(), fixed)
        found.setTopMargin(4)
        return found

    @override
    def format_of(self, paragraph: str) -> QTextBlockFormat:
        if SLOT.match(paragraph):
            return self.slot_format()
        found = self.block_format()
        if paragraph.endswith(SEAM):
            found.setBottomMargin(0)
        return found

    def _note_edit(self, position: int, _removed: int, added: int) -> None:
        if self._loading or self.document().isEmpty():
            return
        first = self.document().findBlock(position).blockNumber()
        last = self.document().findBlock(position + added).blockNumber()
        self._edited_blocks.update(range(first, max(first, last) + 1))
        self._later.start(0)

    def _mind_formats(self) -> None:
        """Give blocks that became a slot, or are none any more, the height that suits them."""
        end = time.thread_time() + SLICE
        for number in sorted(self._edited_blocks):
            if time.thread_time() > end:
                self._later.start(0)
                return
            self._edited_blocks.discard(number)
            block = self.document().findBlockByNumber(number)
            wanted = self.format_of(block.text())
            if block.isValid() and block.blockFormat().lineHeight() != wanted.lineHeight():
                cursor = QTextCursor(block)
                cursor.joinPreviousEditBlock()
                cursor.setBlockFormat(wanted)
                cursor.endEditBlock()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        layout = self.document().documentLayout()
        here = self.textCursor().blockNumber() if self.hasFocus() else -1
        top = self.cursorForPosition(event.rect().topLeft()).block()
        for block in _blocks(top):
            room = layout.blockBoundingRect(block)
            if room.top() > event.rect().bottom():
                break
            if slot := SLOT.match(block.text()):
                number = int(slot[1])
                card = self._cards.get(number, Card(number))
                box = QRectF(room.left(), room.top(), room.width(), cards.height())
                cards.paint(painter, box, card, current=block.blockNumber() == here)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._turn_page(-1 if key == Qt.Key.Key_PageUp else 1, event)
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._delete(event)
        elif not self._slot_here():
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._paragraph_after()
        elif key in _WRITES_NOTHING or not event.text().isprintable() or not event.text():
            super().keyPressEvent(event)
        elif event.text().strip():
            # Words typed on a picture go under it; a story that begins with one opens there.
            self._paragraph_after()
            super().keyPressEvent(event)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return (
            bool(pictures_in(source)) or source.hasImage() or super().canInsertFromMimeData(source)
        )

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        own = source.hasFormat(OWN_COPY)
        if not own and (found := pictures_in(source) or pasted_picture(source)):
            self.photos_given.emit(found)
        else:
            super().insertFromMimeData(source)

    @override
    def insert(self, text: str) -> None:
        if self._slot_here():
            self._paragraph_after()
        self._take_whole_slots()
        super().insert(text)

    @override
    def cut(self) -> None:
        self._take_whole_slots()
        super().cut()

    @override
    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:
        block = self.cursorForPosition(e.position().toPoint()).block()
        if slot := SLOT.match(block.text()):
            self.slot_opened.emit(int(slot[1]))
        else:
            super().mouseDoubleClickEvent(e)

    def _slot_here(self) -> bool:
        cursor = self.textCursor()
        one_block = self.document().findBlock(cursor.anchor()) == cursor.block()
        return one_block and bool(SLOT.match(cursor.block().text()))

    def _paragraph_after(self) -> None:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(self.block_format())
        self.setTextCursor(cursor)

    def _delete(self, event: QKeyEvent) -> None:
        """Delete; a photo slot is first chosen as a whole, and goes with the second key."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            self._take_whole_slots()
            super().keyPressEvent(event)
            return
        slot = self._slot_touched(cursor, Qt.Key(event.key()))
        if slot is None:
            super().keyPressEvent(event)
            return
        self.setTextCursor(_whole(slot))

    @staticmethod
    def _slot_touched(cursor: QTextCursor, key: Qt.Key) -> QTextBlock | None:
        block = cursor.block()
        if not SLOT.match(block.text()):
            if key == Qt.Key.Key_Backspace and cursor.atBlockStart():
                block = block.previous()
            elif key == Qt.Key.Key_Delete and cursor.atBlockEnd():
                block = block.next()
        return block if block.isValid() and SLOT.match(block.text()) else None

    def _take_whole_slots(self) -> None:
        """Stretch the selection so that it holds no half of a photo slot."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        first, last = self.document().findBlock(start), self.document().findBlock(end)
        if SLOT.match(first.text()):
            start = first.position()
        if SLOT.match(last.text()) and end > last.position():
            end = last.position() + last.length() - 1
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _turn_page(self, step: int, event: QKeyEvent) -> None:
        point = self.cursorRect().center()
        point.setY(point.y() + step * round(self.page_height() * 0.9))
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        mode = QTextCursor.MoveMode.KeepAnchor if shift else QTextCursor.MoveMode.MoveAnchor
        cursor = self.textCursor()
        cursor.setPosition(self.cursorForPosition(point).position(), mode)
        self.setTextCursor(cursor)


def _blocks(first: QTextBlock) -> Iterator[QTextBlock]:
    block = first
    while block.isValid():
        yield block
        block = block.next()


def _whole(block: QTextBlock) -> QTextCursor:
    """Return a cursor that has a block selected with the end of the block before it, if any."""
    cursor = QTextCursor(block)
    if block.previous().isValid():
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor
