"""What the photo desk lists: every photo, what it lacks, and the slots of the story."""

import pytest

from app.desk import captioning
from app.desk.desk import Desk
from ui.captioning.lines import Sieve, State, Wish, lacking, look


def test_photos_of_the_story_know_their_slot(desk: Desk, story_id: str) -> None:
    sight = look(desk, Wish(story_id))

    assert sorted(line.use.slot for line in sight.photos if line.use) == [1, 2]
    assert [line.use.slot for line in sight.slots] == [1, 2]
    assert sight.total == len(sight.photos) == 2


def test_without_a_story_there_are_photos_but_no_slots(desk: Desk) -> None:
    sight = look(desk, Wish())

    assert sight.slots == ()
    assert {line.use for line in sight.photos} == {None}


@pytest.mark.parametrize(
    ("sieve", "field", "state"),
    [
        (Sieve.NO_CAPTION, "caption", State.NO_CAPTION),
        (Sieve.NO_ALT, "alt", State.NO_ALT),
    ],
)
def test_a_sieve_shows_what_lacks_words(
    desk: Desk, story_id: str, sieve: Sieve, field: str, state: State
) -> None:
    captioning.caption(desk, story_id, 2, **{field: ""})

    shown = look(desk, Wish(story_id, sieve)).photos

    assert 2 in [line.use.slot for line in shown if line.use]
    assert all(state in line.lacks for line in shown)


def test_a_decorative_picture_lacks_no_alt_text(desk: Desk, story_id: str) -> None:
    captioning.caption(desk, story_id, 1, alt="", decorative=True)
    slot = look(desk, Wish(story_id)).slots[0]

    assert State.NO_ALT not in lacking(slot.photo, slot.use)


def test_a_lost_original_is_told_and_its_words_stay(desk: Desk, story_id: str) -> None:
    slot = look(desk, Wish(story_id)).slots[0]
    assert slot.photo is not None
    captioning.original_of(desk, slot.photo).unlink()

    lost = look(desk, Wish(story_id)).slots[0]

    assert (lost.state, lost.use.caption) == (State.MISSING, slot.use.caption)


def test_an_empty_slot_waits(desk: Desk, story_id: str) -> None:
    captioning.detach(desk, story_id, 1)

    assert look(desk, Wish(story_id)).slots[0].state is State.WAITING


def test_words_are_sought_by_the_desk(desk: Desk) -> None:
    name = captioning.photos(desk)[0].file_name

    assert [line.photo.file_name for line in look(desk, Wish(words=name)).photos] == [name]
    assert look(desk, Wish(words="nowhere-to-be-found")).total == 2
