"""What the photo desk lists: every photo, what it lacks, and the slots of the story."""

from dataclasses import replace

import pytest

from app.desk.desk import Desk
from app.desk.photos import captioning, selecting
from app.domain.completeness import ASKED
from app.domain.photo import Flag
from app.domain.picking import Order
from ui.captioning.lines import Card, Marks, Sieve, State, Wish, fetch, lacking, look


def cards(desk: Desk, wish: Wish) -> list[Card]:
    sight = look(desk, wish)
    return [replace(card, use=sight.use_of(card.photo.id)) for card in fetch(desk, sight.ids)]


def test_photos_of_the_story_know_their_slot(desk: Desk, story_id: str) -> None:
    sight = look(desk, Wish(story_id))

    assert sorted(use.slot for use in sight.uses.values()) == [1, 2]
    assert [line.use.slot for line in sight.slots] == [1, 2]
    assert sight.total == len(sight.ids) == 2
    assert sight.language.startswith("fr")


def test_without_a_story_there_are_photos_but_no_slots(desk: Desk) -> None:
    sight = look(desk, Wish())

    assert sight.slots == ()
    assert sight.uses == {}


@pytest.mark.parametrize(("sieve", "lack"), [(Sieve.NO_CAPTION, "what"), (Sieve.NO_ALT, "alt")])
def test_a_sieve_shows_what_lacks_words(desk: Desk, sieve: Sieve, lack: str) -> None:
    photo_id = look(desk, Wish()).ids[0]
    captioning.describe(desk, photo_id, description="", alt="")

    shown = cards(desk, Wish(sieve=sieve))

    assert photo_id in [card.photo.id for card in shown]
    assert all(lack in card.lacks for card in shown)


def test_marks_and_order_are_asked_of_the_desk(desk: Desk) -> None:
    first, second = look(desk, Wish()).ids
    selecting.rate(desk, [second], 4)
    selecting.flag(desk, [second], Flag.PICK)

    assert look(desk, Wish(marks=Marks(rating=3))).ids == (second,)
    assert look(desk, Wish(marks=Marks(flags=frozenset({Flag.PICK})))).ids == (second,)
    assert look(desk, Wish(order=Order.RATING)).ids == (second, first)


def test_a_decorative_picture_lacks_no_alt_text(desk: Desk, story_id: str) -> None:
    captioning.caption(desk, story_id, 1, alt="", decorative=True)
    slot = look(desk, Wish(story_id)).slots[0]

    assert "alt" not in lacking(slot.photo, slot.use)


def test_the_words_of_a_use_answer_for_its_photo(desk: Desk, story_id: str) -> None:
    slot = look(desk, Wish(story_id)).slots[0]
    captioning.describe(desk, slot.use.photo_id or "", description="", persons=())
    captioning.caption(desk, story_id, 1, caption="Le moulin.", persons=("Hélène Carvin",))
    slot = look(desk, Wish(story_id)).slots[0]

    assert "what" in lacking(slot.photo, None)
    assert not {"who", "what"} & set(lacking(slot.photo, slot.use))
    assert lacking(None, None) == ASKED


def test_a_lost_original_is_told_and_its_words_stay(desk: Desk, story_id: str) -> None:
    slot = look(desk, Wish(story_id)).slots[0]
    assert slot.photo is not None
    captioning.original_of(desk, slot.photo).unlink()

    lost = look(desk, Wish(story_id)).slots[0]

    assert (lost.state, lost.use.caption) == (State.MISSING, slot.use.caption)
    assert [card.state for card in cards(desk, Wish(sieve=Sieve.MISSING))] == [State.MISSING]


def test_an_empty_slot_waits(desk: Desk, story_id: str) -> None:
    captioning.detach(desk, story_id, 1)

    assert look(desk, Wish(story_id)).slots[0].state is State.WAITING


def test_look_alikes_stand_together(desk: Desk) -> None:
    sight = look(desk, Wish(sieve=Sieve.ALIKE))

    assert set(sight.alike) == set(sight.ids)


def test_words_are_sought_by_the_desk(desk: Desk) -> None:
    name = captioning.photos(desk)[0].file_name

    assert [card.photo.file_name for card in cards(desk, Wish(words=name))] == [name]
    assert look(desk, Wish(words="nowhere-to-be-found")).total == 2
