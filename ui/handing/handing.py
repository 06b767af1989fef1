"""Asks where a story is handed over to and what is taken over, and tells what came of it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.desk.colleagues import handing
from app.desk.stories import filing
from app.domain.handover import Arrival, Choice
from ui.handing.sheet import MergeSheet
from ui.parts.banner import Notice
from ui.place import Bench
from ui.words import _, ngettext, quoted

if TYPE_CHECKING:
    from app.desk.colleagues.handing import HandedOver, TakenOver

KIND = "*.marbre"


class Handing(QObject):
    """Hands over and takes over for a window. `choose_*` ask for files; tests answer in their place.

    Signals: `leaving()` before versions are laid together, for what was typed last to be saved;
    `noticed(Notice)`; `opened(story_id, place_code)`.
    """

    leaving = Signal()
    noticed = Signal(object)
    opened = Signal(str, str)

    def __init__(self, window: QWidget, bench: Bench) -> None:
        super().__init__(window)
        self._window = window
        self._desk = bench.desk
        self._work = bench.work
        self._actions = bench.actions
        self.choose_place: Callable[[str], str] = self._ask_place
        self.choose_file: Callable[[], str] = self._ask_file
        self.sheet: MergeSheet | None = None

    def ask_place(self, story_id: str) -> None:
        """Hand a story over to a file the person names; the story's own name is proposed."""
        ask = partial(filing.package, self._desk, story_id)
        self._work.ask(ask, lambda package: self._name_place(story_id, package.story.slug))

    def _name_place(self, story_id: str, slug: str) -> None:
        if place := self.choose_place(slug + KIND[1:]):
            act = partial(handing.hand_over, self._desk, story_id, Path(place))
            self._work.act(act, self._sent)

    def ask_file(self) -> None:
        """Take over a file the person chooses."""
        if name := self.choose_file():
            self.look(name)

    def look(self, name: str) -> None:
        """Look into a package; take it over at once where nothing is to be asked."""
        self.leaving.emit()
        source = Path(name)
        # Among the acts, so that what was typed last is in the store when versions are laid together.
        self._work.act(
            partial(handing.look_into, self._desk, source), partial(self._arrived, source)
        )

    def _arrived(self, source: Path, arrival: Arrival) -> None:
        if arrival.clashes:
            self.sheet = MergeSheet(self._window, arrival)
            self.sheet.settled.connect(partial(self._take_over, source, arrival))
            self.sheet.open()
        else:
            self._take_over(source, arrival, ())

    def _take_over(self, source: Path, arrival: Arrival, choices: Sequence[Choice]) -> None:
        act = partial(handing.take_over, self._desk, source, tuple(choices))
        self._work.act(act, partial(self._taken, arrival))

    def _taken(self, arrival: Arrival, taken: "TakenOver") -> None:
        title = quoted(arrival.headline or _("Untitled"))
        if taken.new:
            text = _("{title} taken over from {by}, as a new story.")
        elif taken.changes.step:
            text = _("{title} merged with the version of {by}. Yours is kept as a version too.")
        else:
            text = _("{title} from {by} says what yours says: nothing was changed.")
        undo = self._actions["undo"].trigger if taken.changes.step else None
        label = _("Undo") if undo else ""
        told = text.format(title=title, by=arrival.by or _("a colleague"))
        self.noticed.emit(Notice(told, "ok", label, undo, seconds=20))
        self.opened.emit(taken.story_id, "writing")

    def _sent(self, sent: "HandedOver") -> None:
        photos = ngettext("{n} photo", "{n} photos", sent.photos).format(n=sent.photos)
        text = _("Handed over: {path} ({photos})").format(path=sent.place, photos=photos)
        missing = [
            _("The original of {name} is missing and does not travel.").format(name=name)
            for name in sent.missing
        ]
        weight = "warning" if missing else "ok"
        notice = Notice(" ".join([text, *missing]), weight, seconds=20)
        self.noticed.emit(notice)

    def _ask_place(self, name: str) -> str:
        kinds = f"{_('Package of Marbre')} ({KIND})"
        return QFileDialog.getSaveFileName(self._window, _("Hand Over"), name, kinds)[0]

    def _ask_file(self) -> str:
        kinds = f"{_('Package of Marbre')} ({KIND})"
        return QFileDialog.getOpenFileName(self._window, _("Take Over"), "", kinds)[0]
