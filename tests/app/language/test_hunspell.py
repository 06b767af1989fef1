"""Both ways to the library read the dictionaries that ship, and say the same."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import resources
from app.domain.errors import DeskError
from app.language import hunspell
from app.language.hunspell import ByLibrary, ByModule, Dictionary


def by_library(folder: Path) -> Dictionary:
    found = hunspell.library()
    assert found is not None, "the wheel for this system brought no library"
    return ByLibrary(folder, found)


@pytest.fixture(params=[by_library, ByModule], ids=["library", "module"])
def french(request: pytest.FixtureRequest) -> Dictionary:
    way: Callable[[Path], Dictionary] = request.param
    return way(resources.path("dictionaries/fr"))


def test_words_are_known_in_all_their_forms(french: Dictionary) -> None:
    assert all(french.knows(word) for word in ("élection", "élections", "cœurs", "aujourd'hui"))
    assert not any(french.knows(word) for word in ("élekction", "gouvernemant", "Orlik"))


def test_words_near_a_slip_are_offered(french: Dictionary) -> None:
    assert french.near("gouvernemant")[0] == "gouvernement"
    assert french.near("zzzzzzzzqqqqxx") == ()


def test_many_threads_may_ask_at_once(french: Dictionary) -> None:
    words = ["élection", "élekction", "moulin", "moulain"] * 50

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(french.knows, words))

    assert found == [True, False] * 100


def test_a_library_that_cannot_be_loaded_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "libhunspell.so"
    broken.write_bytes(b"no library")

    with pytest.raises(DeskError) as raised:
        ByLibrary(resources.path("dictionaries/fr"), broken)

    assert raised.value.code == "spelling.no-library"


@pytest.mark.parametrize("name", ["fr", "en-US", "en-GB"])
def test_every_dictionary_ships_with_its_licence(name: str) -> None:
    assert hunspell.open_dictionary(resources.path(f"dictionaries/{name}")).knows("animal")
    assert "licen" in resources.read_text(f"dictionaries/{name}/LICENSE").lower()
