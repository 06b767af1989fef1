"""Undoing: acts are taken back and done again, also after a restart, and nothing typed is lost."""

from pathlib import Path

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.stories import filing, writing
from app.domain.draft import Draft


def headline(desk: Desk, story_id: str) -> str:
    return filing.package(desk, story_id).story.headline


def test_undo_and_redo_walk_the_same_road(desk: Desk, story_id: str) -> None:
    writing.revise(desk, story_id, headline="Un")
    writing.revise(desk, story_id, headline="Deux")

    undoing.undo(desk)
    assert headline(desk, story_id) == "Un"
    undoing.redo(desk)
    assert headline(desk, story_id) == "Deux"
    assert undoing.redo(desk) is None


def test_undo_survives_a_restart(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "marbre.sqlite") as desk:
        story_id = filing.take_in_text(desk, "Le quai\n\nIl rouvre.").story_id
        writing.revise(desk, story_id, headline="Deux")

    with Desk.open(tmp_path / "marbre.sqlite") as desk:
        assert undoing.undo_name(desk) == "revise"
        undoing.undo(desk)
        assert headline(desk, story_id) == "Le quai"


def test_words_typed_since_are_kept_when_an_older_act_is_taken_back(
    desk: Desk, story_id: str
) -> None:
    writing.revise(desk, story_id, headline="Un")
    writing.autosave(desk, story_id, headline="Tapé depuis")

    undoing.undo(desk)

    kept = [one.number for one in writing.revisions(desk, story_id) if one.reason == "before-undo"]
    assert kept
    writing.restore(desk, story_id, kept[0])
    assert headline(desk, story_id) == "Tapé depuis"


def test_nothing_to_take_back_is_said(desk: Desk) -> None:
    assert undoing.undo_name(desk) == ""
    assert undoing.undo(desk) is None
    assert undoing.redo_name(desk) == ""


def test_words_typed_before_an_act_is_done_again_are_kept(desk: Desk, story_id: str) -> None:
    writing.revise(desk, story_id, headline="Un")
    undoing.undo(desk)
    writing.autosave(desk, story_id, headline="Tapé entre les deux")

    undoing.redo(desk)

    kept = [one.number for one in writing.revisions(desk, story_id) if one.reason == "before-redo"]
    assert headline(desk, story_id) == "Un"
    assert kept
    writing.restore(desk, story_id, kept[0])
    assert headline(desk, story_id) == "Tapé entre les deux"


def test_a_slug_taken_by_another_story_since_does_not_stop_undo(desk: Desk, story_id: str) -> None:
    writing.revise(desk, story_id, headline="Un")
    before = filing.package(desk, story_id).story
    old = before.slug
    writing.revise(desk, story_id, slug="autre", section="Ville")
    newcomer = filing.file_draft(desk, Draft(raw="", slug=old))
    assert newcomer.slug == old

    acts = [undoing.undo(desk) for _ in range(3)]

    assert all(acts)
    story = filing.package(desk, story_id).story
    assert (story.slug, story.section) == ("autre", before.section)
    assert story.headline != "Un"
    assert filing.package(desk, newcomer.story_id).story.slug == old
