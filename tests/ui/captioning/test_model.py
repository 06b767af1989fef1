"""Lines are told to a screen reader, keep the selection, and carry photos when dragged."""

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import captioning, selecting
from app.domain.photo import Flag
from ui.captioning.lines import State, Wish, fetch, look
from ui.captioning.model import LINE, Lines, spoken_card, state_words


def test_the_model_keeps_qts_rules(desk: Desk, story_id: str) -> None:
    model = Lines()
    tester = QAbstractItemModelTester(model)
    sight = look(desk, Wish(story_id))
    model.show_lines(sight.slots)

    assert model.rowCount() == 2
    tester.deleteLater()


def test_the_same_slots_again_do_not_reset(qtbot: QtBot, desk: Desk, story_id: str) -> None:
    model = Lines()
    model.show_lines(look(desk, Wish(story_id)).slots)

    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_lines(look(desk, Wish(story_id)).slots)


def test_a_line_is_spoken_with_its_slot_and_its_state(desk: Desk, story_id: str) -> None:
    model = Lines()
    slots = look(desk, Wish(story_id)).slots
    model.show_lines(slots)

    told = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Slot 1" in told
    assert state_words(slots[0].state) in told
    assert model.index(0).data(LINE) is slots[0]


def test_a_photo_is_dropped_on_a_slot(qtbot: QtBot, desk: Desk, story_id: str) -> None:
    slots = Lines()
    slots.show_lines(look(desk, Wish(story_id)).slots)

    with qtbot.waitSignal(slots.dropped) as dropped:
        assert slots.dropMimeData(QMimeData(), Qt.DropAction.CopyAction, -1, -1, slots.index(1))
    assert dropped.args is not None
    assert dropped.args[0] == 1


def test_a_photo_is_spoken_with_its_marks_and_what_it_lacks(desk: Desk) -> None:
    photo_id = look(desk, Wish()).ids[0]
    selecting.rate(desk, [photo_id], 3)
    selecting.label(desk, [photo_id], "red")
    selecting.flag(desk, [photo_id], Flag.PICK)
    captioning.describe(desk, photo_id, alt="")

    told = spoken_card(fetch(desk, [photo_id])[0])

    assert all(words in told for words in ("3 stars", "Red", "Picked", "Lacking: ", "alt text"))


def test_nothing_is_dropped_beside_the_slots() -> None:
    assert not Lines().dropMimeData(QMimeData(), Qt.DropAction.CopyAction, -1, -1, QModelIndex())


def test_every_state_has_words() -> None:
    assert all(state_words(state) for state in State)
