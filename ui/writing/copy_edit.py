"""A text that is as tall as its words: the common ground of the fields and of the body."""

import math
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QToolTip
from typing_extensions import override

from app.desk.stories import pasting
from app.domain.text import Span
from ui.parts.filling import Filling
from ui.parts.laying import Laying
from ui.spans import SEAM, Blocks
from ui.writing import document as documents
from ui.writing.fitting import fitted
from ui.writing.highlighter import Highlighter
from ui.writing.marking import Marking
from ui.writing.marks import BlockMarks, Mark, marks_of
from ui.writing.restyling import Restyling
from ui.writing.typesetting import Typesetting

OWN_COPY = "text/x-marbre-copy"
"""Copy cut or copied here, which is pasted as it is; copy from elsewhere is cleaned first."""

LINE_HEIGHT = 1.5
"""Distance of two lines, in font sizes."""

LAID_OUT_AT_ONCE = 20_000
"""Characters; a longer text is laid out by Qt in steps, and to ask for its height would end them."""

LAID_OUT = 120
"""Milliseconds without news of the layout after which it has come to its end."""

Cleaned = Callable[[str, str], None]
"""Takes copy, and what is to be said of what was left out."""


def _clean_now(html: str, plain: str, then: Cleaned) -> None:
    then(*pasting.clean(html, plain))


class CopyEdit(QTextEdit):
    """Plain text that keeps every character, shows its marks and never scrolls by itself.

    `typed` is emitted when the text was changed by the person (typing, undo, a mend), never by
    `load`. `filled` is emitted when all of the text loaded is there. `left(step)` is emitted when the caret wants to go on above (-1) or below (1).
    `left_out(sentence)` says what of a paste did not come along.
    """

    typed = Signal()
    filled = Signal()
    left = Signal(int)
    left_out = Signal(str)

    def __init__(self, font: QFont, *, markdown: bool, line_height: float = LINE_HEIGHT) -> None:
        super().__init__()
        self._loading = False
        self._markdown = markdown
        self._line_height = line_height
        self._block_format: QTextBlockFormat | None = None
        self._known, self._known_at = Blocks(""), (-1, 0)
        self.explain: Callable[[int], str] = lambda _finding: ""
        self.clean: Callable[[str, str, Cleaned], None] = _clean_now
        self.typesetting = Typesetting()
        self._dress()
        self.document().setDocumentMargin(0)
        # On the widget too, for its placeholder.
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.laying = Laying(self.document(), self._grow)
        # Before the highlighter's own connection: marks move first, then they are drawn.
        self.document().contentsChange.connect(self._edited)
        self.highlighter = Highlighter(self.document(), markdown=markdown)
        self._restyling = Restyling(self.highlighter, self.laying)
        self.highlighter.later = self._restyling.add
        self.marking = Marking(
            self.document(), self._restyling, lambda: self.textCursor().blockNumber()
        )
        self.filling = Filling(self, self._put)
        self.filling.finished.connect(self._filled)
        self._laid_out = QTimer(self, singleShot=True, interval=LAID_OUT)
        self._laid_out.timeout.connect(self._grow)
        self.document().documentLayout().documentSizeChanged.connect(self._follow_layout)
        self.load("")

    def _dress(self) -> None:
        self.setProperty("kind", "copy")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_font(self, font: QFont) -> None:
        """Show the text in another font, or in another size of it; there is still all to undo."""
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._block_format = None
        self._follow_layout()

    def show_invisibles(self, *, shown: bool) -> None:
        """Show a dot for every space, and no-break spaces tinted."""
        option = self.document().defaultTextOption()
        flag = QTextOption.Flag.ShowTabsAndSpaces
        option.setFlags(option.flags() | flag if shown else option.flags() & ~flag)
        self.document().setDefaultTextOption(option)
        if self.highlighter.invisibles != shown:
            self.highlighter.invisibles = shown
            self.highlighter.rehighlight()

    def body(self) -> str:
        """Return the text, no-break spaces kept, that which is still being loaded included."""
        return self._blocks().body

    def _blocks(self) -> Blocks:
        """Return all there is, read once after every change: it is asked for many times a key."""
        rest = self.filling.rest()
        now = (self.document().revision(), len(rest))
        if now != self._known_at:
            raw = documents.BLOCK_END.join((self.document().toRawText(), *rest))
            self._known, self._known_at = documents.blocks_of(raw), now
        return self._known

    def load(self, body: str) -> None:
        """Show another text, in slices when it is long; there is nothing to undo afterwards."""
        self._restyling.forget()
        self.marking.forget()
        self.document().setUndoRedoEnabled(False)
        self.filling.begin(documents.to_raw(body).split(documents.BLOCK_END))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._follow_layout()

    def bring_to(self, body: str) -> None:
        """Change only what differs from `body`, as one step that can be undone."""
        self.filling.finish()
        self._loading = True
        documents.bring_to(self.document(), body)
        self._loading = False

    def show_marks(self, marks: Sequence[tuple[Span, Mark]]) -> None:
        """Mark spans of the body as it stands; the places inside the marks given are ignored.

        Of a story with thousands of them, those near the caret come first.
        """
        self.filling.finish()
        self.marking.show(self._blocks(), marks)

    def caret(self) -> int:
        """Return the place of the caret, in code points of the body."""
        return self.point_of(self.textCursor())

    def point_of(self, cursor: QTextCursor) -> int:
        """Return the place of a cursor, in code points of the body."""
        return self._blocks().point_of(cursor.blockNumber(), cursor.positionInBlock())

    def cursor_on(self, span: Span) -> QTextCursor:
        """Return a cursor that has a span of the body selected."""
        self.filling.finish()
        return documents.cursor_on(self.document(), self._blocks(), span)

    def replace(self, changes: Sequence[tuple[Span, str]]) -> None:
        """Put words in the place of spans of the body as it stands, all as one step of undo."""
        self.filling.finish()
        documents.replace(self.document(), self._blocks(), changes)

    def go_to(self, span: Span) -> None:
        """Put the caret before a span of the body and take the focus."""
        cursor = self.cursor_on(span)
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finding_at(self, position: int) -> int:
        """Return the index of the finding at a document position, or -1."""
        return next(iter(self.findings_at(position)), -1)

    def findings_at(self, position: int) -> tuple[int, ...]:
        """Return the indices of the findings at a document position."""
        block = self.document().findBlock(position)
        offset = position - block.position()
        return tuple(
            mark.finding
            for mark in marks_of(block)
            if mark.finding >= 0 and mark.start <= offset <= mark.start + mark.length
        )

    def _edited(self, position: int, removed: int, added: int) -> None:
        self.highlighter.begin_change()
        self.marking.stop()
        block = self.document().findBlock(position)
        if marks := marks_of(block):
            at = position - block.position()
            moved = (mark.after_edit(at, removed, added) for mark in marks)
            block.setUserData(BlockMarks(tuple(mark for mark in moved if mark)))
        if marks_of(last := self.document().findBlock(position + added)):
            # A block that was cut in two may leave its marks to the new one.
            self.marking.add(last)
        if not self._loading:
            self.typed.emit()

    def _put(self, paragraphs: Sequence[str], first: bool) -> None:  # noqa: FBT001  as a filling calls it
        """Add paragraphs, each in its format, as one change that is not typed."""
        self._loading = True
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if first:
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.removeSelectedText()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for number, paragraph in enumerate(paragraphs):
            wanted = self.format_of(paragraph)
            if first and not number:
                cursor.setBlockFormat(wanted)
            else:
                cursor.insertBlock(wanted)
            cursor.insertText(paragraph)
        cursor.endEditBlock()
        self._loading = False

    def _filled(self) -> None:
        self.document().setUndoRedoEnabled(True)
        self.filled.emit()

    def format_of(self, _paragraph: str) -> QTextBlockFormat:
        """Return the format a raw paragraph is shown in."""
        return self.block_format()

    def block_format(self) -> QTextBlockFormat:
        """Return the format of a paragraph."""
        if self._block_format is None:
            font = self.document().defaultFont()
            wanted = self._line_height * QFontInfo(font).pixelSize()
            percent = 100 * wanted / QFontMetricsF(font).height()
            found = QTextBlockFormat()
            found.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            self._block_format = found
        return QTextBlockFormat(self._block_format)

    def _follow_layout(self, size: QSizeF | None = None) -> None:
        """Be as tall as the words laid out; while long copy is laid out anew, grow only."""
        if self.document().characterCount() <= LAID_OUT_AT_ONCE:
            self._grow()
            return
        if size is not None and size.height() > self.contentsRect().height():
            self._grow_to(size.height())
        self._laid_out.start()

    def _grow(self) -> None:
        if self.laying.under_way() and self.document().characterCount() > LAID_OUT_AT_ONCE:
            self._laid_out.start()
            return
        self._grow_to(self.document().size().height())
        self.viewport().update()

    def _grow_to(self, height: float) -> None:
        room = max(0, self.height() - self.contentsRect().height())
        line = QFontMetricsF(self.document().defaultFont()).height()
        self.setFixedHeight(room + math.ceil(max(height, line)))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_layout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew for another width only, and no further than Qt does for another font.

        Qt would lay out all that is shown, and the whole of a text is, however little is seen.
        """
        width = event.size().width()
        if self.document().textWidth() != width:
            self.document().setPageSize(QSizeF(width, -1))
        super().resizeEvent(QResizeEvent(event.size(), QSize(width, event.oldSize().height())))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()), 0)
        if event.text() or event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._mind_seam(Qt.Key(event.key()))
        before = self.textCursor().position()
        with self.laying:
            super().keyPressEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if step and plain and self.textCursor().position() == before:
            self.left.emit(step)
        elif event.text().isprintable() and self.textCursor().position() > before:
            self.typesetting.mind(self)

    def _mind_seam(self, key: Qt.Key) -> None:
        """Put the caret on the side of a seam where a key leaves it whole."""
        cursor = self.textCursor()
        rest = cursor.block().text()[-1:] if not cursor.hasSelection() else ""
        if rest != SEAM:
            return
        end = cursor.block().position() + cursor.block().length() - 1
        if key == Qt.Key.Key_Delete and cursor.position() == end - 1:
            cursor.setPosition(end)
        elif key != Qt.Key.Key_Delete and cursor.position() == end:
            cursor.setPosition(end - 1)
        self.setTextCursor(cursor)

    @override
    def undo(self) -> None:
        self.typesetting.decline()
        with self.laying:
            super().undo()

    @override
    def redo(self) -> None:
        with self.laying:
            super().redo()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        text = documents.from_raw(self.textCursor().selection().toRawText())
        data = QMimeData()
        data.setText(text)
        data.setData(OWN_COPY, text.encode())
        return data

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        own = source.data(OWN_COPY).data()
        if own:
            text = bytes(own).decode()
            self.insert(fitted(text, self.textCursor()) if self._markdown else text)
        elif source.hasHtml() and self._markdown:
            there = partial(self._insert_clean, self.textCursor())
            self.clean(source.html(), documents.pasted(source.text()), there)
        else:
            self.insert(documents.pasted(source.text()))

    def _insert_clean(self, place: QTextCursor, text: str, told: str) -> None:
        if text:
            self.setTextCursor(place)
            self.insert(fitted(text, place))
        if told:
            self.left_out.emit(told)

    def insert(self, text: str) -> None:
        """Put text at the caret, in place of what is selected, as one step."""
        self._mind_seam(Qt.Key.Key_unknown)
        with self.laying:
            documents.insert(self.textCursor(), documents.to_raw(text))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and self.laying.far(event.rect().bottom()):
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.finding_at(self.cursorForPosition(event.pos()).position())
            QToolTip.showText(event.globalPos(), self.explain(found) if found >= 0 else "", self)
            return True
        return super().viewportEvent(event)
