"""Recovering: what can be read is kept, a copy fills the gaps, the damaged files stay."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.desk.desk import Desk
from app.desk.sources import registering
from app.desk.stories import filing, writing
from app.domain.errors import DeskError
from app.domain.person import Person
from app.store import copies
from app.store.opening import open_store
from app.store.recovering import recover

STORIES = 12


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A folder with a store of some stories, and the body of each by its id."""
    place = tmp_path_factory.mktemp("original") / "marbre.sqlite"
    with Desk.open(place, by="Ana") as desk:
        found = [filing.new_story(desk, "fr-FR")[0] for _number in range(STORIES)]
        for number, story in enumerate(found):
            body = f"Été {number}. " * 400
            writing.revise(desk, story, headline=f"Titre n{number:02}", body=body)
        registering.enter(desk, Person(id="", name="Hélène Carvin"))
    return place.parent, bodies(place)


def bodies(place: Path) -> dict[str, str]:
    with Desk.open(place, by="Ana") as desk:
        return {line.id: filing.package(desk, line.id).story.body for line in filing.stories(desk)}


def overwrite_page_of(place: Path, words: bytes) -> None:
    """Damage the file where some words stand."""
    content = bytearray(place.read_bytes())
    at = content.index(words) // 4096 * 4096
    content[at : at + 4096] = b"\x07" * 4096
    place.write_bytes(content)


@pytest.fixture
def place(tmp_path: Path, original: tuple[Path, dict[str, str]]) -> Path:
    shutil.copytree(original[0], tmp_path / "store")
    return tmp_path / "store" / "marbre.sqlite"


@pytest.fixture
def before(original: tuple[Path, dict[str, str]]) -> dict[str, str]:
    return original[1]


def test_a_sound_store_comes_back_as_it_was(place: Path, before: dict[str, str]) -> None:
    told = recover(place)

    assert bodies(place) == before
    assert (told.unreadable, told.from_copy, told.doubtful) == (0, 0, [])
    with closing(sqlite3.connect(told.aside / place.name)) as kept:
        assert kept.execute("SELECT count(*) FROM stories").fetchone() == (STORIES,)
    with Desk.open(place) as desk:
        assert len(filing.stories(desk, words="n07")) == 1
        assert [one.name for one in registering.entries(desk)] == ["Hélène Carvin"]


def test_a_damaged_page_costs_only_what_stood_on_it(place: Path, before: dict[str, str]) -> None:
    overwrite_page_of(place, "Été 5. ".encode())
    told = recover(place)
    after = bodies(place)

    assert told.unreadable > 0
    assert len(after) >= STORIES - 2
    sure = after.keys() - set(told.doubtful)
    assert len(sure) >= STORIES - 4
    assert {story: after[story] for story in sure} == {story: before[story] for story in sure}


def test_the_last_copy_gives_what_cannot_be_read(place: Path, before: dict[str, str]) -> None:
    copies.daily(place)
    overwrite_page_of(place, "Été 5. ".encode())
    told = recover(place)

    assert bodies(place) == before
    assert told.from_copy > 0


def test_a_text_that_changed_on_the_disk_comes_from_the_copy(
    place: Path, before: dict[str, str]
) -> None:
    copies.daily(place)
    content = place.read_bytes()
    place.write_bytes(content.replace("Été 3. ".encode(), b"Ete 33.", 1).ljust(len(content)))
    told = recover(place)

    assert len(told.doubtful) <= 1
    assert bodies(place) == before


def test_a_store_that_is_gone_comes_from_its_copy(place: Path, before: dict[str, str]) -> None:
    copies.daily(place)
    place.unlink()
    told = recover(place)

    assert told.copy
    assert bodies(place) == before


def test_what_cannot_be_recovered_is_left_as_it_is(tmp_path: Path) -> None:
    place = tmp_path / "marbre.sqlite"
    place.write_bytes(b"\x00" * 9000)
    with pytest.raises(DeskError, match=r"store\.nothing-left"):
        recover(place)

    assert place.read_bytes() == b"\x00" * 9000
    assert not list(place.parent.glob(".recovering*"))


def test_a_store_in_use_or_missing_is_not_touched(place: Path, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"store\.missing"):
        recover(tmp_path / "none.sqlite")
    store = open_store(place)
    with pytest.raises(DeskError, match=r"store\.in-use"):
        recover(place)
    store.close()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    noise=st.lists(
        st.tuples(st.floats(0.02, 0.999), st.binary(min_size=1, max_size=600)), max_size=4
    )
)
def test_any_damage_ends_in_a_sound_store_or_none(
    tmp_path_factory: pytest.TempPathFactory,
    original: tuple[Path, dict[str, str]],
    noise: list[tuple[float, bytes]],
) -> None:
    folder, before = original
    place = tmp_path_factory.mktemp("damaged") / "store" / "marbre.sqlite"
    shutil.copytree(folder, place.parent)
    copies.daily(place)
    content = bytearray(place.read_bytes())
    for where, what in noise:
        at = int(where * len(content))
        content[at : at + len(what)] = what
    place.write_bytes(content)
    recover(place)

    after = bodies(place)
    with closing(sqlite3.connect(place)) as found:
        assert found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert found.execute("PRAGMA foreign_key_check").fetchall() == []
    assert after.keys() >= before.keys()
    assert {story: after[story] for story in before} == before
