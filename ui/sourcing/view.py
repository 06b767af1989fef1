"""Sources: the quotes of the story, the text they stand in, and who speaks how much."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.changes import Changes
from app.domain.finding import Finding
from ui.parts import named
from ui.parts.banner import Notice
from ui.parts.empty import Empty
from ui.parts.heading import heading
from ui.place import Bench, Handlers, Place
from ui.printing import print_page
from ui.register.view import RegisterWindow
from ui.rulebook import show_rule
from ui.sourcing.card import Card
from ui.sourcing.deeds import Deeds
from ui.sourcing.lines import QuoteLine, Sight
from ui.sourcing.model import Quotes
from ui.sourcing.paper import SOON, Paper
from ui.sourcing.presenter import SourcingPresenter
from ui.sourcing.roll import Roll
from ui.sourcing.side import Side
from ui.words import _, ngettext

SHARES = [320, 520, 320]

FEW = 12
"""Quotes that are shown with what stands beside them in one turn."""


class SourcingPlace(Place):
    """Quotes on the left, the text in the middle, what stands behind them on the right."""

    code: ClassVar[str] = "sourcing"
    everywhere: ClassVar[frozenset[str]] = frozenset({"register"})

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.presenter = SourcingPresenter(bench.desk, bench.work, self)
        self.deeds = Deeds(bench.desk, bench.work, self.presenter, self.notify)
        self.quotes = Quotes()
        self.roll = Roll(self.quotes)
        self.paper = Paper()
        self.card = Card(bench.actions)
        self.side = Side(bench.actions)
        self._register: RegisterWindow | None = None
        self._showing = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_beside)
        self._build()
        self._connect()
        self._show_page()

    @override
    def show_story(self, story_id: str) -> None:
        self.presenter.show_story(story_id)

    @override
    def refresh(self, changes: Changes) -> None:
        self.presenter.refresh(changes)

    @override
    def arrive(self) -> None:
        self.presenter.arrive()
        self.roll.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def leave(self) -> None:
        self.bench.settings.set_layout("sourcing", self._splitter.saveState())

    @override
    def point(self, finding: Finding) -> None:
        self.presenter.point(finding)

    @override
    def handlers(self) -> Handlers:
        all_of_them: dict[str, Callable[[], None]] = {
            "confirm": self.presenter.confirm,
            "set-speaker": self.ask_speaker,
            "not-a-quote": self.presenter.not_a_quote,
            "reopen": self.presenter.reopen,
            "next-quote": partial(self._step, 1),
            "previous-quote": partial(self._step, -1),
            "next-row": partial(self.presenter.step, 1),
            "previous-row": partial(self.presenter.step, -1),
            "evidence": self.ask_evidence,
            "anonymity": self.ask_anonymity,
            "next-terms": self.deeds.next_terms,
            "waive-source": self.ask_waiver,
            "mute-rule": self.ask_mute,
            "attach-transcript": self.ask_transcript,
            "register": self.open_register,
            "print-sources": self._print,
            "write-sources": self._write,
            "rule-page": self._explain,
        }
        possible = self.presenter.can() | {"register"}
        return {code: act for code, act in all_of_them.items() if code in possible}

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.roll, self.card.speaker, self.paper, self.side)

    def show_sight(self, sight: Sight) -> None:
        """Show the quotes, the text and who speaks."""
        self._showing = True
        self.quotes.show_lines(sight.lines)
        if len(sight.lines) > FEW:
            self._soon.start(SOON)
        else:
            self._show_beside()
        self.paper.show_sight(sight)
        self._counter.setText(counted(sight))
        self._showing = False
        self._show_page()

    def show_choice(self, line: QuoteLine | None) -> None:
        """Show one quote in the list, in the text and on the card."""
        self._showing = True
        row = self.quotes.row_of(line.row.id) if line else -1
        index = self.quotes.index(row) if row >= 0 else QModelIndex()
        self.roll.setCurrentIndex(index)
        if row >= 0:
            self.roll.scrollTo(index)
        self.paper.show_line(line)
        self.card.show_line(line)
        self.side.show_line(line)
        self._showing = False
        self.answers_changed.emit()

    def _show_beside(self) -> None:
        """Show what stands beside the text; of a long one in a turn of its own."""
        self._soon.stop()
        sight = self.presenter.sight
        self.side.show_sight(sight)
        self.card.show_names(sight.names, sight.people)
        self.side.show_line(self.presenter.line())

    def looked_at(self) -> bool:
        """Say whether the place is shown."""
        return self.isVisible()

    def ask_speaker(self) -> None:
        """Put the caret where the source is named."""
        self.card.ask_speaker()

    def ask_evidence(self) -> None:
        """Put the caret where evidence is noted."""
        self.side.turn(self.side.proof)
        self.side.behind.ask_evidence()

    def ask_anonymity(self) -> None:
        """Put the caret where it is said why the source is not named."""
        self.side.turn(self.side.proof)
        self.side.behind.ask_anonymity()

    def ask_waiver(self) -> None:
        """Ask why the finding about the quote is set aside."""
        self.side.turn(self.side.passing)
        self.side.passing.ask_waiver()

    def ask_mute(self) -> None:
        """Ask why the rule of the finding is muted in this story."""
        self.side.turn(self.side.passing)
        self.side.passing.ask_mute()

    def ask_transcript(self) -> None:
        """Ask for the file of a transcript and keep it with the story."""
        self.side.turn(self.side.heard)
        found, _kind = QFileDialog.getOpenFileName(
            self,
            _("Attach a Transcript"),
            "",
            _("Transcripts") + " (*.txt *.md *.docx *.srt *.vtt);;" + _("All files") + " (*)",
        )
        if found:
            self.deeds.attach(Path(found))

    @override
    def look_for(self, words: str) -> None:
        self._register_window().look_for(words)

    def open_register(self) -> None:
        """Open the register of people and sources, or bring it to the front."""
        self._register_window().come_forward()

    def _register_window(self) -> RegisterWindow:
        if self._register is None:
            self._register = RegisterWindow(self.bench.desk, self.bench.work, self)
            self._register.opened.connect(lambda story: self.opened.emit(story, "sourcing"))
        return self._register

    def notify(self, notice: Notice) -> None:
        """Show a notice over the place."""
        self.noticed.emit(notice)

    def _build(self) -> None:
        self._splitter = named(QSplitter(Qt.Orientation.Horizontal), "sourcing-panes")
        for number, pane in enumerate((self._ledger(), self.paper, self.side)):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(number, number % 2)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes(SHARES)
        if state := self.bench.settings.layout("sourcing"):
            self._splitter.restoreState(state)
        self._empty = Empty("sources", "sourcing-empty")
        self._pages = named(QStackedWidget(), "sourcing-pages")
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _ledger(self) -> QWidget:
        self._counter = named(heading(), "quote-counter")
        keys = named(QLabel(), "quote-keys")
        keys.setProperty("kind", "quiet")
        keys.setWordWrap(True)
        keys.setText(
            _("Return confirms · S source · X not a quote · E evidence · A anonymity · J, K move")
        )
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addLayout(_inset(self._counter, keys))
        column.addWidget(self.roll, 1)
        column.addLayout(_inset(self.card))
        return left

    def _connect(self) -> None:
        self.roll.selectionModel().currentChanged.connect(self._walked)
        self.roll.decided.connect(self._decided)
        self.paper.chosen.connect(self.presenter.choose)
        self.card.named_speaker.connect(self.presenter.set_speaker)
        self.card.introduced.connect(self.presenter.introduce)
        self.card.done.connect(self.arrive)
        self._connect_side()

    def _connect_side(self) -> None:
        behind, passing, heard = self.side.behind, self.side.passing, self.side.heard
        behind.noted.connect(self.deeds.note)
        behind.verified.connect(self.deeds.verify)
        behind.removed.connect(self.deeds.remove_evidence)
        behind.agreed_terms.connect(self.deeds.set_terms)
        behind.hidden.connect(self.deeds.hide_name)
        behind.named_again.connect(self.deeds.name_again)
        passing.pointed.connect(self.presenter.point)
        passing.waived.connect(self.deeds.waive)
        passing.muted.connect(self.deeds.mute)
        passing.taken_up.connect(self.deeds.unwaive)
        passing.heard.connect(self.deeds.unmute)
        passing.explained.connect(partial(show_rule, self))
        passing.missed.connect(self._say_no_finding)
        heard.chosen.connect(self.presenter.choose)
        heard.detached.connect(self.deeds.detach)
        for panel in (behind, passing):
            panel.done.connect(self.arrive)

    def _walked(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = self.quotes.line(index.row())
        if line and not self._showing:
            self.presenter.choose(line.row.id)

    def _decided(self, code: str) -> None:
        if act := self.handlers().get(code):
            act()

    def _step(self, by: int) -> None:
        self.presenter.step_open(by)

    def _explain(self) -> None:
        if code := self.side.passing.chosen_code():
            show_rule(self, code)
        else:
            self._say_no_finding()

    def _say_no_finding(self) -> None:
        self.notify(Notice(_("There is no finding about this quote."), seconds=4))
        self.arrive()

    def _print(self) -> None:
        self.deeds.with_report(partial(print_page, self, self.bench.work))

    def _write(self) -> None:
        found, _kind = QFileDialog.getSaveFileName(
            self, _("Write the Sources Page"), "sources.html", "HTML (*.html)"
        )
        if found:
            self.deeds.write_report(Path(found))

    def _show_page(self) -> None:
        if not self.presenter.story_id:
            self._empty.say(_("Sources"), _("Choose a story first."))
        elif not self.presenter.sight.read:
            self._empty.say(_("Reading the quotes…"))
        else:
            self._empty.say(
                _("No quotes in this story"), _("Quotes appear here as you write them.")
            )
        shown = bool(self.quotes.rowCount())
        self._pages.setCurrentWidget(self._splitter if shown else self._empty)


def counted(sight: Sight) -> str:
    """Return the counter: "13 quotes, 2 open"."""
    quotes = sight.quote_count()
    words = ngettext("{n} quote", "{n} quotes", quotes).format(n=quotes)
    waiting = sight.open_count()
    if not waiting:
        return words + ", " + _("all decided")
    return words + ", " + ngettext("{n} open", "{n} open", waiting).format(n=waiting)


def _inset(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(14, 0, 14, 0)
    column.setSpacing(4)
    for widget in widgets:
        column.addWidget(widget)
    return column
