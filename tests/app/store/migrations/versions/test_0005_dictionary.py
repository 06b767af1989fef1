"""The fifth step brings an empty dictionary to a store that had none."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from app.store import dictionary
from app.store.identity import APPLICATION_ID
from app.store.opening import open_store
from app.store.upgrading import SCRIPTS


def test_an_older_store_gets_a_dictionary(tmp_path: Path) -> None:
    path = tmp_path / "marbre.sqlite"
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
    engine.dispose()

    store = open_store(path)
    with store.reading() as connection:
        assert dictionary.added(connection) == ()
    store.close()
