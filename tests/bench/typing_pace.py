"""How soon a key is seen: run `python tests/bench/typing_pace.py [PYTHON_WITH_NOVELWRITER]`.

Stories of three lengths are opened for writing in the whole window, with saving, typography,
attribution and spelling at work, and keys are typed at their start, middle and end. Printed are
median, 95th and 99th percentile from the key to the end of its paint. With the Python of an
environment that has novelWriter, the same text is typed there, in the same run.
"""

import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QSettings
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


class TimedWindow(Window):
    """The window, which says when it has painted."""

    probe: pace.Probe | None = None

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and self.probe:
            self.probe.painted()
        return done


def measure(words: int, folder: Path) -> None:
    """Type into one story and tell what was measured."""
    app = QApplication(["marbre"])
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    dress(app, settings, "en")
    work = Work()
    window = TimedWindow(work, settings)
    with Desk.open(folder / "store.sqlite", by="Bench") as desk:
        desk.open_proof_room()
        places.furnish(window, desk)
        gc.freeze()
        window.resize(1280, 820)
        window.show()
        app.processEvents()
        pace.tell(_typed(app, window, desk, pace.story(words)))
        window.close()
        work.close()


def _typed(app: QApplication, window: TimedWindow, desk: Desk, body: str) -> pace.Pace:
    """Open a story for writing, type into it and return what was measured."""
    made, _changes = filing.new_story(desk, "fr-FR")
    writing.autosave(desk, made, body=body, headline="La digue de Brisol")
    begun = time.perf_counter()
    window.open_story(made, "writing")
    place = window.here()
    if not isinstance(place, WritingPlace):
        raise TypeError(place)
    paper = place.sheet.paper
    measured = pace.Pace("Marbre", len(body.split()))
    probe = window.probe = pace.Probe(QtCore, measured, partial(QTest.keyClick, paper))
    watching = pace.watcher(QtCore, probe)
    paper.viewport().installEventFilter(watching)
    while place.presenter.package is None or not probe.seen:
        app.processEvents()
    measured.opened = 1e3 * (time.perf_counter() - begun)
    while not place.remarks.checked:
        app.processEvents()
        time.sleep(0.01)
    points = (0, len(body) // 2, len(body))
    probe.type([partial(paper.go_to, Span(point, point)) for point in points], app.exit)
    app.exec()
    return measured


def rows(command: list[str], words: int) -> Iterator[pace.Pace]:
    """What one editor comes to on one story, measured in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        asked = [*command, str(words), folder]
        done = subprocess.run(asked, capture_output=True, text=True, check=True)
    yield from (pace.Pace(**json.loads(row)) for row in done.stdout.splitlines() if row[:1] == "{")


def main(other: str) -> None:
    """Print the figures of both editors, story by story."""
    here = Path(__file__)
    commands = [[sys.executable, str(here), "--one"]]
    if other:
        commands.append([other, str(here.with_name("novelwriter_pace.py"))])
    for words in pace.LENGTHS:
        for command in commands:
            for found in rows(command, words):
                sys.stdout.write(found.line() + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(sys.argv[1] if len(sys.argv) > 1 else "")
