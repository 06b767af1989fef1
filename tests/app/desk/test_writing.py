"""Writing: typed words are safe at once, fields can be taken back, moments can be put back."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.desk import filing, undoing, writing
from app.desk.desk import Desk
from app.domain.errors import DeskError


def body(desk: Desk, story_id: str) -> str:
    return filing.package(desk, story_id).story.body


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None
)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_typed_words_come_back_to_the_letter(desk: Desk, story_id: str, text: str) -> None:
    writing.autosave(desk, story_id, body=text)

    assert body(desk, story_id) == text


def test_typing_leaves_no_step_to_take_back(desk: Desk, story_id: str) -> None:
    writing.autosave(desk, story_id, body="Une phrase.")

    assert undoing.undo_name(desk) == "take-in"


def test_fields_are_set_in_one_step(desk: Desk, story_id: str) -> None:
    changes = writing.revise(desk, story_id, headline="La digue", dated=date(2026, 3, 4))

    assert changes.stories == {story_id}
    undoing.undo(desk)
    story = filing.package(desk, story_id).story
    assert story.headline == "La digue de Port-Sablé tiendra l'hiver"


def test_unknown_fields_are_refused(desk: Desk, story_id: str) -> None:
    with pytest.raises(ValueError, match="checksum"):
        writing.revise(desk, story_id, checksum="x")
    with pytest.raises(ValueError, match="slug"):
        writing.autosave(desk, story_id, slug="x")


def test_a_name_already_borne_is_refused(desk: Desk, story_id: str) -> None:
    other = filing.take_in_text(desk, "Autre\n\nTexte.")

    with pytest.raises(DeskError) as caught:
        writing.revise(desk, story_id, slug=other.slug)

    assert caught.value.code == "story.slug-taken"


def test_a_kept_moment_comes_back_and_can_be_taken_back(desk: Desk, story_id: str) -> None:
    first = body(desk, story_id)
    writing.autosave(desk, story_id, body="Tout autre chose.")

    writing.restore(desk, story_id, 0)
    assert body(desk, story_id) == first

    undoing.undo(desk)
    assert body(desk, story_id) == "Tout autre chose."


def test_what_stood_before_restoring_is_kept(desk: Desk, story_id: str) -> None:
    writing.autosave(desk, story_id, body="Tout autre chose.")
    writing.restore(desk, story_id, 0)

    texts = [
        writing.revision_text(desk, story_id, one.number)
        for one in writing.revisions(desk, story_id)
    ]
    assert "Tout autre chose." in texts


def test_a_named_moment_bears_its_name(desk: Desk, story_id: str) -> None:
    kept = writing.keep(desk, story_id, name="avant relecture")

    assert kept is not None
    assert writing.revisions(desk, story_id)[0].name == "avant relecture"
