"""The sheet of lines: what each was taken for, corrected by keys; Tab walks the unsure ones."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.desk.stories.sorting import ROLES, is_unsure
from app.domain.draft import Draft
from app.sentences import left_out
from ui.parts import named
from ui.parts.lines import Line, LineList
from ui.words import N_, _, ngettext

ROLE_WORDS = {
    "headline": N_("headline"),
    "kicker": N_("kicker"),
    "standfirst": N_("standfirst"),
    "byline": N_("byline"),
    "dateline": N_("dateline"),
    "section": N_("section"),
    "agency-credit": N_("agency credit"),
    "caption": N_("caption"),
    "subhead": N_("subhead"),
    "body": N_("body"),
    "dropped": N_("left out"),
    "field": N_("field"),
}


class SortingSheet(QDialog):
    """`settled(roles)` is told with the lines that were placed otherwise, by number."""

    settled = Signal(object)

    def __init__(self, parent: QWidget, draft: Draft) -> None:
        super().__init__(parent)
        named(self, "sorting-sheet", _("Sort the lines"))
        self.setWindowTitle(_("Sort the lines"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lines = [line for line in draft.lines if line.role != "blank"]
        self.roles: dict[int, str] = {}
        self.seen: set[int] = set()
        self.list = LineList("sorting-list", _("Lines of the copy"))
        self.list.installEventFilter(self)
        self._left = named(QLabel(), "sorting-left")
        self._build()
        self.resize(760, 600)
        unsure = self.unsure()
        self._tell(unsure[0] if unsure else 0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        hint = QLabel(_("← → change the role · Tab goes to the next unsure line · Return keeps"))
        hint.setProperty("kind", "quiet")
        boxes = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        keep = named(QPushButton(_("Keep")), "sorting-keep")
        boxes.addButton(keep, QDialogButtonBox.ButtonRole.AcceptRole)
        boxes.accepted.connect(self._finish)
        boxes.rejected.connect(self.reject)
        self.list.opened.connect(lambda _row: self._finish())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        for part in (self._left, self.list, hint, boxes):
            column.addWidget(part)

    def unsure(self) -> list[int]:
        """Return the rows whose role is a guess nobody looked at."""
        return [
            row
            for row, line in enumerate(self.lines)
            if is_unsure(line) and line.number not in self.seen
        ]

    def turn(self, step: int) -> None:
        """Give the line of the cursor the next role, or the one before."""
        row = self.list.row()
        if row < 0:
            return
        line = self.lines[row]
        now = self.roles.get(line.number, line.role)
        at = ROLES.index(now) if now in ROLES else len(ROLES) - 1
        self.roles[line.number] = ROLES[(at + step) % len(ROLES)]
        self.seen.add(line.number)
        self._tell(row)

    def walk(self, step: int) -> None:
        """Go to the next unsure line; the one left has been looked at."""
        row = self.list.row()
        if row >= 0:
            self.seen.add(self.lines[row].number)
        rest = self.unsure()
        ahead = [one for one in rest if (one > row if step > 0 else one < row)]
        ordered = ahead or rest
        self._tell(ordered[0 if step > 0 else -1] if ordered else row)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Tab and the arrows to the side for the lines."""
        if watched is self.list and isinstance(event, QKeyEvent):
            keys = {
                Qt.Key.Key_Tab: partial(self.walk, 1),
                Qt.Key.Key_Backtab: partial(self.walk, -1),
                Qt.Key.Key_Right: partial(self.turn, 1),
                Qt.Key.Key_Left: partial(self.turn, -1),
            }
            do = keys.get(Qt.Key(event.key()))
            # Where nothing is unsure Tab goes on to the buttons, so that the list is no trap.
            leaves = event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and not self.unsure()
            if event.type() == QEvent.Type.KeyPress and do and not leaves:
                do()
                return True
        return super().eventFilter(watched, event)

    def _tell(self, row: int) -> None:
        unsure = set(self.unsure())
        rows = []
        for at, line in enumerate(self.lines):
            role = self.roles.get(line.number, line.role)
            reason = left_out(line.reason) if role == line.role == "dropped" else ""
            words = _(ROLE_WORDS.get(role, role))
            aside = f"{words} · {reason}" if reason else words
            glyph = "waiting" if at in unsure else "check" if line.number in self.roles else ""
            tint = "warning" if at in unsure else "quiet" if role == "dropped" else "accent"
            rows.append(Line(line.text.strip(), "", aside, glyph, tint, struck=role == "dropped"))
        self.list.show_lines(rows, row)
        left = len(unsure)
        text = ngettext("{n} line is unsure", "{n} lines are unsure", left).format(n=left)
        self._left.setText(text if left else _("No line is unsure"))

    def _finish(self) -> None:
        original = {line.number: line.role for line in self.lines}
        self.accept()
        self.settled.emit(
            {number: role for number, role in self.roles.items() if original[number] != role}
        )
