"""Review through the real window: suggested, accepted, declined, said, resolved, signed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.colleagues import reviewing
from app.desk.desk import Desk
from app.desk.stories import filing, writing
from ui.reviewing.paper import MEASURE
from ui.reviewing.view import ReviewingPlace
from ui.window import Window
from ui.work import Work

NARROW = 1000
"""Pixels left beside the rail in the smallest window."""

BODY = "The quay will hold 😀.\n\nWorks will take\u00a0four months."


@pytest.fixture
def place(qtbot: QtBot, window: Window, work: Work, desk: Desk) -> ReviewingPlace:
    made, _changes = filing.new_story(desk, "en-GB")
    writing.autosave(desk, made, headline="The quay", body=BODY)
    window.open_story(made, "reviewing")
    qtbot.waitUntil(work.idle)
    here = window.here()
    assert isinstance(here, ReviewingPlace)
    return here


def suggest(qtbot: QtBot, window: Window, place: ReviewingPlace, old: str, new: str) -> None:
    """Replace words by typing in suggestion mode, and end it."""
    window.run("suggest-mode")
    place.paper.moveCursor(QTextCursor.MoveOperation.Start)
    assert place.paper.find(old)
    QTest.keyClicks(place.paper, new)
    window.run("suggest-mode")
    qtbot.waitUntil(window.work.idle)


def body(desk: Desk, window: Window) -> str:
    return filing.package(desk, window.story).story.body


def test_what_is_typed_becomes_a_suggestion_and_the_copy_stays(
    qtbot: QtBot, window: Window, desk: Desk, place: ReviewingPlace
) -> None:
    suggest(qtbot, window, place, "four", "six")

    assert body(desk, window) == BODY
    assert [line.title for line in place.list.lines()] == ["four → six"]
    assert place.paper.text() == BODY.replace("four", "foursix")
    assert place.paper.isReadOnly()


def test_the_place_fits_a_narrow_window_while_suggestions_wait(
    qtbot: QtBot, window: Window, place: ReviewingPlace
) -> None:
    suggest(qtbot, window, place, "four", "six")

    assert place.minimumSizeHint().width() <= NARROW


def test_lines_of_the_copy_stay_short_in_a_wide_window(
    qtbot: QtBot, window: Window, place: ReviewingPlace
) -> None:
    window.resize(1900, 900)
    qtbot.waitUntil(lambda: place.paper.width() > window.width() // 2)

    signs = place.paper.viewport().width() / place.paper.fontMetrics().averageCharWidth()
    assert signs <= MEASURE + 1


def test_a_suggestion_is_accepted_by_key_and_taken_back(
    qtbot: QtBot, window: Window, desk: Desk, place: ReviewingPlace
) -> None:
    suggest(qtbot, window, place, "four", "six")
    place.list.setFocus()
    QTest.keyClick(place.list, Qt.Key.Key_Down)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: body(desk, window) == BODY.replace("four", "six"))
    qtbot.waitUntil(window.work.idle)

    assert place.list.lines() == ()
    window.run("undo")
    qtbot.waitUntil(lambda: body(desk, window) == BODY)
    qtbot.waitUntil(window.work.idle)


def test_a_suggestion_is_declined(
    qtbot: QtBot, window: Window, desk: Desk, place: ReviewingPlace
) -> None:
    suggest(qtbot, window, place, "four", "six")
    place.list.step(1)
    window.run("decline")
    qtbot.waitUntil(lambda: place.list.lines() == ())
    qtbot.waitUntil(window.work.idle)

    assert body(desk, window) == BODY
    assert place.paper.text() == BODY


def test_chosen_words_are_commented_answered_and_resolved(
    qtbot: QtBot, window: Window, desk: Desk, place: ReviewingPlace
) -> None:
    assert place.paper.find("four months")
    for said in ("Since when?", "Since May."):
        place.field.setText(said)
        QTest.keyClick(place.field, Qt.Key.Key_Return)
        qtbot.waitUntil(window.work.idle)
        place.paper.moveCursor(QTextCursor.MoveOperation.Start)
        place.list.step(1)

    first, answer = reviewing.review(desk, window.story).remarks
    assert first.anchor is not None
    assert first.anchor.words == "four months"
    assert answer.answers == first.id
    assert place.list.lines()[1].title == "↳ Since May."

    place.list.step(-5)
    window.run("resolve-remark")
    qtbot.waitUntil(lambda: place.list.lines()[0].aside == "resolved")
    qtbot.waitUntil(window.work.idle)


def test_the_caret_in_the_copy_chooses_the_suggestion(
    qtbot: QtBot, window: Window, place: ReviewingPlace
) -> None:
    suggest(qtbot, window, place, "four", "six")
    place.list.show_lines(place.list.lines(), -1)
    place.paper.moveCursor(QTextCursor.MoveOperation.Start)
    assert place.paper.find("ur")
    cursor = place.paper.textCursor()
    cursor.setPosition(cursor.position() - 1)
    place.paper.setTextCursor(cursor)

    assert place.list.row() == 0


def test_a_name_is_put_under_the_copy(qtbot: QtBot, window: Window, place: ReviewingPlace) -> None:
    window.run("sign-off")
    qtbot.waitUntil(lambda: [line.aside for line in place.list.lines()] == ["signed"])
    qtbot.waitUntil(window.work.idle)

    assert place.list.lines()[0].title == "Signed off by Test Desk"


def test_what_was_overtaken_is_told_and_the_copy_stays(
    qtbot: QtBot, window: Window, desk: Desk, place: ReviewingPlace
) -> None:
    window.run("suggest-mode")
    QTest.keyClicks(place.paper, "x")
    writing.autosave(desk, window.story, body="Quite another text.")
    window.run("suggest-mode")
    qtbot.waitUntil(window.work.idle)

    notice = window.banner.notice()
    assert notice is not None
    assert "changed meanwhile" in notice.text
    assert reviewing.review(desk, window.story).suggestions == ()
