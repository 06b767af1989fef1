"""Photos placed where they fell, in their order, and taken back in one step."""

from pathlib import Path

import pytest
from PIL import Image

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import placing
from app.desk.stories import filing, writing
from app.domain.errors import DeskError


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "un.jpg", tmp_path / "deux.png"]
    for number, path in enumerate(paths):
        Image.new("RGB", (40, 30), (90 * number, 20, 20)).save(path)
    return paths


def test_photos_stand_after_their_paragraph_in_order(desk: Desk, pictures: list[Path]) -> None:
    story_id, _changes = filing.new_story(desk, "fr-FR")
    writing.autosave(desk, story_id, body="Un.\n\nDeux.")

    changes = placing.place_photos(desk, story_id, pictures, 0)

    package = filing.package(desk, story_id)
    assert package.story.body == "Un.\n\n![](photo:1)\n\n![](photo:2)\n\nDeux."
    names = [package.photos[use.photo_id].file_name for use in package.uses if use.photo_id]
    assert names == ["un.jpg", "deux.png"]
    assert changes.stories == {story_id}

    undoing.undo(desk)
    assert filing.package(desk, story_id).story.body == "Un.\n\nDeux."
    assert filing.package(desk, story_id).uses == ()


def test_photos_may_come_before_any_word(desk: Desk, pictures: list[Path]) -> None:
    story_id, _changes = filing.new_story(desk, "fr-FR")

    placing.place_photos(desk, story_id, pictures[:1], 0)

    assert filing.package(desk, story_id).story.body == "![](photo:1)"


def test_a_file_that_is_no_picture_changes_nothing(
    desk: Desk, pictures: list[Path], tmp_path: Path
) -> None:
    story_id, _changes = filing.new_story(desk, "fr-FR")
    writing.autosave(desk, story_id, body="Un.")
    (tmp_path / "faux.jpg").write_bytes(b"rien")

    with pytest.raises(DeskError):
        placing.place_photos(desk, story_id, [pictures[0], tmp_path / "faux.jpg"], 0)

    assert filing.package(desk, story_id).story.body == "Un."
    assert filing.package(desk, story_id).uses == ()
