"""Hostile image files through the window's own ingest: told of, and the window goes on."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.desk.photos.ingesting import Ingested
from ui.captioning.arrivals import Report
from ui.captioning.view import CaptioningPlace
from ui.window import Window
from ui.work import Work

FOLDERS = ("image-broken", "image-crash")


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
    reports: list[Report] = []
    beats = Beats()
    files = sorted(path for path in folder.rglob("*") if path.is_file())

    finish = place.presenter._arrivals._report

    def told(result: Ingested, alike: tuple[tuple[str, ...], ...]) -> None:
        finish(result, alike)
        notice = window.banner.notice()
        if notice and notice.action:
            notice.action()

    monkeypatch.setattr(place.presenter._arrivals, "_report", told)
    monkeypatch.setattr(place.tasks, "show_arrival", lambda report, _show: reports.append(report))
    place.presenter.take_in(files)
    qtbot.waitUntil(lambda: bool(reports), timeout=600_000)
    qtbot.waitUntil(work.idle, timeout=60_000)

    report = reports[0]
    assert len(report.taken) + len(report.already) + len(report.failed) == len(files)
    assert all(why for _name, why in report.failed)
    assert window.isVisible()
    assert beats.count > len(files)
    print(f"{name}: {len(files)} files, longest pause {1000 * beats.stop():.0f} ms")  # noqa: T201


def opened(window: Window) -> CaptioningPlace:
    window.go("captioning")
    here = window.here()
    assert isinstance(here, CaptioningPlace)
    return here


class Beats:
    """A clock on the main thread that notes how long it was kept from ticking."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._longest = 0.0
        self.count = 0
        self._timer = QTimer()
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> float:
        """Stop the clock and return the longest pause in seconds."""
        self._timer.stop()
        return self._longest

    def _beat(self) -> None:
        now = time.monotonic()
        self.count += 1
        self._longest = max(self._longest, now - self._last)
        self._last = now
