"""The filter bar gives the marks and the order asked for."""

from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.domain.photo import Flag
from app.domain.picking import LABELS, Order
from ui.captioning.bar import ORDERS, FilterBar
from ui.captioning.lines import Marks
from ui.captioning.model import ASKED, FLAGS
from ui.captioning.model import LABELS as NAMES


def test_marks_and_order_are_told(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    with qtbot.waitSignals([bar.changed, bar.changed]):
        bar.labels["blue"].click()
        bar.flags[Flag.PICK].click()
    bar.stars.setCurrentIndex(3)
    bar.set_order(Order.CREATED)

    assert bar.marks() == Marks(3, frozenset({"blue"}), frozenset({Flag.PICK}))
    assert bar.order() is Order.CREATED
    bar.clear()
    assert bar.marks() == Marks()


def test_every_button_has_a_name(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)

    assert all(button.accessibleName() for button in bar.findChildren(QToolButton))


def test_everything_the_desk_knows_is_offered() -> None:
    assert set(ORDERS) == set(Order)
    assert set(NAMES) == set(LABELS)
    assert set(FLAGS) == set(Flag) - {Flag.NONE}
    assert len(ASKED) == 6
