"""The frame and the focus point move by keys and mouse and stay inside the picture."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.photo import Crop, Focus
from ui.captioning.frame import FINE, STEP, CropFrame


@pytest.fixture
def frame(qtbot: QtBot) -> CropFrame:
    made = CropFrame()
    qtbot.addWidget(made)
    made.resize(616, 416)
    made.show_picture(QPixmap(600, 400), 600, 400)
    made.show_crop(Crop(0.25, 0.25, 0.5, 0.5), None, Focus())
    return made


def test_arrows_move_the_frame_and_with_shift_the_focus(qtbot: QtBot, frame: CropFrame) -> None:
    with qtbot.waitSignal(frame.cropped):
        QTest.keyClick(frame, Qt.Key.Key_Right)
    assert frame.crop.left == pytest.approx(0.25 + STEP)

    QTest.keyClick(frame, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert frame.crop.top == pytest.approx(0.25 - FINE)

    with qtbot.waitSignal(frame.focused):
        QTest.keyClick(frame, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert frame.focus_point.x == pytest.approx(0.5 - STEP)
    assert "focus at 48\u00a0%" in frame.accessibleDescription()


def test_the_frame_is_sized_about_its_middle_in_its_shape(frame: CropFrame) -> None:
    QTest.keyClick(frame, Qt.Key.Key_Minus)
    crop = frame.crop
    assert crop.width == pytest.approx(0.5 - STEP)
    assert crop.left + crop.width / 2 == pytest.approx(0.5)
    assert crop.width == pytest.approx(crop.height)


def test_the_mouse_moves_the_frame_and_double_clicks_the_focus(
    qtbot: QtBot, frame: CropFrame
) -> None:
    frame.show()
    QTest.mousePress(frame, Qt.MouseButton.LeftButton, pos=QPoint(308, 208))
    QTest.mouseMove(frame, QPoint(368, 208))
    QTest.mouseRelease(frame, Qt.MouseButton.LeftButton, pos=QPoint(368, 208))
    assert frame.crop.left == pytest.approx(0.35, abs=0.01)

    QTest.mouseDClick(frame, Qt.MouseButton.LeftButton, pos=QPoint(8 + 60, 8 + 40))
    assert (frame.focus_point.x, frame.focus_point.y) == pytest.approx((0.1, 0.1), abs=0.01)
    assert not frame.grab().isNull()


def test_the_corner_keeps_the_ratio(qtbot: QtBot, frame: CropFrame) -> None:
    frame.show()
    frame.show_crop(Crop(0, 0, 0.5, 0.75), 1.0, Focus())
    QTest.mousePress(frame, Qt.MouseButton.LeftButton, pos=QPoint(8 + 300, 8 + 300))
    QTest.mouseMove(frame, QPoint(8 + 200, 8 + 50))
    QTest.mouseRelease(frame, Qt.MouseButton.LeftButton, pos=QPoint(8 + 200, 8 + 50))

    crop = frame.crop
    assert crop.width * 600 == pytest.approx(crop.height * 400)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("msf"), st.floats(-2, 2), st.floats(-2, 2))))
def test_it_never_leaves_the_picture(
    frame: CropFrame, moves: list[tuple[str, float, float]]
) -> None:
    for kind, right, down in moves:
        if kind == "m":
            frame.move_crop(right, down)
        elif kind == "s":
            frame.size_crop(right)
        else:
            frame.move_focus(right, down)
        crop, focus = frame.crop, frame.focus_point
        assert 0 <= crop.left <= crop.left + crop.width <= 1 + 1e-9
        assert 0 <= crop.top <= crop.top + crop.height <= 1 + 1e-9
        assert 0 <= focus.x <= 1
        assert 0 <= focus.y <= 1
