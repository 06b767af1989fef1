"""The menu of languages: that of the story is ticked, and whether new stories are set like it."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from app.desk import typography
from app.desk.desk import Desk
from ui.window import Window
from ui.writing.view import WritingPlace


def test_new_stories_are_set_like_this_one_when_asked(
    qtbot: QtBot, window: Window, desk: Desk, opened: Callable[..., WritingPlace]
) -> None:
    opened("Le phare.", "fr-CH")
    assert window.book["language-fr-CH"].isChecked()
    assert not window.book["language-desk"].isChecked()

    window.run("language-desk")
    qtbot.waitUntil(window.book["language-desk"].isChecked)
    assert typography.defaults(desk) == {"fr": "fr-CH"}

    window.run("language-fr-CA")
    qtbot.waitUntil(window.book["language-fr-CA"].isChecked)
    qtbot.waitUntil(lambda: not window.book["language-desk"].isChecked())
