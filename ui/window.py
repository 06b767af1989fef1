"""The main window: the five places, what is around them, and how their signals join."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app import sentences
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.finding import PHOTO_PARTS, Finding
from app.domain.history import Recovered
from app.domain.hit import Hit, Sort
from ui import chrome, sheets, theme
from ui.actions import ActionBook
from ui.answering import answered
from ui.closing import Closing
from ui.errands import nothing
from ui.news import News
from ui.palette import COMMANDS, Palette
from ui.parts import named
from ui.parts.banner import Banner, Notice
from ui.parts.empty import Empty
from ui.parts.rail import Rail
from ui.place import Place
from ui.recovery import recovered_notice
from ui.settings import Settings
from ui.tabs import StoryTabs
from ui.words import _
from ui.work import Work

if TYPE_CHECKING:
    from ui.kit import Kit

PLACES = ("filing", "writing", "captioning", "sourcing", "publishing")
"""The road a story takes."""

SIDE_PLACES = ("reviewing", "history")
"""What one looks into on the way."""

START_SIZE = (1280, 820)
TEXT_ACTIONS = {"cut": "cut", "copy": "copy", "paste": "paste", "select-all": "selectAll"}


class Window(QMainWindow):
    """Shows one place at a time and turns all of them to the same story.

    It shows itself empty first; what it works with and the places come once the desk is open.
    """

    def __init__(self, work: Work, settings: Settings) -> None:
        super().__init__()
        named(self, "window", "Marbre")
        self.work = work
        self.settings = settings
        # The file is forced to the disk, which may take its time.
        settings.write_on(lambda write: work.ask(write, nothing))
        self.book = ActionBook(self, self.run)
        self.story = ""
        self._brought: list[Place] = []
        self._places: dict[str, Place] = {}
        self._news = News(self)
        self._kit: Kit | None = None
        self._own = self._own_handlers()
        self._build()
        self._answers()
        work.changed.connect(self._changed)
        work.trouble.connect(self.apologise)

    def equip(self, kit: "Kit") -> None:
        """Take in what the window works with, before the places."""
        self._kit = kit
        self.palette_.ask = kit.ask
        kit.handing.leaving.connect(self._hand_in)
        kit.handing.noticed.connect(self.banner.show_notice)
        kit.handing.opened.connect(self.open_story)

    def bring(self, place: Place) -> None:
        """Take in a place and join its signals; it is gone to only once all have come."""
        self._brought.append(place)
        self._stack.addWidget(place)
        place.opened.connect(self.open_story)
        place.pointed.connect(self.point)
        place.sourced.connect(partial(self.point, code="sourcing"))
        place.noticed.connect(self.banner.show_notice)
        place.told.connect(self.status.tell)
        place.titled.connect(self._title)
        place.received.connect(self.kit.handing.look)
        place.answers_changed.connect(self._answers)
        place.alone.connect(self._leave_alone)

    def begin(self, story: str = "") -> None:
        """Go where the person last was.

        `story` is opened for writing when given: the sample, on a new store.
        """
        self._places = {place.code: place for place in self._brought}
        kept = self.settings.text("place")
        first = story or self.settings.text("story")
        self._turn_to(first)
        self.tabs.open(first)
        self.go("writing" if story else kept if kept in self._places else "filing")

    def _hand_in(self) -> None:
        if here := self.here():
            here.hand_in()

    @property
    def kit(self) -> "Kit":
        """Return what the window works with; only once it is equipped."""
        assert self._kit is not None, "not equipped"  # noqa: S101  a fault of ours, not of the person
        return self._kit

    def here(self) -> Place | None:
        """Return the place shown, or None while the desk is opening."""
        found = self._stack.currentWidget()
        return found if isinstance(found, Place) else None

    def go(self, code: str) -> None:
        """Show a place; what the one left held unsaved goes to the desk first."""
        old = self.here()
        new = self._places.get(code)
        if new is None:
            return
        if old is not None and old is not new:
            old.leave()
        self._stack.setCurrentWidget(new)
        self.book[f"go-{code}"].setChecked(True)
        self.settings.set_text("place", code)
        self._news.catch_up(new)
        self._answers()
        new.arrive()

    def open_story(self, story_id: str, code: str) -> None:
        """Turn every place to a story and show the place asked for ("" stays here)."""
        self._turn_to(story_id, code)
        if code:
            self.tabs.open(story_id)
            self.go(code)

    def point(self, finding: Finding, code: str = "") -> None:
        """Show a finding where it can be mended, or in the place asked for."""
        code = code or ("captioning" if finding.place.part in PHOTO_PARTS else "writing")
        self.go(code)
        self._places[code].point(finding)

    def run(self, code: str) -> None:
        """Do an action: by the place shown, else by the window, else where somebody answers it."""
        here = self.here()
        if here and (handler := here.handlers().get(code)):
            handler()
        elif own := self._own.get(code):
            own()
        else:
            self._run_elsewhere(code)

    def apologise(self, error: DeskError) -> None:
        """Show what went wrong at the desk, in words."""
        self.banner.show_notice(Notice(sentences.sentence(error), "error", seconds=0))

    def tell_opened(self, recovered: Sequence[Recovered], uncopied: DeskError | None) -> None:
        """Say what an ill end left, and that the copy of the day could not be made."""
        if uncopied is not None:
            self.status.warn(_("No copy of the day"), sentences.sentence(uncopied))
            self.banner.show_notice(Notice(sentences.sentence(uncopied), "warning", seconds=0))
        if recovered:
            self.banner.show_notice(recovered_notice(recovered, self.open_story))

    def fail(self, error: DeskError) -> None:
        """Say that the desk cannot be opened; there is nothing to show but why."""
        self._opening.say(_("The desk cannot be opened"), sentences.sentence(error))

    def offer(self, words: str, way: Callable[[], None]) -> None:
        """Offer a way to open the desk all the same; it can be taken once."""

        def take() -> None:
            button.deleteLater()
            self._opening.say(_("Opening the desk…"))
            way()

        button = self._opening.offer(words, take, "open-all-the-same")
        button.setFocus()

    def close_desk(self) -> None:
        """Finish the acts under way and give the store back; the window is closed by then."""
        self.work.close()
        if self._kit is not None:
            self._kit.keeper.close()
            self._kit.journal.desk.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if here := self.here():
            here.leave()
        if self._closing.refused(self._places.values()):
            event.ignore()
            return
        self.settings.set_layout("geometry", self.saveGeometry())
        self.settings.flush()
        super().closeEvent(event)

    def _build(self) -> None:
        chrome.build_menus(self, self.book)
        self._top = chrome.TopBar(self.book)
        self.addToolBar(self._top)
        self.status = chrome.StatusLine(self.book)
        self.setStatusBar(self.status)
        self.banner = Banner()
        self._closing = Closing(self.work, self.banner.show_notice)
        self._rail = Rail(_("Places"))
        for code in PLACES:
            self._rail.add(self.book[f"go-{code}"], f"rail-{code}")
        for code in SIDE_PLACES:
            self._rail.add(self.book[f"go-{code}"], f"rail-{code}", low=True)
        self.tabs = StoryTabs(self.settings)
        self.tabs.chosen.connect(self._open_here)
        self.tabs.closed.connect(self._close_story)
        self.palette_ = Palette(self, self.book, self._open_hit)
        self._opening = Empty("story", "opening")
        self._opening.say(_("Opening the desk…"))
        self._stack = named(QStackedWidget(), "places")
        self._stack.addWidget(self._opening)
        self.setCentralWidget(self._laid_out())
        self.resize(*START_SIZE)
        if geometry := self.settings.layout("geometry"):
            self.restoreGeometry(geometry)
        self._title("")
        self._tick_choices()

    def _laid_out(self) -> QWidget:
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        return centre

    def _own_handlers(self) -> Mapping[str, Callable[[], object]]:
        handlers: dict[str, Callable[[], object]] = {
            "quit": self.close,
            "undo": partial(self._take_back, "undo"),
            "redo": partial(self._take_back, "redo"),
            "next-pane": partial(self._walk_panes, 1),
            "previous-pane": partial(self._walk_panes, -1),
            "full-screen": self._full_screen,
            "publish": partial(self.go, "publishing"),
            "quick-open": partial(self._seek, ""),
            "palette": partial(self._seek, COMMANDS),
            "next-story": lambda: self._open_here(self.tabs.beside(1)),
            "previous-story": lambda: self._open_here(self.tabs.beside(-1)),
            "close-story": lambda: self._close_story(self.story),
            "print-proof": lambda: self._hand_on(lambda kit: kit.proof.print(self.story)),
            "pdf-proof": lambda: self._hand_on(lambda kit: kit.proof.write_pdf(self.story)),
            "hand-over": lambda: self._hand_on(lambda kit: kit.handing.ask_place(self.story)),
            "take-over": lambda: self._hand_on(lambda kit: kit.handing.ask_file()),
            "keys": partial(sheets.show_keys, self),
            "about": partial(sheets.show_about, self),
        }
        handlers |= {f"go-{code}": partial(self.go, code) for code in (*PLACES, *SIDE_PLACES)}
        handlers |= {
            f"theme-{name}": partial(self._wear, name) for name in ("system", "light", "dark")
        }
        handlers |= {f"speak-{name}": partial(self._speak, name) for name in ("system", "en", "fr")}
        handlers |= {code: partial(self._edit, name) for code, name in TEXT_ACTIONS.items()}
        return handlers

    def _answers(self) -> None:
        here = self.here()
        self.book.enable(answered(set(self._own), self.story, self._places, here))

    def _run_elsewhere(self, code: str) -> None:
        for place in self._places.values():
            if code in place.everywhere and code in place.handlers():
                self.go(place.code)
                place.handlers()[code]()
                return

    def _turn_to(self, story_id: str, code: str = "") -> None:
        """Turn to a story; the place of that code, or the one shown, goes before the others."""
        if story_id == self.story:
            return
        self.story = story_id
        self.tabs.show_story(story_id)
        self.settings.set_text("story", story_id)
        self._title("")
        first = self._places.get(code) or self.here()
        self._news.turn(story_id, self._places.values(), first)
        self._answers()

    def _changed(self, changes: Changes) -> None:
        self.tabs.hear(changes)
        self._news.tell(changes, self._places.values(), self.here())

    def _title(self, headline: str) -> None:
        self.tabs.name(self.story, headline)
        self._top.title.set_text(headline)
        self.setWindowTitle(f"{headline} — Marbre" if headline else "Marbre")

    def _take_back(self, which: str) -> None:
        """Undo or redo: the text's own stack while the caret is in one, otherwise the journal."""
        own = getattr(QApplication.focusWidget(), which, None)
        if own is not None:
            own()
        elif self._kit is not None:
            self._hand_in()
            self._kit.journal.take_back(which, self.banner.show_notice)

    def _open_here(self, story_id: str) -> None:
        """Turn to another open story; what was typed in this one goes to the desk first."""
        if not story_id or story_id == self.story:
            return
        here = self.here()
        if here is not None:
            here.leave()
        self._turn_to(story_id)
        self.tabs.show_story(story_id)
        if here is not None:
            here.arrive()

    def _close_story(self, story_id: str) -> None:
        """Close the tab of a story; nothing is lost, it stays in the list."""
        beside = self.tabs.close_story(story_id)
        if story_id == self.story:
            self._open_here(beside)

    def _seek(self, text: str) -> None:
        self.palette_.begin(text)

    def _open_hit(self, hit: Hit) -> None:
        """Open what the palette found."""
        if hit.sort is Sort.STORY:
            self.open_story(hit.id, "writing")
        elif hit.sort is Sort.PERSON:
            self._places["sourcing"].look_for(hit.title)
        else:
            self.go("captioning")
            self._places["captioning"].look_for(hit.title)

    def _hand_on(self, do: "Callable[[Kit], None]") -> None:
        """Do something with the story as it stands: what was typed last goes to the desk first."""
        self._hand_in()
        if self._kit is not None:
            do(self._kit)

    def _edit(self, name: str) -> None:
        own = getattr(QApplication.focusWidget(), name, None)
        if own is not None:
            own()

    def _walk_panes(self, step: int) -> None:
        here = self.here()
        chrome.walk((*(here.panes() if here else ()), self._rail.first()), step)

    def _wear(self, name: str) -> None:
        self.settings.set_theme(name)
        theme.apply(cast("QApplication", QApplication.instance()), name)
        self._tick_choices()

    def _speak(self, name: str) -> None:
        self.settings.set_language(None if name == "system" else name)
        self._tick_choices()
        self.banner.show_notice(
            Notice(_("The interface will speak this language the next time Marbre starts."))
        )

    def _tick_choices(self) -> None:
        for name in ("system", "light", "dark"):
            self.book[f"theme-{name}"].setChecked(name == self.settings.theme())
        for name in ("system", "en", "fr"):
            self.book[f"speak-{name}"].setChecked(name == (self.settings.language() or "system"))

    def _leave_alone(self, alone: bool) -> None:  # noqa: FBT001  what the signal carries
        for part in (self._rail, self._top):
            part.setVisible(not alone)

    def _full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()
