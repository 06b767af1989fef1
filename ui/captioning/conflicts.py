"""The conflict view: what IIM, XMP and Exif of one file say, word by word, and which is believed."""

import re
from collections.abc import Sequence
from functools import partial
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app import sentences
from app.desk.desk import Desk
from app.desk.photos import reconciling
from app.desk.photos.reconciling import HomesView
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.photo import Photo
from app.domain.text import Span
from ui import theme
from ui.captioning.previews import name_of
from ui.parts import named
from ui.parts.heading import heading
from ui.parts.sheet import Sheet
from ui.words import N_, _, ngettext, quoted
from ui.work import Work

WIDTH, HIGHEST = 940, 620
WORD = re.compile(r"\w+(?:[’'-]\w+)*")
HOMES = {"iim": "IPTC-IIM", "xmp": "XMP", "exif": "Exif"}
KINDS = {
    "differs": N_("They say different things."),
    "cut": N_("The IIM text was cut at its length limit."),
    "mojibake": N_("Accents were destroyed by a wrong character set; here they are repaired."),
    "damaged": N_("The XMP block cannot be understood and was left out."),
}


class ConflictSheet(Sheet):
    """Shows every field on which a file disagrees with itself and keeps what is chosen."""

    def __init__(self, desk: Desk, work: Work, photo: Photo, parent: QWidget | None) -> None:
        title = _("Metadata of {name}").format(name=photo.file_name)
        super().__init__(parent, "conflict-sheet", title)
        self._desk, self._work, self._photo = desk, work, photo
        self.disagreements: list[Disagreement] = []
        self._scroll = named(QScrollArea(), "conflict-fields", title)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content.addWidget(self._scroll, 1)
        self.offer_close(_("Cancel"))
        self._keep = self.offer(_("Keep These Words"), self.keep, "conflict-keep", main=True)
        self._keep.setEnabled(False)
        self.resize(WIDTH, HIGHEST // 2)
        work.ask(partial(reconciling.conflicts, desk, photo.id), self._show, self._sorry)

    def keep(self) -> None:
        """Keep what is chosen for every field and close."""
        choices = {one.view.field: one.chosen() for one in self.disagreements}
        act = partial(reconciling.resolve, self._desk, self._photo.id, choices)
        self._keep.setEnabled(False)
        self._work.act(act, self._done, self._sorry)

    def _show(self, views: Sequence[HomesView]) -> None:
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for view in views:
            if not view.field:
                column.addWidget(QLabel(_(KINDS[view.kind])))
                continue
            box = Disagreement(view)
            self.disagreements.append(box)
            column.addWidget(box)
        column.addStretch(1)
        self._scroll.setWidget(paper)
        self.resize(WIDTH, min(HIGHEST, paper.sizeHint().height() + self._bottom()))
        self._keep.setEnabled(bool(self.disagreements))
        count = len(self.disagreements)
        words = ngettext("{n} field disagrees.", "{n} fields disagree.", count).format(n=count)
        self.say(words if count else _("The homes of this file agree."))
        if self.disagreements:
            self.disagreements[0].focus()

    def _bottom(self) -> int:
        """Return the height of what stands around the fields."""
        return self.sizeHint().height() - self._scroll.sizeHint().height()

    def _sorry(self, error: DeskError) -> None:
        self.say(sentences.sentence(error))

    def _done(self, _changes: Changes) -> None:
        self.accept()


class Disagreement(QFrame):
    """One field: three columns, the words that differ marked, and a choice among them."""

    def __init__(self, view: HomesView) -> None:
        super().__init__()
        self.view = view
        named(self, f"conflict-{view.field}", name_of(view.field))
        self.setProperty("kind", "card")
        self._group = QButtonGroup(self)
        self._values: list[str] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 12)
        grid.setHorizontalSpacing(14)
        title = heading(name_of(view.field))
        kind = QLabel(" ".join([_(KINDS[view.kind]), quoted(view.raw) if view.raw else ""]))
        kind.setWordWrap(True)
        kind.setProperty("kind", "quiet")
        grid.addWidget(title, 0, 0)
        grid.addWidget(kind, 0, 1, 1, 2)
        for column, (home, words) in enumerate(HOMES.items()):
            value = str(getattr(view, home))
            others = [getattr(view, other) for other in HOMES if other != home]
            self._offer(grid, (1, column), words, value, lone_words(value, others))
            grid.setColumnStretch(column, 1)
        last = _("Repaired") if view.kind == "mojibake" else _("Proposed")
        for words, value in {_("At the desk"): view.desk, last: view.chosen}.items():
            if value and value not in self._values:
                self._offer(grid, (3, len(self._values) - len(HOMES)), words, value, ())
        self._choose(view)

    def chosen(self) -> str:
        """Return the words chosen."""
        return self._values[max(0, self._group.checkedId())]

    def focus(self) -> None:
        """Put the focus on the choice."""
        if button := self._group.checkedButton():
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, number: int) -> None:
        """Choose by number, in reading order."""
        self._group.button(number).setChecked(True)

    def _offer(
        self,
        grid: QGridLayout,
        place: tuple[int, int],
        home: str,
        value: str,
        differ: Sequence[Span],
    ) -> None:
        row, column = place
        words = QLabel(marked(value, differ) if value else _("(empty)"))
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        words.setEnabled(bool(value))
        number = len(self._values)
        radio = named(QRadioButton(home), f"conflict-{self.view.field}-{number}")
        radio.setAccessibleName(f"{home}: {value or _('(empty)')}")
        self._group.addButton(radio, number)
        self._values.append(value)
        grid.addWidget(radio, row, column)
        grid.addWidget(words, row + 1, column)

    def _choose(self, view: HomesView) -> None:
        wanted = view.desk if view.settled else view.chosen or view.desk
        number = self._values.index(wanted) if wanted in self._values else 0
        self._group.button(number).setChecked(True)


def lone_words(text: str, others: Sequence[str]) -> tuple[Span, ...]:
    """Return the words of a text that another one, if it says anything, does not have."""
    said = [{word[0].casefold() for word in WORD.finditer(other)} for other in others if other]
    return tuple(
        Span(word.start(), word.end())
        for word in WORD.finditer(text)
        if any(word[0].casefold() not in words for words in said)
    )


def marked(text: str, differ: Sequence[Span]) -> str:
    """Return a text as HTML, the spans that differ underlined on a tint."""
    tint = theme.colour("warning-tint").name()
    parts, end = [], 0
    for span in sorted(differ, key=lambda one: one.start):
        words = escape(text[span.start : span.end])
        parts += [
            escape(text[end : span.start]),
            f'<u style="background-color:{tint}">{words}</u>',
        ]
        end = span.end
    return "".join([*parts, escape(text[end:])]).replace("\n", "<br>")
