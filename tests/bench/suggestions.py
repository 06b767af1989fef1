"""The longest task of the window's thread while changes are suggested to a long story.

Run `python tests/bench/suggestions.py [--why] [WORDS…]`; what is printed is told in heartbeat.py.
"""

import gc
import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desk.colleagues import reviewing
from app.desk.desk import Desk
from app.desk.stories import filing, writing
from app.domain.review import SuggestionState
from tests.bench import pace
from tests.bench.heartbeat import Heart, Round, Witness
from ui import places
from ui.main import dress
from ui.settings import Settings
from ui.window import Window
from ui.work import Work
from ui.writing.view import WritingPlace

LENGTH = 20_000


class Suggestions:
    """What a person does in suggestion mode, in a window on one story."""

    def __init__(self, done: Round, window: Window, desk: Desk, story_id: str) -> None:
        place = window._places["writing"]
        assert isinstance(place, WritingPlace)
        self._done = done
        self._window = window
        self._desk = desk
        self._story_id = story_id
        self._place = place
        self._paper = place.sheet.tracked
        self._body = filing.package(desk, story_id).story.body

    def all(self) -> None:
        """Do everything once."""
        paper, run = self._paper, self._window.run
        self._open()
        self._measure("enter the mode", partial(run, "suggest-mode"))
        self._at(len(self._body) // 2)
        self._measure("first key", partial(QTest.keyClick, paper, "a"))
        self._measure("later key", partial(QTest.keyClick, paper, "b"))
        self._measure("return", partial(QTest.keyClick, paper, Qt.Key.Key_Return))
        self._measure("delete forward", partial(QTest.keyClick, paper, Qt.Key.Key_Delete))
        self._measure("next suggestion", partial(run, "next-problem"))
        self._measure("accept it", partial(run, "accept"))
        self._all_at_once()
        self._many()

    def _all_at_once(self) -> None:
        paper, run = self._paper, self._window.run
        self._measure("select all", partial(run, "select-all"))
        self._measure("delete all", partial(QTest.keyClick, paper, Qt.Key.Key_Delete))
        self._measure("undo", partial(run, "undo"))
        QApplication.clipboard().setText(pace.story(LENGTH).replace("Page", "Feuille"))
        self._at(0)
        self._measure("paste", partial(run, "paste"))
        self._measure("undo the paste", partial(run, "undo"))
        paper.selectAll()
        self._measure("paste over all", partial(run, "paste"))

    def _many(self) -> None:
        run = self._window.run
        self._measure("leave the mode", partial(run, "suggest-mode"))
        self._measure("enter it with suggestions", partial(run, "suggest-mode"))
        self._decide("decline all", reviewing.decline)
        reviewing.suggest(self._desk, self._story_id, self._body.replace("maire", "édile"))
        self._measure("show many", self._place.suggesting.read)
        self._decide("accept all", reviewing.accept)
        self._measure("leave", partial(run, "suggest-mode"))

    def _open(self) -> None:
        place = self._place
        self._done.measure(
            "open",
            partial(self._window.open_story, self._story_id, "writing"),
            lambda: place.presenter.package is not None and place.remarks.checked,
        )

    def _decide(self, name: str, decide: object) -> None:
        assert callable(decide)
        found = reviewing.review(self._desk, self._story_id).suggestions
        ids = [one.id for one in found if one.state is SuggestionState.OPEN]
        act = partial(decide, self._desk, self._story_id, ids)
        self._measure(f"{name} ({len(ids)})", partial(self._window.work.act, act))

    def _measure(self, name: str, act: Callable[[], object]) -> None:
        self._done.measure(name, act, self._rested)

    def _at(self, place: int) -> None:
        cursor = self._paper.textCursor()
        cursor.setPosition(min(place, self._paper.document().characterCount() - 1))
        self._paper.setTextCursor(cursor)

    def _rested(self) -> bool:
        return not self._place.suggesting._timer.isActive() and self._window.work.idle()


def main(asked: list[str]) -> None:
    """Print the figures, length by length."""
    app = QApplication(["marbre"])
    for words in [int(one) for one in asked if one.isdecimal()] or (LENGTH,):
        print(f"{words} words", flush=True)  # noqa: T201  the answer
        with tempfile.TemporaryDirectory() as folder:
            _measure(app, words, Path(folder), why="--why" in asked)


def _measure(app: QApplication, words: int, folder: Path, *, why: bool) -> None:
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    dress(app, settings, "en")
    window = Window(Work(), settings)
    with Desk.open(folder / "store.sqlite", by="Bench") as desk:
        made, _changes = filing.new_story(desk, "fr-FR")
        writing.autosave(desk, made, body=pace.story(words), headline="La digue de Brisol")
        places.furnish(window, desk)
        gc.freeze()
        window.resize(1280, 820)
        window.show()
        heart = Heart()
        done = Round(app, window, heart)
        if why:
            done.witness = Witness(heart)
            done.witness.start()
        app.processEvents()
        Suggestions(done, window, desk, made).all()
        window.close()
        window.work.close()


if __name__ == "__main__":
    main(sys.argv[1:])
