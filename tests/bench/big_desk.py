"""The longest task of the window's thread, and how long answers take, on a desk of many stories.

Run `python tests/bench/big_desk.py [--why] [STORIES]`: as many entries stand in the register. What
is printed is told in heartbeat.py; the seconds are those until the answer is there.
"""

import gc
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import uuid4

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PIL import Image
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desk.desk import Desk
from app.desk.photos import ingesting
from app.desk.sources import registering
from app.desk.stories import filing
from app.domain.person import Person
from app.domain.text import Span
from app.intake import reader
from app.store.journal import acting
from tests.bench import pace
from tests.bench.heartbeat import Heart, Round, Witness
from ui import places
from ui.filing.view import FilingPlace
from ui.main import dress
from ui.settings import Settings
from ui.sourcing.view import SourcingPlace
from ui.window import Window
from ui.work import Work
from ui.writing.view import WritingPlace

STORIES = 2_000
WORDS = 300
PHOTOS = 40
PICTURE = (1200, 800)
TOWNS = ("Brisol", "Marnac", "Olville", "Quintas", "Verlande")
FIRST = ("Odile", "Jean", "Anselme", "Mireille", "Casimir", "Ludivine", "Basile", "Solange")


def fill(desk: Desk, count: int, folder: Path) -> None:
    """Put stories, entries of the register and photos on a desk."""
    draft = reader.read_text(pace.story(WORDS), "")
    # One act for all: an act for each, with its version, would take minutes.
    with acting(desk.store, "take-in", desk.by) as act:
        for number in range(count):
            town = TOWNS[number % len(TOWNS)]
            body = draft.body.replace("Brisol", town)
            one = replace(draft, headline=f"La digue de {town}, jour {number}", body=body)
            filing._insert(act, uuid4().hex, one)
            name = f"{FIRST[number % len(FIRST)]} {town}-{_letters(number)}"
            registering.put(act, Person(id="", name=name))
    for number in range(PHOTOS):
        image = Image.linear_gradient("L").rotate(9 * number).resize(PICTURE).convert("RGB")
        image.save(folder / f"photo-{number}.jpg", quality=80)
    for _told in ingesting.ingest(desk, [folder]):
        pass


def _letters(number: int) -> str:
    """Return a number as a name: the register knows nobody by a figure."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number)).title()


class BigDesk:
    """What a person does on a desk of many stories."""

    def __init__(self, done: Round, window: Window) -> None:
        self._measure = done.measure
        self._window = window
        self._idle = window.work.idle

    def all(self) -> None:
        """Do everything once."""
        for each in (self._list, self._seek, self._write, self._register, self._caption):
            each()

    def _list(self) -> None:
        self._window.go("filing")
        place = self._window._places["filing"]
        assert isinstance(place, FilingPlace)
        self._do("list", place.presenter.list, lambda: place.model.rowCount() > 0)
        self._do("scroll to the end", place.list.scrollToBottom)
        for words in ("digue", "Quintas", "jour 1234", "nulle part"):
            search = partial(place.search.setText, words)
            self._do(f"search “{words}”", search, partial(self._rests, place._search_timer))
        self._do("list all", place.search.clear, lambda: place.model.rowCount() > 0)
        self._do("open a story", partial(self._open, place))

    def _open(self, place: FilingPlace) -> None:
        self._window.open_story(place.model.lines[5].id, "writing")

    def _seek(self) -> None:
        palette = self._window.palette_
        for words in ("digue", "jour 77", "Solange", "photo"):
            palette.begin()
            QTest.qWait(300)
            find = partial(palette.field.setText, words)
            self._do(f"quick open “{words}”", find, partial(self._rests, palette._timer))
        self._do("palette", partial(palette.begin, ">"))
        self._do("palette “prev”", partial(QTest.keyClicks, palette.field, "prev"))
        palette.hide()

    def _write(self) -> None:
        place = self._window._places["writing"]
        assert isinstance(place, WritingPlace)
        finder = place.seeking.finder

        found = partial(self._rests, finder._timer)
        self._do("find everywhere", partial(self._window.run, "find-everywhere"))
        self._do("find “grues”", partial(finder.words.setText, "grues"), found)
        self._do("write “treuils” instead", partial(finder.instead.setText, "treuils"), found)
        finder.put_away()
        paper = place.sheet.paper
        paper.go_to(Span(40, 40))
        typed = "Solange Quintas-Bc l'a dit. "
        self._do(
            "type a name", partial(QTest.keyClicks, paper, typed), lambda: place.remarks.checked
        )

    def _register(self) -> None:
        self._window.go("sourcing")
        place = self._window._places["sourcing"]
        assert isinstance(place, SourcingPlace)
        self._do("sources", place.update, self._idle)
        register = place._register_window()
        self._do("register", place.open_register, lambda: register.list.count() > 0)
        for words in ("Solange", "verlande-bcd", ""):
            self._do(f"register “{words}”", partial(register.search.setText, words))
        self._do("next entry", partial(QTest.keyClick, register.list, Qt.Key.Key_Down))
        other = register.presenter.people[-1].name
        register.other.setText(other)
        self._do("merge", register._merge_entries)
        register.close()

    def _caption(self) -> None:
        self._do("captions", partial(self._window.go, "captioning"))
        self._do("captions again", self._again)

    def _again(self) -> None:
        self._window.go("filing")
        self._window.go("captioning")

    def _rests(self, timer: QTimer) -> bool:
        """Say whether what begins after a pause in typing has come to its end."""
        return not timer.isActive() and self._idle()

    def _do(
        self, name: str, act: Callable[[], object], until: Callable[[], bool] | None = None
    ) -> None:
        self._measure(name, act, until or self._idle)


def main(asked: list[str]) -> None:
    """Fill a desk, open a window on it and print the figures."""
    count = next((int(one) for one in asked if one.isdecimal()), STORIES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pictures = folder / "pictures"
        pictures.mkdir()
        with Desk.open(folder / "store.sqlite", by="Bench") as desk:
            fill(desk, count, pictures)
        with Desk.open(folder / "store.sqlite", by="Bench") as desk:
            desk.open_proof_room()
            measure(desk, folder, why="--why" in asked)


def measure(desk: Desk, folder: Path, *, why: bool) -> None:
    """Open a window on a desk and do everything."""
    app = QApplication(["marbre"])
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    dress(app, settings, "en")
    window = Window(Work(), settings)
    heart = Heart()
    done = Round(app, window, heart)
    if why:
        done.witness = Witness(heart)
        done.witness.start()
    window.resize(1280, 820)
    window.show()
    done.measure("furnish the window", partial(places.furnish, window, desk), lambda: True)
    gc.freeze()
    BigDesk(done, window).all()
    window.close()
    window.work.close()


if __name__ == "__main__":
    main(sys.argv[1:])
