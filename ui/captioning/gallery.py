"""The photos: which are shown, as a grid or one large, and how far new ones have come."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
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

from app.domain.photo import Photo
from ui import theme
from ui.captioning.grid import Grid
from ui.captioning.large import Large
from ui.captioning.lines import Sieve, Sight, Wish
from ui.captioning.model import Lines
from ui.captioning.thumbnails import Thumbnails
from ui.parts import named
from ui.parts.empty import Empty
from ui.words import N_, _, ngettext, quoted

SIEVES = {
    Sieve.ALL: N_("All photos"),
    Sieve.STORY: N_("In this story"),
    Sieve.NO_CAPTION: N_("Without caption"),
    Sieve.NO_CREDIT: N_("Without credit"),
    Sieve.NO_ALT: N_("Without alt text"),
}
PAUSE = 200
"""Milliseconds after the last key before the search is asked."""


class Gallery(QWidget):
    """Shows photos and says what is chosen, sought or stopped."""

    chosen = Signal(str)
    sifted = Signal(object, str)
    stopped = Signal()
    asked_for_photos = Signal()
    filled_in = Signal()

    def __init__(self, photos: Lines, small: Thumbnails, large: Thumbnails) -> None:
        super().__init__()
        named(self, "gallery")
        self._photos = photos
        self.grid = Grid(small)
        self.grid.setModel(photos)
        self.large = Large(large, small)
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
        """Say how many photos there are, or why none are shown."""
        count = len(sight.photos)
        self._count.setText(ngettext("{n} photo", "{n} photos", count).format(n=count))
        self._offer_sieves(wish)
        if count:
            if self._stack.currentWidget() is not self.large:
                self._stack.setCurrentWidget(self.grid)
        elif sight.total:
            sought = quoted(wish.words) if wish.words else _(SIEVES[wish.sieve])
            self._few.say(_("Nothing matches {words}").format(words=sought))
            self._stack.setCurrentWidget(self._few)
        else:
            self._stack.setCurrentWidget(self._none)

    def select(self, photo: Photo | None) -> None:
        """Mark a photo as the one chosen and show it large when one is shown large."""
        row = self._photos.row_of(photo.id) if photo else -1
        index = self._photos.index(row) if row >= 0 else QModelIndex()
        if row >= 0 and self.grid.currentIndex() != index:
            self.grid.setCurrentIndex(index)
            self.grid.scrollTo(index)
        if photo:
            self.large.show_photo(photo)

    def chosen_photo(self) -> str:
        """Return the id of the photo chosen in the grid, or ""."""
        line = self._photos.line(self.grid.currentIndex().row())
        return line.photo.id if line and line.photo else ""

    def step(self, by: int) -> bool:
        """Choose the photo so many places further; say whether there was one."""
        row = self.grid.currentIndex().row() + by
        if self._photos.line(row) is None:
            return False
        self.grid.setCurrentIndex(self._photos.index(row))
        return True

    def toggle_large(self) -> None:
        """Show the chosen photo large, or the grid again."""
        large = self._stack.currentWidget() is self.large
        line = self._photos.line(self.grid.currentIndex().row())
        if not large and line:
            self.large.show_photo(line.photo)
        self._stack.setCurrentWidget(self.grid if large or line is None else self.large)
        self.focus()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far taking photos in has come; equal numbers end it."""
        self._progress.setVisible(done < total)
        words = _("Adding photos: {done} of {total}")
        self._progress_words.setText(words.format(done=done, total=total))
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
        self._none = Empty("photos", "photos-none")
        self._none.say(_("No photos yet"), _("Drop image files here, paste them, or choose them."))
        self._add = self._none.offer(_("Add Photos…"), self.asked_for_photos.emit, "photos-add")
        self._few = Empty("search", "photos-few")
        self._few.offer(_("Clear the filter"), self._clear, "photos-clear")
        self._stack = named(QStackedWidget(), "photo-stack")
        for widget in (self.grid, self.large, self._none, self._few):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
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
        self.grid.selectionModel().currentChanged.connect(self._changed)
        self.grid.clicked.connect(lambda index: self._changed(index, index))
        self.grid.enlarged.connect(self.toggle_large)
        self.grid.filled_in.connect(self.filled_in)
        self.large.closed.connect(self.toggle_large)
        self.large.stepped.connect(self.step)
        self.large.filled_in.connect(self.filled_in)
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
        self.sifted.emit(self._offered[self.sieve.currentIndex()], self.search.text())

    def _clear(self) -> None:
        self.search.clear()
        self.sieve.setCurrentIndex(0)
        self._sift()

    def _changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = self._photos.line(index.row())
        if line and line.photo:
            self.chosen.emit(line.photo.id)
