"""The table gives way where room is short."""

from pytestqt.qtbot import QtBot

from ui.sourcing.model import Tallies
from ui.sourcing.table import NARROWER, WIDE_FROM, Table


def test_every_column_is_shown_where_there_is_room(qtbot: QtBot) -> None:
    tallies = Tallies()
    table = Table(tallies)
    tallies.setParent(table)
    qtbot.addWidget(table)
    table.show()
    for width in (WIDE_FROM - 50, WIDE_FROM + 50):
        table.resize(width, 200)
        assert all(table.isColumnHidden(one) == (width < WIDE_FROM) for one in NARROWER)
