"""Hostile image files through the window's own ingest: told of, and the window goes on.

Two folders are run; MARBRE_HOSTILE=all runs every one.
"""

import os
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.desk.photos import captioning
from app.desk.photos.ingesting import Ingested
from app.photo.worker import MEMORY, SECONDS, Reply, _Hand
from ui.captioning.arrivals import Report, report_of
from ui.captioning.view import CaptioningPlace
from ui.window import Window
from ui.work import Work

SOME = ("image-broken", "image-crash")
EVERY = (*SOME, "image-fuzz", "image-suite")
FOLDERS = EVERY if os.environ.get("MARBRE_HOSTILE") == "all" else SOME

BEAT = 0.01
STARTING = 5.0
"""Seconds a fresh worker may take to start on a busy machine, beside the limit of the file."""


@pytest.mark.slow
@pytest.mark.parametrize("name", FOLDERS)
def test_the_window_lives_through_hostile_images(
    qtbot: QtBot,
    window: Window,
    work: Work,
    shared: Path,
    *,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = shared / "hostile" / name
    if not folder.is_dir():
        pytest.skip(f"the folder ../shared/hostile/{name} is not beside this checkout")
    place = opened(window)
    costs = Costs(monkeypatch)
    reports = reports_of(window, place, monkeypatch)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    beats = Beats()

    place.presenter.take_in(files)
    qtbot.waitUntil(lambda: bool(reports), timeout=1_200_000)
    qtbot.waitUntil(work.idle, timeout=60_000)

    report, pause = reports[0], beats.stop()
    assert len(report.taken) + len(report.already) + len(report.failed) == len(files)
    assert all(why for _name, why in report.failed)
    assert not [one for one in report.taken if no_thumbnail(place, one)]
    assert window.isVisible()
    # A quick machine takes several files in between two beats.
    assert beats.count > len(files) // 10
    assert costs.memory <= MEMORY
    assert costs.slowest[0] < SECONDS + STARTING
    print(told_of(name, report), f"{pause}; {costs}")  # noqa: T201


def reports_of(
    window: Window, place: CaptioningPlace, monkeypatch: pytest.MonkeyPatch
) -> list[Report]:
    """Return a list that gets what the sheet of an ingest would show, asked for from its notice."""
    reports: list[Report] = []
    finish = place.presenter._arrivals._report

    def told(result: Ingested, alike: tuple[tuple[str, ...], ...]) -> None:
        finish(result, alike)
        notice = window.banner.notice()
        if notice and notice.action:
            notice.action()
        else:
            reports.append(report_of(result, alike))

    monkeypatch.setattr(place.presenter._arrivals, "_report", told)
    monkeypatch.setattr(place.tasks, "show_arrival", lambda report, _show: reports.append(report))
    return reports


def no_thumbnail(place: CaptioningPlace, photo_id: str) -> bool:
    """Say whether a photo that was taken in has no small picture to show."""
    return QImage.fromData(captioning.thumbnail(place.bench.desk, photo_id)).isNull()


def told_of(name: str, report: Report) -> str:
    """Return the outcomes of a folder in a line."""
    outcomes = {"taken": len(report.taken), "already": len(report.already)}
    outcomes |= Counter(why.replace(one, "…") for one, why in report.failed)
    return f"{name}: {outcomes};"


def opened(window: Window) -> CaptioningPlace:
    window.go("captioning")
    here = window.here()
    assert isinstance(here, CaptioningPlace)
    return here


class Costs:
    """Notes the slowest file of the workers and the most memory that one of them had."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.slowest = (0.0, "")
        self.memory = 0
        do = _Hand.do

        def noted(hand: _Hand, ask: dict[str, Any], seconds: float) -> Reply:
            begun = time.monotonic()
            try:
                return do(hand, ask, seconds)
            finally:
                took = time.monotonic() - begun
                self.slowest = max(self.slowest, (took, Path(ask["path"]).name))
                self.memory = max(self.memory, peak_of(hand))

        monkeypatch.setattr(_Hand, "do", noted)

    @override
    def __str__(self) -> str:
        seconds, name = self.slowest
        return f"slowest {seconds:.1f} s ({name}), a worker at most {self.memory / 1e6:.0f} MB"


def peak_of(hand: _Hand) -> int:
    """Return the most bytes a living worker had in memory since it started."""
    if hand._process is None:
        return 0
    try:
        lines = Path(f"/proc/{hand._process.pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((1024 * int(one.split()[1]) for one in lines if one.startswith("VmHWM")), 0)


class Beats:
    """A clock on the main thread that notes how long it was kept from ticking."""

    def __init__(self) -> None:
        self._last = (time.monotonic(), time.thread_time())
        self._longest = (0.0, 0.0)
        self.count = 0
        self._timer = QTimer()
        self._timer.setInterval(int(1000 * BEAT))
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> str:
        """Stop the clock and tell of the longest pause, and of the longest work in one go.

        They differ where the machine gave its processors to others.
        """
        self._timer.stop()
        pause, worked = (1000 * seconds for seconds in self._longest)
        return f"longest pause {pause:.0f} ms, longest work of the window {worked:.0f} ms"

    def _beat(self) -> None:
        now = (time.monotonic(), time.thread_time())
        self.count += 1
        pause, worked = now[0] - self._last[0] - BEAT, now[1] - self._last[1]
        self._longest = (max(self._longest[0], pause), max(self._longest[1], worked))
        self._last = now
