"""One photo large: arrows step, Space goes back, a lost file says so in words."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import captioning
from ui.captioning.large import Large
from ui.captioning.thumbnails import LARGE, Thumbnails
from ui.work import Work


def large(qtbot: QtBot, desk: Desk, work: Work) -> Large:
    made = Large(Thumbnails(desk, work, LARGE), Thumbnails(desk, work))
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def test_keys_step_and_close(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown = large(qtbot, desk, work)
    with qtbot.waitSignal(shown.stepped) as stepped:
        QTest.keyClick(shown, Qt.Key.Key_Left)
    assert stepped.args == [-1]
    with qtbot.waitSignal(shown.closed):
        QTest.keyClick(shown, Qt.Key.Key_Space)


def test_the_picture_comes_and_a_lost_one_is_hatched(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown = large(qtbot, desk, work)
    blank = shown.grab().toImage()
    photo = captioning.photos(desk)[0]
    shown.show_photo(photo)
    shown.grab()
    qtbot.waitUntil(work.idle)
    picture = shown.grab().toImage()
    assert picture != blank
    assert photo.file_name in shown.accessibleDescription()

    shown.show_photo(replace(photo, id="gone"))
    shown.grab()
    qtbot.waitUntil(work.idle)

    assert shown.grab().toImage() not in (blank, picture)
