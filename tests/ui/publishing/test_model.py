"""Values in a list, told in words."""

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.publishing.model import LINE, Rows


def test_values_are_told_and_given(qtbot: QtBot) -> None:
    rows: Rows[int] = Rows(lambda number: f"number {number}")
    tester = QAbstractItemModelTester(rows)
    rows.show_rows([7, 8])

    assert rows.index(1).data() == "number 8"
    assert rows.index(1).data(LINE) == rows.at(1) == 8
    assert rows.at(2) is None
    with qtbot.assertNotEmitted(rows.modelReset):
        rows.show_rows((7, 8))
    tester.deleteLater()
