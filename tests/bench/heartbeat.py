"""The longest task of the window's thread: run `python tests/bench/heartbeat.py [--why] [WORDS…]`.

A timer beats every few milliseconds while stories are opened, typed into, saved, left for another
tab or another place, and undone. Printed is, act by act, the longest time between two beats: on
the clock, and in processor time of that thread, which the load of the machine does not lengthen.
With `--why` it is told where the thread stood when a beat was late.
"""

import gc
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QMimeData, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from app.desk.desk import Desk
from app.desk.stories import filing, writing
from app.domain.text import Span
from tests.bench import pace
from ui import places
from ui.main import dress
from ui.settings import Settings
from ui.window import Window
from ui.work import Work
from ui.writing.view import WritingPlace

BEAT = 2
"""Milliseconds between two beats."""

LATE = 0.05
"""Seconds without a beat that a person may feel."""

LONG_ENOUGH = 180.0
"""Seconds after which an act is given up."""


class Heart(QObject):
    """Beats on the window's thread and remembers its longest rest."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.worked = 0.0
        self.last = (time.perf_counter(), time.thread_time())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT)

    def begin(self) -> None:
        """Forget the rests that were."""
        self.last = (time.perf_counter(), time.thread_time())
        self.longest = self.worked = 0.0

    def _beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self.longest = max(self.longest, now[0] - self.last[0] - BEAT / 1e3)
        self.worked = max(self.worked, now[1] - self.last[1])
        self.last = now


class Witness(threading.Thread):
    """Looks, from another thread, where the window's thread stands when a beat is late."""

    def __init__(self, heart: Heart) -> None:
        super().__init__(daemon=True)
        self._heart = heart
        self._main = threading.main_thread().ident or 0
        self.seen: Counter[str] = Counter()

    @override
    def run(self) -> None:
        """Look for ever."""
        while True:
            time.sleep(0.005)
            if time.perf_counter() - self._heart.last[0] > LATE / 2:
                stack = traceback.extract_stack(sys._current_frames().get(self._main))
                ours = [f"{one.filename.split('/')[-1]}:{one.lineno} {one.name}" for one in stack]
                self.seen[" < ".join(reversed(ours[-6:]))] += 1


class Round:
    """One window on stories of one length, and what is done in it."""

    def __init__(self, app: QApplication, window: Window, heart: Heart) -> None:
        self._app = app
        self._window = window
        self._heart = heart
        self.witness: Witness | None = None

    def measure(self, name: str, act: Callable[[], object], until: Callable[[], bool]) -> None:
        """Do an act, wait until it has come to its end, and print what it took."""
        self._heart.begin()
        begun = time.perf_counter()
        act()
        took = self._wait(until)
        print(  # noqa: T201  the answer
            f"  {name:30s} longest {1e3 * self._heart.longest:6.0f} ms"
            f"  (processor {1e3 * self._heart.worked:6.0f})  in {took - begun:6.2f} s",
            flush=True,
        )
        if self.witness:
            for where, times in self.witness.seen.most_common(6):
                print(f"      {5 * times:5d} ms  {where}", flush=True)  # noqa: T201
            self.witness.seen.clear()

    def _wait(self, until: Callable[[], bool]) -> float:
        """Wait for the end, and a little longer for what comes after it; return when it came."""
        end = time.perf_counter() + LONG_ENOUGH
        while not until() and time.perf_counter() < end:
            self._app.processEvents()
            time.sleep(0.001)
        came = time.perf_counter()
        rest = came + 0.7
        while time.perf_counter() < rest or not self._window.work.idle():
            self._app.processEvents()
            time.sleep(0.001)
        return came


Live = Callable[[Round, Window, Desk, list[str]], None]
"""What is done in a window on two stories, given by their ids."""


def measure(words: int, folder: Path, live: Live, *, why: bool) -> None:
    """Do all acts on stories of one length."""
    app = QApplication(["marbre"])
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    dress(app, settings, "en")
    window = Window(Work(), settings)
    with Desk.open(folder / "store.sqlite", by="Bench") as desk:
        desk.open_proof_room()
        ids = [_made(desk, words), _made(desk, words)]
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
        live(done, window, desk, ids)
        window.close()
        window.work.close()


def _made(desk: Desk, words: int) -> str:
    made, _changes = filing.new_story(desk, "fr-FR")
    writing.autosave(desk, made, body=pace.story(words), headline="La digue de Brisol")
    return made


def write(done: Round, window: Window, desk: Desk, ids: list[str]) -> None:
    """Do what a person does who writes."""
    place = window._places["writing"]
    assert isinstance(place, WritingPlace)
    paper = place.sheet.paper

    def checked() -> bool:
        return place.presenter.package is not None and place.remarks.checked

    def kept() -> bool:
        return not place._save_timer.isActive() and window.work.idle()

    for number, story_id in enumerate(ids, 1):
        done.measure(
            f"open story {number}", partial(window.open_story, story_id, "writing"), checked
        )
    done.measure("turn to the other tab", partial(window.run, "next-story"), checked)
    paper.go_to(Span(40, 40))
    done.measure("type and save", partial(QTest.keyClicks, paper, "Hier, "), kept)
    for place_code in ("filing", "captioning", "sourcing", "publishing", "reviewing", "history"):
        done.measure(f"go to {place_code}", partial(window.go, place_code), window.work.idle)
        done.measure("  and back", partial(window.go, "writing"), window.work.idle)
    paper.setFocus()
    paper.selectAll()
    done.measure("delete all", partial(QTest.keyClick, paper, Qt.Key.Key_Delete), checked)
    done.measure("undo", partial(window.run, "undo"), checked)
    _dress_whole(done, window, place, checked)
    _change_whole(done, window, place, checked)


def _dress_whole(
    done: Round, window: Window, place: WritingPlace, checked: Callable[[], bool]
) -> None:
    """Show the whole of a story in another way, with the caret at its end and at its beginning."""
    paper = place.sheet.paper
    for end in (QTextCursor.MoveOperation.Start, QTextCursor.MoveOperation.End):
        paper.moveCursor(end)
        done.measure("widen the column", partial(window.run, "width-wide"), checked)
        done.measure("narrow the column", partial(window.run, "width-medium"), checked)
    done.measure("zoom in", partial(window.run, "zoom-in"), checked)
    done.measure("zoom out", partial(window.run, "zoom-out"), checked)
    done.measure("wear dark", partial(window.run, "theme-dark"), checked)
    done.measure("wear light", partial(window.run, "theme-light"), checked)
    done.measure("focus mode", partial(window.run, "focus-mode"), checked)
    done.measure("out of focus mode", partial(window.run, "focus-mode"), checked)
    for width in (900, 1280):
        done.measure(f"resize to {width}", partial(window.resize, width, 820), checked)


def _change_whole(
    done: Round, window: Window, place: WritingPlace, checked: Callable[[], bool]
) -> None:
    """Change the whole of a story at one stroke."""
    paper = place.sheet.paper
    paper.setFocus()
    body = paper.body()
    hits = [Span(at.start(), at.end()) for at in re.finditer("digue", body)]
    many = [(span, "jetée") for span in hits]
    done.measure("replace all", partial(paper.replace, many), checked)
    done.measure("undo", partial(window.run, "undo"), checked)
    done.measure("redo", partial(window.run, "redo"), checked)
    paper.selectAll()
    done.measure("cut all", partial(window.run, "cut"), checked)
    done.measure("paste", partial(window.run, "paste"), checked)
    html = "".join(f"<p>{one}</p>" for one in body.split("\n\n"))
    for name, data in (("text", QMimeData()), ("HTML", QMimeData())):
        data.setHtml(html) if name == "HTML" else data.setText(body)
        paper.selectAll()
        done.measure(f"paste {name}", partial(paper.insertFromMimeData, data), checked)
    QApplication.clipboard().clear()


def main(asked: list[str], bench: str, live: Live) -> None:
    """Print the figures, length by length, each in a process of its own of the file `bench`."""
    if asked[:1] == ["--one"]:
        measure(int(asked[1]), Path(asked[2]), live, why="--why" in asked)
        return
    why = "--why" in asked
    for words in [int(one) for one in asked if one.isdecimal()] or pace.LENGTHS:
        print(f"{words} words", flush=True)  # noqa: T201
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, bench, "--one", str(words), folder]
            subprocess.run(command + ["--why"] * why, check=True)


if __name__ == "__main__":
    main(sys.argv[1:], __file__, write)
