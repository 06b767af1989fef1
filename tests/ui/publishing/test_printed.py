"""Words for readers keep their spaces and come as one paragraph."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.publishing.printed import Printed


def test_words_come_as_one_paragraph_with_their_spaces(qtbot: QtBot) -> None:
    box = Printed("notice", "Notice")
    qtbot.addWidget(box)

    box.setPlainText("Prix\u00a0: 3\u202f€.")
    box.selectAll()
    assert box.words() == "Prix\u00a0: 3\u202f€."

    box.clear()
    QTest.keyClicks(box, "Un ")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "deux ")
    assert box.words() == "Un  deux"
