"""Crop and focus are kept as they are moved, and every shape is seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.photos.cropping import ROLES as KNOWN
from app.domain.photo import Photo
from ui.captioning.cropping import ROLES, CropSheet
from ui.work import Work


@pytest.fixture
def photo(desk: Desk) -> Photo:
    return captioning.photos(desk)[0]


@pytest.fixture
def sheet(qtbot: QtBot, desk: Desk, work: Work, photo: Photo) -> Iterator[CropSheet]:
    made = CropSheet(desk, work, photo, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(work.idle, timeout=20_000)
    yield made
    made.close()


def test_every_role_is_offered_and_previewed(sheet: CropSheet) -> None:
    assert set(ROLES) == set(KNOWN)
    assert all(not label.pixmap().isNull() for label in sheet._pictures.values())


def test_what_is_moved_by_keys_is_kept_for_its_role(
    qtbot: QtBot, sheet: CropSheet, desk: Desk, photo: Photo, *, work: Work
) -> None:
    sheet.role.setCurrentIndex(list(ROLES).index("1x1"))
    for _time in range(2):
        QTest.keyClick(sheet.frame, Qt.Key.Key_Minus)
    QTest.keyClick(sheet.frame, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    crop = sheet.frame.crop
    sheet._done()
    qtbot.waitUntil(work.idle, timeout=20_000)

    kept = captioning.photo(desk, photo.id)
    found = kept.crop("1x1")
    assert found is not None
    assert found.width == pytest.approx(crop.width, abs=0.001)
    assert kept.focus.x == pytest.approx(photo.focus.x + 0.02)
    assert kept.crop("16x9") is None


def test_automatic_takes_the_frame_back(
    qtbot: QtBot, sheet: CropSheet, desk: Desk, photo: Photo, *, work: Work
) -> None:
    sheet.role.setCurrentIndex(list(ROLES).index("16x9"))
    QTest.keyClick(sheet.frame, Qt.Key.Key_Minus)
    sheet.keep()
    qtbot.waitUntil(lambda: captioning.photo(desk, photo.id).crop("16x9") is not None)

    sheet.automatic()
    qtbot.waitUntil(lambda: captioning.photo(desk, photo.id).crop("16x9") is None)
    qtbot.waitUntil(work.idle, timeout=20_000)
