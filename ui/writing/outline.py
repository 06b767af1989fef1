"""The plan of the story beside the copy: its subheads, its length and how easily it reads."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListView, QProgressBar, QVBoxLayout
from typing_extensions import override

from app.domain.story import word_count
from app.domain.text import Span
from app.language.readability import Ease, Readability
from ui.parts import named
from ui.parts.heading import heading
from ui.words import N_, _, minutes_to_read, ngettext

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
WIDTH = 230
_SUBHEAD = re.compile(r"^(#{1,6})[ \u00a0]+(.+)$", re.MULTILINE)

EASES = {
    Ease.VERY_EASY: N_("very easy"),
    Ease.EASY: N_("easy"),
    Ease.FAIRLY_EASY: N_("fairly easy"),
    Ease.STANDARD: N_("plain"),
    Ease.FAIRLY_HARD: N_("fairly hard"),
    Ease.HARD: N_("hard"),
    Ease.VERY_HARD: N_("very hard"),
}


@dataclass(frozen=True, slots=True)
class Subhead:
    """One subhead: its depth (1 to 6), its words and its place in the body."""

    depth: int
    words: str
    span: Span


def subheads(body: str) -> tuple[Subhead, ...]:
    """Return the subheads of a body, in order."""
    return tuple(
        Subhead(len(match[1]), match[2].strip(), Span(*match.span()))
        for match in _SUBHEAD.finditer(body)
    )


class _Rows(QAbstractListModel):
    """The subheads, those of the second rank set in."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Subhead, ...] = ()

    def show(self, rows: tuple[Subhead, ...]) -> None:
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "\u2003" * max(0, row.depth - 2) + row.words
        return row.words if role == Qt.ItemDataRole.AccessibleTextRole else None


class Outline(QFrame):
    """The panel; `opened(Span)` asks for the place of a subhead."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        named(self, "outline", _("Outline"))
        self._model = _Rows()
        self.list = named(QListView(), "outline-list", _("Subheads"))
        self.list.setModel(self._model)
        self._none = named(QLabel(_("No subhead yet")), "outline-none")
        self._length = named(QLabel(), "outline-length")
        self._target = named(QProgressBar(), "outline-target", _("Length against the target"))
        self._target.setTextVisible(False)
        self._target.setFixedHeight(6)
        self._reading = named(QLabel(), "outline-reading")
        self.setFixedWidth(WIDTH)
        self._build()
        self.hide()

    def show_body(self, body: str, target: int | None) -> None:
        """Show the subheads and the length of a body, against the length wanted, if any."""
        rows = subheads(body)
        self._model.show(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        count = word_count(body)
        said = ngettext("{n} word", "{n} words", count).format(n=count)
        minutes = minutes_to_read(count)
        said += " · " + ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
        if target:
            more = count - target
            over = ngettext("{n} word too many", "{n} words too many", more).format(n=more)
            left = ngettext("{n} word to go", "{n} words to go", -more).format(n=-more)
            said += "\n" + (over if more > 0 else left if more else _("Just the length wanted"))
            self._target.setRange(0, target)
            self._target.setValue(min(count, target))
        self._target.setVisible(bool(target))
        self._length.setText(said)

    def show_reading(self, found: Readability | None) -> None:
        """Show how easily the story reads."""
        self._reading.setVisible(found is not None)
        if found is None:
            return
        ease = _("Reads: {ease} ({score} of 100)").format(
            ease=_(EASES[found.ease]), score=found.score
        )
        long = _("{n} words a sentence").format(n=round(found.words_a_sentence))
        self._reading.setText(f"{ease}\n{long}")
        self._reading.setToolTip(
            _(
                "By Flesch’s formula in English, by Kandel and Moles’s in French: the higher, the easier."
            )
        )

    def _build(self) -> None:
        title = named(heading(_("Outline"), over=self.list), "outline-title")
        # Subheads wrap: a panel this narrow would cut most of them.
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none.setProperty("kind", "faint")
        for label in (self._length, self._reading):
            label.setProperty("kind", "quiet")
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 10, 14)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self.list, 1)
        column.addWidget(self._none)
        column.addStretch(0)
        for part in (self._length, self._target, self._reading):
            column.addWidget(part)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.rows[index.row()].span)
