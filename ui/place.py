"""What the window expects of a place, and what a place is given."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.changes import Changes
from app.domain.finding import Finding
from ui.actions import ActionBook
from ui.settings import Settings
from ui.work import Work

if TYPE_CHECKING:
    from app.desk.desk import Desk

Handlers = Mapping[str, Callable[[], None]]


@dataclass(frozen=True, slots=True)
class Bench:
    """What every place works with."""

    desk: "Desk"
    work: Work
    settings: Settings
    actions: ActionBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the status bar says of the open story. `saved` is a ready sentence."""

    words: int = 0
    target: int | None = None
    language: str = ""
    problems: int | None = None
    blocks: int = 0
    saved: str = ""


class Place(QWidget):
    """One of the five places; a subclass overrides what concerns it.

    Signals: `opened(story_id, place_code)` asks the window to open a story there; `pointed(Finding)`
    asks it to show a finding where it can be mended, `sourced(Finding)` to show the quote one is
    about among the sources; `noticed(Notice)` shows a notice over the
    place; `told(Standing)` fills the status bar; `titled(headline)` names the open story in the
    window's title; `received(path)` brings a package of a colleague; `answers_changed()` says that
    `handlers()` now gives another set; `alone(bool)` asks for everything around the place to step
    away, or to come back. `everywhere` holds the codes of actions that also work from other places:
    the window comes here first.
    """

    code: ClassVar[str] = ""
    everywhere: ClassVar[frozenset[str]] = frozenset()
    opened = Signal(str, str)
    pointed = Signal(object)
    sourced = Signal(object)
    noticed = Signal(object)
    told = Signal(object)
    titled = Signal(str)
    received = Signal(str)
    answers_changed = Signal()
    alone = Signal(bool)

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.setObjectName(f"place-{self.code}")

    def show_story(self, story_id: str) -> None:
        """Turn to another story ("" for none). May be called while the place is hidden."""

    def refresh(self, changes: Changes) -> None:
        """Take in what an act changed, one of this place's own included."""

    def arrive(self) -> None:
        """Be shown: set the focus where work begins."""

    def hand_in(self) -> None:
        """Hand everything unsaved to the desk, and stay as it is."""

    def unsaved(self) -> bool:
        """Say whether something handed to the desk was refused and is here alone."""
        return False

    def leave(self) -> None:
        """Be hidden or closed: hand everything unsaved to the desk."""
        self.hand_in()

    def point(self, finding: Finding) -> None:
        """Show where a finding of the open story stands."""

    def look_for(self, words: str) -> None:
        """Show what bears these words, where a place can search."""

    def handlers(self) -> Handlers:
        """Return what this place answers now, by action code."""
        return {}

    def panes(self) -> tuple[QWidget, ...]:
        """Return the widgets F6 walks through, in reading order."""
        return (self,)


def next_stop(stops: Sequence[QWidget], step: int) -> QWidget:
    """Return the widget `step` after the one that has the focus, around the end."""
    focus = QApplication.focusWidget()
    at = next(
        (i for i, p in enumerate(stops) if p is focus or (focus and p.isAncestorOf(focus))), -1
    )
    return stops[(at + step) % len(stops)]
