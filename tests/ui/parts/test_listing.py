"""Rows stand for values; showing them again keeps the place and tells nobody."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.parts.listing import Listing, Row

ROWS = (Row("one", 1), Row("two", 2, "warning", "Warning: two"), Row("three", 3))


def listing(qtbot: QtBot) -> Listing:
    made = Listing("things", "Things")
    qtbot.addWidget(made)
    made.show_rows(ROWS)
    made.show()
    return made


def test_the_first_row_is_chosen_and_keys_walk(qtbot: QtBot) -> None:
    made = listing(qtbot)

    with qtbot.waitSignal(made.moved) as moved:
        QTest.keyClick(made, Qt.Key.Key_Down)

    assert moved.args == [1]
    assert made.value() == 2


def test_other_rows_keep_the_place_silently(qtbot: QtBot) -> None:
    made = listing(qtbot)
    made.choose(2)
    with qtbot.assertNotEmitted(made.moved):
        made.show_rows(ROWS[:2])

    assert made.value() == 2
    made.show_rows(())
    assert (made.row(), made.value(), made.count()) == (-1, None, 0)


def test_a_row_is_found_by_its_value_and_spoken(qtbot: QtBot) -> None:
    made = listing(qtbot)

    assert made.choose_value(2)
    assert not made.choose_value(9)
    assert made.row() == 1
    spoken = made.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Warning: two"
