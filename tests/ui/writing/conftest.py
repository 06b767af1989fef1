"""A story of given words, opened in the whole window."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import filing, writing
from ui.window import Window
from ui.writing.view import WritingPlace

Opened = Callable[..., WritingPlace]


def shown(place: WritingPlace) -> str:
    """The story on the screen."""
    package = place.presenter.package
    return package.story.id if package else ""


@pytest.fixture
def opened(qtbot: QtBot, window: Window, desk: Desk) -> Opened:
    """Makes a story of a body, a language and fields, and opens it for writing."""

    def opens(body: str, language: str = "fr-FR", **fields: str) -> WritingPlace:
        made, _changes = filing.new_story(desk, language)
        writing.autosave(desk, made, body=body, **{"headline": "Un titre", **fields})
        window.open_story(made, "writing")
        here = window.here()
        assert isinstance(here, WritingPlace)
        qtbot.waitUntil(lambda: shown(here) == made and here.remarks.checked, timeout=30_000)
        return here

    return opens
