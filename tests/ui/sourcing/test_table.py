"""The table gives way where room is short."""

from pytestqt.qtbot import QtBot

from ui.sourcing.model import Tallies
from ui.sourcing.table import MANNER, MANNER_FROM, Table


def test_the_manner_is_shown_where_there_is_room(qtbot: QtBot) -> None:
    tallies = Tallies()
    table = Table(tallies)
    tallies.setParent(table)
    qtbot.addWidget(table)
    table.show()
    for width in (MANNER_FROM - 50, MANNER_FROM + 50):
        table.resize(width, 200)
        assert table.isColumnHidden(MANNER) == (width < MANNER_FROM)
