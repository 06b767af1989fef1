"""A folder takes the place of another; what a kill left is mended; nothing is put inside another."""

from pathlib import Path

import pytest

from app.domain.errors import DeskError
from app.export import swap


def folder(place: Path, words: str) -> Path:
    place.mkdir(parents=True)
    (place / "index.html").write_text(words)
    return place


def test_a_folder_takes_an_empty_place_or_that_of_another(tmp_path: Path) -> None:
    place = tmp_path / "port"

    swap.take_place(folder(tmp_path / "one", "one"), place)
    swap.take_place(folder(tmp_path / "two", "two"), place)

    assert (place / "index.html").read_text() == "two"


def test_without_an_exchange_the_old_folder_steps_aside_and_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "exchange", lambda _one, _other: False)
    place = folder(tmp_path / "port", "one")

    swap.take_place(folder(tmp_path / "two", "two"), place)

    assert (place / "index.html").read_text() == "two"
    assert [path.name for path in tmp_path.iterdir()] == ["port"]


def test_the_old_folder_left_beside_its_empty_place_is_put_back(tmp_path: Path) -> None:
    place = tmp_path / "port"
    folder(swap.beside(place, "old"), "one")

    swap.recover(place)

    assert (place / "index.html").read_text() == "one"


@pytest.mark.parametrize("kind", [swap.PAGE, swap.SITE])
def test_a_place_in_a_published_folder_is_refused_however_deep(tmp_path: Path, kind: str) -> None:
    (tmp_path / swap.MANIFEST).write_text(f'{{"kind": "{kind}"}}')

    with pytest.raises(DeskError) as refused:
        swap.refuse_nested(tmp_path / "a" / "b" / "c")

    assert refused.value.code == "publish.folder-inside"
    assert refused.value.params["outer"] == str(tmp_path)


def test_a_manifest_of_something_else_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / swap.MANIFEST).write_text('{"name": "an app"}')

    swap.refuse_nested(tmp_path / "a")

    assert swap.manifest(tmp_path) == {"name": "an app"}


def test_a_folder_says_by_its_mark_what_stands_there(tmp_path: Path) -> None:
    assert swap.mark_of(tmp_path) == ""

    (tmp_path / swap.MANIFEST).write_text("{}")

    assert swap.mark_of(tmp_path).startswith("44136fa355b3")
    assert not swap.stands_in_site(tmp_path)
