"""Unknown words by key: walked, mended, added to a dictionary, and never changed when quoted."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.domain.text import Span
from ui.window import Window
from ui.writing.view import WritingPlace

Opened = Callable[..., WritingPlace]


def menu_of(place: WritingPlace, qtbot: QtBot) -> QMenu:
    """The menu opened last, once the near words are in."""

    def shown() -> QMenu | None:
        menus = [menu for menu in place.sheet.findChildren(QMenu) if menu.isVisible()]
        return menus[-1] if menus else None

    qtbot.waitUntil(lambda: shown() is not None)
    menu = shown()
    assert menu is not None
    qtbot.waitUntil(lambda: not any("…" in action.text()[-2:] for action in actions(menu)[1:-1]))
    return menu


def actions(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def doubted(place: WritingPlace) -> list[str]:
    return [one.excerpt for one in place.remarks.findings if one.code.startswith("SPE")]


def test_f7_walks_to_the_next_unknown_word_and_mends_it(
    qtbot: QtBot, window: Window, opened: Opened
) -> None:
    place = opened("Le gouvernemant ouvre une gallerie.")
    place.sheet.paper.go_to(Span(0, 0))

    window.run("spelling")
    menu = menu_of(place, qtbot)
    wanted = next(action for action in menu.actions() if action.text() == "gouvernement")
    wanted.trigger()
    menu.close()

    assert place.sheet.paper.body() == "Le gouvernement ouvre une gallerie."
    qtbot.waitUntil(lambda: doubted(place) == ["gallerie"])
    place.sheet.paper.undo()
    assert place.sheet.paper.body() == "Le gouvernemant ouvre une gallerie."


def test_a_word_added_is_remarked_no_more_and_undo_brings_it_back(
    qtbot: QtBot, window: Window, opened: Opened
) -> None:
    place = opened("La mairessse ouvre le quai.")
    assert doubted(place) == ["mairessse"]

    window.run("spelling")
    menu = menu_of(place, qtbot)
    next(action for action in menu.actions() if "Desk" in action.text()).trigger()
    menu.close()
    qtbot.waitUntil(lambda: doubted(place) == [])

    window.go("filing")
    window.run("undo")
    qtbot.waitUntil(lambda: doubted(place) == ["mairessse"])


def test_a_quoted_word_is_shown_and_nothing_is_offered_for_it(
    qtbot: QtBot, window: Window, opened: Opened
) -> None:
    place = opened("Elle a dit « le gouvernemant » jeudi.")

    window.run("spelling")
    menu = menu_of(place, qtbot)

    offered = [action.text() for action in actions(menu)]
    assert "gouvernement" not in offered
    assert "Quoted words are not changed" in offered
    menu.close()
