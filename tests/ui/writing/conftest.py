"""A story of given words, opened in the whole window."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.desk import filing, writing
from app.desk.desk import Desk
from ui.window import Window
from ui.writing.view import WritingPlace

Opened = Callable[..., WritingPlace]


@pytest.fixture
def opened(qtbot: QtBot, window: Window, desk: Desk) -> Opened:
    """Makes a story of a body, a language and fields, and opens it for writing."""

    def opens(body: str, language: str = "fr-FR", **fields: str) -> WritingPlace:
        made, _changes = filing.new_story(desk, language)
        writing.autosave(desk, made, body=body, **{"headline": "Un titre", **fields})
        window.open_story(made, "writing")
        here = window.here()
        assert isinstance(here, WritingPlace)
        qtbot.waitUntil(lambda: here.remarks.checked and here.presenter.story_id == made)
        return here

    return opens
