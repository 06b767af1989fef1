"""Bringing an older store up to date: a proven copy first, then every step in one transaction."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from app.domain.errors import DeskError
from app.store.copies import back_up
from app.store.identity import APPLICATION_ID

SCRIPTS = Path(__file__).parent / "migrations"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    return config


KNOWN = frozenset(step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions())
"""Every step this version can read."""


def upgrade(path: Path, engine: Engine, *, backup: bool) -> Path | None:
    """Bring the store at `path` to the newest step; return the copy made first, when one was asked.

    Raises:
        DeskError: `store.upgrade-failed`; the store is as it was and the copy stands beside it.
    """
    copy = back_up(path, path.with_suffix(".backup.sqlite")) if backup else None
    config = _config()
    try:
        with engine.connect() as plain:
            connection = plain.execution_options(marbre_writing=True)
            with connection.begin():
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
    except (SQLAlchemyError, sqlite3.Error, ArithmeticError, LookupError, ValueError) as error:
        raise DeskError("store.upgrade-failed", path=str(path), copy=str(copy or path)) from error
    return copy
