"""The desk: where the store is, and who is at work."""

from pathlib import Path

import pytest

from app.desk.desk import FILE_NAME, Desk, person_at_work, placed, store_place


def test_a_folder_means_the_store_inside_it(tmp_path: Path) -> None:
    assert placed(tmp_path) == tmp_path / FILE_NAME
    assert placed(tmp_path / "new") == tmp_path / "new" / FILE_NAME
    assert placed(tmp_path / "own.sqlite") == tmp_path / "own.sqlite"


def test_the_environment_names_the_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MARBRE_STORE", str(tmp_path / "own.sqlite"))

    assert store_place() == tmp_path / "own.sqlite"


def test_without_a_word_the_store_is_in_the_data_folder_of_the_person(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("MARBRE_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert store_place().name == FILE_NAME
    assert tmp_path in store_place().parents


def test_acts_are_signed_with_the_name_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARBRE_BY", "Ana Lys")

    assert person_at_work() == "Ana Lys"


def test_a_closed_desk_gives_the_store_back(tmp_path: Path) -> None:
    path = tmp_path / "marbre.sqlite"
    with Desk.open(path) as desk:
        assert not desk.read_only
    with Desk.open(path):
        pass


def test_a_home_nobody_has_is_a_name_like_any_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MARBRE_STORE", "~nobody-of-this-name")

    assert store_place() == Path("~nobody-of-this-name") / FILE_NAME
