"""Marks take the room they need and nothing where there are none."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from app.domain.completeness import ASKED
from app.domain.photo import Flag
from app.domain.picking import LABELS, PhotoLine
from ui import theme
from ui.captioning.marks import COLOURS, paint_marks, paint_strip


def line(**marks: Any) -> PhotoLine:
    bare = PhotoLine(id="p", digest="d", file_name="p.jpg", width=3, height=2)
    return replace(bare, **marks)


@pytest.mark.parametrize("rating", [None, 0, 5])
def test_stars_and_flags_take_room(qtbot: QtBot, rating: int | None) -> None:
    image = QImage(160, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    bare = paint_marks(painter, image.rect(), line(rating=rating))
    full = paint_marks(painter, image.rect(), line(rating=rating, label="red", flag=Flag.REJECT))
    painter.end()

    assert bare.width() == 0 < full.width()
    assert (bare.height() > 0) is bool(rating)


def test_the_strip_is_full_where_answered(qtbot: QtBot) -> None:
    image = QImage(60, 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_strip(painter, QRect(0, 0, 60, 4), ASKED[1:])
    painter.end()

    assert image.pixelColor(3, 2) == theme.colour("ok")
    assert image.pixelColor(23, 2) == theme.colour("line")


def test_every_label_has_its_colour() -> None:
    assert set(COLOURS) == set(LABELS)
