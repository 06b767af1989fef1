"""Opens the window on a store, tells what it shows, then types and tells every key, for ever.

python tests/bench/typist.py STORE STORY-ID; prints lines of JSON: kind, moment, words.
"""

import json
import os
import random
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.main import dress, open_desk
from ui.settings import Settings
from ui.window import Window
from ui.work import Work
from ui.writing.view import WritingPlace

PACE = 30
"""Milliseconds between two keys: a very fast typist."""

LETTERS = "abcdefghijlmnoprstuv     "


class Typist(QObject):
    """Types at the end of the story of a window, from the moment it is shown and checked."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._begun = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._key)
        self._timer.start(PACE)

    def _key(self) -> None:
        place = self._window.here()
        if not isinstance(place, WritingPlace) or not place.remarks.checked:
            return
        paper = place.sheet.paper
        if not self._begun:
            self._begun = True
            tell("shown", paper.body())
            paper.setFocus()
            paper.moveCursor(QTextCursor.MoveOperation.End)
        letter = random.choice(LETTERS)
        QTest.keyClicks(paper, letter)
        tell("typed", letter)


def tell(kind: str, words: str) -> None:
    """Tell whoever started this."""
    sys.stdout.write(json.dumps([kind, time.monotonic(), words]) + "\n")
    sys.stdout.flush()


def main(store: Path, story_id: str) -> None:
    """Run until killed."""
    app = QApplication([])
    settings = Settings(QSettings(str(store.with_suffix(".ini")), QSettings.Format.IniFormat))
    settings.set_text("story", story_id)
    settings.set_text("place", "writing")
    dress(app, settings, "en")
    window = Window(Work(), settings)
    open_desk(window, store)
    window.show()
    Typist(window)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
