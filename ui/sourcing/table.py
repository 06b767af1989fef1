"""Who speaks, as a table: the twin of the bars for those who do not see them."""

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ui.parts import named
from ui.words import _

NARROWER = (2, 4)
"""Columns that give way: how many quotes, which their order tells too, and how they report."""
WIDE_FROM = 380
"""Pixels from which on there is room for the column s that give way."""


class Table(QTableView):
    """Shows the figures; some columns give way where room is short."""

    def __init__(self, tallies: QAbstractItemModel) -> None:
        super().__init__()
        named(self, "source-table", _("Who speaks, as a table"))
        self.setModel(tallies)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < WIDE_FROM
        for column in NARROWER:
            if self.isColumnHidden(column) != narrow:
                self.setColumnHidden(column, narrow)
        super().resizeEvent(event)
