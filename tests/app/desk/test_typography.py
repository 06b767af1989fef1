"""The country new stories are set for: chosen once, kept beside the store, taken back."""

import pytest

from app.desk import typography
from app.desk.desk import Desk
from app.desk.stories import filing
from app.domain.errors import DeskError


def _language(desk: Desk, tag: str) -> str:
    return filing.package(desk, filing.new_story(desk, tag)[0]).story.language


def test_new_stories_are_set_as_chosen_and_others_are_left(desk: Desk) -> None:
    typography.choose(desk, "fr-CH")

    assert typography.defaults(desk) == {"fr": "fr-CH"}
    assert _language(desk, "fr-FR") == "fr-CH"
    assert _language(desk, "fr-CA") == "fr-CA"
    assert _language(desk, "en-GB") == "en-GB"


def test_choosing_again_takes_the_choice_back(desk: Desk) -> None:
    typography.choose(desk, "en-US")
    typography.choose(desk, "fr-CA")
    typography.choose(desk, "en-US")

    assert typography.defaults(desk) == {"fr": "fr-CA"}


@pytest.mark.parametrize("text", ["fr = 3", "fr = 'de-DE'", "fr = 'fr-", "en = 'fr-CA'"])
def test_a_file_that_says_nothing_usable_chooses_nothing(desk: Desk, text: str) -> None:
    (desk.path.parent / typography.FILE_NAME).write_text(text, encoding="utf-8")

    assert typography.defaults(desk) == {}


def test_a_country_nobody_knows_is_refused(desk: Desk) -> None:
    with pytest.raises(DeskError, match="unknown"):
        typography.choose(desk, "de-DE")


@pytest.mark.parametrize(("told", "kept"), [("fr-FR", "fr-FR"), ("fr", "fr-CH"), ("", "fr-CH")])
def test_copy_that_names_its_country_keeps_it(desk: Desk, told: str, kept: str) -> None:
    typography.choose(desk, "fr-CH")
    header = f"language: {told}\n" if told else ""
    copy = f"---\ntitle: La digue\n{header}---\n\nLa digue de Brisol tiendra tout l’hiver.\n"

    taken = filing.take_in_text(desk, copy, name="digue.md")
    assert filing.package(desk, taken.story_id).story.language == kept
