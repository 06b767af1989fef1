"""The photos: which are shown, as a grid or one large, and how far new ones have come."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.picking import Order
from ui import theme
from ui.captioning.bar import FilterBar
from ui.captioning.comparing import Comparing
from ui.captioning.grid import Grid
from ui.captioning.large import Large
from ui.captioning.lines import Sieve, Sight, Wish
from ui.captioning.shelf import Shelf, ranges
from ui.captioning.thumbnails import Thumbnails
from ui.parts import named
from ui.parts.empty import Empty
from ui.words import N_, _, ngettext, quoted

SIEVES = {
    Sieve.ALL: N_("All photos"),
    Sieve.STORY: N_("In this story"),
    Sieve.UNUSED: N_("In no story"),
    Sieve.INCOMPLETE: N_("Something lacking"),
    Sieve.NO_CAPTION: N_("Without caption"),
    Sieve.NO_CREDIT: N_("Without credit"),
    Sieve.NO_ALT: N_("Without alt text"),
    Sieve.NO_WHO: N_("Without persons"),
    Sieve.NO_WHERE: N_("Without place"),
    Sieve.NO_WHEN: N_("Without date"),
    Sieve.ALIKE: N_("Look-alikes"),
    Sieve.CONFLICTING: N_("Metadata disagree"),
    Sieve.MISSING: N_("File not found"),
}
PAUSE = 200
"""Milliseconds after the last key before the search is asked."""


class Gallery(QWidget):
    """Shows photos and says what is chosen (ids, the one the caret is on), sought or stopped.

    `sifted(wish)` carries what is sought; its story is the one shown now.
    """

    chosen = Signal(object, str)
    sifted = Signal(object)
    stopped = Signal()
    asked_for_photos = Signal()
    filled_in = Signal()

    def __init__(self, photos: Shelf, small: Thumbnails, large: Thumbnails) -> None:
        super().__init__()
        named(self, "gallery")
        self._photos = photos
        self.grid = Grid(small)
        self.grid.setModel(photos)
        self.large = Large(large, small)
        self.comparing = Comparing(large, small, photos.card)
        self._kept: tuple[str, ...] = ()
        self._gap = 0
        self._story_id = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._build()
        self._connect()

    def focus(self) -> None:
        """Put the focus where work begins."""
        self._shown().setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Put the caret in the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 walks through here."""
        return (self.search, self._shown())

    def show_sight(self, sight: Sight, wish: Wish) -> None:
        """Show other photos, say how many there are, or why none are shown."""
        self._story_id = wish.story_id
        self._lay_out(sight.ids)
        count = len(sight.ids)
        self._tell_count()
        self._offer_sieves(wish)
        self.bar.setVisible(bool(sight.total))
        if count:
            if self._stack.currentWidget() in {self._none, self._few}:
                self._stack.setCurrentWidget(self.grid)
        elif sight.total:
            sought = quoted(wish.words) if wish.words else _(SIEVES[wish.sieve])
            self._few.say(_("Nothing matches {words}").format(words=sought))
            self._stack.setCurrentWidget(self._few)
        else:
            self._stack.setCurrentWidget(self._none)

    def select(self, ids: Sequence[str], current: str) -> None:
        """Mark photos as chosen and one of them as the one the caret is on."""
        row = self._photos.row_of(current)
        if tuple(ids) != self.chosen_ids() or self.grid.currentIndex().row() != row:
            model = self.grid.selectionModel()
            flag = QItemSelectionModel.SelectionFlag
            index = self._photos.index(row) if row >= 0 else QModelIndex()
            model.setCurrentIndex(index, flag.NoUpdate)
            model.select(self._photos.selection_of(ids), flag.ClearAndSelect)
            if row >= 0:
                self.grid.scrollTo(index)
        self._kept = tuple(ids)
        self._enlarge(current)

    def chosen_ids(self) -> tuple[str, ...]:
        """Return the photos chosen, in order."""
        ids = self._photos.ids()
        rows = ranges(self.grid.selectionModel().selection())
        return tuple(chain.from_iterable(ids[top : bottom + 1] for top, bottom in rows))

    def current_id(self) -> str:
        """Return the photo the caret is on, or ""."""
        return self._photos.id_at(self.grid.currentIndex().row())

    def step(self, by: int) -> bool:
        """Choose the one photo so many places further; say whether there was one.

        Where the photo the caret was on left the sieve, the next one stands in its place.
        """
        index = self.grid.currentIndex()
        row = index.row() + by if index.isValid() else self._gap + min(by, 0)
        if not self._photos.id_at(row):
            return False
        self._photos.want_around(row)
        # The view's own way would ask the keyboard, where Ctrl may be held, what to select.
        index, flag = self._photos.index(row), QItemSelectionModel.SelectionFlag
        self.grid.selectionModel().setCurrentIndex(index, flag.ClearAndSelect)
        self.grid.scrollTo(index)
        return True

    def toggle_large(self) -> None:
        """Show the chosen photo large, or the grid again."""
        large = self._stack.currentWidget() is self.large
        self._enlarge(self.current_id())
        self._stack.setCurrentWidget(self.grid if large or not self.current_id() else self.large)
        self.focus()

    def compare(self, ids: Sequence[str]) -> None:
        """Lay photos side by side; the one the caret is on is the one meant."""
        self.comparing.show_photos(ids, self.current_id())
        self._stack.setCurrentWidget(self.comparing)
        self.focus()
        self.chosen.emit((self.comparing.current(),), self.comparing.current())

    def _end_comparing(self) -> None:
        self._stack.setCurrentWidget(self.grid)
        self.focus()

    def show_progress(self, done: int, total: int, name: str = "") -> None:
        """Show how far taking photos in has come, and the file; equal numbers end it."""
        self._progress.setVisible(done < total)
        words = _("Adding photos: {done} of {total}")
        said = words.format(done=done, total=total)
        self._progress_words.setText(f"{said} — {name}" if name else said)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _shown(self) -> QWidget:
        """Return what takes the focus now."""
        for page, target in ((self._none, self._add), (self._few, self.search)):
            if self._stack.currentWidget() is page:
                return target
        return self._stack.currentWidget() or self.grid

    def _build(self) -> None:
        self.sieve = named(QComboBox(), "photo-sieve", _("Which photos are shown"))
        self.search = named(QLineEdit(), "photo-search", _("Search photos"))
        self.search.setPlaceholderText(_("Search photos"))
        self.search.setClearButtonEnabled(True)
        self._count = named(QLabel(), "photo-count")
        self._count.setProperty("kind", "quiet")
        self._offered: tuple[Sieve, ...] = ()
        self._offer_sieves(Wish())
        self.bar = FilterBar()
        self._none = Empty("photos", "photos-none")
        self._none.say(_("No photos yet"), _("Drop image files here, paste them, or choose them."))
        self._add = self._none.offer(_("Add Photos…"), self.asked_for_photos.emit, "photos-add")
        self._few = Empty("search", "photos-few")
        self._few.offer(_("Clear the filter"), self._clear, "photos-clear")
        self._stack = named(QStackedWidget(), "photo-stack")
        for widget in (self.grid, self.large, self.comparing, self._none, self._few):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.bar)
        column.addWidget(self._progress_row())
        column.addWidget(self._stack, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 8)
        head.setSpacing(10)
        head.addWidget(self.sieve)
        head.addWidget(self.search, 1)
        head.addWidget(self._count)
        return head

    def _progress_row(self) -> QWidget:
        self._progress = named(QWidget(), "photo-progress", _("Adding photos"))
        self._progress_words = QLabel()
        self._bar = named(QProgressBar(), "photo-progress-bar", _("Adding photos"))
        self._bar.setTextVisible(False)
        stop = named(QPushButton(_("Cancel")), "photo-progress-stop")
        stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(12, 0, 12, 8)
        row.addWidget(self._progress_words)
        row.addWidget(self._bar, 1)
        row.addWidget(stop)
        self._progress.setVisible(False)
        return self._progress

    def _connect(self) -> None:
        self.grid.selectionModel().selectionChanged.connect(self._changed)
        self.grid.clicked.connect(self._changed)
        self._photos.modelReset.connect(self.grid.fit)
        self.bar.changed.connect(self._sift)
        self.grid.enlarged.connect(self.toggle_large)
        self.grid.filled_in.connect(self.filled_in)
        self.large.closed.connect(self.toggle_large)
        self.large.stepped.connect(self.step)
        self.large.filled_in.connect(self.filled_in)
        self.comparing.closed.connect(self._end_comparing)
        self.comparing.filled_in.connect(self.filled_in)
        self.comparing.turned.connect(lambda one: self.chosen.emit((one,), one))
        self._photos.laid.connect(self.comparing.update)
        self.sieve.activated.connect(self._sift)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._sift)
        self._pause.timeout.connect(self._sift)
        glass = QAction(self.search)
        theme.dress(glass, "search", "quiet")
        self.search.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)

    def _offer_sieves(self, wish: Wish) -> None:
        """Offer the sieves that make sense: those of a story only while one is open."""
        offered = tuple(s for s in SIEVES if wish.story_id or s is not Sieve.STORY)
        if offered != self._offered:
            self._offered = offered
            self.sieve.clear()
            self.sieve.addItems([_(SIEVES[sieve]) for sieve in offered])
        if wish.sieve in offered:
            self.sieve.setCurrentIndex(offered.index(wish.sieve))

    def _sift(self) -> None:
        self._pause.stop()
        sieve = self._offered[self.sieve.currentIndex()]
        words, order = self.search.text().strip(), self.bar.order()
        self.sifted.emit(Wish(self._story_id, sieve, words, self.bar.marks(), order))

    def set_order(self, order: Order) -> None:
        """Show an order as the one asked for."""
        self.bar.set_order(order)

    def _clear(self) -> None:
        self.search.clear()
        self.sieve.setCurrentIndex(0)
        self.bar.clear()
        self._sift()

    def _changed(self, *_what: object) -> None:
        ids = self.chosen_ids()
        self._kept = ids
        self._tell_count()
        self.chosen.emit(ids, self.current_id())

    def _tell_count(self) -> None:
        count, chosen = len(self._photos.ids()), len(self._kept)
        words = ngettext("{n} photo", "{n} photos", count).format(n=count)
        if chosen > 1:
            words += " · " + ngettext("{n} chosen", "{n} chosen", chosen).format(n=chosen)
        self._count.setText(words)

    def _lay_out(self, ids: Sequence[str]) -> None:
        """Show other photos; those chosen stay so where they are still shown."""
        kept, current, row = self._kept, self.current_id(), self.grid.currentIndex().row()
        if not self._photos.show_ids(ids):
            return
        still = [photo_id for photo_id in kept if self._photos.row_of(photo_id) >= 0]
        if still:
            self.select(still, current if current in still else still[0])
        else:
            self._gap = max(0, row)

    def _enlarge(self, photo_id: str) -> None:
        card = self._photos.card(photo_id)
        if card:
            self.large.show_photo(card.photo)
