"""Upgrading: the steps make the tables of the code, and an old store is copied first."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from app.domain.errors import DeskError
from app.store import opening
from app.store.identity import HEAD
from app.store.opening import open_store
from app.store.tables import Row
from app.store.upgrading import KNOWN, upgrade


def test_the_newest_known_step_is_the_head() -> None:
    assert HEAD in KNOWN
    assert max(KNOWN) == HEAD


def test_the_steps_make_exactly_the_tables_of_the_code(tmp_path: Path) -> None:
    store = open_store(tmp_path / "marbre.sqlite")
    with store.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_object": lambda _o, name, *_rest: (
                    not str(name).startswith(("story_search", "photo_search"))
                )
            },
        )
        differences = compare_metadata(context, Row.metadata)
    store.close()

    assert differences == []


def test_a_step_that_fails_leaves_the_store_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "marbre.sqlite"
    store = open_store(path)

    def broken(*_args: object) -> None:
        message = "step failed"
        raise ValueError(message)

    monkeypatch.setattr("app.store.upgrading.command.upgrade", broken)
    with pytest.raises(DeskError) as caught:
        upgrade(path, store.engine, backup=True)
    store.close()

    assert caught.value.code == "store.upgrade-failed"
    assert Path(caught.value.params["copy"]).exists()
    open_store(path).close()


def test_an_older_store_is_brought_up_to_date_after_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "marbre.sqlite"
    open_store(path).close()
    monkeypatch.setattr(opening, "HEAD", "future")

    open_store(path).close()

    assert path.with_suffix(".backup.sqlite").exists()
