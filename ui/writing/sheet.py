"""The column of copy: fields, card, body and margin, scrolled as one sheet."""

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QToolButton, QWidget
from typing_extensions import override

from ui import theme
from ui.parts import named
from ui.words import N_, _
from ui.writing.cards import Card
from ui.writing.copy_edit import CopyEdit
from ui.writing.field import Counter, Field, Labelled
from ui.writing.gutter import WIDTH, Gutter
from ui.writing.index_card import IndexCard
from ui.writing.paper import Paper
from ui.writing.tracked import TrackedPaper

COLUMN_CHARACTERS = 66
"""Width of the column; between 60 and 72 characters of prose."""

BODY_SIZE = 13.5
COUNTER_WIDTH = 64
ROOM_BELOW = 160
"""Pixels under the last line."""

TYPEWRITER_HEIGHT = 0.42
"""Where the line at the caret stays in typewriter scrolling, as a share of what is seen."""

GUIDES: Mapping[str, int] = {"kicker": 40, "headline": 90, "standfirst": 250}
SMALL_GUIDES: Mapping[str, int] = {
    "byline": 60,
    "dateline": 40,
    "section": 30,
    "agency_credit": 60,
}
"""Characters a field should not pass; beyond, screens and feeds begin to cut."""

SMALL_FIELDS: Mapping[str, str] = {
    "byline": N_("Byline"),
    "dateline": N_("Dateline"),
    "section": N_("Section"),
    "agency_credit": N_("Agency credit"),
}
_SAMPLE = "La presse locale a suivi le dossier pendant plusieurs semaines encore"


class Sheet(QScrollArea):
    """All texts of a story by field name, in `edits`; `typed` when any was changed by hand."""

    typed = Signal()
    finding_pressed = Signal(int, QPoint)

    def __init__(self) -> None:
        super().__init__()
        named(self, "sheet", _("Story"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.paper = named(Paper(theme.serif(BODY_SIZE)), "field-body", _("Body"))
        self.paper.setPlaceholderText(_("Write or paste the story here."))
        self.paper.page_height = lambda: self.viewport().height()
        self.tracked = named(
            TrackedPaper(theme.serif(BODY_SIZE)), "field-suggested", _("Suggested body")
        )
        self.tracked.page_height = self.paper.page_height
        self.tracked.hide()
        self.mode = named(QToolButton(), "suggest-turn", _("Suggest Changes"))
        self.typewriter = self._awaited = False
        self.edits: dict[str, CopyEdit] = {**self._big_fields(), **self._small_fields()}
        self.edits["body"] = self.paper
        self.card = IndexCard()
        self.gutter = Gutter((*self.edits.values(), self.tracked))
        self.gutter.pressed.connect(self.finding_pressed)
        self._usual = {name: edit.document().defaultFont() for name, edit in self.edits.items()}
        self.setWidget(self._laid_out())
        self.dress(1.0, COLUMN_CHARACTERS)
        self._join()

    def texts(self) -> dict[str, str]:
        """Return every text field as it stands."""
        return {name: edit.body() for name, edit in self.edits.items()}

    def dress(self, zoom: float, characters: int) -> None:
        """Show letters `zoom` times their usual size, in a column of so many characters."""
        for name, edit in self.edits.items():
            font = QFont(self._usual[name])
            font.setPointSizeF(font.pointSizeF() * zoom)
            edit.set_font(font)
        self.tracked.set_font(self.paper.document().defaultFont())
        prose = QFontMetricsF(self.paper.document().defaultFont()).horizontalAdvance(_SAMPLE)
        column = round(characters * prose / len(_SAMPLE))
        self._column.setMaximumWidth(column + WIDTH + COUNTER_WIDTH)

    def show_cards(self, known: Mapping[int, Card]) -> None:
        """Show what is known of the photo slots, by number."""
        self.paper.show_cards(known)
        self.tracked.show_cards(known)

    def set_typewriter(self, *, on: bool) -> None:
        """Keep the line at the caret at one height, or let it wander again."""
        self.typewriter = on
        self._leave_room()

    def _leave_room(self) -> None:
        half = round(self.viewport().height() * (1 - TYPEWRITER_HEIGHT))
        self._grid.setRowMinimumHeight(self._last_row, half if self.typewriter else ROOM_BELOW)

    def show_caret(self, edit: CopyEdit) -> None:
        """Scroll so that the caret of an edit is seen, with some lines around it.

        Where the caret stands in long copy that is being laid out is known at the end of that.
        """
        self._awaited = not edit.laying.reaches(edit.textCursor().block())
        if self._awaited:
            return
        rect = edit.cursorRect()
        point = edit.viewport().mapTo(self._ground, rect.center())
        if self.typewriter and edit in {self.paper, self.tracked}:
            wanted = point.y() - round(self.viewport().height() * TYPEWRITER_HEIGHT)
            self.verticalScrollBar().setValue(wanted)
            return
        self.ensureVisible(point.x(), point.y(), 0, round(rect.height() * 2.5))

    def _big_fields(self) -> dict[str, CopyEdit]:
        size = theme.sans().pointSizeF()
        kicker = Field("field-kicker", _("Kicker"), theme.sans(size * 1.1, strong=True), 1.3)
        kicker.setProperty("kind", "kicker-copy")
        headline = Field("field-headline", _("Headline"), theme.serif(24, strong=True), 1.2)
        standfirst = Field("field-standfirst", _("Standfirst"), theme.serif(14.5), 1.4)
        standfirst.setProperty("kind", "quiet-copy")
        return {"kicker": kicker, "headline": headline, "standfirst": standfirst}

    def _small_fields(self) -> dict[str, CopyEdit]:
        return {
            name: Field(f"field-{name.replace('_', '-')}", _(words), theme.sans(), 1.35)
            for name, words in SMALL_FIELDS.items()
        }

    def _laid_out(self) -> QWidget:
        self._column = QWidget()
        grid = QGridLayout(self._column)
        grid.setContentsMargins(0, 28, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(0, WIDTH)
        grid.setColumnMinimumWidth(2, COUNTER_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, (name, guide) in enumerate(GUIDES.items()):
            field = self.edits[name]
            grid.addWidget(field, row, 1)
            if isinstance(field, Field):
                grid.addWidget(Counter(field, guide), row, 2)
        row = len(GUIDES)
        grid.addWidget(self._small_row(), row, 1)
        grid.addWidget(self.card, row + 1, 1)
        grid.setRowMinimumHeight(row + 2, 6)
        grid.addWidget(self.mode, row + 2, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.paper, row + 3, 1)
        grid.addWidget(self.tracked, row + 3, 1)
        grid.setRowStretch(row + 4, 1)
        grid.setRowMinimumHeight(row + 4, ROOM_BELOW)
        self._grid, self._last_row = grid, row + 4
        grid.addWidget(self.gutter, 0, 0, row + 5, 1)
        return self._centred(self._column)

    def _small_row(self) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for index, (name, words) in enumerate(SMALL_FIELDS.items()):
            field = self.edits[name]
            if isinstance(field, Field):
                grid.addWidget(Labelled(field, _(words), SMALL_GUIDES[name]), index // 2, index % 2)
        return row

    def _centred(self, column: QWidget) -> QWidget:
        self._ground = QWidget()
        self._ground.setObjectName("paper-ground")
        row = QHBoxLayout(self._ground)
        row.setContentsMargins(8, 0, 8, 0)
        row.addStretch(1)
        row.addWidget(column, 1000)
        row.addStretch(1)
        return self._ground

    def _join(self) -> None:
        order = list(self.edits.values())
        for index, edit in enumerate(order):
            edit.typed.connect(self.typed)
            edit.cursorPositionChanged.connect(lambda edit=edit: self._follow(edit))
            edit.left.connect(lambda step, index=index: self._go_on(index, step))
        self.tracked.cursorPositionChanged.connect(lambda: self._follow(self.tracked))
        for paper in (self.paper, self.tracked):
            paper.laying.finished.connect(partial(self._show_laid_out, paper))
        walk = [*order[:-1], *self.card.stops(), self.paper]
        for before, after in pairwise(walk):
            QWidget.setTabOrder(before, after)

    def _follow(self, edit: CopyEdit) -> None:
        if edit.hasFocus():
            self.show_caret(edit)

    def _show_laid_out(self, edit: CopyEdit) -> None:
        self.gutter.update()
        if self._awaited and edit.hasFocus():
            # In a turn of its own: the sheet grows first.
            QTimer.singleShot(0, edit, partial(self.show_caret, edit))

    def _go_on(self, index: int, step: int) -> None:
        order = list(self.edits.values())
        if 0 <= index + step < len(order):
            order[index + step].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_room()
        self.gutter.update()
