"""The two kinds of boxes words are typed in: one line or several, with codes and pick lists."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit
from typing_extensions import override

from ui.parts.squiggles import Squiggles

Expander = Callable[[str], tuple[int, str] | None]
"""Told the words before the caret, gives how many of the last characters become which words."""

MOST_LINES = 8
ENDS = frozenset("=}")
"""What closes a code or a variable."""


def unexpanded(_before: str) -> None:
    """Expand nothing."""


class Words(QPlainTextEdit):
    """Several lines of words, as high as they need. `left()` says that the caret went elsewhere."""

    left = Signal()
    entered = Signal()
    escaped = Signal()
    menu_asked = Signal(QPoint, QPoint)
    """Where in the box, and where on the screen; whoever takes it opens the menu."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.squiggles = Squiggles(self.document())
        self.expander: Expander = unexpanded
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.fit())
        self.fit()

    def fit(self) -> None:
        """Take the height of the words: at least the lines asked for, at most a few more."""
        needed = round(self.document().size().height())
        lines = max(self._lines, min(MOST_LINES, needed))
        margin = 2 * round(self.document().documentMargin()) + 14
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + margin)
        policy = Qt.ScrollBarPolicy
        more = needed > MOST_LINES
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if more else policy.ScrollBarAlwaysOff
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A narrower box breaks its words into more lines, of which nobody else tells.
        self.fit()

    def words(self) -> str:
        """Return the words as typed: `toPlainText` would make plain spaces of no-break ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def insert(self, words: str) -> None:
        """Put words in at the caret, as if they had been typed."""
        self.insertPlainText(words)

    def open_usual_menu(self, place: QPoint) -> None:
        """Open the menu every text box has."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        here = self.cursorRect().bottomLeft() if by_key else event.pos()
        self.menu_asked.emit(here, self.viewport().mapToGlobal(here))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.squiggles.rehighlight()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
        if event.text() in ENDS:
            self._expand()

    def before_caret(self) -> str:
        """Return what stands before the caret in its paragraph."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _expand(self) -> None:
        found = self.expander(self.before_caret())
        if found is None:
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for _typed in range(found[0]):
            cursor.deletePreviousChar()
        cursor.insertText(found[1])
        cursor.endEditBlock()


class Line(QLineEdit):
    """One line of words. `left()` says that the caret went elsewhere or Return was pressed."""

    left = Signal()
    entered = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choices: Choices | None = None
        self.expander: Expander = unexpanded
        self.editingFinished.connect(self.left)

    def offer(self, values: Sequence[str], *, listed: bool) -> None:
        """Offer values while words are typed; in a list of them, for the one being typed."""
        self._choices = Choices(listed=listed)
        self._choices.setModel(QStringListModel(list(values), self._choices))
        self._choices.setParent(self)
        self.setCompleter(self._choices)

    def offers(self) -> bool:
        """Say whether there is a pick list."""
        return self._choices is not None

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._choices.popup() if self._choices else None
        choosing = popup is not None and popup.isVisible()
        if event.key() == Qt.Key.Key_Escape and not choosing:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
        if event.text() in ENDS:
            self._expand()

    def before_caret(self) -> str:
        """Return what stands before the caret; Qt counts it in UTF-16 units."""
        return self.text().encode("utf-16-le")[: 2 * self.cursorPosition()].decode("utf-16-le")

    def _expand(self) -> None:
        found = self.expander(self.before_caret())
        if found is None:
            return
        for _typed in range(found[0]):
            self.backspace()
        self.insert(found[1])


class Choices(QCompleter):
    """A pick list that finds values by any part of them; in a list, for the part being typed."""

    def __init__(self, *, listed: bool) -> None:
        super().__init__()
        self._listed = listed
        self._before = ""
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    @override
    def splitPath(self, path: str) -> list[str]:
        if not self._listed:
            return [path]
        kept = re.match(r"(.*;\s*)?", path)
        self._before = kept[0] if kept else ""
        return [path[len(self._before) :]]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return self._before + str(index.data())
