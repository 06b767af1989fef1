"""The first run opens on a sample; later ones on what the person wrote last."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.desk.desk import Desk
from app.desk.stories import filing
from ui import words
from ui.opening import first_story, open_desk


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_new_store_opens_on_the_sample_of_the_language(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    words.install(qapp, language)
    opened = open_desk(tmp_path / "store.sqlite")
    story = filing.package(opened.desk, opened.story).story
    opened.desk.close()

    assert story.language.startswith(language)
    assert story.headline


def test_a_store_in_use_gets_no_sample(desk: Desk) -> None:
    assert first_story(desk) == ""
    story_id, _changes = filing.new_story(desk, "fr-FR")

    assert first_story(desk) == story_id


def test_a_store_opens_also_where_nothing_can_be_written_beside_it(tmp_path: Path) -> None:
    place = tmp_path / "store.sqlite"
    with Desk.open(place) as desk:
        filing.new_story(desk, "fr-FR")
    place.with_suffix(".session").mkdir()
    opened = open_desk(place)
    opened.desk.close()

    assert opened.story
    assert opened.trouble
    assert opened.trouble.code == "store.unwritable"
