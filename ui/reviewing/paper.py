"""The copy under review: to be read with its marks, or to be typed into for suggestions."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from typing_extensions import override

from app.domain.text import Span
from ui import theme
from ui.parts import named
from ui.reviewing.marked import DELETED, INSERTED, Mark, Marked, Units
from ui.reviewing.rendered import LINKED, PICTURE, SLANTED, STRONG_WORDS, TITLE, Rendered
from ui.words import _

TITLE_SCALE = 1.18
Looks = tuple[tuple[str, Span], ...]
"""Stretches of a text that look otherwise: kind and place."""

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
        self._text = ""
        self._units = Units("")
        self._looks: Looks = ()
        self._loading = self._typed = False
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
        self._load(found.shown.text, found.looks)
        # The caret can be moved by keys also where nothing can be typed.
        self.setReadOnly(True)
        self._paint(found.shown.marks)

    def show_proposal(self, text: str) -> None:
        """Show what the person proposes, to be typed into."""
        self._marked = Marked(text)
        self._load(text, ())
        self.setReadOnly(False)
        self._paint(())

    def text(self) -> str:
        """Return the text on the screen, no-break spaces kept."""
        if self._typed:
            return self.document().toRawText().replace("\u2029", "\n")
        return self._text

    def selected(self) -> Span | None:
        """Return the words of the copy that are chosen, None without any."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        span = self._marked.in_body(Span(self._units.point(start), self._units.point(end)))
        return span or None

    def show_place(self, span: Span) -> None:
        """Bring a place of the copy into view and put the caret there."""
        shown = self._marked.shown(span)
        cursor = self.textCursor()
        cursor.setPosition(self._units.units(shown.start))
        self._loading = True
        self.setTextCursor(cursor)
        self._loading = False
        self.centerCursor()

    def _load(self, text: str, looks: Looks) -> None:
        """Put a text in; what of it stands there already stays, for the copy may be long."""
        before = self.text()
        if (text, looks) == (before, self._looks):
            return
        bar = self.verticalScrollBar()
        at = bar.value()
        self._loading = True
        # Nobody takes back what nobody typed.
        self.setUndoRedoEnabled(False)
        was, now = differing(before, text)
        kept = self._replace(was, now, before, text)
        self._text, self._typed = text, False
        self._units = Units(text)
        self._dress(kept, looks)
        self.setUndoRedoEnabled(True)
        self._loading = False
        bar.setValue(at)

    def _replace(self, was: Span, now: Span, before: str, text: str) -> Looks:
        """Put some lines in the place of others; return the looks of those that stay."""
        if not self._text:
            self.setPlainText(text)
            return ()
        if self._typed:
            self._units = Units(before)
        cursor = self._cursor(was)
        cursor.insertText(now.of(text), QTextCharFormat())
        return tuple(
            (kind, span.shifted(now.end - was.end if span.start >= was.end else 0))
            for kind, span in self._looks
            if not span.overlaps(was)
        )

    def _dress(self, before: Looks, looks: Looks) -> None:
        """Show titles, emphasis and links as such, and what was such before as plain words."""
        for _kind, span in set(before) - set(looks):
            self._cursor(span).setCharFormat(QTextCharFormat())
        for kind, span in looks:
            self._cursor(span).mergeCharFormat(_look(kind, self.font().pointSizeF()))
        self._looks = looks

    def _paint(self, marks: tuple[Mark, ...]) -> None:
        found = []
        for mark in marks:
            one = QTextEdit.ExtraSelection()
            # The attributes of a Qt structure; its stubs know no types for them.
            one.cursor = self._cursor(mark.span)
            one.format = _format(mark.kind)
            found.append(one)
        self.setExtraSelections(found)

    def _cursor(self, span: Span) -> QTextCursor:
        """Return a cursor that has chosen a stretch of the text shown."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units.units(span.start))
        cursor.setPosition(self._units.units(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _changed(self) -> None:
        if not self._loading and not self.isReadOnly():
            self._typed = True
            self.typed.emit()

    def _moved(self) -> None:
        if self._loading or not self.isReadOnly() or not self._marked.marks:
            return
        at = self._units.point(self.textCursor().position())
        for mark in self._marked.marks:
            if mark.span.start <= at < mark.span.end:
                self.met.emit(mark.key)
                return


def differing(before: str, after: str) -> tuple[Span, Span]:
    """Return what differs between two texts, in each of them, from line to line."""
    was, now = before.split("\n"), after.split("\n")
    most = min(len(was), len(now))
    head = next((at for at in range(most) if was[at] != now[at]), most)
    tail = next((at for at in range(most) if was[-1 - at] != now[-1 - at]), most)
    room = min(len(before), len(after))
    start = min(room, sum(len(line) + 1 for line in was[:head]))
    left = min(room - start, sum(len(line) + 1 for line in was[len(was) - tail :]))
    return Span(start, len(before) - left), Span(start, len(after) - left)


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
