"""The fourth step fills the new columns and the search index of photos that are there."""

import json
import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from app.domain.picking import PhotoWish
from app.store import picking
from app.store.identity import APPLICATION_ID
from app.store.opening import open_store
from app.store.upgrading import SCRIPTS

DETAILS = {"city": "Port-Sablé", "rating": 4, "creator": ["Inès Valdor"], "persons": ["H. Carvin"]}
PHOTO = """INSERT INTO photos (id, digest, file_name, media_type, width, height, details, taken_in_at)
    VALUES (?, ?, ?, 'image/jpeg', 30, 20, ?, '2026-03-04T00:00:00+00:00')"""


def third_version(path: Path) -> None:
    """Make a store as the third step left them, with two photos."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
    engine.dispose()
    with sqlite3.connect(path) as plain:
        plain.execute(PHOTO, ("a", "d1", "quai.jpg", json.dumps(DETAILS, ensure_ascii=False)))
        plain.execute(PHOTO, ("b", "d2", "grue.jpg", "{}"))
    plain.close()


def test_old_photos_are_listed_sifted_and_found(tmp_path: Path) -> None:
    path = tmp_path / "marbre.sqlite"
    third_version(path)

    store = open_store(path)
    with store.reading() as connection:
        (placed,) = picking.lines(connection, ["a"])
        by_words = picking.ids(connection, PhotoWish(words="sable valdor"))
        by_name = picking.ids(connection, PhotoWish(words="grue"))
        by_rating = picking.ids(connection, PhotoWish(rating=4))
    store.close()

    assert (placed.line.city, placed.line.credit) == ("Port-Sablé", "Inès Valdor")
    assert placed.line.persons == ("H. Carvin",)
    assert "where" not in placed.line.lacks
    assert (by_words, by_name, by_rating) == (("a",), ("b",), ("a",))
