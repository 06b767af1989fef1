"""Suggestion mode in the writing place: typed, kept by the desk, decided at the caret."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from app.desk.colleagues import reviewing
from app.desk.desk import Desk
from app.desk.stories import filing
from app.domain.review import Suggestion, SuggestionState
from app.domain.text import Span
from ui.window import Window
from ui.writing.pieces import DELETED, INSERTED, Piece
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
    place = begin(qtbot, window, opened)

    for code in ("bold", "subhead", "quote-marks", "block-down", "replace"):
        assert not window.book[code].isEnabled()
        window.run(code)
    assert place.texts()["body"] == BODY
    window.run("no-break")
    place.suggesting.flush()
    qtbot.waitUntil(lambda: len(waiting(desk, place)) == 1)
    assert body(desk, place) == BODY


def test_typography_is_set_as_a_part_of_what_is_suggested(
    qtbot: QtBot, window: Window, desk: Desk, opened: Opened
) -> None:
    place = begin(qtbot, window, opened)
    write(qtbot, place, 16, " !")
    cursor = place.sheet.tracked.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    place.sheet.tracked.setTextCursor(cursor)
    QTest.keyClicks(place.sheet.tracked, ' "Non"')
    place.suggesting.flush()

    qtbot.waitUntil(lambda: len(waiting(desk, place)) == 2)
    proposal = reviewing.proposal(reviewing.review(desk, place.presenter.story_id), desk.by)
    assert proposal == (
        "La digue tiendra\u202f!.\n\nLes travaux dureront quatre mois. «\u00a0Non\u00a0»"
    )
    assert body(desk, place) == BODY
    window.run("undo")
    assert place.sheet.tracked.body().endswith('«\u00a0Non"')


def test_the_bar_says_whose_suggestion_stands_at_the_caret(
    qtbot: QtBot, window: Window, desk: Desk, opened: Opened
) -> None:
    place = begin(qtbot, window, opened)
    here = place.findChild(QLabel, "suggest-here")
    assert here is not None
    write(qtbot, place, 8, " neuve")
    assert here.text() == f"{desk.by} inserts this"
    cursor = place.sheet.tracked.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    place.sheet.tracked.setTextCursor(cursor)
    assert here.text() == ""


def test_what_is_suggested_is_checked_and_mended_as_a_suggestion(
    qtbot: QtBot, window: Window, desk: Desk, opened: Opened
) -> None:
    place = begin(qtbot, window, opened)
    paper = place.sheet.tracked
    write(qtbot, place, 8, " neuuve")
    qtbot.waitUntil(
        lambda: any(one.excerpt == "neuuve" for one in place.remarks.findings), timeout=20_000
    )
    index = next(i for i, one in enumerate(place.remarks.findings) if one.excerpt == "neuuve")
    cursor = paper.cursor_on(Span(9, 15))
    assert cursor.selectedText() == "neuuve"
    assert index in paper.findings_at(cursor.position())

    qtbot.waitUntil(lambda: not place._check_timer.isActive())
    menu = place.remarks._menu_for(index)
    qtbot.waitUntil(lambda: "neuve" in [one.text() for one in menu.actions()])
    next(one for one in menu.actions() if one.text() == "neuve").trigger()
    menu.close()

    assert paper.body().startswith("La digue neuve tiendra.")
    place.suggesting.flush()
    qtbot.waitUntil(lambda: [one.put for one in waiting(desk, place)] == ["neuve "])
    assert body(desk, place) == BODY


def test_a_word_of_the_copy_is_struck_where_it_is_spelt_otherwise(
    qtbot: QtBot, window: Window, desk: Desk, opened: Opened
) -> None:
    place = begin(qtbot, window, opened)
    paper = place.sheet.tracked
    write(qtbot, place, 0, "Voici. ")
    paper.replace([(Span(10, 15), "jetée")])

    assert [piece for piece in paper.pieces() if piece.kind] == [
        Piece("Voici. ", INSERTED, desk.by),
        Piece("digue", DELETED, desk.by),
        Piece("jetée", INSERTED, desk.by),
    ]
    window.run("undo")
    assert paper.body() == f"Voici. {BODY}"


def test_the_window_closes_upon_keys_that_wait_and_none_is_lost(
    window: Window, desk: Desk, opened: Opened
) -> None:
    place = opened(BODY)
    window.show()
    window.run("suggest-mode")
    QTest.keyClicks(place.sheet.tracked, "Vite ")
    assert place.sheet.tracked.waited_for()
    window.close()
    window.work.close()

    assert [one.put for one in waiting(desk, place)] == ["Vite "]
    assert body(desk, place) == BODY


def test_keys_pressed_upon_a_decision_wait_for_the_copy_it_makes(
    qtbot: QtBot, window: Window, desk: Desk, opened: Opened
) -> None:
    place = begin(qtbot, window, opened)
    write(qtbot, place, 8, " neuve")
    qtbot.waitUntil(lambda: len(waiting(desk, place)) == 1)
    with qtbot.waitSignal(place.sheet.tracked.whole):
        window.run("accept")
        QTest.keyClicks(place.sheet.tracked, "!")
    place.suggesting.flush()

    qtbot.waitUntil(lambda: len(waiting(desk, place)) == 1)
    assert body(desk, place).startswith("La digue neuve tiendra.")
    assert place.sheet.tracked.body().count("!") == 1


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
