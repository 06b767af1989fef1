"""Slots are painted with their caption, cut between words."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import captioning
from ui import theme
from ui.captioning.lines import Wish, look
from ui.captioning.model import Lines
from ui.captioning.strip import Strip, _fitting, paint_wrapped
from ui.captioning.thumbnails import Thumbnails
from ui.work import Work


def test_a_line_ends_between_words() -> None:
    metrics = QFontMetrics(theme.sans())
    width = metrics.horizontalAdvance("Le moulin à")

    assert _fitting(metrics, "Le moulin à marée", width) == "Le moulin à"
    assert _fitting(metrics, "Anticonstitutionnellement", 5) == "Anticonstitutionnellement"


def test_long_words_stay_in_their_room(qtbot: QtBot) -> None:
    image = QImage(120, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_wrapped(painter, QRect(0, 0, 120, 60), "Le moulin à marée de Port-Sablé " * 9)
    painter.end()

    assert image.copy(0, 70, 120, 130).allGray()
    assert image != QImage(image.size(), image.format())


def test_a_waiting_slot_looks_other_than_a_filled_one(
    qtbot: QtBot, desk: Desk, work: Work, story_id: str
) -> None:
    thumbnails = Thumbnails(desk, work)
    strip = Strip(thumbnails)
    thumbnails.setParent(strip)
    slots = Lines(strip)
    strip.setModel(slots)
    qtbot.addWidget(strip)
    strip.resize(600, strip.height())
    strip.show()
    slots.show_lines(look(desk, Wish(story_id)).slots)
    strip.grab()
    qtbot.waitUntil(work.idle)
    filled = strip.grab().toImage()
    captioning.detach(desk, story_id, 1)
    slots.show_lines(look(desk, Wish(story_id)).slots)

    assert strip.grab().toImage() != filled
    with qtbot.waitSignal(strip.called):
        QTest.keyClick(strip, Qt.Key.Key_Return)
