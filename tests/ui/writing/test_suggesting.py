"""Suggestion mode in the writing place: typed, kept by the desk, decided at the caret."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.desk.colleagues import reviewing
from app.desk.desk import Desk
from app.desk.stories import filing
from app.domain.review import Suggestion, SuggestionState
from ui.window import Window
from ui.writing.view import WritingPlace

BODY = "La digue tiendra.\n\nLes travaux dureront quatre mois."
Opened = Callable[..., WritingPlace]


def waiting(desk: Desk, place: WritingPlace) -> list[Suggestion]:
    found = reviewing.review(desk, place.presenter.story_id).suggestions
    return [one for one in found if one.state is SuggestionState.OPEN]


def body(desk: Desk, place: WritingPlace) -> str:
    return filing.package(desk, place.presenter.story_id).story.body


def begin(qtbot: QtBot, window: Window, opened: Opened) -> WritingPlace:
    place = opened(BODY)
    window.show()
    with qtbot.waitSignal(place.sheet.tracked.whole):
        window.run("suggest-mode")
    return place


def write(qtbot: QtBot, place: WritingPlace, at: int, words: str) -> None:
    paper = place.sheet.tracked
    cursor = paper.textCursor()
    cursor.setPosition(at)
    paper.setTextCursor(cursor)
    QTest.keyClicks(paper, words)
    place.suggesting.flush()


def test_what_is_typed_is_suggested_and_the_copy_stays(
    qtbot: QtBot, window: Window, desk: Desk, opened: Opened
) -> None:
    place = begin(qtbot, window, opened)
    assert place.bench.actions["suggest-mode"].isChecked()

    write(qtbot, place, 8, " neuve")

    qtbot.waitUntil(lambda: len(waiting(desk, place)) == 1)
    assert body(desk, place) == BODY
    assert place.texts()["body"] == BODY
    done = place.findChild(QToolButton, "suggest-done")
    assert done is not None
    done.click()
    assert place.sheet.tracked.isHidden()
    assert not place.sheet.paper.isHidden()


def test_a_suggestion_is_accepted_and_declined_at_the_caret(
    qtbot: QtBot, window: Window, desk: Desk, opened: Opened
) -> None:
    place = begin(qtbot, window, opened)
    write(qtbot, place, 8, " neuve")
    write(qtbot, place, len(BODY) + 4, " enfin")
    qtbot.waitUntil(lambda: len(waiting(desk, place)) == 2)

    window.run("next-problem")
    window.run("accept")
    qtbot.waitUntil(lambda: len(waiting(desk, place)) == 1)
    assert body(desk, place).startswith("La digue neuve tiendra.")

    qtbot.waitUntil(lambda: place.sheet.tracked.pieces()[0].text.startswith("La digue neuve"))
    window.run("next-problem")
    window.run("decline")
    qtbot.waitUntil(lambda: waiting(desk, place) == [])
    qtbot.waitUntil(lambda: len(place.sheet.tracked.pieces()) == 1)
    assert "enfin" not in body(desk, place)
    assert place.texts()["body"] == body(desk, place)


def test_nothing_reaches_for_the_copy_behind_the_suggestions(
    qtbot: QtBot, window: Window, desk: Desk, opened: Opened
) -> None:
    place = opened(BODY)
    window.show()
    window.run("problems")
    with qtbot.waitSignal(place.sheet.tracked.whole):
        window.run("suggest-mode")
    assert place.problems.isHidden()

    for code in ("bold", "subhead", "quote-marks", "block-down", "fixes", "replace", "problems"):
        assert not window.book[code].isEnabled()
        window.run(code)
    assert place.texts()["body"] == BODY
    window.run("no-break")
    place.suggesting.flush()
    qtbot.waitUntil(lambda: len(waiting(desk, place)) == 1)
    assert body(desk, place) == BODY


def test_another_story_ends_the_mode(
    qtbot: QtBot, window: Window, desk: Desk, opened: Opened
) -> None:
    place = begin(qtbot, window, opened)
    first = place.presenter.story_id
    write(qtbot, place, 8, " neuve")

    opened("Un autre texte.")

    assert not place.suggesting.on
    assert place.sheet.tracked.isHidden()
    assert len(reviewing.review(desk, first).suggestions) == 1
