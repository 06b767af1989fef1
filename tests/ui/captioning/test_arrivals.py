"""Files come in one after the other, and what became of each is told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from app.desk.desk import Desk
from app.desk.photos import captioning
from ui.captioning.arrivals import Arrivals, Report, arrival_notice
from ui.errands import Errands
from ui.parts.banner import Notice


class Screen:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.progress: list[tuple[int, int, str]] = []
        self.notices: list[Notice] = []
        self.reports: list[Report] = []
        self.looked = 0
        self.clicks_cancel: Callable[[], None] = lambda: None

    def show_progress(self, done: int, total: int, name: str) -> None:
        self.clicks_cancel()
        self.progress.append((done, total, name))

    def notify(self, notice: Notice) -> None:
        self.notices.append(notice)

    def show_arrival(self, report: Report) -> None:
        self.reports.append(report)

    def look(self) -> None:
        self.looked += 1


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def arrivals(desk: Desk, straight: Errands, screen: Screen) -> Arrivals:
    return Arrivals(desk, straight, screen, screen.look)


def card(tmp_path: Path, count: int) -> Path:
    folder = tmp_path / "card"
    folder.mkdir(exist_ok=True)
    for number in range(count):
        Image.new("RGB", (64, 48), (5 * number, 90, 140)).save(folder / f"{number}.png")
    return folder


def test_a_folder_comes_in_with_its_progress(
    arrivals: Arrivals, screen: Screen, desk: Desk, tmp_path: Path
) -> None:
    before = len(captioning.photos(desk))
    arrivals.take_in([card(tmp_path, 3)])

    assert len(captioning.photos(desk)) == before + 3
    assert screen.progress[-1][:2] == (3, 3)
    assert all(done < total for done, total, _name in screen.progress[:-1])
    assert "3 photos added" in screen.notices[-1].text
    assert screen.looked


def test_a_bad_file_is_listed_by_name_and_the_others_come_in(
    arrivals: Arrivals, screen: Screen, tmp_path: Path
) -> None:
    folder = card(tmp_path, 2)
    for name in ("bad.jpg", "worse.jpg"):
        (folder / name).write_bytes(b"no picture")

    arrivals.take_in([folder])

    notice = screen.notices[-1]
    assert (notice.weight, notice.label) == ("warning", "See")
    assert "2 files could not be taken in" in notice.text
    assert notice.action is not None
    notice.action()
    assert [name for name, _why in screen.reports[0].failed] == ["bad.jpg", "worse.jpg"]


def test_stopping_leaves_the_rest_and_the_same_folder_goes_on(
    arrivals: Arrivals, screen: Screen, desk: Desk, tmp_path: Path
) -> None:
    folder = card(tmp_path, 40)
    before = len(captioning.photos(desk))
    screen.clicks_cancel = arrivals.stop
    arrivals.take_in([folder])
    some = len(captioning.photos(desk)) - before
    assert 0 < some < 40
    assert "Stopped." in screen.notices[-1].text

    screen.clicks_cancel = lambda: None
    arrivals.take_in([folder])
    assert len(captioning.photos(desk)) - before == 40
    assert f"{some} were already here" in screen.notices[-1].text


def test_an_empty_folder_is_said_to_be_empty(
    arrivals: Arrivals, screen: Screen, tmp_path: Path
) -> None:
    arrivals.take_in([card(tmp_path, 0)])

    assert screen.notices


def test_what_is_known_or_alike_is_counted() -> None:
    notice = arrival_notice(Report(already=("a", "b"), alike=(("a", "c"),)), lambda: None)

    assert notice.text == "2 were already here. 2 look alike."
    assert notice.label == "See"


def test_nothing_to_see_offers_nothing() -> None:
    assert arrival_notice(Report(taken=("a",)), lambda: None).label == ""
