"""The stories list."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QMimeData, QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.desk.stories.filing import TakenIn
from app.desk.stories.sorting import is_correctable, is_unsure
from app.domain.changes import Changes
from app.domain.package import Package
from app.domain.story import StoryLine
from ui import theme
from ui.actions import STORY_TYPES
from ui.filing.model import StoriesModel, state
from ui.filing.presenter import Presenter
from ui.filing.reader import Reader
from ui.filing.rows import RowPainter
from ui.filing.sorting import SortingSheet
from ui.filing.taking import show_left_out, summary
from ui.parts import named
from ui.parts.banner import Notice
from ui.parts.empty import Empty
from ui.place import Bench, Handlers, Place
from ui.words import _, language, quoted

SEARCH_AFTER = 150
"""Milliseconds from the last key in the search box to the search."""

TURN_AFTER = 120
"""Milliseconds a row stays chosen before the other places turn to it."""

LIST_AFTER = 300
"""Milliseconds in which further changes join one new listing."""

COPY_FILES = "*.txt *.text *.md *.markdown *.html *.htm *.docx *.odt *.marbre"
PARCEL = ".marbre"


class FilingPlace(Place):
    """Search box, list and the chosen story; files are dropped or pasted anywhere on it."""

    code: ClassVar[str] = "filing"
    everywhere: ClassVar[frozenset[str]] = frozenset(
        {
            "new-story",
            "paste-story",
            "import",
            "find-story",
            "sort-lines",
            *(f"new-{code}" for code in STORY_TYPES),
        }
    )

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.choose_files: Callable[[], Sequence[str]] = self._ask_files
        self._story = ""
        self.taken: TakenIn | None = None
        self.model = StoriesModel()
        self.search = named(QLineEdit(), "stories-search", _("Search the stories"))
        self.list = named(QListView(), "stories-list", _("Stories"))
        self._bin = named(QToolButton(), "stories-bin", _("Bin"), _("Show what lies in the bin"))
        self.reader = Reader()
        self.empty = Empty("stories", "stories-empty")
        self._no_match = Empty("search", "stories-no-match")
        self.presenter = Presenter(bench.desk, bench.work, self)
        self._build()
        self._search_timer = self._timer(SEARCH_AFTER, self._search)
        self._turn_timer = self._timer(TURN_AFTER, self._turn)
        self._list_timer = self._timer(LIST_AFTER, self.presenter.list)
        self._join()
        self.presenter.list()

    # What the window calls.

    @override
    def show_story(self, story_id: str) -> None:
        self._story = story_id
        self._select()

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.stories:
            self._list_timer.start()
            if self._story in changes.stories and self.isVisible():
                self.presenter.read(self._story)

    @override
    def arrive(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._story:
            self.presenter.read(self._story)

    @override
    def handlers(self) -> Handlers:
        found: dict[str, Callable[[], None]] = {
            "new-story": lambda: self.presenter.new(_own_language()),
            "paste-story": self.paste,
            "import": lambda: self.take_in(self.choose_files()),
            "find-story": lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason),
        }
        if self.taken is not None:
            found["sort-lines"] = self.sort_lines
        for code in STORY_TYPES:
            found[f"new-{code}"] = partial(self.presenter.new_of, _own_language(), code)
        if self._chosen() is not None:
            found["spike"] = self._spike
            if not self.presenter.binned:
                found["open-story"] = self._open
        return found

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.search, self.list, self.reader)

    def take_in(self, names: Sequence[str]) -> None:
        """Take stories in from files; packages of colleagues go their own way."""
        paths = [Path(name) for name in names]
        self.presenter.take_in([path for path in paths if path.suffix != PARCEL])
        for path in paths:
            if path.suffix == PARCEL:
                self.received.emit(str(path))

    def paste(self) -> None:
        """Take a story in from the clipboard: its files, or its text."""
        self._take(QApplication.clipboard().mimeData())

    # What the presenter calls.

    def show_stories(self, lines: tuple[StoryLine, ...], words: str, *, binned: bool) -> None:
        """Show the stories found, or why there are none."""
        if lines != self.model.lines:
            self.model.show(lines)
        self._bin.setChecked(binned)
        self._layers.setCurrentIndex(0 if lines else 1)
        self._under.setCurrentIndex(1 if words or binned else 0)
        if words:
            self._no_match.say(_("Nothing matches {words}.").format(words=quoted(words)))
        elif binned:
            self._no_match.say(_("The bin is empty."))
        self._select()

    def show_story_card(self, package: Package) -> None:
        """Show the chosen story to be read."""
        if package.story.id == self._story:
            line = self._chosen()
            self.reader.show_package(
                package,
                binned=package.story.deleted_at is not None,
                standing=state(line) if line and line.id == self._story else "",
            )

    def tell_taken_in(self, taken: TakenIn) -> None:
        """Say what was made of copy taken in, and turn to it."""
        self._show_all()
        self.opened.emit(taken.story_id, "writing")
        see: Callable[[], None] | None = None
        label = ""
        self.taken = taken if is_correctable(taken.draft) else None
        if taken.draft.dropped():
            see, label = partial(self._see_left_out, taken), _("See What Was Left Out")
        if self.taken and any(map(is_unsure, taken.draft.lines)):
            see, label = self.sort_lines, _("Check the Sorting…")
        self.answers_changed.emit()
        self.noticed.emit(Notice(summary(taken.draft), "ok", label, see, seconds=20))

    def sort_lines(self) -> None:
        """Open the sheet of lines of the story taken in last."""
        if self.taken is not None:
            sheet = SortingSheet(self.window(), self.taken.draft)
            sheet.settled.connect(partial(self.presenter.resort, self.taken))
            sheet.open()

    def tell_binned(self, story_id: str, headline: str) -> None:
        """Say that a story went into the bin, and offer to take it back."""
        text = _("{title} moved to the bin.").format(title=quoted(headline or _("Untitled")))
        back = partial(self.presenter.unspike, story_id)
        self.noticed.emit(Notice(text, "info", _("Undo"), back))

    def tell_new(self, story_id: str) -> None:
        """Turn to a new story."""
        self._show_all()
        self.opened.emit(story_id, "writing")

    # Inside.

    def _build(self) -> None:
        self.search.setPlaceholderText(_("Search the stories"))
        self.search.setClearButtonEnabled(True)
        glass = QAction(self.search)
        theme.dress(glass, "search", "quiet")
        self.search.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        theme.dress(self._bin, "bin")
        self._bin.setCheckable(True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowPainter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.addActions([self.bench.actions[code] for code in ("open-story", "spike")])
        self.empty.say(
            _("No stories yet"), _("Paste a wire story, import a file, or start writing.")
        )
        for code in ("new-story", "import", "paste-story"):
            action = self.bench.actions[code]
            self.empty.offer(action.text(), action.trigger, f"stories-empty-{code}")
        self._no_match.offer(_("Show All Stories"), self._show_all, "stories-show-all")
        self._lay_out()

    def _lay_out(self) -> None:
        splitter = named(QSplitter(Qt.Orientation.Horizontal), "filing-panes")
        splitter.addWidget(self._left())
        splitter.addWidget(self.reader)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([420, 700])
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
        self.setAcceptDrops(True)

    def _left(self) -> QWidget:
        left = QWidget()
        left.setMinimumWidth(300)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 12, 10)
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self._bin)
        under, room = QWidget(), QWidget()
        self._under = QStackedLayout(under)
        self._under.addWidget(self.empty)
        self._under.addWidget(self._no_match)
        self._layers = QStackedLayout(room)
        self._layers.addWidget(self.list)
        self._layers.addWidget(under)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(room, 1)
        return left

    def _join(self) -> None:
        self.search.textChanged.connect(self._search_timer.start)
        self.search.returnPressed.connect(self.list.setFocus)
        self._bin.clicked.connect(lambda on: self.presenter.show_bin(binned=on))
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.list.activated.connect(self._open)
        self.reader.opened.connect(self._open)
        self.reader.binned.connect(self._spike)

    def _timer(self, after: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(then)
        return timer

    def _search(self) -> None:
        self.presenter.search(self.search.text())

    def _show_all(self) -> None:
        self.search.clear()
        if self.presenter.binned:
            self.presenter.show_bin(binned=False)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._turn_timer.start()

    def _turn(self) -> None:
        line = self._chosen()
        if line is not None and line.id != self._story:
            self.opened.emit(line.id, "")
            self.presenter.read(line.id)

    def _select(self) -> None:
        """Choose the row of the open story, without turning anywhere."""
        row = self.model.row_of(self._story)
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        if row < 0:
            self.reader.clear()
        elif self.isVisible():
            self.presenter.read(self._story)
        self.answers_changed.emit()

    def _chosen(self) -> StoryLine | None:
        row = self.list.currentIndex().row()
        return self.model.lines[row] if 0 <= row < len(self.model.lines) else None

    def _open(self) -> None:
        if (line := self._chosen()) and not self.presenter.binned:
            self.opened.emit(line.id, "writing")

    def _spike(self) -> None:
        line = self._chosen()
        if line is None:
            return
        if self.presenter.binned:
            self.presenter.unspike(line.id)
        else:
            self.presenter.spike(line)

    def _see_left_out(self, taken: TakenIn) -> None:
        show_left_out(self.window(), taken.draft)

    def _ask_files(self) -> Sequence[str]:
        kinds = f"{_('Copy')} ({COPY_FILES})"
        return QFileDialog.getOpenFileNames(self, _("Import Stories"), "", kinds)[0]

    def _take(self, data: QMimeData | None) -> None:
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()] if data else []
        if files:
            self.take_in(files)
        elif data and data.text().strip():
            self.presenter.take_in_text(data.text())
        else:
            self.noticed.emit(Notice(_("There is no text on the clipboard."), seconds=5))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(event.mimeData())


def _own_language() -> str:
    """Return the language a new story is in: that of the interface."""
    return "fr-FR" if language() == "fr" else "en-GB"
