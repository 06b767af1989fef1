"""Templates: a story of a type begins with its text and its length."""

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.stories import filing, history, templates, writing
from app.domain.errors import DeskError

CODES = [one.code for one in templates.story_types("fr-FR")]


@pytest.mark.parametrize("language", ["fr-FR", "en-GB"])
@pytest.mark.parametrize("code", CODES)
def test_a_story_of_each_type_is_begun_in_its_language(
    desk: Desk, language: str, code: str
) -> None:
    story_id, _changes = templates.new_story(desk, language, code)

    story = filing.package(desk, story_id).story
    kind = next(one for one in templates.story_types(language) if one.code == code)
    assert (story.body, story.target_words, story.language) == (
        kind.body,
        kind.target_words,
        language,
    )
    assert kind.body


def test_each_language_has_texts_of_its_own() -> None:
    french, english = templates.story_types("fr-CA"), templates.story_types("en-US")

    assert [one.code for one in french] == [one.code for one in english]
    assert all(one.body != other.body for one, other in zip(french, english, strict=True))


def test_a_type_there_is_not_is_told(desk: Desk) -> None:
    with pytest.raises(DeskError) as caught:
        templates.new_story(desk, "fr-FR", "sonnet")

    assert caught.value.code == "story.no-type"


def test_a_story_of_a_type_is_begun_in_one_act_that_undo_takes_back(desk: Desk) -> None:
    story_id, _changes = templates.new_story(desk, "en-GB", CODES[0])

    assert undoing.undo_name(desk) == "begin"
    assert [one.act for one in history.timeline(desk, story_id)] == ["begin", "begun"]
    undoing.undo(desk)
    assert filing.stories(desk) == ()
    assert [line.id for line in filing.stories(desk, binned=True)] == [story_id]


def test_what_a_type_began_with_is_its_first_version(desk: Desk) -> None:
    kind = templates.story_types("en-GB")[0]
    story_id, _changes = templates.new_story(desk, "en-GB", kind.code)
    writing.autosave(desk, story_id, body="Something else.")

    assert writing.revision_text(desk, story_id, 0) == kind.body
