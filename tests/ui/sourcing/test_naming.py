"""Names are offered while one types, taken by Return, left by Escape."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.sourcing.naming import NameLine


@pytest.fixture
def line(qtbot: QtBot) -> NameLine:
    made = NameLine()
    qtbot.addWidget(made)
    made.offer(("Hélène Carvin", "Tomasz Orlik", "Orlane Tom"))
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def offered(line: NameLine) -> list[str]:
    model = line._popup.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_any_part_of_a_name_finds_it(line: NameLine) -> None:
    QTest.keyClicks(line, "tom")

    assert offered(line) == ["Tomasz Orlik", "Orlane Tom"]


def test_down_opens_all_and_return_takes_one(qtbot: QtBot, line: NameLine) -> None:
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert len(offered(line)) == 3
    line._popup.setCurrentIndex(line._popup.model().index(1, 0))

    with qtbot.waitSignal(line.handed_over):
        QTest.keyClick(line._popup, Qt.Key.Key_Return)

    assert line.text() == "Tomasz Orlik"
    assert not line._popup.isVisible()


def test_escape_gives_up(qtbot: QtBot, line: NameLine) -> None:
    with qtbot.waitSignal(line.given_up), qtbot.assertNotEmitted(line.handed_over):
        QTest.keyClick(line, Qt.Key.Key_Escape)
