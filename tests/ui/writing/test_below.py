"""Below the copy of a low window stands one panel at a time, and none is lost for it."""

from collections.abc import Callable

import pytest

from ui.window import Window
from ui.writing.view import WritingPlace

Opened = Callable[..., WritingPlace]


@pytest.fixture
def place(opened: Opened) -> WritingPlace:
    return opened("Le moulin tourne.")


def panels(place: WritingPlace) -> tuple[bool, bool]:
    return place.problems.isVisible(), place.seeking.finder.isVisible()


def test_a_search_takes_the_room_of_the_problems_and_gives_it_back(
    window: Window, place: WritingPlace
) -> None:
    window.resize(1100, 700)
    window.run("problems")
    window.run("find")
    assert panels(place) == (False, True)
    assert not window.book["problems"].isChecked()

    place.seeking.close()
    assert panels(place) == (True, False)
    assert window.book["problems"].isChecked()


def test_problems_asked_for_meanwhile_end_the_search(window: Window, place: WritingPlace) -> None:
    window.resize(1100, 700)
    window.run("find")
    window.run("problems")
    assert panels(place) == (True, False)

    window.run("problems")
    window.run("find")
    place.seeking.close()
    assert panels(place) == (False, False)


def test_a_high_window_has_room_for_both(window: Window, place: WritingPlace) -> None:
    window.resize(1100, 1000)
    window.run("problems")
    window.run("find")

    assert panels(place) == (True, True)
