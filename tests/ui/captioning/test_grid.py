"""Cards fill the width, and are painted without a picture, with one, and for a lost file."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from ui import theme
from ui.captioning.grid import GLYPHS, NARROWEST, Grid
from ui.captioning.lines import PhotoLine, State, Wish, look
from ui.captioning.model import Lines
from ui.captioning.thumbnails import Thumbnails
from ui.work import Work


def grid(qtbot: QtBot, desk: Desk, work: Work, *lines: PhotoLine) -> Grid:
    thumbnails = Thumbnails(desk, work)
    made = Grid(thumbnails)
    thumbnails.setParent(made)
    photos = Lines(made)
    made.setModel(photos)
    qtbot.addWidget(made)
    made.resize(760, 500)
    made.show()
    photos.show_lines(lines)
    thumbnails.arrived.connect(photos.repaint_photo)
    return made


@pytest.mark.parametrize("width", [300, 761, 1403])
def test_columns_leave_no_strip_over(qtbot: QtBot, desk: Desk, work: Work, width: int) -> None:
    shown = grid(qtbot, desk, work)
    shown.resize(width, 500)
    cell = shown.gridSize().width()
    room = shown.viewport().width()

    assert cell >= NARROWEST or room < NARROWEST
    assert room - (room // cell) * cell <= room // cell + 2


def test_a_card_shows_its_picture_once_it_is_there(qtbot: QtBot, desk: Desk, work: Work) -> None:
    line = look(desk, Wish()).photos[0]
    shown = grid(qtbot, desk, work, line)
    first = shown.grab().toImage()
    qtbot.waitUntil(work.idle)
    qtbot.waitUntil(lambda: shown.grab().toImage() != first)

    assert colours(shown.grab().toImage()) > colours(first)


def test_a_lost_file_is_hatched_and_said_in_words(qtbot: QtBot, desk: Desk, work: Work) -> None:
    line = look(desk, Wish()).photos[0]
    gone = replace(line, photo=replace(line.photo, id="gone"), lacks=(State.MISSING,))
    shown = grid(qtbot, desk, work, gone)
    qtbot.waitUntil(work.idle)

    index = shown.model().index(0, 0)
    assert "File not found" in index.data()
    assert colours(shown.grab().toImage()) > 2


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_a_shape_of_its_own_kind(state: State) -> None:
    icon, token = GLYPHS[state]

    assert isinstance(theme.pixmap(icon, token, 16), QPixmap)


def test_space_and_return_are_told(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown = grid(qtbot, desk, work)
    with qtbot.waitSignal(shown.enlarged):
        QTest.keyClick(shown, Qt.Key.Key_Space)
    with qtbot.waitSignal(shown.filled_in):
        QTest.keyClick(shown, Qt.Key.Key_Return)


def colours(image: QImage) -> int:
    """How many colours there are, looked at every few pixels."""
    points = (QPoint(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7))
    return len({QColor(image.pixel(point)).name() for point in points})
