"""The second step keeps every decision and every entry of a store of the first version."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from app.domain.quote import Record
from app.store import sources
from app.store.identity import APPLICATION_ID
from app.store.opening import open_store
from app.store.upgrading import SCRIPTS

ROWS = """
INSERT INTO stories (id, slug, language, created_at, updated_at)
    VALUES ('s', 's', 'fr-FR', '2026-03-04', '2026-03-04');
INSERT INTO people (id, name) VALUES ('p', 'Hélène Carvin');
INSERT INTO quotes (id, story_id, words, kind, state, person_id)
    VALUES ('q', 's', 'Oui', 'direct', 'confirmed', 'p');
"""


def first_version(path: Path) -> None:
    """Make a store as the first version made them, with a decision in it."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    with sqlite3.connect(path) as plain:
        plain.executescript(ROWS)
    plain.close()


def test_decisions_and_entries_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "marbre.sqlite"
    first_version(path)

    store = open_store(path)
    with store.reading() as connection:
        rows = sources.ledger(connection, "s")
        people = sources.people(connection)
    store.close()

    assert [(row.words, row.person_id, row.record) for row in rows] == [("Oui", "p", Record.ON)]
    assert [(person.name, person.forms) for person in people] == [("Hélène Carvin", ())]
