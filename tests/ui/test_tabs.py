"""Open stories as tabs: opened, walked, closed, remembered."""

import pytest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import filing, writing
from ui import places
from ui.settings import Settings
from ui.tabs import StoryTabs
from ui.window import Window
from ui.work import Work
from ui.writing.view import WritingPlace


@pytest.fixture
def stories(qtbot: QtBot, window: Window, work: Work, desk: Desk) -> list[str]:
    made = []
    for headline in ("The quay", "The port", "The tram"):
        story_id, _changes = filing.new_story(desk, "en-GB")
        writing.autosave(desk, story_id, headline=headline)
        window.open_story(story_id, "writing")
        qtbot.waitUntil(work.idle)
        made.append(story_id)
    return made


def test_each_opened_story_has_its_tab(window: Window, stories: list[str]) -> None:
    assert window.tabs.ids() == stories
    assert [window.tabs.tabText(at) for at in range(3)] == ["The quay", "The port", "The tram"]
    assert window.tabs.isVisible()


def test_keys_walk_the_tabs_round(
    qtbot: QtBot, window: Window, work: Work, stories: list[str]
) -> None:
    window.run("next-story")
    qtbot.waitUntil(work.idle)
    assert window.story == stories[0]
    window.run("previous-story")
    qtbot.waitUntil(work.idle)
    assert window.story == stories[2]
    here = window.here()
    assert here is not None
    assert here.code == "writing"


def test_words_typed_stay_with_their_story(
    qtbot: QtBot, window: Window, work: Work, desk: Desk, stories: list[str]
) -> None:
    here = window.here()
    assert isinstance(here, WritingPlace)
    here.sheet.edits["headline"].insert("!")
    window.run("next-story")
    qtbot.waitUntil(work.idle)

    assert filing.package(desk, stories[2]).story.headline == "!The tram"
    assert filing.package(desk, stories[0]).story.headline == "The quay"


def test_a_closed_tab_gives_way_to_the_one_beside(
    qtbot: QtBot, window: Window, work: Work, stories: list[str]
) -> None:
    window.run("close-story")
    qtbot.waitUntil(work.idle)

    assert (window.tabs.ids(), window.story) == (stories[:2], stories[1])
    window.run("close-story")
    qtbot.waitUntil(work.idle)
    assert not window.tabs.isVisible()


def test_tabs_come_back_in_the_next_session(
    qtbot: QtBot, work: Work, desk: Desk, settings: Settings, stories: list[str]
) -> None:
    again = Window(work, settings)
    places.furnish(again, desk)
    qtbot.waitUntil(work.idle)

    assert again.tabs.ids() == stories
    assert again.story == stories[2]
    again.close()
    again.deleteLater()


def test_a_story_in_the_bin_has_no_tab(
    qtbot: QtBot, window: Window, work: Work, desk: Desk, stories: list[str]
) -> None:
    work.act(lambda: filing.spike(desk, stories[0]))
    qtbot.waitUntil(work.idle)

    assert window.tabs.ids() == stories[1:]


@pytest.mark.parametrize("kept", ["", "nonsense", "{}", "[1, 2]", '[["a"]]'])
def test_a_session_that_cannot_be_read_is_none(qtbot: QtBot, settings: Settings, kept: str) -> None:
    settings.set_text("tabs", kept)
    tabs = StoryTabs(settings)
    qtbot.addWidget(tabs)

    assert tabs.ids() == []
