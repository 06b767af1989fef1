"""Photos side by side: arrows turn, marks go to the one meant, Space goes back to the grid."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import captioning
from app.domain.photo import Flag
from ui.captioning.comparing import MOST, Comparing
from ui.captioning.thumbnails import LARGE, Thumbnails
from ui.captioning.view import CaptioningPlace
from ui.window import Window
from ui.work import Work


@pytest.fixture
def pair(desk: Desk, tmp_path: Path) -> list[str]:
    """Two pictures that look alike, taken in."""
    ids = []
    for number in range(2):
        path = tmp_path / f"vue{number}.png"
        image = Image.linear_gradient("L").rotate(30).convert("RGB").resize((240, 160))
        image.putpixel((5 + number, 5), (255, 0, 0))
        image.save(path)
        ids.append(captioning.take_photo_in(desk, path).photo.id)
    return ids


def comparing(qtbot: QtBot, desk: Desk, work: Work) -> Comparing:
    small = Thumbnails(desk, work)
    made = Comparing(Thumbnails(desk, work, LARGE), small, lambda _photo_id: None)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


def test_arrows_turn_from_photo_to_photo(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown = comparing(qtbot, desk, work)
    shown.show_photos(["a", "b", "c"], "b")
    turned: list[str] = []
    shown.turned.connect(turned.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(shown, key)

    assert turned == ["c", "b"]
    assert shown.current() == "b"
    with qtbot.waitSignal(shown.closed):
        QTest.keyClick(shown, Qt.Key.Key_Space)


@pytest.mark.parametrize("count", range(1, MOST + 3))
def test_photos_share_the_room_without_touching(
    qtbot: QtBot, desk: Desk, work: Work, count: int
) -> None:
    shown = comparing(qtbot, desk, work)
    shown.show_photos([str(number) for number in range(count)], "0")

    cells = shown._cells()
    assert len(cells) == min(count, MOST)
    assert all(shown.rect().contains(cell) for cell in cells)
    assert not any(one.intersects(other) for one in cells for other in cells if one is not other)


def test_look_alikes_are_compared_and_the_best_is_picked(
    qtbot: QtBot, pair: list[str], window: Window, work: Work, desk: Desk
) -> None:
    window.go("captioning")
    place = window.here()
    assert isinstance(place, CaptioningPlace)
    qtbot.waitUntil(lambda: place.photos.row_of(pair[0]) >= 0)
    place.presenter.choose_photo(pair[0])
    qtbot.waitUntil(lambda: len(place.presenter.comparable()) > 1)
    place.answers_changed.emit()

    window.run("compare")
    assert place.gallery.comparing.isVisible()
    other = next(one for one in pair if one != place.gallery.comparing.current())
    forward = place.gallery.comparing._ids.index(other) == 1
    QTest.keyClick(place.gallery.comparing, Qt.Key.Key_Right if forward else Qt.Key.Key_Left)
    assert place.presenter.target.photo is not None
    assert place.presenter.target.photo.id == other
    QTest.keyClick(place.gallery.comparing, Qt.Key.Key_P)
    qtbot.waitUntil(work.idle)
    QTest.keyClick(place.gallery.comparing, Qt.Key.Key_Escape)

    assert captioning.photo(desk, other).flag is Flag.PICK
    assert place.gallery.grid.isVisible()
    assert place.gallery.current_id() == other
