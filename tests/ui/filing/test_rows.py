"""Rows are tall enough for two lines of any font."""

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from ui.filing.model import StoriesModel
from ui.filing.rows import RowPainter


@pytest.mark.parametrize("points", [8, 11, 20, 32])
def test_two_lines_fit_at_every_size(qtbot: QtBot, points: int) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setFont(QFont("IBM Plex Sans", points))
    option = QStyleOptionViewItem()
    option.initFrom(view)

    height = RowPainter(view).sizeHint(option, StoriesModel().index(0)).height()

    assert height >= 2 * option.fontMetrics.height()
