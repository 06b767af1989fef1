"""Lines are told to a screen reader, keep the selection, and carry photos when dragged."""

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from ui.captioning.lines import State, Wish, look
from ui.captioning.model import LINE, PHOTO_TYPE, Lines, state_words


def test_the_model_keeps_qts_rules(desk: Desk, story_id: str) -> None:
    model = Lines()
    tester = QAbstractItemModelTester(model)
    sight = look(desk, Wish(story_id))
    model.show_lines(sight.photos)
    model.show_lines(sight.slots)

    assert model.rowCount() == 2
    tester.deleteLater()


def test_the_same_photos_again_do_not_reset(qtbot: QtBot, desk: Desk) -> None:
    model = Lines()
    photos = look(desk, Wish()).photos
    model.show_lines(photos)

    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_lines(look(desk, Wish()).photos)


def test_a_line_is_spoken_with_its_slot_and_its_state(desk: Desk, story_id: str) -> None:
    model = Lines()
    slots = look(desk, Wish(story_id)).slots
    model.show_lines(slots)

    told = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Slot 1" in told
    assert state_words(slots[0].state) in told
    assert model.index(0).data(LINE) is slots[0]


def test_a_photo_is_carried_by_its_id_and_dropped_on_a_slot(
    qtbot: QtBot, desk: Desk, story_id: str
) -> None:
    sight = look(desk, Wish(story_id))
    photos, slots = Lines(), Lines()
    photos.show_lines(sight.photos)
    slots.show_lines(sight.slots)
    carried = photos.mimeData([photos.index(0)])
    assert bytes(carried.data(PHOTO_TYPE).data()).decode() == sight.photos[0].photo.id

    with qtbot.waitSignal(slots.dropped) as dropped:
        assert slots.dropMimeData(carried, Qt.DropAction.CopyAction, -1, -1, slots.index(1))
    assert dropped.args is not None
    assert dropped.args[0] == 1


def test_nothing_is_dropped_beside_the_slots() -> None:
    assert not Lines().dropMimeData(QMimeData(), Qt.DropAction.CopyAction, -1, -1, QModelIndex())


def test_every_state_has_words() -> None:
    assert all(state_words(state) for state in State)
