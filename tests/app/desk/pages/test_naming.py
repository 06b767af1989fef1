"""A story begun empty is published under its headline, and keeps the address readers know."""

from datetime import UTC, datetime
from pathlib import Path

from app.desk.desk import Desk
from app.desk.pages import naming, publishing
from app.desk.stories import filing, writing

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


def begun_empty(desk: Desk, headline: str) -> str:
    story_id, _changes = filing.new_story(desk, "fr-FR")
    writing.autosave(desk, story_id, headline=headline)
    return story_id


def slug_of(desk: Desk, story_id: str) -> str:
    return filing.package(desk, story_id).story.slug


def test_it_is_named_after_its_headline_once_and_apart_from_others(desk: Desk) -> None:
    first, second = (begun_empty(desk, "Le quai rouvre en mai") for _ in range(2))
    for story_id in (first, second):
        assert naming.is_unnamed(filing.package(desk, story_id).story)
        naming.name(desk, story_id)

    assert (slug_of(desk, first), slug_of(desk, second)) == (
        "le-quai-rouvre-en-mai",
        "le-quai-rouvre-en-mai-2",
    )
    assert naming.name(desk, first) is None


def test_a_published_story_keeps_its_address(desk: Desk, tmp_path: Path) -> None:
    story_id = begun_empty(desk, "Le quai rouvre en mai")
    blocks = publishing.preflight(desk, story_id).blocks
    reasons = {finding.code: "essai" for finding in blocks}
    publishing.publish(desk, story_id, tmp_path / "out", overrides=reasons, now=NOON)

    assert naming.name(desk, story_id) is None
    assert slug_of(desk, story_id).startswith(naming.EMPTY)


def test_a_story_without_a_headline_waits_for_one(desk: Desk) -> None:
    story_id = begun_empty(desk, "  ")

    assert naming.name(desk, story_id) is None
