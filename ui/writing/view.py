"""The article editor."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app import sentences
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.finding import Finding
from app.domain.package import Package
from app.domain.story import Revision, word_count
from ui.parts import named
from ui.parts.banner import Notice
from ui.parts.empty import Empty
from ui.place import Bench, Handlers, Place, Standing
from ui.spans import PARAGRAPH
from ui.spelling import SpellingMenu
from ui.words import _, clock
from ui.writing import editing
from ui.writing.below import Below
from ui.writing.cards import cards_of
from ui.writing.cleaning import Cleaning
from ui.writing.dictionary import DictionarySheet
from ui.writing.languages import Languages
from ui.writing.loading import Loading
from ui.writing.outline import Outline
from ui.writing.presenter import Presenter
from ui.writing.problems import ProblemsPanel
from ui.writing.remarks import Remarks
from ui.writing.seeking import Seeking
from ui.writing.sheet import Sheet
from ui.writing.suggesting import Suggesting
from ui.writing.surface import Surface

SAVE_AFTER = 300
"""Milliseconds from the first unsaved key to its way to the store, typing or not."""

CHECK_AFTER = 300
"""Milliseconds from the last key to the next check."""

TRY_AGAIN_AFTER = 5000
"""Milliseconds until a failed saving is tried again."""


class WritingPlace(Place):
    """Fields, body, margin and problems of the open story."""

    code: ClassVar[str] = "writing"
    everywhere: ClassVar[frozenset[str]] = frozenset(
        {"problems", "next-problem", "find-everywhere", "dictionary"}
    )

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.sheet = Sheet()
        self.outline = Outline()
        self.problems = ProblemsPanel()
        self._empty = Empty("writing", "writing-empty")
        self._pictures: dict[str, QPixmap] = {}
        self._saved = ""
        self._language = ""
        self._build()
        self.presenter = Presenter(bench.desk, bench.work, self)
        self.languages = Languages(bench, partial(self.presenter.revise, "language"))
        self._save_timer = self._timer(self.presenter.save)
        self._check_timer = self._timer(self.presenter.check)
        self._telling = self._timer(self._tell)
        self.remarks = Remarks(
            self.sheet,
            self.problems,
            lambda: not self._check_timer.isActive(),
            SpellingMenu(self.presenter.near, self.presenter.add_word),
        )
        edits = {**self.sheet.edits, "suggested": self.sheet.tracked}
        self.loading = Loading(edits, self.remarks.edit_in_use)
        Cleaning(bench.work, self.loading).serve(self.sheet.paper, self.sheet.tracked)
        self.surface = Surface(self.sheet, bench.settings, bench.actions)
        self.seeking = Seeking(bench, self.sheet, self.presenter, self.remarks.edit_in_use)
        self.suggesting = Suggesting(bench, self.sheet, self.presenter.save)
        self._join()
        self.show_nothing()

    # What the window calls.

    @override
    def show_story(self, story_id: str) -> None:
        if self.loading.holds():
            # What was typed for the story on its way becomes part of it before it goes.
            self.loading.hold(partial(self._turn_to, story_id))
        else:
            self._turn_to(story_id)

    def _turn_to(self, story_id: str) -> None:
        self._save_timer.stop()
        self._telling.stop()
        self.suggesting.end()
        self.sheet.card.commit()
        self.loading.expect()
        self.presenter.open(story_id)

    @override
    def refresh(self, changes: Changes) -> None:
        self.presenter.refresh(changes)
        self.suggesting.refresh(changes)

    @override
    def arrive(self) -> None:
        if self.presenter.package is None:
            self._empty.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.suggesting.arrive():
            return
        last = self.remarks.edit_in_use()
        last.setFocus(Qt.FocusReason.OtherFocusReason)
        if last.textCursor().position():
            self.sheet.show_caret(last)

    @override
    def hand_in(self) -> None:
        self._save_timer.stop()
        self.loading.settle(self.presenter.open_now)
        self.suggesting.settle()
        self.sheet.card.commit()
        self.presenter.save()

    @override
    def unsaved(self) -> bool:
        return self.presenter.unsaved()

    @override
    def leave(self) -> None:
        self.hand_in()
        if self.surface.focused:
            self.surface.turn_focus()

    @override
    def point(self, finding: Finding) -> None:
        self.remarks.point(finding)

    @override
    def handlers(self) -> Handlers:
        everywhere: dict[str, Callable[[], None]] = {
            "find-everywhere": self.seeking.everywhere,
            "dictionary": self._show_dictionary,
        }
        if self.presenter.package is None:
            return everywhere | self.loading.handlers({}) if self.loading.under_way else everywhere
        found: dict[str, Callable[[], None]] = {
            "problems": self.remarks.turn_panel,
            "card": self.sheet.card.turn,
            "outline": self._turn_outline,
            "link": lambda: editing.link(self.sheet.paper, QApplication.clipboard().text()),
            "block-up": partial(editing.move_block, self.sheet.paper, -1),
            "block-down": partial(editing.move_block, self.sheet.paper, 1),
            "next-problem": partial(self.remarks.step, 1),
            "previous-problem": partial(self.remarks.step, -1),
            "fixes": self.remarks.offer_fixes,
            "spelling": self.remarks.step_spelling,
            "waive": self.remarks.ask_waiver,
            "rule-page": self.remarks.show_rule,
            "keep": self.presenter.keep,
            "bold": partial(editing.wrap, self.sheet.paper, "**", "**"),
            "italic": partial(editing.wrap, self.sheet.paper, "*", "*"),
            "subhead": partial(editing.turn_subhead, self.sheet.paper),
            "quote-marks": lambda: editing.quote(self.remarks.edit_in_use(), self._language),
            "no-break": lambda: self.remarks.edit_in_use().insert(editing.NO_BREAK_SPACE),
            "thin-no-break": lambda: self.remarks.edit_in_use().insert(editing.THIN_NO_BREAK_SPACE),
        }
        found |= everywhere | self.surface.handlers() | self.seeking.handlers()
        found = self.suggesting.handlers(self.presenter.story_id, found)
        found |= self.languages.handlers()
        return self.loading.handlers(found) if self.loading.under_way else found

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.remarks.edit_in_use(), self.outline.list, self.problems.list)

    # What the presenter calls.

    def texts(self) -> dict[str, str]:
        """Return every text field as it stands on the screen."""
        return self.sheet.texts()

    def proposed(self) -> dict[str, str]:
        """Return every text field as it is checked: with the suggestions on the sheet accepted."""
        return self.suggesting.proposed(self.sheet.texts())

    def show_package(self, package: Package) -> None:
        """Show another story."""
        for edit in self.sheet.edits.values():
            edit.setReadOnly(self.bench.desk.read_only)
        self.loading.load({name: getattr(package.story, name) for name in self.sheet.edits})
        self.sheet.card.lock(locked=self.bench.desk.read_only)
        self._layers.setCurrentIndex(1)
        first = self.remarks.begin()
        self.sheet.verticalScrollBar().setValue(0)
        self.show_around(package)
        self.loading.when_whole(self.seeking.story_shown)
        self.answers_changed.emit()
        if self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_to(self, texts: Mapping[str, str]) -> None:
        """Bring fields to what the store holds, as a step that can be undone."""
        for name, text in texts.items():
            self.sheet.edits[name].bring_to(text)

    def show_around(self, package: Package) -> None:
        """Show photos, language and card."""
        self.sheet.card.show_story(package.story)
        self._language = package.story.language
        self.surface.set_language(self._language)
        self.languages.show(self._language)
        self.sheet.show_cards(cards_of(package, self._pictures))
        self._telling.start(0)

    def show_nothing(self) -> None:
        """Show that no story is open."""
        self.loading.give_up()
        self._layers.setCurrentIndex(0)
        self._telling.stop()
        self._language = ""
        self.told.emit(Standing())
        self.titled.emit("")
        self.answers_changed.emit()

    def show_checked(self, body: str, findings: tuple[Finding, ...]) -> None:
        """Show findings in the copy, the margin and the list."""
        self.loading.when_whole(partial(self._show_checked, body, findings))

    def _show_checked(self, body: str, findings: tuple[Finding, ...]) -> None:
        if body != self.suggesting.body():
            return
        self.remarks.show(body, findings)
        self._show_outline()
        self._telling.start(0)

    def show_saved(self, at: datetime) -> None:
        """Say when the story was last safe."""
        self._saved = _("Saved at {time}").format(time=clock(at))
        self._telling.start(0)

    def show_unsaved(self, error: DeskError) -> None:
        """Say that the story could not be saved, and try again later."""
        self._saved = _("Not saved")
        self._telling.start(0)
        text = _("Not saved: your text is kept in this window.") + " " + sentences.sentence(error)
        self.noticed.emit(Notice(text, "error", seconds=0))
        self._save_timer.start(TRY_AGAIN_AFTER)

    def show_refused(self, error: DeskError) -> None:
        """Say why a field was not changed, and show what the store holds."""
        if package := self.presenter.package:
            self.sheet.card.show_afresh(package.story)
        self.noticed.emit(Notice(sentences.sentence(error), "error", seconds=0))

    def show_thumbnail(self, photo_id: str, jpeg: bytes) -> None:
        """Show the small picture of a photo."""
        picture = QPixmap()
        picture.loadFromData(jpeg)
        self._pictures[photo_id] = picture
        if self.presenter.package:
            self.sheet.show_cards(cards_of(self.presenter.package, self._pictures))

    def show_kept(self, revision: Revision | None) -> None:
        """Say that this version was kept."""
        if revision is None:
            self.noticed.emit(Notice(_("This version is kept already."), seconds=4))
        else:
            text = _("Version {n} kept.").format(n=revision.number)
            name = partial(self.opened.emit, self.presenter.story_id, "history")
            self.noticed.emit(Notice(text, "ok", _("Name It…"), name, seconds=8))

    # Inside.

    def _build(self) -> None:
        self._empty.say(_("No story is open"), _("Choose one in Stories, or start a new one."))
        self._empty.offer(
            _("Show Stories"), self.bench.actions["go-filing"].trigger, "writing-go-filing"
        )
        self._splitter = named(QSplitter(Qt.Orientation.Vertical), "writing-panes")
        self._splitter.addWidget(self._with_outline())
        self._splitter.addWidget(self.problems)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)  # noqa: FBT003  Qt's own signature
        self._splitter.setSizes([600, 190])
        self.problems.hide()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._layers = QStackedLayout()
        column.addLayout(self._layers, 1)
        self._layers.addWidget(self._empty)
        self._layers.addWidget(self._splitter)
        if state := self.bench.settings.layout("writing"):
            self._splitter.restoreState(state)

    def _with_outline(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.outline)
        row.addWidget(self.sheet, 1)
        self.outline.setVisible(self.bench.settings.text("outline") == "open")
        self.bench.actions["outline"].setChecked(not self.outline.isHidden())
        return both

    def _place_photos(self, sources: list[Path]) -> None:
        paper = self.sheet.paper
        self.presenter.place_photos(sources, paper.body()[: paper.caret()].count(PARAGRAPH))

    def _show_dictionary(self) -> None:
        DictionarySheet(self.window(), self.bench.desk, self.bench.work).open()

    def _turn_outline(self) -> None:
        shown = self.outline.isHidden()
        self.outline.setVisible(shown)
        self.bench.actions["outline"].setChecked(shown)
        self.bench.settings.set_text("outline", "open" if shown else "")
        self._show_outline()

    def _show_outline(self) -> None:
        if not self.outline.isHidden() and (story := self.presenter.snapshot()):
            self.outline.show_body(story.story.body, story.story.target_words)
            self.presenter.measure(self.outline.show_reading)

    def _join(self) -> None:
        self.surface.alone.connect(self.alone)
        self.outline.opened.connect(self.sheet.paper.go_to)
        self.sheet.paper.photos_given.connect(self._place_photos)
        self.seeking.noticed.connect(self.noticed)
        self.seeking.opened.connect(self.opened)
        self._column.addWidget(self.seeking.finder)
        self._below = Below(self, self.problems, self.remarks, self.seeking.finder)
        self.suggesting.join(self)
        self.sheet.typed.connect(self._typed)
        self.suggesting.reads.connect(self._check_timer.start)
        self.sheet.paper.left_out.connect(lambda told: self.noticed.emit(Notice(told, seconds=8)))
        self.sheet.paper.slot_opened.connect(
            lambda _slot: self.opened.emit(self.presenter.story_id, "captioning")
        )
        self.sheet.card.revised.connect(self.presenter.revise)
        self.sheet.card.puzzled.connect(lambda told: self.noticed.emit(Notice(told, "warning")))
        self.sheet.card.folded.connect(self._folded)
        self.sheet.card.unfold(wanted=self.bench.settings.text("card") == "open")
        self.remarks.noticed.connect(self.noticed)
        self.remarks.pointed.connect(self.pointed)
        self.remarks.sourced.connect(self.sourced)
        self.remarks.waived.connect(self.presenter.waive)
        self.remarks.mended_elsewhere.connect(self.presenter.mend)
        self.remarks.recheck.connect(lambda: self._check_timer.start(0))
        self.remarks.shown.connect(self.bench.actions["problems"].setChecked)

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(then)
        return timer

    def _typed(self) -> None:
        if not self._save_timer.isActive():
            self._save_timer.start(SAVE_AFTER)
        self._check_timer.start(CHECK_AFTER)

    def _tell(self) -> None:
        package = self.presenter.package
        self.titled.emit(self.sheet.edits["headline"].body() or _("Untitled"))
        self.told.emit(
            Standing(
                words=word_count(self.sheet.paper.body()),
                target=package.story.target_words if package else None,
                language=self._language,
                problems=len(self.remarks.findings) if self.remarks.checked else None,
                blocks=self.remarks.blocks(),
                saved=self._saved,
            )
        )

    def _folded(self, folded: bool) -> None:  # noqa: FBT001  what the signal carries
        self.bench.actions["card"].setChecked(not folded)
        self.bench.settings.set_text("card", "" if folded else "open")
