"""Writing: typed words are safe at once, fields can be taken back, moments can be put back."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.stories import filing, writing
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


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("../../ailleurs", "ailleurs"),
        ("/etc/passwd", "etc-passwd"),
        ("Le Quai d’été", "le-quai-d-ete"),
        ("con", "con-story"),
        ("a\nb", "a-b"),
    ],
)
def test_a_slug_never_leaves_the_folder_it_names(
    desk: Desk, story_id: str, typed: str, slug: str
) -> None:
    writing.revise(desk, story_id, slug=typed)

    assert filing.package(desk, story_id).story.slug == slug


def test_a_story_is_not_left_without_a_slug(desk: Desk, story_id: str) -> None:
    with pytest.raises(DeskError) as caught:
        writing.revise(desk, story_id, slug="  ", headline="Autre")

    assert caught.value.code == "story.no-slug"
    assert filing.package(desk, story_id).story.headline != "Autre"


def test_a_story_that_is_not_there_is_told(desk: Desk) -> None:
    for act in (
        partial(writing.revise, desk, "personne", headline="x"),
        partial(writing.autosave, desk, "personne", body="x"),
        partial(writing.keep, desk, "personne"),
        partial(writing.restore, desk, "personne", 0),
    ):
        with pytest.raises(DeskError) as caught:
            act()
        assert caught.value.code == "story.unknown"


def test_half_a_character_does_not_stop_typing(desk: Desk, story_id: str) -> None:
    writing.autosave(
        desk, story_id, body="Le quai \ud83d rouvre \ud83d\ude00", headline="\udc00 Quai"
    )

    story = filing.package(desk, story_id).story
    assert story.body == "Le quai \ufffd rouvre \U0001f600"
    assert story.headline == "\ufffd Quai"


def test_a_kept_moment_comes_back_without_a_photo_that_has_gone(
    desk: Desk, story_id: str, picture: Callable[[str], Path]
) -> None:
    photo = captioning.take_photo_in(desk, picture("quai.jpg")).photo
    captioning.attach(desk, story_id, 1, photo.id)
    kept = writing.keep(desk, story_id, name="avec photo")
    assert kept
    undoing.undo(desk)
    undoing.undo(desk)
    assert captioning.photos(desk) == ()

    writing.restore(desk, story_id, kept.number)

    package = filing.package(desk, story_id)
    assert [use.photo_id for use in package.uses] == [None]
