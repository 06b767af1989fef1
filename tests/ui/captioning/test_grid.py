"""Cards fill the width, and are painted without a picture, with one, and for a lost file."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.domain.photo import Flag
from ui.captioning.grid import NARROWEST, Grid
from ui.captioning.lines import Card, Wish, fetch, look
from ui.captioning.shelf import Shelf, ranges
from ui.captioning.thumbnails import Thumbnails
from ui.work import Work


def grid(qtbot: QtBot, desk: Desk, work: Work, *cards: Card) -> Grid:
    thumbnails = Thumbnails(desk, work)
    made = Grid(thumbnails)
    thumbnails.setParent(made)
    photos = Shelf(made)
    made.setModel(photos)
    qtbot.addWidget(made)
    made.resize(760, 500)
    made.show()
    photos.show_ids([card.photo.id for card in cards])
    photos.put(cards)
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
    card = first(desk)
    shown = grid(qtbot, desk, work, card)
    before = shown.grab().toImage()
    qtbot.waitUntil(work.idle)
    qtbot.waitUntil(lambda: shown.grab().toImage() != before)

    assert colours(shown.grab().toImage()) > colours(before)


def test_a_card_changed_is_painted_anew(qtbot: QtBot, desk: Desk, work: Work) -> None:
    card = first(desk)
    shown = grid(qtbot, desk, work, card)
    qtbot.waitUntil(work.idle)
    before = shown.grab().toImage()
    assert shown.grab().toImage() == before

    rated = replace(card, line=replace(card.line, rating=5))
    photos = shown.model()
    assert isinstance(photos, Shelf)
    photos.put([rated])
    assert shown.grab().toImage() != before


def test_a_lost_file_is_hatched_and_said_in_words(qtbot: QtBot, desk: Desk, work: Work) -> None:
    card = first(desk)
    gone = replace(
        card, photo=replace(card.photo, id="gone"), line=replace(card.line, id="gone", there=False)
    )
    shown = grid(qtbot, desk, work, gone)
    qtbot.waitUntil(work.idle)

    index = shown.model().index(0, 0)
    assert "File not found" in index.data()
    assert colours(shown.grab().toImage()) > 2


def test_space_and_return_are_told(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown = grid(qtbot, desk, work)
    with qtbot.waitSignal(shown.enlarged):
        QTest.keyClick(shown, Qt.Key.Key_Space)
    with qtbot.waitSignal(shown.filled_in):
        QTest.keyClick(shown, Qt.Key.Key_Return)


def test_marks_are_keys_on_both_keyboards(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown = grid(qtbot, desk, work)
    told: list[object] = []
    for signal in (shown.rated, shown.labelled, shown.flagged):
        signal.connect(told.append)
    for key in (Qt.Key.Key_4, Qt.Key.Key_Apostrophe, Qt.Key.Key_6, Qt.Key.Key_P, Qt.Key.Key_X):
        QTest.keyClick(shown, key)

    assert told == [4, 4, "red", Flag.PICK, Flag.REJECT]


def test_all_are_chosen_as_one_range(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown = grid(qtbot, desk, work, *fetch(desk, look(desk, Wish()).ids))
    shown.selectAll()

    assert ranges(shown.selectionModel().selection()) == [(0, 1)]


def test_the_scroll_bar_stands_only_where_there_is_more(
    qtbot: QtBot, desk: Desk, work: Work
) -> None:
    shown = grid(qtbot, desk, work, *fetch(desk, look(desk, Wish()).ids))
    shown.resize(900, 600)
    assert not shown.verticalScrollBar().isVisible()

    shown.resize(200, 200)
    assert shown.verticalScrollBar().isVisible()


def first(desk: Desk) -> Card:
    return fetch(desk, look(desk, Wish()).ids)[0]


def colours(image: QImage) -> int:
    """How many colours there are, looked at every few pixels."""
    points = (QPoint(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7))
    return len({QColor(image.pixel(point)).name() for point in points})
