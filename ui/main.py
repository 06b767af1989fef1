"""The start of the window: guard, language, theme, an empty window at once, then the desk."""

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, cast

import PySide6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.domain.errors import DeskError
from ui import theme, words
from ui.parts.banner import Notice
from ui.settings import Settings
from ui.window import Window
from ui.words import _
from ui.work import Work

if TYPE_CHECKING:
    from ui.opening import Opened

READABLE = frozenset({"store.in-use", "store.unwritable", "store.disk-full"})
RECOVERABLE = frozenset({"store.damaged", "store.lost"})
"""What may be wrong with a store that can still be read, or made whole again."""

UNSAFE_QT = (6, 12, 0)
"""PySide6 6.12.0 loses references to None and True on Python before 3.12 and aborts."""


def unsafe_pair(qt: tuple[int, int, int], python: tuple[int, int]) -> bool:
    """Say whether this PySide6 must not be run on this Python."""
    return qt == UNSAFE_QT and python < (3, 12)


def run(argv: Sequence[str], store: Path | None = None, language: str | None = None) -> int:
    """Open the window on a store (None: its usual place) and stay until it is closed.

    `language` holds for this run, before the one chosen in the window and the system's.

    Returns:
        The exit code: 0, or 2 when this PySide6 must not run on this Python.
    """
    if unsafe_pair(PySide6.__version_info__[:3], sys.version_info[:2]):
        sys.stderr.write(f"marbre: PySide6 {PySide6.__version__} needs Python 3.12 or newer\n")
        return 2
    app = cast("QApplication", QApplication.instance() or QApplication([*argv] or ["marbre"]))
    settings = Settings()
    dress(app, settings, language)
    work = Work()
    window = Window(work, settings)
    open_desk(window, store)
    window.show()
    sys.excepthook = partial(confess, window)
    code = app.exec()
    window.close_desk()
    return code


def confess(
    window: Window, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say in the window that a fault of ours happened, and on standard error where."""
    sys.__excepthook__(kind, error, trace)
    text = _("Something went wrong inside Marbre. What you wrote is kept; you can go on.")
    window.banner.show_notice(Notice(f"{text} ({kind.__name__})", "error", seconds=0))


def dress(app: QApplication, settings: Settings, language: str | None = None) -> None:
    """Give the application its name, language, fonts and theme.

    A language asked for at the start, as an argument or by MARBRE_LANGUAGE, goes before the one
    chosen in the window.
    """
    app.setApplicationName("marbre")
    app.setApplicationDisplayName("Marbre")
    app.setDesktopFileName("marbre")
    app.setWindowIcon(theme.app_icon())
    asked = language or os.environ.get("MARBRE_LANGUAGE", "").lower()
    words.install(app, asked or settings.language())
    theme.start_fonts(app)
    theme.apply(app, settings.theme())
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.apply(app, settings.theme()))


def open_desk(window: Window, store: Path | None, *, read_only: bool = False) -> None:
    """Open the desk off the main thread and furnish the window when it is there.

    The desk brings the database library with it, which takes longer to import than the window
    takes to show: so it is imported over there, and the places with it, which are then made one by
    one.
    """

    def opened() -> "Opened":
        importlib.import_module("ui.places")
        module = importlib.import_module("ui.opening")
        found: Opened = module.open_desk(store, read_only=read_only)
        return found

    def furnish(opened: "Opened") -> None:
        first = "" if window.settings.text("story") else opened.story
        steps = importlib.import_module("ui.places").furnishing(window, opened.desk, first)
        turns = QTimer(window)

        def go_on() -> None:
            for _step in steps:
                # The next one in the next turn.
                return
            turns.stop()
            # What stands now stays: later collections need not look at it while somebody types.
            gc.freeze()
            window.tell_opened(opened.recovered, opened.desk.store.uncopied)
            if opened.trouble:
                window.apologise(opened.trouble)

        turns.timeout.connect(go_on)
        turns.start(0)
        go_on()

    window.work.act(opened, furnish, partial(_refused, window, store))


def _refused(window: Window, store: Path | None, error: DeskError) -> None:
    """Say why the desk cannot be opened, with the ways that are left."""
    window.fail(error)
    if error.code in READABLE:
        window.offer(_("Open for Reading Only"), partial(open_desk, window, store, read_only=True))
    if error.code in RECOVERABLE:
        window.offer(_("Recover What Can Be Read"), partial(_recover, window, store))


def _recover(window: Window, store: Path | None) -> None:
    def recovered() -> None:
        importlib.import_module("app.desk.recovering").recover(store)

    again = partial(open_desk, window, store)
    window.work.act(recovered, lambda _done: again(), partial(_refused, window, store))
