"""Photos by the thousand: columns for lists and sieves, a search index, batches, templates, stamps."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from app.store.photos import columns_of_details

revision = "0004"
down_revision = "0003"

TEXTS = ("source", "batch_id", "likeness", "flag", "label", "headline", "description", "alt")
MORE_TEXTS = ("credit_line", "city", "country")
NUMBERS = ("size", "in_place", "conflicts", "lacks")
RECORDS = {"crops": "{}", "settled": "[]", "persons": "[]"}
FILLED = ("rating", "label", "lacks", "headline", "description", "alt", "credit_line", "persons")
MORE_FILLED = ("city", "country")

WORDS = """(SELECT group_concat(atom, ' ') FROM json_tree({row}.details) WHERE atom IS NOT NULL)"""
INDEX = """CREATE VIRTUAL TABLE photo_search USING fts5(
    name, words, tokenize = "unicode61 remove_diacritics 2")"""
PUT = f"""INSERT INTO photo_search(rowid, name, words)
    SELECT n.number, {{row}}.file_name, {WORDS} FROM photo_numbers n"""  # noqa: S608  fixed words
FORGET = """DELETE FROM photo_search
    WHERE rowid IN (SELECT number FROM photo_numbers WHERE photo_id = {row}.id)"""
RENEW = f"{FORGET}; {PUT} WHERE n.photo_id = {{row}}.id;".format(row="new")
NUMBER = "INSERT OR IGNORE INTO photo_numbers(photo_id) VALUES (new.id);"
TRIGGERS = {
    "photo_search_insert AFTER INSERT": f"{NUMBER} {RENEW}",
    "photo_search_update AFTER UPDATE OF details, file_name": RENEW,
    "photo_search_delete AFTER DELETE": f"{FORGET.format(row='old')};",
}


def upgrade() -> None:
    """Step up."""
    _columns()
    _fill()
    _batches()
    _templates()
    _stamps()
    _search()


def _columns() -> None:
    added: list[sa.Column[Any]] = [
        *(sa.Column(name, sa.String(), server_default="", nullable=False) for name in TEXTS),
        *(sa.Column(name, sa.String(), server_default="", nullable=False) for name in MORE_TEXTS),
        *(sa.Column(name, sa.Integer(), server_default="0", nullable=False) for name in NUMBERS),
        *(
            sa.Column(name, sa.String(), server_default=empty, nullable=False)
            for name, empty in RECORDS.items()
        ),
        sa.Column("rating", sa.Integer(), nullable=True),
    ]
    for column in added:
        op.add_column("photos", column)
    op.create_index(op.f("ix_photos_file_name"), "photos", ["file_name"], unique=False)
    op.create_index(op.f("ix_photos_batch_id"), "photos", ["batch_id"], unique=False)


def _fill() -> None:
    """Give the pictures that are there the columns that go with their details."""
    connection = op.get_bind()
    names = (*FILLED, *MORE_FILLED)
    given = ", ".join(f"{name} = :{name}" for name in names)
    put = sa.text(f"UPDATE photos SET {given} WHERE id = :id")  # noqa: S608  names from above
    for photo_id, details in connection.execute(sa.text("SELECT id, details FROM photos")).all():
        columns = columns_of_details(json.loads(details))
        connection.execute(put, {"id": photo_id, **{name: columns[name] for name in names}})


def _batches() -> None:
    op.create_table(
        "batches",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("source", sa.String(), server_default="", nullable=False),
        sa.Column("by", sa.String(), server_default="", nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batches")),
    )
    op.create_index(op.f("ix_batches_at"), "batches", ["at"], unique=False)


def _templates() -> None:
    op.create_table(
        "caption_templates",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("fields", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_caption_templates")),
        sa.UniqueConstraint("name", name=op.f("uq_caption_templates_name")),
    )


def _stamps() -> None:
    op.create_table(
        "stamps",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("photo_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("digest_before", sa.String(), server_default="", nullable=False),
        sa.Column("digest_after", sa.String(), nullable=False),
        sa.Column("by", sa.String(), server_default="", nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stamps")),
    )
    op.create_index(op.f("ix_stamps_photo_id"), "stamps", ["photo_id"], unique=False)


def _search() -> None:
    op.create_table(
        "photo_numbers",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("photo_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_photo_numbers")),
        sa.UniqueConstraint("photo_id", name=op.f("uq_photo_numbers_photo_id")),
        sqlite_autoincrement=True,
    )
    op.execute(INDEX)
    op.execute("INSERT INTO photo_numbers(photo_id) SELECT id FROM photos ORDER BY taken_in_at, id")
    op.execute(f"{PUT.format(row='p')} JOIN photos p ON p.id = n.photo_id")
    for when, then in TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {when} ON photos BEGIN {then} END")
