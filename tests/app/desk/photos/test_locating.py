"""Locating: originals that moved are found by content, and those lost are kept anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning, ingesting, locating, selecting
from app.desk.photos.ingesting import How
from app.domain.errors import DeskError

Draw = Callable[[str], Path]


def taken_in(desk: Desk, path: Path, how: How) -> str:
    *_, last = ingesting.ingest(desk, [path], how=how)
    assert last.result is not None
    return last.result.taken[0]


def test_a_moved_file_is_found_under_another_name(
    desk: Desk, picture: Draw, tmp_path: Path
) -> None:
    source = picture("digue.jpg")
    photo_id = taken_in(desk, source, How.IN_PLACE)
    away = tmp_path / "archives" / "2026"
    away.mkdir(parents=True)
    picture("autre.jpg").rename(away / "autre.jpg")
    source.rename(away / "renamed.jpg")

    located = locating.locate(desk, tmp_path / "archives")

    assert (located.found, located.missing) == ((photo_id,), ())
    photo = captioning.photo(desk, photo_id)
    assert captioning.original_of(desk, photo) == away / "renamed.jpg"
    undoing.undo(desk)
    assert [line.id for line in selecting.missing(desk)] == [photo_id]


def test_a_lost_copy_is_kept_anew(desk: Desk, picture: Draw, tmp_path: Path) -> None:
    source = picture("digue.jpg")
    photo_id = taken_in(desk, source, How.COPY)
    kept = captioning.original_of(desk, captioning.photo(desk, photo_id))
    kept.unlink()

    located = locating.locate(desk, tmp_path)

    assert located.found == (photo_id,)
    assert kept.read_bytes() == source.read_bytes()


def test_what_is_nowhere_stays_missing(desk: Desk, picture: Draw, tmp_path: Path) -> None:
    source = picture("digue.jpg")
    photo_id = taken_in(desk, source, How.IN_PLACE)
    source.write_bytes(b"")
    source.unlink()
    (tmp_path / "vide").mkdir()

    located = locating.locate(desk, tmp_path / "vide")

    assert (located.found, located.missing) == ((), (photo_id,))
    assert located.changes.step == 0


def test_the_same_content_met_again_puts_a_photo_in_place_right(
    desk: Desk, picture: Draw, tmp_path: Path
) -> None:
    source = picture("digue.jpg")
    photo_id = taken_in(desk, source, How.IN_PLACE)
    moved = source.rename(tmp_path / "ailleurs.jpg")

    list(ingesting.ingest(desk, [moved]))

    assert captioning.original_of(desk, captioning.photo(desk, photo_id)) == moved


def test_one_photo_is_told_its_file_which_must_be_the_same(
    desk: Desk, picture: Draw, tmp_path: Path
) -> None:
    source = picture("digue.jpg")
    photo_id = taken_in(desk, source, How.IN_PLACE)
    moved = source.rename(tmp_path / "ailleurs.jpg")

    with pytest.raises(DeskError, match=r"photo\.other-file"):
        locating.relocate(desk, photo_id, picture("autre.jpg"))
    locating.relocate(desk, photo_id, moved)

    assert captioning.original_of(desk, captioning.photo(desk, photo_id)) == moved
