"""Anything is found by a few letters."""

from collections.abc import Callable
from pathlib import Path

from app.desk import seeking
from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.sources import registering
from app.domain.hit import Sort
from app.domain.person import Person


def test_without_letters_the_last_stories_are_offered(desk: Desk, story_id: str) -> None:
    (found,) = seeking.quick(desk, "")

    assert (found.sort, found.id) == (Sort.STORY, story_id)


def test_stories_photos_and_people_are_found_accents_or_not(
    desk: Desk, story_id: str, picture: Callable[[str], Path]
) -> None:
    captioning.take_photo_in(desk, picture("digue.jpg"))
    registering.enter(desk, Person(id="", name="Élodie Diguet"))

    assert {hit.sort for hit in seeking.quick(desk, "digue")} == {
        Sort.STORY,
        Sort.PHOTO,
        Sort.PERSON,
    }
    assert [hit.title for hit in seeking.quick(desk, "elodie")] == ["Élodie Diguet"]
    assert seeking.quick(desk, "xyzzy") == ()
