"""Captioning: photos in once, originals untouched, words into slots, all of it undoable."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.stories import filing
from app.domain.errors import DeskError

Draw = Callable[[str], Path]


def test_a_photo_is_taken_in_once(desk: Desk, picture: Draw) -> None:
    source = picture("digue.jpg")
    before = source.read_bytes()
    first = captioning.take_photo_in(desk, source)
    second = captioning.take_photo_in(desk, source)

    assert (first.photo.width, first.photo.height) == (900, 600)
    assert not first.already
    assert second.already
    assert second.photo == first.photo
    assert captioning.original_of(desk, first.photo).read_bytes() == before
    assert source.read_bytes() == before


def test_a_file_that_is_no_picture_is_refused_and_leaves_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    lie = tmp_path / "lie.jpg"
    lie.write_bytes(b"this is no picture" * 100)

    with pytest.raises(DeskError) as caught:
        captioning.take_photo_in(desk, lie)

    assert caught.value.code.startswith("photo.")
    assert captioning.photos(desk) == ()
    assert not desk.originals.exists()


def test_a_photo_fills_a_waiting_slot(desk: Desk, story_id: str, picture: Draw) -> None:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    captioning.attach(desk, story_id, 1, photo.id)

    package = filing.package(desk, story_id)
    assert package.photo_of(package.uses[0]) == photo
    assert package.uses[0].caption.startswith("La maire Hélène Carvin")

    undoing.undo(desk)
    assert filing.package(desk, story_id).uses[0].photo_id is None


def test_an_unknown_slot_is_told(desk: Desk, story_id: str, picture: Draw) -> None:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo

    with pytest.raises(DeskError) as caught:
        captioning.attach(desk, story_id, 9, photo.id)

    assert caught.value.code == "slot.unknown"


def test_the_words_of_a_use_are_set_and_taken_back(desk: Desk, story_id: str) -> None:
    captioning.caption(desk, story_id, 1, alt="Une femme montre la digue", archive=True)
    use = filing.package(desk, story_id).uses[0]
    assert (use.alt, use.archive) == ("Une femme montre la digue", True)

    undoing.undo(desk)
    use = filing.package(desk, story_id).uses[0]
    assert (use.alt, use.archive) == (use.caption, False)


def test_only_words_of_a_use_are_set(desk: Desk, story_id: str) -> None:
    with pytest.raises(ValueError, match="photo_id"):
        captioning.caption(desk, story_id, 1, photo_id="x")


def test_what_is_known_of_a_photo_is_set_and_searched(desk: Desk, picture: Draw) -> None:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    captioning.describe(desk, photo.id, credit="Agence Rivage", creator=("Inès Valdor",))

    assert captioning.photo(desk, photo.id).metadata.credit_line() == "Inès Valdor / Agence Rivage"
    assert [one.id for one in captioning.photos(desk, words="rivage")] == [photo.id]


def test_a_new_slot_stands_at_the_end_of_the_body(desk: Desk, story_id: str, picture: Draw) -> None:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    slot, _changes = captioning.add_slot(desk, story_id, photo.id)

    package = filing.package(desk, story_id)
    assert package.story.body.rstrip().endswith(f"![](photo:{slot})")
    assert [use.photo_id for use in package.uses if use.slot == slot] == [photo.id]


def test_a_thumbnail_is_small_and_kept(desk: Desk, picture: Draw) -> None:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    made = captioning.thumbnail(desk, photo.id, 128)

    assert max(Image.open(BytesIO(made)).size) == 128
    assert captioning.thumbnail(desk, photo.id, 128) == made


def test_a_lost_original_is_told_and_its_words_are_safe(desk: Desk, picture: Draw) -> None:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    captioning.describe(desk, photo.id, credit="Agence Rivage")
    captioning.original_of(desk, photo).unlink()

    with pytest.raises(DeskError) as caught:
        captioning.thumbnail(desk, photo.id, 64)

    assert caught.value.code == "photo.original-missing"
    assert captioning.photo(desk, photo.id).metadata.credit == "Agence Rivage"


@pytest.mark.parametrize("cut", [None, b"half"])
def test_a_lost_original_comes_back_with_its_file(
    desk: Desk, picture: Draw, cut: bytes | None
) -> None:
    source = picture("digue.jpg")
    photo = captioning.take_photo_in(desk, source).photo
    kept = captioning.original_of(desk, photo)
    kept.unlink()
    if cut:
        kept.write_bytes(cut)

    again = captioning.take_photo_in(desk, source)

    assert again.already
    assert captioning.original_of(desk, photo).read_bytes() == source.read_bytes()


def test_one_file_taken_in_by_several_threads_is_one_photo(desk: Desk, picture: Draw) -> None:
    source = picture("digue.jpg")

    with ThreadPoolExecutor(4) as threads:
        taken = list(threads.map(lambda _: captioning.take_photo_in(desk, source), range(4)))

    assert len({one.photo.id for one in taken}) == 1
    assert [one.already for one in taken].count(False) == 1
    assert len(captioning.photos(desk)) == 1


def test_a_slot_with_a_photo_that_is_not_there_is_not_added(desk: Desk, story_id: str) -> None:
    before = filing.package(desk, story_id)

    with pytest.raises(DeskError) as caught:
        captioning.add_slot(desk, story_id, "personne")

    assert caught.value.code == "photo.unknown"
    assert filing.package(desk, story_id).uses == before.uses


def test_a_slot_added_with_its_photo_is_one_step(desk: Desk, story_id: str, picture: Draw) -> None:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    before = filing.package(desk, story_id)

    captioning.add_slot(desk, story_id, photo.id)
    undoing.undo(desk)

    assert filing.package(desk, story_id).uses == before.uses
