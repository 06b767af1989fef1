"""The words added to the dictionaries are seen, sifted, taken out and put back."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import spelling
from ui.window import Window
from ui.writing.dictionary import DictionarySheet
from ui.writing.view import WritingPlace


def _words(desk: Desk) -> list[str]:
    return [one.word for one in spelling.added_words(desk)]


def test_a_word_is_taken_out_and_put_back(
    qtbot: QtBot, window: Window, desk: Desk, opened: Callable[..., WritingPlace]
) -> None:
    for word in ("brumois", "dînoire"):
        spelling.add_word(desk, word)
    spelling.add_word(desk, "étrave-née", own=True)
    opened("Le moulin brumois.")
    window.run("dictionary")
    [sheet] = window.findChildren(DictionarySheet)
    qtbot.waitUntil(lambda: len(sheet.list.lines()) == 3)
    assert "3" in sheet.said()

    QTest.keyClicks(sheet.field, "dino")
    assert [line.title for line in sheet.list.lines()] == ["dînoire"]
    sheet.take_out()
    qtbot.waitUntil(lambda: sheet.list.lines() == ())
    assert _words(desk) == ["brumois", "étrave-née"]

    sheet.reject()
    window.run("undo")
    qtbot.waitUntil(lambda: "dînoire" in _words(desk))
