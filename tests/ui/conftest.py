"""Windows without a screen; a test fails on what Qt complains of and on what it leaves behind."""

import os
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.logging import Record, _QtMessageCapture

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
