"""The panels beside the text follow the quote and say how many findings wait."""

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from ui.actions import ActionBook
from ui.errands import nothing
from ui.sourcing.lines import seen
from ui.sourcing.side import Side
from ui.window import Window


def test_tabs_are_named_and_count_findings(
    qtbot: QtBot, window: Window, desk: Desk, story_id: str
) -> None:
    side = Side(ActionBook(window, nothing))
    qtbot.addWidget(side)
    sight = seen(desk, story_id)
    side.show_sight(sight)
    side.show_line(sight.lines[0])

    assert side.tabText(2) == f"Rules {len(sight.findings)}"
    assert all(side.tabToolTip(at) for at in range(side.count()))
    told = QAccessible.queryAccessibleInterface(side.bars)
    assert str(sight.tallies[0].order[0]) in told.text(QAccessible.Text.Description)
    side.turn(side.proof)
    assert side.behind.isVisibleTo(side)
