"""The same typing in novelWriter; run by `typing_pace.py` with the Python that has it."""

import importlib
import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench import pace

_TITLE = "### La digue\n\n"


def measure(words: int, folder: Path) -> None:
    """Type into one document of a new project and tell what was measured."""
    app = _started(folder)
    window = _timed_window()
    handle = _project(folder, words)
    window.openProject(folder / "novel")
    app.processEvents()
    editor, core = window.docEditor, _module("PyQt6.QtCore")
    measured = pace.Pace("novelWriter", len(pace.story(words).split()))
    click = _module("PyQt6.QtTest").QTest.keyClick
    probe = window.probe = pace.Probe(core, measured, partial(click, editor))
    watching = pace.watcher(core, probe)
    editor.viewport().installEventFilter(watching)
    begun = time.perf_counter()
    window.openDocument(handle)
    probe.seen = False
    while not probe.seen:
        app.processEvents()
    measured.opened = 1e3 * (time.perf_counter() - begun)
    probe.type([partial(_go_to, editor, part) for part in (0.0, 0.5, 1.0)], app.exit)
    app.exec()
    pace.tell(measured)
    # Closing would ask about what is not saved.
    os._exit(0)


def _module(name: str) -> Any:
    return importlib.import_module(name)


def _started(folder: Path) -> Any:
    """Start the application as its own `main` does, with settings of nobody."""
    novel = _module("novelwriter")
    novel.CONFIG.initConfig(str(folder / "config"), str(folder / "data"))
    app = _module("PyQt6.QtWidgets").QApplication(["novelWriter"])
    app.setStyle("Fusion")
    # Nobody is there to close what it warns of, a spelling dictionary that is missing.
    novel.SHARED.warn = _module("logging").warning
    novel.CONFIG.loadConfig(_module("novelwriter.splash").NSplashScreen())
    novel.CONFIG.initLocalisation(app)
    novel.SHARED.initTheme(_module("novelwriter.gui.theme").GuiTheme())
    return app


def _timed_window() -> Any:
    """Return its main window, shown, which says when it has painted."""
    main = _module("novelwriter.guimain").GuiMain
    asked = _module("PyQt6.QtCore").QEvent.Type.UpdateRequest

    class TimedMain(main):  # type: ignore[misc, valid-type]  # a class of another program
        probe: pace.Probe | None = None

        def event(self, event: Any) -> bool:
            done: bool = super().event(event)
            if event.type() == asked and self.probe:
                self.probe.painted()
            return done

    window = TimedMain()
    window.resize(1280, 820)
    window.showNormal()
    _module("novelwriter").CONFIG.finishStartup()
    return window


def _project(folder: Path, words: int) -> str:
    """Make a project with one scene of so many words and return the handle of the scene."""
    builder = _module("novelwriter.core.coretools").ProjectBuilder()
    builder.buildProject({"name": "Digue", "path": folder / "novel", "chapters": 0, "scenes": 1})
    content = folder / "novel" / "content"
    scene = max(content.glob("*.md"), key=lambda path: "### " in path.read_text("utf-8"))
    head = scene.read_text("utf-8").rpartition("### ")[0]
    scene.write_text(head + _TITLE + pace.story(words), "utf-8")
    return scene.stem


def _go_to(editor: Any, part: float) -> None:
    cursor = editor.textCursor()
    last = editor.document().characterCount() - 1
    cursor.setPosition(min(len(_TITLE) + int(part * last), last))
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible(centre=True)
    editor.setFocus()


if __name__ == "__main__":
    measure(int(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.flush()
