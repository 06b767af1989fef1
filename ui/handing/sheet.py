"""The sheet of clashes: what it was, what you and the colleague made of it; chosen by keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.handover import Arrival, Choice, Clash
from app.domain.history import Difference
from app.history_words import facet_words
from app.language.difference import passages
from ui.differing import changed, plain
from ui.parts import named
from ui.parts.lines import Line, LineList
from ui.parts.sides import Sides
from ui.words import N_, _, ngettext

WAYS = (
    (Choice.MINE, N_("Mine"), "Left"),
    (Choice.THEIRS, N_("Theirs"), "Right"),
    (Choice.BOTH, N_("Both"), "Space"),
    (Choice.BASE, N_("As It Was"), "Backspace"),
)
"""Each choice, its word, and the key that makes it in the list."""


class MergeSheet(QDialog):
    """One row a clash, three columns. `settled(choices)` is told once every clash is answered."""

    settled = Signal(tuple)

    def __init__(self, parent: QWidget, arrival: Arrival) -> None:
        super().__init__(parent)
        named(self, "merge-sheet", _("Merge with the version of a colleague"))
        self.setWindowTitle(_("Merge with the version of a colleague"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.clashes = arrival.clashes
        self.choices: list[Choice | None] = [None] * len(arrival.clashes)
        by = arrival.by or _("a colleague")
        self.list = LineList("merge-list", _("What both of you changed"))
        self.sides = Sides(
            "merge-side", (_("As it was"), _("Mine"), _("Theirs, {by}").format(by=by))
        )
        self._by = by
        self._left = named(QLabel(), "merge-left")
        self.buttons: dict[Choice, QPushButton] = {}
        self._build(arrival)
        self._tell(0)
        self._show(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, choice: Choice) -> None:
        """Answer the clash shown and go to the next that is open."""
        row = self.list.row()
        if row < 0 or (choice is Choice.BOTH and not self.clashes[row].joins):
            return
        self.choices[row] = choice
        open_rows = [at for at, made in enumerate(self.choices) if made is None]
        after = next((at for at in open_rows if at > row), open_rows[0] if open_rows else row)
        self._tell(after)
        self._show(after)

    def _build(self, arrival: Arrival) -> None:
        self.list.setMinimumWidth(250)
        self.list.setMaximumWidth(340)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(lambda _row: self._finish())
        middle = QHBoxLayout()
        middle.addWidget(self.list)
        middle.addWidget(self.sides, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(12)
        column.addWidget(QLabel(_introduction(arrival)))
        column.addLayout(middle, 1)
        column.addLayout(self._foot())
        self.resize(1020, 620)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(10)
        for choice, words, keys in WAYS:
            foot.addWidget(self._way(choice, _(words), keys))
        foot.addStretch(1)
        foot.addWidget(self._left)
        boxes = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._do = named(QPushButton(_("Merge")), "merge-do")
        self._do.setProperty("kind", "primary")
        boxes.addButton(self._do, QDialogButtonBox.ButtonRole.AcceptRole)
        boxes.accepted.connect(self._finish)
        boxes.rejected.connect(self.reject)
        foot.addWidget(boxes)
        return foot

    def _way(self, choice: Choice, words: str, keys: str) -> QPushButton:
        """Return the button of a choice, with its key in the list."""
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button = named(QPushButton(f"{words} ({shown})"), f"merge-{choice.value}")
        button.setAutoDefault(False)
        do: Callable[[], None] = partial(self.choose, choice)
        button.clicked.connect(do)
        shortcut = QShortcut(QKeySequence(keys), self.list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(do)
        self.buttons[choice] = button
        return button

    def _tell(self, row: int) -> None:
        """Show which clashes are answered, and how many are not."""
        words = {choice: _(text) for choice, text, _keys in WAYS}
        lines = [
            Line(
                _capital(facet_words(clash.facet)),
                " ".join((clash.mine or clash.theirs).split())[:120],
                words[made] if made else _("open"),
                "ok" if made else "waiting",
                "ok" if made else "warning",
            )
            for clash, made in zip(self.clashes, self.choices, strict=True)
        ]
        self.list.show_lines(lines, row)
        left = self.choices.count(None)
        text = ngettext("{n} choice left", "{n} choices left", left).format(n=left)
        self._left.setText(text if left else _("All chosen"))
        self._do.setEnabled(not left)

    def _show(self, row: int) -> None:
        if row < 0:
            return
        clash = self.clashes[row]
        titles = (_("As it was"), _("Mine"), _("Theirs, {by}").format(by=self._by))
        texts = (plain(clash.base), _against(clash, clash.mine), _against(clash, clash.theirs))
        self.sides.show_sides(list(zip(titles, texts, strict=True)))
        self.buttons[Choice.BOTH].setEnabled(clash.joins)

    def _finish(self) -> None:
        chosen = tuple(one for one in self.choices if one is not None)
        if len(chosen) == len(self.choices):
            self.accept()
            self.settled.emit(chosen)


def _against(clash: Clash, words: str) -> str:
    return changed(Difference(clash.facet, clash.base, words, passages(clash.base, words)))


def _introduction(arrival: Arrival) -> str:
    taken = ngettext(
        "{n} change comes without a question.",
        "{n} changes come without a question.",
        arrival.taken,
    ).format(n=arrival.taken)
    count = len(arrival.clashes)
    asked = ngettext(
        "{n} was made by both of you: choose what stands.",
        "{n} were made by both of you: choose what stands.",
        count,
    ).format(n=count)
    return f"{taken} {asked}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
