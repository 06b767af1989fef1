"""How copy is shown: headings, emphasis, links, quotes and the squiggles of findings."""

import re
import time
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument
from typing_extensions import override

from app.domain.finding import Severity
from app.domain.story import SLOT
from app.language.marks import paragraph_marks
from app.language.signs import BLOCK_QUOTE, EMPHASIS, HEADING, LINK, STRONG
from ui import theme
from ui.spans import to_units
from ui.writing.document import LINE_END, LONGEST_BLOCK
from ui.writing.marks import Mark, marks_of
from ui.writing.restyling import Stretch

SHADES = {
    Severity.BLOCK: "block",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "hint",
}
THIN = "\u202f"
_NO_BREAK = re.compile("[\u00a0\u202f]")
_HEADING_SCALE = 1.18
PATIENCE = 0.005
"""Seconds of processor time one change may spend here; what is left then is shown later."""


class Highlighter(QSyntaxHighlighter):
    """Colours one document. `markdown` is False for fields, which hold no Markdown.

    `later(stretch)` is given what is left of a change too large to be shown at one go.
    """

    def __init__(self, document: QTextDocument, *, markdown: bool) -> None:
        super().__init__(document)
        self._markdown = markdown
        self.invisibles = False
        self._families: list[str] = []
        self._looks: list[tuple[int, int, QTextCharFormat]] = []
        self._spent = 0.0
        self._left: Stretch | None = None
        self.later: Callable[[Stretch], object] | None = None

    def begin_change(self) -> None:
        """Be patient again: another change comes."""
        self._spent = 0.0
        self._left = None

    @override
    def rehighlight(self) -> None:
        self.begin_change()
        super().rehighlight()

    @override
    def rehighlightBlock(self, block: QTextBlock) -> None:
        self.begin_change()
        super().rehighlightBlock(block)

    @override
    def highlightBlock(self, text: str) -> None:
        if self._left is not None:
            # Thousands of blocks may come this way: nothing more is done for any of them.
            self._left.count += 1
        elif self.later is not None and self._spent > PATIENCE:
            self._left = Stretch(self.currentBlock())
            self.later(self._left)
        elif len(text) <= LONGEST_BLOCK:
            begun = time.thread_time()
            self._show_block(text)
            self._spent += time.thread_time() - begun

    def _show_block(self, text: str) -> None:
        self._looks.clear()
        if self._markdown:
            self._show_quotes(text)
            self._show_markdown(text)
        if self.invisibles:
            self._show_no_break(text)
        for mark in marks_of(self.currentBlock()):
            self._underline(mark, mark.severity)
        self._wear_looks()

    def _show_no_break(self, text: str) -> None:
        """Tint the spaces at which no line breaks: the thin one darker than the wide one."""
        for match in _NO_BREAK.finditer(text):
            look = QTextCharFormat()
            look.setBackground(theme.colour("accent" if match[0] == THIN else "edge"))
            self._show(text, match.start(), match.end(), look)

    def _show_quotes(self, text: str) -> None:
        """Tint the words in quotation marks; one left open runs on into the next block."""
        state = self.previousBlockState()
        carried = self._families[state] if state >= 0 else ""
        look = QTextCharFormat()
        look.setBackground(theme.colour("quote"))
        start = 0
        for line in text.split(LINE_END):
            marks, carried = paragraph_marks(line, carried) if line.strip() else ((), carried)
            for mark in marks:
                if mark.level == 1:
                    self._show(text, start + mark.outer.start, start + mark.outer.end, look)
            start += len(line) + 1
        if carried and carried not in self._families:
            self._families.append(carried)
        self.setCurrentBlockState(self._families.index(carried) if carried else -1)

    def _show_markdown(self, text: str) -> None:
        if SLOT.match(text):
            self._lay(0, len(text), _coloured("faint"))
            return
        if heading := HEADING.match(text):
            self._show_heading(heading, text)
        elif quote := BLOCK_QUOTE.match(text):
            self._lay(0, to_units(text, len(text)), _slanted())
            self._lay(0, quote.end(), _coloured("faint"))
        for pattern, look in ((STRONG, _strong()), (EMPHASIS, _slanted())):
            for match in pattern.finditer(text):
                edge = len(match[1])
                self._show(text, match.start(), match.end(), look)
                self._show(text, match.start(), match.start() + edge, _coloured("faint"))
                self._show(text, match.end() - edge, match.end(), _coloured("faint"))
        for match in LINK.finditer(text):
            self._show(text, match.start(), match.end(), _coloured("faint"))
            self._show(text, match.start(1), match.end(1), _coloured("accent"))

    def _show_heading(self, heading: re.Match[str], text: str) -> None:
        look = _strong()
        look.setFontPointSize(self.document().defaultFont().pointSizeF() * _HEADING_SCALE)
        self._lay(0, to_units(text, len(text)), look)
        self._lay(0, len(heading[1]), _coloured("faint"))

    def _underline(self, mark: Mark, severity: Severity) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(theme.colour(SHADES[severity]))
        self._lay(mark.start, max(1, mark.length), look)

    def _show(self, text: str, start: int, end: int, look: QTextCharFormat) -> None:
        first = to_units(text, start)
        self._lay(first, to_units(text, end) - first, look)

    def _lay(self, start: int, length: int, look: QTextCharFormat) -> None:
        self._looks.append((start, start + length, look))

    def _wear_looks(self) -> None:
        """Set the looks laid over each other: `setFormat` alone would let the last one win."""
        edges = sorted({edge for start, end, _look in self._looks for edge in (start, end)})
        for start, end in pairwise(edges):
            merged = QTextCharFormat()
            for first, last, look in self._looks:
                if first <= start and end <= last:
                    merged.merge(look)
            if merged.propertyCount():
                self.setFormat(start, end - start, merged)


def _coloured(token: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(theme.colour(token))
    return look


def _strong() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    return look


def _slanted() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontItalic(True)
    return look
