"""The menu of an unknown word offers near words when they come, and the dictionaries at once."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QMenu

from ui.spelling import SpellingMenu, Unknown

Then = Callable[[tuple[str, ...]], None]


class Desk:
    """Keeps who waits for near words, and the words added."""

    def __init__(self) -> None:
        self.waiting: list[tuple[str, str, Then]] = []
        self.added: list[tuple[str, bool]] = []

    def ask(self, word: str, paragraph: str, then: Then) -> None:
        self.waiting.append((word, paragraph, then))

    def add(self, word: str, own: bool) -> None:  # noqa: FBT001  as the menu calls it
        self.added.append((word, own))


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def menu(qapp: object) -> Iterator[QMenu]:
    made = QMenu()
    yield made
    made.deleteLater()


def words_of(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def test_near_words_lead_once_they_are_found(desk: Desk, menu: QMenu) -> None:
    written: list[str] = []
    SpellingMenu(desk.ask, desk.add).fill(menu, Unknown("quais", "Les quaies."), written.append)
    word, paragraph, then = desk.waiting[0]
    assert (word, paragraph) == ("quais", "Les quaies.")

    then(("quai", "quais"))
    menu.actions()[1].trigger()

    assert words_of(menu)[:2] == ["quai", "quais"]
    assert written == ["quais"]


def test_that_no_word_is_near_is_said(desk: Desk, menu: QMenu) -> None:
    SpellingMenu(desk.ask, desk.add).fill(menu, Unknown("xqz", ""), lambda _word: None)
    desk.waiting[0][2](())
    assert words_of(menu)[0] == "No word is near it"


def test_a_word_that_must_stay_can_only_be_added(desk: Desk, menu: QMenu) -> None:
    unknown = Unknown("gouvernemant", "", fixed=True)
    SpellingMenu(desk.ask, desk.add).fill(menu, unknown, lambda _word: None)
    menu.actions()[2].trigger()
    menu.actions()[3].trigger()
    assert desk.waiting == []
    assert desk.added == [("gouvernemant", False), ("gouvernemant", True)]
