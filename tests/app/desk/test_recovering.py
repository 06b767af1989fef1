"""Recovering at the desk: the store that is meant is the one that is recovered."""

from pathlib import Path

import pytest

from app.desk import recovering
from app.desk.desk import Desk
from app.desk.stories import filing


def test_the_store_at_its_usual_place_is_meant_when_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MARBRE_STORE", str(tmp_path / "usual"))
    with Desk.open() as desk:
        filing.new_story(desk, "fr-FR")
    told = recovering.recover()

    assert told.aside.is_relative_to(tmp_path)
    assert told.unreadable == 0


def test_a_folder_means_the_store_inside_it(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    with Desk.open(tmp_path / "store" / "marbre.sqlite") as desk:
        filing.new_story(desk, "fr-FR")

    assert recovering.recover(tmp_path / "store").read > 0
