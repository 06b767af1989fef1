"""Copies: one a day for seven days, private, proven by reading; a good one never gives way to a bad."""

import os
import sqlite3
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.errors import DeskError
from app.store import copies, journal, stories
from app.store.opening import open_store

DAY = date(2026, 3, 4)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "desk" / "marbre.sqlite"
    store = open_store(place)
    moment = journal.now()
    times = {"created_at": moment, "updated_at": moment}
    with journal.acting(store, "take-in", "Ana") as act:
        act.insert("stories", {"id": "s", "slug": "quai", "language": "fr-FR", **times})
        act.insert("bodies", {"story_id": "s", **stories.body_columns("Le quai rouvre à l’été.")})
    store.close()
    return place


def body_in(copy: Path) -> object:
    plain = sqlite3.connect(copy)
    found = plain.execute("SELECT text FROM bodies").fetchone()[0]
    plain.close()
    return found


def spoil(path: Path) -> None:
    """Change words behind the store's back, as a damaged page does."""
    plain = sqlite3.connect(path)
    plain.execute("UPDATE bodies SET text = 'Le quai ferme à l’été.'")
    plain.commit()
    plain.close()


def test_the_copy_of_the_day_holds_what_the_store_holds(path: Path) -> None:
    copy = copies.daily(path, DAY)

    assert copy.name == "marbre-2026-03-04.sqlite"
    assert body_in(copy) == "Le quai rouvre à l’été."


def test_copies_are_private(path: Path) -> None:
    old = os.umask(0)
    try:
        copy = copies.daily(path, DAY)
    finally:
        os.umask(old)

    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_a_copy_can_be_put_in_the_place_of_the_store(path: Path) -> None:
    copy = copies.daily(path, DAY)
    path.unlink()
    copy.rename(path)

    store = open_store(path)
    with store.reading() as connection:
        assert stories.story(connection, "s").body == "Le quai rouvre à l’été."
    store.close()


def test_seven_days_are_kept(path: Path) -> None:
    made = [copies.daily(path, DAY + timedelta(days=number)) for number in range(9)]

    assert copies.of(path) == tuple(reversed(made[2:]))
    assert sorted(path.parent.joinpath("copies").iterdir()) == made[2:]


def test_a_day_has_one_copy(path: Path) -> None:
    first = copies.daily(path, DAY).stat()

    assert copies.daily(path, DAY).stat().st_ino == first.st_ino


def test_a_copy_whose_words_are_not_those_written_is_refused(path: Path) -> None:
    good = copies.daily(path, DAY)
    spoil(path)

    with pytest.raises(DeskError) as caught:
        copies.daily(path, DAY + timedelta(days=1))

    assert caught.value.code == "store.backup-failed"
    assert list(path.parent.joinpath("copies").iterdir()) == [good]


def test_a_good_copy_does_not_give_way_to_a_bad_one(path: Path) -> None:
    copy = copies.back_up(path, path.with_suffix(".backup.sqlite"))
    spoil(path)

    with pytest.raises(DeskError):
        copies.back_up(path, copy)

    assert body_in(copy) == "Le quai rouvre à l’été."


def test_what_a_kill_left_of_a_copy_is_no_obstacle(path: Path) -> None:
    folder = path.parent / "copies"
    folder.mkdir()
    (folder / ".marbre-2026-03-04.sqlite.new").write_bytes(b"half a copy")

    assert list(folder.iterdir()) != [copies.daily(path, DAY)]
    assert list(folder.iterdir()) == list(copies.of(path))


def test_a_copy_that_cannot_be_made_is_told(path: Path) -> None:
    with pytest.raises(DeskError) as caught:
        copies.back_up(path, path.parent / "missing" / "copy.sqlite")

    assert caught.value.code == "store.backup-failed"


def test_names_with_signs_of_patterns_have_copies_too(tmp_path: Path) -> None:
    path = tmp_path / "une [1].sqlite"
    open_store(path).close()

    copy = copies.daily(path, DAY)

    assert copies.of(path) == (copy,)
