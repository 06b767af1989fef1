"""The small widgets say what they are told."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ui.parts import named
from ui.parts.elided import Elided
from ui.parts.empty import Empty
from ui.parts.rail import Rail


class Counted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_named_widget_has_an_id_a_name_and_a_tip(qtbot: QtBot) -> None:
    widget = named(QWidget(), "the-id", "Its name", "What it does")
    qtbot.addWidget(widget)

    assert widget.objectName() == widget.accessibleIdentifier() == "the-id"
    assert (widget.accessibleName(), widget.toolTip()) == ("Its name", "What it does")


def test_an_empty_state_speaks_and_offers(qtbot: QtBot) -> None:
    empty = Empty("search", "none")
    qtbot.addWidget(empty)
    done: list[int] = []
    empty.say("Nothing", "Try again.")
    empty.offer("Again", lambda: done.append(1), "again").click()

    assert empty.accessibleName() == "Nothing Try again."
    assert [label.text() for label in empty.findChildren(QLabel) if label.text()] == [
        "Nothing",
        "Try again.",
    ]
    assert done == [1]


def test_a_cut_text_keeps_the_whole_of_it_for_those_who_ask(qtbot: QtBot) -> None:
    elided = Elided()
    qtbot.addWidget(elided)
    elided.set_text("Un très long titre " * 20)

    assert elided.toolTip() == elided.accessibleName() == elided.text()


def test_the_rail_follows_its_actions(qtbot: QtBot) -> None:
    rail = Rail("Places")
    qtbot.addWidget(rail)
    one, two = QAction("One", rail), QAction("Two", rail)
    for action in (one, two):
        action.setCheckable(True)
    first, second = rail.add(one, "one"), rail.add(two, "two")
    assert rail.first() is first

    two.setChecked(True)
    assert rail.first() is second


def test_an_empty_state_paints_once_and_rests(qtbot: QtBot) -> None:
    empty = Empty("search", "none")
    qtbot.addWidget(empty)
    empty.show()
    qtbot.waitExposed(empty)
    paints = Counted(empty)
    qtbot.wait(100)

    assert paints.count <= 2


def test_return_presses_a_button_as_space_does(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    button = named(QPushButton("Do It"), "do-it")
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(True))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(button, key)

    assert len(pressed) == 3
