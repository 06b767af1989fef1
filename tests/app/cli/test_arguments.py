"""The copy meant: a file that exists, else a story of the store."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from app.cli.arguments import look_at, open_desk
from app.desk.stories import filing
from app.domain.errors import DeskError


def test_a_file_comes_before_a_story(tmp_path: Path) -> None:
    arguments = argparse.Namespace(store=tmp_path / "store")
    with open_desk(arguments) as desk:
        slug = filing.take_in_text(desk, "Le quai\n\nIl rouvre.").slug
    path = tmp_path / "copy.txt"
    path.write_text("La digue\n\nElle tient.", encoding="utf-8")

    assert look_at(arguments, str(path)).package.story.headline == "La digue"
    assert look_at(arguments, slug).package.story.headline == "Le quai"


def test_a_published_folder_does_not_hide_its_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = argparse.Namespace(store=tmp_path / "store")
    with open_desk(arguments) as desk:
        slug = filing.take_in_text(desk, "Le quai\n\nIl rouvre.").slug
    Path(slug).mkdir()

    assert look_at(arguments, slug).package.story.headline == "Le quai"


@pytest.mark.parametrize("meant", ["n" * 300, "nul\0"])
def test_a_word_no_file_can_bear_is_no_story_either(tmp_path: Path, meant: str) -> None:
    arguments = argparse.Namespace(store=tmp_path / "store")
    open_desk(arguments).close()

    with pytest.raises(DeskError) as caught:
        look_at(arguments, meant)

    assert caught.value.code == "story.unknown"


def test_a_copy_that_could_not_be_made_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = argparse.Namespace(store=tmp_path / "marbre.sqlite")
    open_desk(arguments).close()
    (tmp_path / "copies").write_text("in the way")

    open_desk(arguments).close()

    assert str(tmp_path / "copies") in capsys.readouterr().err


def test_looking_brings_an_older_store_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = argparse.Namespace(store=tmp_path / "store")
    with monkeypatch.context() as older:
        older.setattr("alembic.command.upgrade", partial(_only_to, "0001", command.upgrade))
        older.setattr("app.store.opening.HEAD", "0001")
        open_desk(arguments).close()

    with open_desk(arguments, read_only=True) as desk:
        assert filing.stories(desk) == ()


def _only_to(step: str, climb: Callable[[Config, str], None], config: Config, _head: str) -> None:
    climb(config, step)
