"""The ground of a row says what is chosen, by more than a tint."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle

from ui import theme
from ui.parts import ground

NONE = QStyle.StateFlag.State_None
CHOSEN = QStyle.StateFlag.State_Selected
HELD = CHOSEN | QStyle.StateFlag.State_HasFocus
Ground = Callable[[QPainter, QRect, QStyle.StateFlag], None]


def colours(paint: Ground, state: QStyle.StateFlag) -> set[str]:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.colour("window")))
    painter = QPainter(image)
    paint(painter, image.rect(), state)
    painter.end()
    return {image.pixelColor(x, y).name() for x in range(60) for y in range(40)}


@pytest.mark.usefixtures("qapp")
def test_a_chosen_row_has_a_bar_or_a_frame() -> None:
    accent = QColor(theme.colour("accent")).name()

    assert accent not in colours(ground.ruled, NONE)
    assert accent in colours(ground.ruled, CHOSEN)
    assert len(colours(ground.rounded, NONE)) == 1
    assert accent not in colours(ground.rounded, CHOSEN)
    assert len(colours(ground.rounded, HELD)) > len(colours(ground.rounded, CHOSEN))
