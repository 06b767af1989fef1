"""Menus, toolbar and status bar say what is, in the right number."""

import pytest
from PySide6.QtWidgets import QLabel, QMenu, QToolButton

from ui.place import Standing
from ui.window import Window


def words(window: Window, name: str) -> str:
    found = window.status.findChild(QLabel, f"status-{name}")
    assert found is not None
    return found.text()


def problems(window: Window) -> str:
    found = window.status.findChild(QToolButton, "status-problems")
    assert found is not None
    return found.text()


def test_the_status_bar_tells_the_standing_of_the_story(window: Window) -> None:
    window.status.tell(
        Standing(words=1, language="fr-CH", problems=3, blocks=1, saved="Saved at 14:32")
    )

    assert words(window, "words") == "1 word · 1 minute"
    assert words(window, "language") == "French (Switzerland)"
    assert words(window, "saved") == "Saved at 14:32"
    assert problems(window) == "3 problems · 1 blocking"


def test_the_length_is_told_against_the_target(window: Window) -> None:
    window.status.tell(Standing(words=411, target=600, language="en-GB"))

    assert words(window, "words") == "411 of 600 words · 2 minutes"


def test_help_of_an_action_is_not_written_over_the_standing(window: Window) -> None:
    window.status.showMessage("What the action does")
    window.status.tell(Standing(words=411, language="en-GB", problems=3))

    found = window.status.findChild(QLabel, "status-words")
    assert found is not None
    assert not found.isVisible()

    window.status.clearMessage()
    assert found.isVisible()


@pytest.mark.parametrize(("count", "said"), [(0, "No problems"), (1, "1 problem")])
def test_problems_are_counted(window: Window, count: int, said: str) -> None:
    window.status.tell(Standing(language="fr-FR", problems=count))

    assert problems(window) == said


def test_every_menu_has_something_in_it(window: Window) -> None:
    menus = [menu for menu in window.menuBar().findChildren(QMenu) if menu.objectName()]
    shown = {action.text() for action in window.menuBar().actions()}

    assert len(shown) >= 6
    assert [menu.title() for menu in menus if menu.title() in shown and not menu.actions()] == []
