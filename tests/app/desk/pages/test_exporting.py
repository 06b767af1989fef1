"""Exporting: every form of a story, whole or not at all."""

import json
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.pages import exporting
from app.desk.stories import filing
from app.domain.errors import DeskError

BEGINNINGS = {
    "docx": b"PK",
    "md": b"---\n",
    "newsml": b"<?xml",
    "ninjs": b"{",
    "pdf": b"%PDF",
    "txt": b"",
}


@pytest.mark.parametrize("form", sorted(exporting.FORMS))
def test_every_form_is_written_under_the_name_of_the_story(
    desk: Desk, story_id: str, tmp_path: Path, form: str
) -> None:
    place = exporting.export(desk, story_id, form, tmp_path)

    slug = filing.package(desk, story_id).story.slug
    assert place == tmp_path / f"{slug}{exporting.FORMS[form]}"
    assert place.read_bytes().startswith(BEGINNINGS[form])
    assert place.stat().st_size > 100


def test_the_same_story_is_exported_the_same(desk: Desk, story_id: str) -> None:
    one, other = (exporting.exported(desk, story_id, "ninjs") for _ in range(2))

    assert one == other
    assert json.loads(one)["language"].startswith("fr")


def test_a_place_that_cannot_be_written_is_said(desk: Desk, story_id: str, tmp_path: Path) -> None:
    with pytest.raises(DeskError) as refused:
        exporting.export(desk, story_id, "txt", tmp_path / "nowhere" / "story.txt")

    assert refused.value.code == "export.not-written"
