"""Selecting: sifted, rated, labelled, picked; each one step for any number of photos."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning, selecting
from app.domain.errors import DeskError
from app.domain.photo import Flag
from app.domain.picking import Order, PhotoWish

Draw = Callable[[str], Path]


@pytest.fixture
def ids(desk: Desk, picture: Draw) -> list[str]:
    names = ("a.jpg", "bb.jpg", "dddd.jpg")
    return [captioning.take_photo_in(desk, picture(name)).photo.id for name in names]


def test_many_are_rated_in_one_step(desk: Desk, ids: list[str]) -> None:
    changes = selecting.rate(desk, ids, 4)

    assert changes.photos == set(ids)
    assert selecting.find(desk, PhotoWish(rating=4, order=Order.NAME)) == tuple(ids)
    assert captioning.photo(desk, ids[0]).metadata.rating == 4

    undoing.undo(desk)
    assert selecting.find(desk, PhotoWish(rating=0)) == ()


def test_a_rating_is_taken_away(desk: Desk, ids: list[str]) -> None:
    selecting.rate(desk, ids[:1], 4)
    selecting.rate(desk, ids[:1], None)

    assert selecting.lines(desk, ids[:1])[0].rating is None


@pytest.mark.parametrize("rating", [-1, 6])
def test_ratings_go_from_none_to_five(desk: Desk, ids: list[str], rating: int) -> None:
    with pytest.raises(ValueError, match=str(rating)):
        selecting.rate(desk, ids, rating)


def test_a_label_is_written_as_other_programs_read_it(desk: Desk, ids: list[str]) -> None:
    selecting.label(desk, ids[:2], "green")

    assert captioning.photo(desk, ids[0]).metadata.label == "Green"
    wish = PhotoWish(labels=frozenset({"green"}), order=Order.NAME)
    assert selecting.find(desk, wish) == tuple(ids[:2])
    selecting.label(desk, ids[:1], "")
    assert selecting.lines(desk, ids[:1])[0].label == ""


def test_photos_are_picked_and_rejected(desk: Desk, ids: list[str]) -> None:
    selecting.flag(desk, ids[:1], Flag.PICK)
    selecting.flag(desk, ids[1:], Flag.REJECT)

    assert selecting.find(desk, PhotoWish(flags=frozenset({Flag.PICK}))) == (ids[0],)
    counts = selecting.counts(desk)
    assert (counts.total, counts.picked, counts.rejected, counts.unused) == (3, 1, 2, 3)
    undoing.undo(desk)
    assert selecting.counts(desk).rejected == 0


def test_an_unknown_photo_changes_nothing(desk: Desk, ids: list[str]) -> None:
    with pytest.raises(DeskError) as caught:
        selecting.rate(desk, [*ids, "nobody"], 3)

    assert caught.value.code == "photo.unknown"
    assert selecting.counts(desk).unrated == 3


def test_used_photos_are_told_from_unused(desk: Desk, story_id: str, ids: list[str]) -> None:
    captioning.attach(desk, story_id, 1, ids[1])

    assert selecting.find(desk, PhotoWish(used=True)) == (ids[1],)
    assert selecting.find(desk, PhotoWish(story_id=story_id)) == (ids[1],)
    assert selecting.lines(desk, [ids[1]])[0].uses == 1


def test_values_used_before_are_offered(desk: Desk, ids: list[str]) -> None:
    captioning.describe(desk, ids[0], city="Port-Sablé", creator=("Inès Valdor",))
    captioning.describe(desk, ids[1], city="Port-Sablé")
    captioning.describe(desk, ids[2], city="Anse-Grise")

    assert selecting.known_values(desk, "city") == ("Port-Sablé", "Anse-Grise")
    assert selecting.known_values(desk, "creator") == ("Inès Valdor",)
    assert selecting.known_values(desk, "event") == ()


def test_a_page_of_photos_is_given_whole_and_those_gone_are_left_out(
    desk: Desk, ids: list[str]
) -> None:
    found = selecting.photos(desk, [*ids[:2], "nobody"])

    assert {photo.file_name for photo in found.values()} == {"a.jpg", "bb.jpg"}
    assert set(found) == set(ids[:2])
