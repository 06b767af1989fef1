"""The copy under review: to be read with its marks, or to be typed into for suggestions."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from typing_extensions import override

from app.domain.text import Span
from ui import theme
from ui.parts import named
from ui.reviewing.marked import DELETED, INSERTED, Mark, Marked, point, units
from ui.reviewing.rendered import LINKED, PICTURE, SLANTED, STRONG_WORDS, TITLE, Rendered
from ui.words import _

TITLE_SCALE = 1.18
MEASURE = 84
"""Signs a line of the copy may be long: beyond, an eye loses the next line."""


class Paper(QPlainTextEdit):
    """`typed()` says that a suggestion is being typed; `met(key)` that the caret came upon a mark."""

    typed = Signal()
    met = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        named(self, "review-text", _("Text of the story"))
        self.setProperty("kind", "paper")
        self.setFont(theme.serif(theme.serif().pointSizeF() * 1.1))
        self.document().setDocumentMargin(24)
        self._marked = Marked("")
        self._loading = False
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        widest = MEASURE * self.fontMetrics().averageCharWidth()
        side = max(0, (self.width() - widest) // 2)
        self.setViewportMargins(side, 0, side, 0)
        super().resizeEvent(event)

    def show_rendered(self, found: Rendered) -> None:
        """Show the copy as it will read, with its marks."""
        self._marked = found.shown
        self._load(found.shown.text)
        # The caret can be moved by keys also where nothing can be typed.
        self.setReadOnly(True)
        self._dress(found.looks)
        self._paint(found.shown.marks)

    def show_proposal(self, text: str) -> None:
        """Show what the person proposes, to be typed into."""
        self._marked = Marked(text)
        self._load(text)
        self._dress(())
        self.setReadOnly(False)
        self._paint(())

    def text(self) -> str:
        """Return the text on the screen, no-break spaces kept."""
        return self.document().toRawText().replace("\u2029", "\n")

    def selected(self) -> Span | None:
        """Return the words of the copy that are chosen, None without any."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        text = self.text()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        span = self._marked.in_body(Span(point(text, start), point(text, end)))
        return span or None

    def show_place(self, span: Span) -> None:
        """Bring a place of the copy into view and put the caret there."""
        text = self.text()
        shown = self._marked.shown(span)
        cursor = self.textCursor()
        cursor.setPosition(units(text, shown.start))
        self._loading = True
        self.setTextCursor(cursor)
        self._loading = False
        self.centerCursor()

    def _load(self, text: str) -> None:
        if text == self.text():
            return
        bar = self.verticalScrollBar()
        at = bar.value()
        self._loading = True
        self.setPlainText(text)
        self._loading = False
        bar.setValue(at)

    def _dress(self, looks: tuple[tuple[str, Span], ...]) -> None:
        """Show titles, emphasis and links as such."""
        text = self.text()
        self._loading = True
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(QTextCharFormat())
        for kind, span in looks:
            cursor.setPosition(units(text, span.start))
            cursor.setPosition(units(text, span.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(_look(kind, self.font().pointSizeF()))
        self._loading = False

    def _paint(self, marks: tuple[Mark, ...]) -> None:
        text = self.text()
        found = []
        for mark in marks:
            one = QTextEdit.ExtraSelection()
            # The attributes of a Qt structure; its stubs know no types for them.
            one.cursor = QTextCursor(self.document())
            one.cursor.setPosition(units(text, mark.span.start))
            one.cursor.setPosition(units(text, mark.span.end), QTextCursor.MoveMode.KeepAnchor)
            one.format = _format(mark.kind)
            found.append(one)
        self.setExtraSelections(found)

    def _changed(self) -> None:
        if not self._loading and not self.isReadOnly():
            self.typed.emit()

    def _moved(self) -> None:
        if self._loading or not self.isReadOnly() or not self._marked.marks:
            return
        at = point(self.text(), self.textCursor().position())
        for mark in self._marked.marks:
            if mark.span.start <= at < mark.span.end:
                self.met.emit(mark.key)
                return


def _look(kind: str, size: float) -> QTextCharFormat:
    made = QTextCharFormat()
    if kind in {TITLE, STRONG_WORDS}:
        made.setFontWeight(QFont.Weight.DemiBold)
    if kind == TITLE:
        made.setFontPointSize(size * TITLE_SCALE)
    if kind == SLANTED:
        made.setFontItalic(True)
    if kind == LINKED:
        made.setForeground(theme.colour("accent"))
    if kind == PICTURE:
        made.setForeground(theme.colour("quiet"))
        made.setBackground(theme.colour("sunken"))
    return made


def _format(kind: str) -> QTextCharFormat:
    """Return how a mark looks: a line as well as a tint, so that colour is never alone."""
    made = QTextCharFormat()
    if kind == DELETED:
        made.setFontStrikeOut(True)
        made.setForeground(theme.colour("error"))
        made.setBackground(theme.colour("error-tint"))
    elif kind == INSERTED:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setForeground(theme.colour("ok"))
        made.setBackground(theme.colour("ok-tint"))
        made.setFontWeight(QFont.Weight.DemiBold)
    else:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        made.setBackground(theme.colour("warning-tint"))
    return made
