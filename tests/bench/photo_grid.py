"""Scroll the grid of photos in a window over a store of many, and tell the time of each frame.

python tests/bench/photo_grid.py 10000 [--frames 300]

The photos are those of `tests/bench/photos.py`, with small pictures laid beside the store. A frame is a scroll and the whole repaint of the grid, on the main thread.
"""

import argparse
import os
import runpy
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desk.desk import Desk
from app.desk.photos import selecting
from app.domain.picking import PhotoWish
from ui import places, theme, words
from ui.captioning.view import CaptioningPlace
from ui.settings import Settings
from ui.window import Window
from ui.work import Work

THUMBNAIL = 256
PAGE = 500
SIZE = (1440, 900)


def lay_pictures(desk: Desk) -> None:
    """Lay a small picture beside the store for every photo, where the desk looks for it."""
    pictures = []
    for turn in range(24):
        stream = BytesIO()
        image = Image.linear_gradient("L").rotate(15 * turn).convert("RGB").resize((256, 171))
        image.save(stream, "JPEG", quality=80)
        pictures.append(stream.getvalue())
    ids = selecting.find(desk, PhotoWish())
    for start in range(0, len(ids), PAGE):
        for number, line in enumerate(selecting.lines(desk, ids[start : start + PAGE])):
            place = desk.thumbnails / line.digest[:2] / f"{line.digest}-{THUMBNAIL}.jpg"
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(pictures[number % len(pictures)])


def told(name: str, times: list[float]) -> None:
    """Print the median, the 95th percentile and the longest of some milliseconds."""
    ordered = sorted(times)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    tell(
        f"{name:28} median {statistics.median(ordered):7.1f}  p95 {p95:7.1f}"
        f"  longest {ordered[-1]:7.1f} ms  ({len(ordered)})"
    )


def tell(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds of the clock and of this thread's processor an act takes."""
    wall, cpu = time.perf_counter(), time.thread_time()
    act()
    return 1000 * (time.perf_counter() - wall), 1000 * (time.thread_time() - cpu)


def scroll(place: CaptioningPlace, frames: int, step: Callable[[int], int]) -> list[float]:
    """Scroll and repaint frame by frame; return the milliseconds of processor of each."""
    grid, bar = place.gallery.grid, place.gallery.grid.verticalScrollBar()
    times = []
    for number in range(frames):

        def frame(to: int = step(number)) -> None:
            bar.setValue(to % max(1, bar.maximum()))
            grid.viewport().repaint()

        times.append(timed(frame)[1])
        QTest.qWait(8)
    return times


def tasks(place: CaptioningPlace, work: Work) -> None:
    """Time what a person does to all photos at once, on the main thread."""
    grid = place.gallery.grid
    told("choose all", [timed(grid.selectAll)[1]])
    settle(work)
    told("one after all", [timed(lambda: place.gallery.step(1))[1]])
    told("one further", [timed(lambda: place.gallery.step(1))[1] for _ in range(40)])
    other = place.presenter.sight
    told(
        "show other photos",
        [
            timed(lambda ids=ids: place.photos.show_ids(ids))[1]  # type: ignore[misc]
            for ids in (other.ids[::-1], other.ids)
        ],
    )


def settle(work: Work) -> None:
    """Wait until every answer has come home."""
    QTest.qWait(60)
    while not work.idle():
        QTest.qWait(20)


def measure(place: CaptioningPlace, work: Work, frames: int) -> None:
    """Scroll in three ways, then choose and show many photos."""
    bar = place.gallery.grid.verticalScrollBar()
    place.gallery.grid.setFocus(Qt.FocusReason.OtherFocusReason)
    told("smooth, 40 px a frame", scroll(place, frames, lambda n: 40 * n))
    told("fast, 400 px a frame", scroll(place, frames, lambda n: 400 * n))
    told("jumps", scroll(place, frames // 3, lambda n: n * 7919 % max(1, bar.maximum()) * 31))
    settle(work)
    tasks(place, work)
    settle(work)


def look_at(desk: Desk, folder: Path, frames: int) -> None:
    """Open the window on a store and measure."""
    work = Work()
    settings = Settings(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
    window = Window(work, settings)
    places.furnish(window, desk)
    window.resize(*SIZE)
    window.show()
    begun = time.perf_counter()
    window.go("captioning")
    place = window.here()
    assert isinstance(place, CaptioningPlace)
    settle(work)
    tell(f"{len(place.photos.ids())} photos, grid there in {time.perf_counter() - begun:.2f} s")
    measure(place, work, frames)
    window.close()
    settle(work)
    work.close()


def main() -> None:
    """Make a store and measure the window on it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("count", type=int)
    asked.add_argument("--frames", type=int, default=300)
    args = asked.parse_args()
    fill = runpy.run_path(str(Path(__file__).with_name("photos.py")))["fill"]
    app = QApplication(sys.argv[:1])
    words.install(app, "en")
    theme.start_fonts(app)
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "store.sqlite", args.count)
        with closing(Desk.open(folder / "store.sqlite")) as desk:
            lay_pictures(desk)
            look_at(desk, folder, args.frames)


if __name__ == "__main__":
    main()
