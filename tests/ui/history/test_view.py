"""Versions through the real window: listed, compared, named, put back, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import filing, writing
from ui.history.view import HistoryPlace
from ui.parts.empty import Empty
from ui.window import Window
from ui.work import Work


@pytest.fixture
def story_id(desk: Desk) -> str:
    made, _changes = filing.new_story(desk, "en-GB")
    writing.autosave(desk, made, headline="The quay will hold", body="It will hold all winter.")
    writing.keep(desk, made, name="first draft")
    writing.autosave(desk, made, body="It will hold all summer.")
    return made


@pytest.fixture
def place(qtbot: QtBot, window: Window, work: Work, story_id: str) -> HistoryPlace:
    window.open_story(story_id, "history")
    qtbot.waitUntil(work.idle)
    here = window.here()
    assert isinstance(here, HistoryPlace)
    return here


def texts(place: HistoryPlace) -> list[str]:
    return [text.toPlainText() for text in place.sides.texts]


def test_the_newest_version_is_set_against_the_story_now(place: HistoryPlace) -> None:
    assert [line.title for line in place.list.lines()] == [
        "first draft",
        "Begin a story",
        "Begun here",
    ]
    was, now = texts(place)

    assert "winter" in was
    assert "summer" in now
    assert "line-through" in place.sides.texts[0].toHtml()


def test_any_two_versions_are_compared(qtbot: QtBot, work: Work, place: HistoryPlace) -> None:
    place.base.setCurrentIndex(place.base.findData(0))
    qtbot.waitUntil(work.idle)

    was, now = texts(place)
    assert "winter" in now
    assert "winter" not in was
    assert place.sides.titles[0].text().startswith("Version 0")


def test_two_versions_that_say_the_same_are_said_to(
    qtbot: QtBot, work: Work, desk: Desk, place: HistoryPlace
) -> None:
    told = place.findChild(Empty, "history-same")
    assert isinstance(told, Empty)
    assert not told.isVisible()

    writing.keep(desk, place.presenter.story_id, name="second draft")
    place.presenter.list()
    qtbot.waitUntil(work.idle)
    place.list.setCurrentIndex(place.list.model().index(0, 0))
    qtbot.waitUntil(told.isVisible)

    assert told.accessibleName() == "Both say the same."


def test_an_act_shows_what_it_did(
    qtbot: QtBot, work: Work, desk: Desk, place: HistoryPlace
) -> None:
    writing.revise(desk, place.presenter.story_id, section="Ports")
    place.presenter.list()
    qtbot.waitUntil(work.idle)
    place.list.setFocus()
    QTest.keyClick(place.list, Qt.Key.Key_Home)
    qtbot.waitUntil(work.idle)

    assert "Ports" in texts(place)[1]
    assert "restore" not in place.handlers()


def test_a_version_is_put_back_and_taken_back(
    qtbot: QtBot, window: Window, work: Work, desk: Desk, place: HistoryPlace
) -> None:
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(work.idle)
    story_id = place.presenter.story_id
    assert filing.package(desk, story_id).story.body == "It will hold all winter."

    window.run("undo")
    qtbot.waitUntil(work.idle)
    assert filing.package(desk, story_id).story.body == "It will hold all summer."


def test_a_version_is_named(qtbot: QtBot, window: Window, work: Work, place: HistoryPlace) -> None:
    window.run("name-version")
    sheet = window.findChild(QDialog, "version-name")
    assert sheet is not None
    field = sheet.findChild(QLineEdit, "version-name-field")
    assert field is not None
    field.setText("sent to the lawyer")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(work.idle)

    assert place.list.lines()[0].title == "sent to the lawyer"


def test_without_a_story_there_is_no_past(window: Window) -> None:
    window.go("history")
    here = window.here()
    assert isinstance(here, HistoryPlace)

    assert here.list.lines() == ()
    assert here.handlers() == {}
