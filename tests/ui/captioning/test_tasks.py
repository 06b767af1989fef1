"""Each action of the photo desk opens its sheet, or does its work and says so."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import captioning, templating
from ui.captioning.arrivals import Report
from ui.captioning.view import CaptioningPlace
from ui.window import Window
from ui.work import Work

SHEETS = {
    "batch-words": "batch-sheet",
    "replace-words": "replace-sheet",
    "write-files": "stamp-sheet",
    "contact-sheet": "contact-sheet",
    "crop": "crop-sheet",
    "conflicts": "conflict-sheet",
}


@pytest.fixture
def place(qtbot: QtBot, window: Window, work: Work) -> CaptioningPlace:
    window.go("captioning")
    here = window.here()
    assert isinstance(here, CaptioningPlace)
    qtbot.waitUntil(lambda: here.photos.rowCount() == 2)
    here.gallery.step(1)
    qtbot.waitUntil(lambda: here.presenter.target.photo is not None)
    qtbot.waitUntil(work.idle)
    return here


@pytest.mark.parametrize("code", sorted(SHEETS))
def test_an_action_opens_its_sheet(
    qtbot: QtBot, window: Window, place: CaptioningPlace, work: Work, *, code: str
) -> None:
    assert window.book[code].isEnabled()
    window.run(code)
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    assert sheet.objectName() == SHEETS[code]
    assert sheet.accessibleName()
    qtbot.waitUntil(work.idle, timeout=20_000)
    sheet.close()
    qtbot.waitUntil(work.idle)


def test_one_photo_is_cropped_not_several(
    qtbot: QtBot, window: Window, place: CaptioningPlace
) -> None:
    place.gallery.grid.selectAll()
    qtbot.waitUntil(lambda: len(place.presenter.target.ids) == 2)

    assert not window.book["crop"].isEnabled()
    assert window.book["batch-words"].isEnabled()


def test_captions_go_out_to_a_table(
    qtbot: QtBot,
    window: Window,
    place: CaptioningPlace,
    *,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = str(tmp_path / "out.csv")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (name, ""))
    window.run("captions-out")

    qtbot.waitUntil(lambda: told(window, "out.csv"))
    assert Path(name).read_bytes().startswith(b"\xef\xbb\xbf")


def test_codes_come_in_from_a_file(
    qtbot: QtBot,
    window: Window,
    place: CaptioningPlace,
    *,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "codes.txt"
    path.write_text("ra\tRex Arnaud, ministre\tArnaud\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    window.run("codes-in")

    qtbot.waitUntil(lambda: told(window, "1 code taken in."))
    assert [one.code for one in templating.codes(desk) if one.code == "ra"]
    qtbot.waitUntil(lambda: place.typist.expand("=ra=") is not None)


def test_lost_files_are_found_again(
    qtbot: QtBot,
    window: Window,
    place: CaptioningPlace,
    *,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "lost.png"
    Image.new("RGB", (60, 40), (9, 2, 3)).save(path)
    photo = captioning.take_photo_in(desk, path).photo
    captioning.original_of(desk, photo).unlink()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    window.run("locate-photos")

    qtbot.waitUntil(lambda: told(window, "1 file found again."))
    assert captioning.original_of(desk, photo).exists()


def test_what_came_in_is_listed(qtbot: QtBot, place: CaptioningPlace) -> None:
    place.show_arrival(Report(failed=(("bad.jpg", "It is no picture."),)))
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    assert sheet.objectName() == "arrival-sheet"
    sheet.close()


def told(window: Window, words: str) -> bool:
    notice = window.banner.notice()
    return notice is not None and words in notice.text
