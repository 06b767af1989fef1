"""The grid lists ids at once and asks for cards as they come into sight."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from ui.captioning.lines import Wish, fetch, look
from ui.captioning.model import LINE, PHOTO_TYPE
from ui.captioning.shelf import PAGE, Shelf, ranges, runs


def test_the_model_keeps_qts_rules(desk: Desk) -> None:
    shelf = Shelf()
    tester = QAbstractItemModelTester(shelf)
    ids = look(desk, Wish()).ids
    shelf.show_ids(ids)
    shelf.put(fetch(desk, ids))
    shelf.show_ids(ids[:1])

    assert shelf.rowCount() == 1
    tester.deleteLater()


def test_only_the_pages_looked_at_are_asked_for_the_newest_first(qtbot: QtBot) -> None:
    shelf = Shelf()
    shelf.show_ids([f"p{number}" for number in range(10 * PAGE)])
    asked: list[tuple[str, ...]] = []
    shelf.wanted.connect(asked.append)

    for row in (0, 1, 5 * PAGE + 3, 5 * PAGE + 4):
        assert shelf.index(row).data(LINE) is None
    qtbot.waitUntil(lambda: len(asked) == 2)

    assert [ids[0] for ids in asked] == [f"p{5 * PAGE}", "p0"]
    assert {len(ids) for ids in asked} == {PAGE}


def test_cards_that_come_are_painted_and_spoken(qtbot: QtBot, desk: Desk) -> None:
    shelf = Shelf()
    ids = look(desk, Wish()).ids
    shelf.show_ids(ids)

    with qtbot.waitSignal(shelf.dataChanged):
        shelf.put(fetch(desk, ids))

    card = shelf.card(ids[0])
    assert card is not None
    assert card.photo.file_name in shelf.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    carried = shelf.mimeData([shelf.index(0)])
    assert bytes(carried.data(PHOTO_TYPE).data()).decode() == ids[0]


def test_the_same_photos_again_keep_the_selection(qtbot: QtBot) -> None:
    shelf = Shelf()
    assert shelf.show_ids(["a", "b"])

    with qtbot.assertNotEmitted(shelf.modelReset):
        assert not shelf.show_ids(["a", "b"])


def test_a_selection_is_few_ranges_however_many_photos() -> None:
    shelf = Shelf()
    shelf.show_ids([f"p{number}" for number in range(1000)])

    whole = shelf.selection_of(shelf.ids())
    assert ranges(whole) == [(0, 999)]


def test_runs_of_numbers() -> None:
    assert runs([]) == []
    assert runs([7, 2, 3, 4, 9, 9]) == [(2, 4), (7, 7), (9, 9)]
