"""Keys pressed while a story is on its way are typed into that story, and into no other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import filing, writing
from ui.window import Window
from ui.writing.view import WritingPlace

LONG = "\n\n".join(f"Le paragraphe {n} de la digue." for n in range(900))


@pytest.fixture
def stories(desk: Desk) -> list[str]:
    made = []
    for number in range(3):
        story_id, _changes = filing.new_story(desk, "fr-FR")
        writing.autosave(desk, story_id, headline=f"Titre {number}", body=f"{number} {LONG}")
        made.append(story_id)
    return made


@pytest.fixture
def place(qtbot: QtBot, window: Window, stories: list[str]) -> WritingPlace:
    window.open_story(stories[0], "writing")
    here = window.here()
    assert isinstance(here, WritingPlace)
    qtbot.waitUntil(lambda: not here.loading.under_way)
    return here


def settled(qtbot: QtBot, window: Window, place: WritingPlace) -> None:
    qtbot.waitUntil(lambda: not place.loading.under_way and window.work.idle(), timeout=20_000)


def stored(desk: Desk, story_id: str) -> str:
    return filing.package(desk, story_id).story.body


def test_keys_pressed_before_the_story_is_there_are_typed_into_it(
    qtbot: QtBot, window: Window, place: WritingPlace, stories: list[str], desk: Desk
) -> None:
    window.open_story(stories[1], "writing")
    QTest.keyClicks(place.sheet.paper, "Hier, ")
    settled(qtbot, window, place)

    assert place.sheet.paper.body() == f"Hier, 1 {LONG}"
    place.leave()
    settled(qtbot, window, place)
    assert stored(desk, stories[1]) == f"Hier, 1 {LONG}"
    assert stored(desk, stories[0]) == f"0 {LONG}"


def test_keys_pressed_while_the_words_come_in_keep_their_order(
    qtbot: QtBot, window: Window, place: WritingPlace, stories: list[str]
) -> None:
    window.open_story(stories[1], "writing")
    qtbot.waitUntil(place.sheet.paper.filling.under_way)
    QTest.keyClicks(place.sheet.paper, "ab")
    QTest.keyClick(place.sheet.paper, Qt.Key.Key_Return)
    QTest.keyClicks(place.sheet.paper, "c")
    settled(qtbot, window, place)

    assert place.sheet.paper.body() == f"ab\n\nc1 {LONG}"


def test_a_paste_waits_for_its_turn_among_the_keys(
    qtbot: QtBot, window: Window, place: WritingPlace, stories: list[str]
) -> None:
    QApplication.clipboard().setText("collé")
    place.sheet.paper.setFocus()
    qtbot.waitUntil(place.sheet.paper.hasFocus)
    window.open_story(stories[1], "writing")
    QTest.keyClicks(place.sheet.paper, "a")
    window.run("paste")
    QTest.keyClicks(place.sheet.paper, "b")
    settled(qtbot, window, place)

    assert place.sheet.paper.body() == f"acolléb1 {LONG}"


def test_what_was_typed_can_be_undone_and_the_story_cannot(
    qtbot: QtBot, window: Window, place: WritingPlace, stories: list[str]
) -> None:
    window.open_story(stories[1], "writing")
    QTest.keyClicks(place.sheet.paper, "x")
    settled(qtbot, window, place)
    place.sheet.paper.undo()

    assert place.sheet.paper.body() == f"1 {LONG}"
    assert not place.sheet.paper.document().isUndoAvailable()


def test_a_story_half_loaded_gives_way_to_the_next(
    qtbot: QtBot, window: Window, place: WritingPlace, stories: list[str], desk: Desk
) -> None:
    window.open_story(stories[1], "writing")
    qtbot.waitUntil(place.sheet.paper.filling.under_way)
    window.open_story(stories[2], "writing")
    settled(qtbot, window, place)

    assert place.sheet.paper.body() == f"2 {LONG}"
    place.leave()
    settled(qtbot, window, place)
    assert [stored(desk, one) for one in stories] == [f"{n} {LONG}" for n in range(3)]


def test_keys_for_a_story_left_at_once_are_not_lost_and_reach_no_other(
    qtbot: QtBot, window: Window, place: WritingPlace, stories: list[str], desk: Desk
) -> None:
    window.open_story(stories[1], "writing")
    QTest.keyClicks(place.sheet.paper, "Un ")
    window.open_story(stories[2], "writing")
    QTest.keyClicks(place.sheet.paper, "Deux ")
    qtbot.waitUntil(lambda: place.sheet.paper.body().endswith(f"2 {LONG}"), timeout=20_000)
    settled(qtbot, window, place)
    place.leave()
    settled(qtbot, window, place)

    wanted = [f"0 {LONG}", f"Un 1 {LONG}", f"Deux 2 {LONG}"]
    assert [stored(desk, one) for one in stories] == wanted


def test_leaving_the_place_keeps_what_was_typed_while_the_words_came_in(
    qtbot: QtBot, window: Window, place: WritingPlace, stories: list[str], desk: Desk
) -> None:
    window.open_story(stories[1], "writing")
    qtbot.waitUntil(place.sheet.paper.filling.under_way)
    QTest.keyClicks(place.sheet.paper, "Vite ")
    window.go("filing")
    settled(qtbot, window, place)

    assert stored(desk, stories[1]) == f"Vite 1 {LONG}"


def test_the_window_closes_upon_keys_and_none_is_lost(
    window: Window, place: WritingPlace, stories: list[str], desk: Desk
) -> None:
    window.open_story(stories[1], "writing")
    QTest.keyClicks(place.sheet.paper, "Vite ")
    assert place.presenter.package is None
    window.close()
    window.work.close()

    assert stored(desk, stories[1]) == f"Vite 1 {LONG}"
    assert stored(desk, stories[0]) == f"0 {LONG}"


def test_nothing_is_held_when_the_story_is_gone(
    qtbot: QtBot, window: Window, place: WritingPlace
) -> None:
    window.open_story("gone", "writing")
    QTest.keyClicks(place.sheet.paper, "a")
    settled(qtbot, window, place)

    assert not place.loading.holds()
