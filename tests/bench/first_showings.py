"""The longest task when a thing is first shown: run `python tests/bench/first_showings.py [--why]`.

Menus, the palette, panels, dialogs and sheets are opened one after another in a window on a story of
1,500 words, each for the first time; what is printed is as in tests/bench/heartbeat.py.
"""

import gc
import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from app.desk.desk import Desk
from tests.bench.heartbeat import Heart, Round, Witness, _made
from ui import places
from ui.main import dress
from ui.settings import Settings
from ui.window import Window
from ui.work import Work

WORDS = 1500

ACTS = {
    "writing": (
        "quick-open", "palette", "find", "replace", "find-everywhere", "problems", "card", "outline",
        "keys", "about", "dictionary",
    ),
    "sourcing": ("register",),
    "publishing": ("publication-log", "publish-site", "house-settings"),
    "captioning": ("find-photo", "conflicts", "contact-sheet"),
}  # fmt: skip
"""Actions that show something, by the place they are asked for in."""


def measure(folder: Path, *, why: bool) -> None:
    """Open everything once."""
    app = QApplication(["marbre"])
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    dress(app, settings, "en")
    window = Window(Work(), settings)
    with Desk.open(folder / "store.sqlite", by="Bench") as desk:
        desk.open_proof_room()
        story_id = _made(desk, WORDS)
        places.furnish(window, desk)
        gc.freeze()
        window.resize(1280, 820)
        window.show()
        heart = Heart()
        done = Round(app, window, heart)
        if why:
            done.witness = Witness(heart)
            done.witness.start()
        _show(done, window, story_id)
        window.close()
        window.work.close()


def _show(done: Round, window: Window, story_id: str) -> None:
    """Open one thing after another, and close it again."""
    done.measure("open", partial(window.open_story, story_id, "writing"), window.work.idle)
    for menu in window.menuBar().findChildren(QMenu):
        done.measure(menu.objectName(), partial(menu.popup, QPoint(0, 0)), window.work.idle)
        menu.close()
    for place, codes in ACTS.items():
        done.measure(f"go to {place}", partial(window.go, place), window.work.idle)
        for code in codes:
            done.measure(code, partial(window.run, code), window.work.idle)
            for sheet in window.findChildren(QDialog):
                sheet.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        measure(Path(place), why="--why" in sys.argv)
