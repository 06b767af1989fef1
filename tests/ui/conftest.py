"""Windows without a screen; a test fails on what Qt complains of and on what it leaves behind."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.logging import Record, _QtMessageCapture
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from ui import places, theme, words
from ui.settings import Settings
from ui.window import Window
from ui.work import Work

os.environ["QT_QPA_PLATFORM"] = "offscreen"

GRACE_SECONDS = 5.0
"""How long a pool that was told to stop may take to end its threads."""

# What the screenless platform says of itself; it is nobody's fault.
OFFSCREEN = ("This plugin does not support",)


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Fail where a window still shows or a thread still runs once the test has put all away."""
    before = set(threading.enumerate())
    yield
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
    made = Window(work, settings)
    qtbot.addWidget(made)
    places.furnish(made, desk)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(work.idle)
    yield made
    made.close()
    qtbot.waitUntil(work.idle)
