"""The rack counts slots and tells which one is meant."""

from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import captioning
from ui.actions import ActionBook
from ui.captioning.lines import Wish, look
from ui.captioning.model import Lines
from ui.captioning.rack import Rack
from ui.captioning.thumbnails import Thumbnails
from ui.errands import nothing
from ui.window import Window
from ui.work import Work


def test_slots_and_those_that_wait_are_counted(
    qtbot: QtBot, desk: Desk, work: Work, window: Window, story_id: str
) -> None:
    slots = Lines()
    rack = Rack(slots, Thumbnails(desk, work), ActionBook(window, nothing))
    qtbot.addWidget(rack)
    captioning.detach(desk, story_id, 2)
    rack.resize(900, 200)
    rack.show()
    sight = look(desk, Wish(story_id))
    slots.show_lines(sight.slots)
    rack.show_count(sight.slots)
    assert rack._title.text() == "2 slots in this story · 1 waits for its photo"

    rack.resize(200, 200)
    assert rack._title.text() == ""
    assert rack._title.accessibleName() == "2 slots in this story · 1 waits for its photo"

    with qtbot.waitSignal(rack.chosen) as chosen:
        rack.select(2)
    assert chosen.args == [2]

    rack.show_count(())
    assert rack.strip.isHidden()
