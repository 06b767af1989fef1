"""HTML pasted is cleaned without holding the window up, and nothing typed meanwhile is lost."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import filing, writing
from app.domain.text import Span
from ui.window import Window
from ui.writing.cleaning import AT_ONCE
from ui.writing.view import WritingPlace

LONG = [f"La digue numéro {n} tient bon." for n in range(900)]
HTML = "".join(f"<p>{one}</p>" for one in LONG)
COPY = "\n\n".join(LONG)


@pytest.fixture
def stories(desk: Desk) -> list[str]:
    made = []
    for number in range(2):
        story_id, _changes = filing.new_story(desk, "fr-FR")
        writing.autosave(desk, story_id, headline=f"Titre {number}", body="Avant.\n\nAprès.")
        made.append(story_id)
    return made


@pytest.fixture
def place(qtbot: QtBot, window: Window, stories: list[str]) -> WritingPlace:
    window.open_story(stories[0], "writing")
    here = window.here()
    assert isinstance(here, WritingPlace)
    settled(qtbot, window, here)
    here.sheet.paper.go_to(Span(6, 6))
    return here


def settled(qtbot: QtBot, window: Window, place: WritingPlace) -> None:
    qtbot.waitUntil(
        lambda: (
            not place.loading.under_way
            and not place.sheet.tracked.waited_for()
            and window.work.idle()
        ),
        timeout=20_000,
    )


def html(text: str, plain: str = "") -> QMimeData:
    data = QMimeData()
    data.setHtml(text)
    if plain:
        data.setText(plain)
    return data


def test_long_html_is_cleaned_and_keys_typed_meanwhile_come_after_it(
    qtbot: QtBot, window: Window, place: WritingPlace
) -> None:
    assert len(HTML) > AT_ONCE
    place.sheet.paper.insertFromMimeData(html(HTML))
    QTest.keyClicks(place.sheet.paper, " Fin")
    assert place.sheet.paper.body() == "Avant.\n\nAprès."
    settled(qtbot, window, place)

    assert place.sheet.paper.body() == f"Avant.{COPY} Fin\n\nAprès."
    place.sheet.paper.undo()
    place.sheet.paper.undo()
    assert place.sheet.paper.body() == "Avant.\n\nAprès."


def test_short_html_is_there_at_once(place: WritingPlace) -> None:
    place.sheet.paper.insertFromMimeData(html("<p>Un <b>mot</b></p>"))

    assert place.sheet.paper.body() == "Avant.Un **mot**\n\nAprès."


def test_a_story_left_upon_a_paste_has_it(
    qtbot: QtBot, window: Window, place: WritingPlace, stories: list[str], desk: Desk
) -> None:
    place.sheet.paper.insertFromMimeData(html(HTML))
    window.open_story(stories[1], "writing")
    settled(qtbot, window, place)

    assert place.sheet.paper.body() == "Avant.\n\nAprès."
    assert filing.package(desk, stories[0]).story.body == f"Avant.{COPY}\n\nAprès."


def test_the_window_closes_upon_a_paste_and_keeps_it(
    window: Window, place: WritingPlace, stories: list[str], desk: Desk
) -> None:
    place.sheet.paper.insertFromMimeData(html(HTML))
    window.close()
    window.work.close()

    assert filing.package(desk, stories[0]).story.body == f"Avant.{COPY}\n\nAprès."


def test_long_html_is_suggested_where_changes_are(
    qtbot: QtBot, window: Window, place: WritingPlace
) -> None:
    window.run("suggest-mode")
    settled(qtbot, window, place)
    tracked = place.sheet.tracked
    assert tracked.isVisible()
    tracked.insertFromMimeData(html(HTML))
    QTest.keyClicks(tracked, " Fin")
    settled(qtbot, window, place)
    qtbot.waitUntil(lambda: " Fin" in tracked.body(), timeout=20_000)

    assert f"{COPY} Fin" in tracked.body()
    assert place.sheet.paper.body() == "Avant.\n\nAprès."


def test_a_clipboard_without_words_takes_nothing_away(qtbot: QtBot, place: WritingPlace) -> None:
    place.sheet.paper.selectAll()
    with qtbot.waitSignal(place.sheet.paper.left_out) as told:
        place.sheet.paper.insertFromMimeData(html("<p></p>"))

    assert told.args == ["Nothing was pasted: no words can be read there."]
    assert place.sheet.paper.body() == "Avant.\n\nAprès."
    QApplication.clipboard().clear()
