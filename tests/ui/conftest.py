"""Windows without a screen; a test fails on what Qt complains of and on what it leaves behind."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.logging import Record, _QtMessageCapture
from pytestqt.qtbot import QtBot

from app.desk import welcoming
from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.photos import captioning
from app.domain.changes import Changes
from app.domain.errors import DeskError
from ui import places, theme, words
from ui.errands import nothing
from ui.settings import Settings
from ui.window import Window
from ui.work import Work, changes_in

os.environ["QT_QPA_PLATFORM"] = "offscreen"

T = TypeVar("T")

GRACE_SECONDS = 5.0
"""How long a pool that was told to stop may take to end its threads."""

# What the screenless platform says of itself; it is nobody's fault.
OFFSCREEN = ("This plugin does not support",)


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Fail where a window still shows or a thread still runs once the test has put all away."""
    before = set(threading.enumerate())
    yield
    # The screenless clipboard outlives Python: what Python put there would crash the very end.
    qapp.clipboard().clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    showing = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert [f"{type(widget).__name__} {widget.objectName()}" for widget in showing] == []
    assert [thread.name for thread in _still_running(before)] == []


@pytest.fixture(autouse=True)
def _no_complaint_of_qt(qtlog: _QtMessageCapture) -> Iterator[None]:
    """Fail on any warning of Qt's during the test."""
    yield
    assert [record.message for record in qtlog.records if _is_complaint(record)] == []


def _is_complaint(record: Record) -> bool:
    quiet = record.type in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}
    return not quiet and not record.message.startswith(OFFSCREEN)


def _still_running(before: set[threading.Thread]) -> set[threading.Thread]:
    end = time.monotonic() + GRACE_SECONDS
    while (extra := set(threading.enumerate()) - before) and time.monotonic() < end:
        time.sleep(0.01)
    return extra


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    """English and light, whatever the test before chose."""
    words.install(qapp, "en")
    if theme.current().name != "light" or not qapp.styleSheet():
        theme.start_fonts(qapp)
        theme.apply(qapp, "light")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An open desk on an empty store."""
    opened = Desk.open(tmp_path / "store.sqlite", by="Test Desk")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the store of a first run: two samples with their photos, pictures made."""
    folder = tmp_path_factory.mktemp("sample") / "store"
    with Desk.open(folder / "store.sqlite", by="Test Desk") as desk:
        for story_id in welcoming.file_samples(desk):
            publishing.preview(desk, story_id)
        for photo in captioning.photos(desk):
            captioning.thumbnail(desk, photo.id)
    return folder


@pytest.fixture
def sample_desk(sample_store: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk on a copy of the store of a first run; the French sample was filed first."""
    shutil.copytree(sample_store, tmp_path / "store")
    with Desk.open(tmp_path / "store" / "store.sqlite", by="Test Desk") as opened:
        yield opened


class Straight:
    """Runs errands at once, where they are asked for; keeps what acts changed."""

    def __init__(self) -> None:
        self.changed: list[Changes] = []

    def act(
        self,
        do: Callable[[], T],
        then: Callable[[T], None] = nothing,
        sorry: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Do it now."""
        try:
            answer = do()
        except DeskError as error:
            if sorry is None:
                raise
            sorry(error)
            return
        then(answer)
        if changes := changes_in(answer):
            self.changed.append(changes)

    def ask(
        self,
        do: Callable[[], T],
        then: Callable[[T], None],
        sorry: Callable[[DeskError], None] | None = None,
        *,
        about: str = "",
    ) -> None:
        """Answer now."""
        self.act(do, then, sorry)


@pytest.fixture
def straight() -> Straight:
    """Errands without threads, for presenters."""
    return Straight()


@pytest.fixture
def work(qtbot: QtBot) -> Iterator[Work]:
    """Threads that are stopped after the test."""
    made = Work()
    yield made
    made.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of nobody."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def window(qtbot: QtBot, work: Work, settings: Settings, desk: Desk) -> Iterator[Window]:
    """The whole window, furnished on an empty store and shown."""
    # Not given to qtbot, which would delete it while its last acts are under way.
    made = Window(work, settings)
    places.furnish(made, desk)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(work.idle)
    yield made
    made.close()
    qtbot.waitUntil(work.idle)
    made.deleteLater()
