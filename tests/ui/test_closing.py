"""The window stays open over words that are nowhere else, and closes when asked again."""

import pytest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import filing, writing
from app.domain.errors import DeskError
from ui.window import Window
from ui.work import Work
from ui.writing.view import WritingPlace


@pytest.fixture
def place(qtbot: QtBot, window: Window, work: Work, desk: Desk) -> WritingPlace:
    story_id, _changes = filing.new_story(desk, "en-GB")
    window.open_story(story_id, "writing")
    qtbot.waitUntil(work.idle)
    here = window.here()
    assert isinstance(here, WritingPlace)
    return here


def refuse(*_what: object, **_texts: str) -> None:
    raise DeskError("store.disk-full", path="here")


def test_words_typed_last_are_saved_and_the_window_closes(
    window: Window, place: WritingPlace, desk: Desk
) -> None:
    place.sheet.paper.insert("The quay holds.")
    assert window.close()
    assert filing.package(desk, place.presenter.story_id).story.body == "The quay holds."


def test_words_the_store_refuses_keep_the_window_open_once(
    window: Window, place: WritingPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "autosave", refuse)
    place.sheet.paper.insert("The quay holds.")

    assert not window.close()
    assert window.isVisible()
    notice = window.banner.notice()
    assert notice is not None
    assert "could not be saved" in notice.text
    assert place.sheet.paper.body() == "The quay holds."

    assert window.close()
