"""The photo desk: photos, the slots of the story, and the words that go with both."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from app.desk.photos import selecting
from app.domain.changes import Changes
from app.domain.finding import Finding, Part
from ui.captioning.arrivals import Report
from ui.captioning.entries import PHOTO_NAMES, Target
from ui.captioning.form import PARTS, Form
from ui.captioning.gallery import Gallery
from ui.captioning.lines import Card, Sieve, Sight, Wish
from ui.captioning.model import PHOTO_TYPE, Lines
from ui.captioning.pasting import NAMES, image_files, take_pasted_in
from ui.captioning.presenter import CaptioningPresenter
from ui.captioning.rack import Rack
from ui.captioning.shelf import Shelf
from ui.captioning.spelling import Spelling
from ui.captioning.tasks import Tasks
from ui.captioning.thumbnails import LARGE, Thumbnails
from ui.captioning.typist import Typist
from ui.parts import named
from ui.parts.banner import Notice
from ui.place import Bench, Handlers, Place
from ui.words import _

LARGE_KEPT = 8
FORM_SHARE = 360
DESK_SHARE = 900


class CaptioningPlace(Place):
    """Photos on the left, slots of the story under them, words on the right."""

    code: ClassVar[str] = "captioning"
    everywhere: ClassVar[frozenset[str]] = frozenset({"add-photos"})

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.setAcceptDrops(True)
        self.small = Thumbnails(bench.desk, bench.work)
        large = Thumbnails(bench.desk, bench.work, LARGE, LARGE_KEPT)
        self.presenter = CaptioningPresenter(bench.desk, bench.work, self)
        self.photos = Shelf(self)
        self.slots = Lines(self)
        self.gallery = Gallery(self.photos, self.small, large)
        self.rack = Rack(self.slots, self.small, bench.actions)
        self.form = Form()
        self.typist = Typist(bench.desk, bench.work, self.form)
        self.spelling = Spelling(bench.desk, bench.work, self.form, self._say)
        self.tasks = Tasks(bench, self.presenter, self, self.noticed.emit, self.typist.learn)
        self._showing = False
        self._build()
        self._connect()
        self.presenter.look()
        self.typist.learn()

    @override
    def show_story(self, story_id: str) -> None:
        self._save()
        self.presenter.show_story(story_id)

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.photos:
            self.small.forget_failures()
        if changes.photos or changes.people:
            self.typist.learn()
        self.presenter.refresh(changes)

    @override
    def arrive(self) -> None:
        self.gallery.focus()

    @override
    def hand_in(self) -> None:
        self._save()

    @override
    def leave(self) -> None:
        self._save()
        self.bench.settings.set_layout("captioning", self._splitter.saveState())

    @override
    def point(self, finding: Finding) -> None:
        if finding.place.slot is None:
            return
        self._save()
        self.presenter.choose_slot(finding.place.slot)
        field = PARTS.get(finding.place.part, "caption")
        if finding.place.part is not Part.PHOTO or self.presenter.target.photo:
            QTimer.singleShot(0, self, partial(self.form.focus_field, field))

    @override
    def handlers(self) -> Handlers:
        target, wish = self.presenter.target, self.presenter.wish
        found: dict[str, Callable[[], None]] = {
            "add-photos": self._ask_for_photos,
            "add-folder": self._ask_for_folder,
            "find-photo": self.gallery.focus_search,
            "paste": self._paste,
            "select-all": self._select_all,
            **self.tasks.handlers(),
        }
        if target.photo or target.use:
            found["commit-next"] = self._commit_and_next
            found |= self.typist.handlers() | self.spelling.handlers()
        if target.photo:
            found |= self._of_photo(one=not target.ids)
        if len(self.presenter.comparable()) > 1:
            found["compare"] = self._compare
        if wish.story_id:
            found["add-slot"] = self._add_slot
        if self._photo_for_slot() and self.presenter.waiting_slot():
            found["put-in-slot"] = self._put_in_waiting
        if target.photo and target.use:
            found["take-out"] = self.presenter.take_out
        return found

    def _of_photo(self, *, one: bool) -> dict[str, Callable[[], None]]:
        """Return what can be done with the photo the form is about, or with several."""
        found: dict[str, Callable[[], None]] = {
            "large-view": self.gallery.toggle_large,
            "repeat-last": self._repeat,
        }
        if one:
            found["copy-words"] = self._copy_words
        if self.presenter.copied:
            found["paste-words"] = self.presenter.paste_words
        return found

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (*self.gallery.panes(), self.rack.strip, self.form)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if image_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.presenter.take_in(image_files(event.mimeData()))
        event.acceptProposedAction()

    def show_sight(self, sight: Sight, wish: Wish) -> None:
        """Show the photos and slots the desk answered with."""
        self._showing = True
        self.slots.show_lines(sight.slots)
        self.gallery.show_sight(sight, wish)
        self.rack.setVisible(bool(wish.story_id))
        self.rack.show_count(sight.slots)
        self._showing = False

    def show_cards(self, cards: Iterable[Card]) -> None:
        """Lay out the cards that came."""
        self.photos.put(cards)

    def show_target(self, target: Target, findings: tuple[Finding, ...]) -> None:
        """Show what the form is about, and mark it in the grid and the strip."""
        self._showing = True
        if target.photo:
            self.gallery.select(target.chosen(), target.photo.id)
        self.rack.select(target.use.slot if target.use else 0)
        self.form.show_target(target, findings)
        self.form.lost.show_for(there=self.presenter.is_there())
        self.typist.turn_to(target, self.presenter.sight.language)
        self.spelling.turn_to(self.presenter.sight.language)
        self._showing = False
        self.answers_changed.emit()

    def hand_over(self) -> None:
        """Give what is still in the form to the presenter, before it turns to another target."""
        self._save()

    def show_trouble(self, field: str, sentence: str) -> None:
        """Say under a field why it was not kept."""
        self.form.show_trouble(field, sentence)

    def show_progress(self, done: int, total: int, name: str) -> None:
        """Show how far taking photos in has come."""
        self.gallery.show_progress(done, total, name)
        if done == total:
            self.small.forget_failures()

    def show_arrival(self, report: Report) -> None:
        """List what came in and what did not."""
        self.tasks.show_arrival(report, self._show_alike)

    def notify(self, notice: Notice) -> None:
        """Show a notice over the place."""
        self.noticed.emit(notice)

    def _build(self) -> None:
        desk = QWidget()
        column = QVBoxLayout(desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.gallery, 1)
        column.addWidget(self.rack)
        self._splitter = named(QSplitter(Qt.Orientation.Horizontal), "captioning-panes")
        self._splitter.addWidget(desk)
        self._splitter.addWidget(self.form)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([DESK_SHARE, FORM_SHARE])
        if state := self.bench.settings.layout("captioning"):
            self._splitter.restoreState(state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def _connect(self) -> None:
        self.small.arrived.connect(self.photos.repaint_photo)
        self.small.arrived.connect(self.slots.repaint_photo)
        self.photos.wanted.connect(self.presenter.want)
        self.gallery.chosen.connect(self._photos_chosen)
        for shown in (self.gallery.grid, self.gallery.comparing):
            shown.rated.connect(self.presenter.rate)
            shown.labelled.connect(self.presenter.label)
            shown.flagged.connect(self.presenter.flag)
        self.form.suggestions_wanted.connect(self._suggest)
        self.form.escaped.connect(self.gallery.focus)
        self.gallery.sifted.connect(self.presenter.sift)
        self.gallery.stopped.connect(self.presenter.stop_taking_in)
        self.gallery.asked_for_photos.connect(self._ask_for_photos)
        self.gallery.filled_in.connect(partial(self.form.focus_field, "caption"))
        self.rack.chosen.connect(self._slot_chosen)
        self.rack.called.connect(partial(self.form.focus_field, "caption"))
        self.slots.dropped.connect(self._dropped_on_slot)
        self.form.left.connect(self.presenter.commit)
        self.form.lost.asked.connect(self.tasks.locate_one)
        self.form.mended.connect(self.presenter.mend)

    def _save(self) -> None:
        if pending := self.form.pending():
            self.presenter.commit(pending)

    def _photos_chosen(self, ids: tuple[str, ...], current: str) -> None:
        if not self._showing and ids:
            self._save()
            self.presenter.choose(ids, current)

    def _slot_chosen(self, slot: int) -> None:
        if not self._showing:
            self._save()
            self.presenter.choose_slot(slot)

    def _commit_and_next(self) -> None:
        field = self.form.focused_field() or "caption"
        self._save()
        if self.presenter.target.photo is None or not self.gallery.step(1):
            self._next_slot()
        self.form.focus_field(field)

    def _next_slot(self) -> None:
        use = self.presenter.target.use
        later = [line.use.slot for line in self.presenter.sight.slots]
        if use and use.slot in later[:-1]:
            self._slot_chosen(later[later.index(use.slot) + 1])

    def _photo_for_slot(self) -> str:
        """Return the photo that would be put in a slot: the one chosen in the grid."""
        return self.gallery.current_id()

    def _put_in_waiting(self) -> None:
        self._save()
        self.presenter.put_in(self.presenter.waiting_slot(), self._photo_for_slot())

    def _add_slot(self) -> None:
        self._save()
        target = self.presenter.target
        free = target.photo if target.use is None else None
        self.presenter.add_slot(free.id if free else None)

    def _ask_for_photos(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in sorted(NAMES))
        names, _kind = QFileDialog.getOpenFileNames(
            self, _("Add Photos"), "", _("Photos ({kinds})").format(kinds=kinds)
        )
        self.presenter.take_in([Path(name) for name in names])

    def _ask_for_folder(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, _("Add a Folder of Photos")):
            self.presenter.take_in([Path(folder)])

    def _select_all(self) -> None:
        focus = QApplication.focusWidget()
        own = getattr(focus, "selectAll", None)
        (own or self.gallery.grid.selectAll)()

    def _repeat(self) -> None:
        if not self.typist.repeat(self.presenter.last):
            self.presenter.repeat_last()

    def _copy_words(self) -> None:
        self._save()
        self.presenter.copy_words()
        self.answers_changed.emit()

    def _compare(self) -> None:
        ids = self.presenter.comparable()
        self.presenter.want(ids)
        self.gallery.compare(ids)

    def _suggest(self, name: str) -> None:
        asked = PHOTO_NAMES.get(name, name)
        self.bench.work.ask(
            partial(selecting.known_values, self.bench.desk, asked),
            partial(self.form.offer, name),
        )

    def _show_alike(self) -> None:
        self.presenter.sift(Wish(sieve=Sieve.ALIKE))

    def _paste(self) -> None:
        focus = QApplication.focusWidget()
        own = getattr(focus, "paste", None)
        if own is not None:
            own()
            return
        carried = QGuiApplication.clipboard().mimeData()
        if files := image_files(carried):
            self.presenter.take_in(files)
        elif carried.hasImage():
            image = QGuiApplication.clipboard().image()
            self.presenter.take_in_by(partial(take_pasted_in, self.bench.desk, image))
        else:
            self._say(_("There is no photo on the clipboard."))

    def _say(self, words: str) -> None:
        self.noticed.emit(Notice(words, seconds=4))

    def _dropped_on_slot(self, row: int, carried: QMimeData) -> None:
        line = self.slots.line(row)
        if line is None or line.use is None:
            return
        self._save()
        if carried.hasFormat(PHOTO_TYPE):
            self.presenter.put_in(line.use.slot, bytes(carried.data(PHOTO_TYPE).data()).decode())
        else:
            self.presenter.take_in(image_files(carried), line.use.slot)
