"""The first tables, and the full-text index kept in step by triggers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SEARCH = (
    """CREATE VIRTUAL TABLE story_search USING fts5(
        headline, body, captions, tokenize = "unicode61 remove_diacritics 2")""",
    """CREATE VIEW searchable AS SELECT s.number, s.id,
        s.headline || ' ' || s.kicker || ' ' || s.standfirst || ' ' || s.slug AS headline,
        coalesce(b.text, '') AS body,
        coalesce((SELECT group_concat(u.caption || ' ' || u.alt, ' ')
            FROM photo_uses u WHERE u.story_id = s.id), '') AS captions
        FROM stories s LEFT JOIN bodies b ON b.story_id = s.id""",
)
TRIGGER = """CREATE TRIGGER search_{table}_{verb} AFTER {verb} ON {table} BEGIN
    DELETE FROM story_search WHERE rowid IN (SELECT number FROM stories WHERE id = {row}.{key});
    INSERT INTO story_search(rowid, headline, body, captions)
        SELECT number, headline, body, captions FROM searchable WHERE id = {row}.{key};
END"""
FORGET = """CREATE TRIGGER search_stories_DELETE AFTER DELETE ON stories BEGIN
    DELETE FROM story_search WHERE rowid = old.number;
END"""


def upgrade() -> None:
    """Step up."""
    _tables()
    _search()


def _search() -> None:
    for statement in SEARCH:
        op.execute(statement)
    for table, key in (("stories", "id"), ("bodies", "story_id"), ("photo_uses", "story_id")):
        for verb, row in (("INSERT", "new"), ("UPDATE", "new")):
            op.execute(TRIGGER.format(table=table, verb=verb, row=row, key=key))
    op.execute(TRIGGER.format(table="photo_uses", verb="DELETE", row="old", key="story_id"))
    op.execute(FORGET)


def _tables() -> None:
    _journal()
    _people()
    _photos()
    _stories()
    _bodies()
    _photo_uses()
    _publications()
    _quotes()
    _revisions()
    _waivers()
    _evidence()


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("step", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("by", sa.String(), server_default="", nullable=False),
        sa.Column("story_id", sa.String(), nullable=True),
        sa.Column("images", sa.String(), nullable=False),
        sa.Column("undone", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("step", name=op.f("pk_journal")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_journal_story_id"), "journal", ["story_id"], unique=False)
    op.create_index("ix_journal_undone", "journal", ["undone", "step"], unique=False)


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), server_default="person", nullable=False),
        sa.Column("variants", sa.String(), server_default="[]", nullable=False),
        sa.Column("titles", sa.String(), server_default="[]", nullable=False),
        sa.Column("code", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )
    op.create_index(op.f("ix_people_name"), "people", ["name"], unique=False)


def _photos() -> None:
    op.create_table(
        "photos",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("details", sa.String(), server_default="{}", nullable=False),
        sa.Column("creation", sa.String(), server_default="", nullable=False),
        sa.Column("focus_x", sa.Double(), server_default="0.5", nullable=False),
        sa.Column("focus_y", sa.Double(), server_default="0.5", nullable=False),
        sa.Column("taken_in_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photos")),
        sa.UniqueConstraint("digest", name=op.f("uq_photos_digest")),
    )
    op.create_index(op.f("ix_photos_creation"), "photos", ["creation"], unique=False)
    op.create_index(op.f("ix_photos_taken_in_at"), "photos", ["taken_in_at"], unique=False)


def _stories() -> None:
    op.create_table(
        "stories",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("headline", sa.String(), server_default="", nullable=False),
        sa.Column("kicker", sa.String(), server_default="", nullable=False),
        sa.Column("standfirst", sa.String(), server_default="", nullable=False),
        sa.Column("byline", sa.String(), server_default="", nullable=False),
        sa.Column("dateline", sa.String(), server_default="", nullable=False),
        sa.Column("agency_credit", sa.String(), server_default="", nullable=False),
        sa.Column("section", sa.String(), server_default="", nullable=False),
        sa.Column("tags", sa.String(), server_default="[]", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("status", sa.String(), server_default="draft", nullable=False),
        sa.Column("dated", sa.String(), nullable=True),
        sa.Column("embargo", sa.String(), nullable=True),
        sa.Column("target_words", sa.Integer(), nullable=True),
        sa.Column("words", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_stories")),
        sa.UniqueConstraint("id", name=op.f("uq_stories_id")),
        sa.UniqueConstraint("slug", name=op.f("uq_stories_slug")),
    )
    op.create_index(op.f("ix_stories_updated_at"), "stories", ["updated_at"], unique=False)


def _bodies() -> None:
    op.create_table(
        "bodies",
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), server_default="", nullable=False),
        sa.Column("checksum", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_bodies_story_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("story_id", name=op.f("pk_bodies")),
    )


def _photo_uses() -> None:
    op.create_table(
        "photo_uses",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.String(), nullable=True),
        sa.Column("caption", sa.String(), server_default="", nullable=False),
        sa.Column("alt", sa.String(), server_default="", nullable=False),
        sa.Column("credit", sa.String(), server_default="", nullable=False),
        sa.Column("persons", sa.String(), server_default="[]", nullable=False),
        sa.Column("dated", sa.String(), nullable=True),
        sa.Column("archive", sa.Integer(), server_default="0", nullable=False),
        sa.Column("decorative", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["photo_id"], ["photos.id"], name=op.f("fk_photo_uses_photo_id")),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_photo_uses_story_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo_uses")),
        sa.UniqueConstraint("story_id", "slot", name=op.f("uq_photo_uses_story_id_slot")),
    )
    op.create_index(op.f("ix_photo_uses_photo_id"), "photo_uses", ["photo_id"], unique=False)


def _publications() -> None:
    op.create_table(
        "publications",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("by", sa.String(), server_default="", nullable=False),
        sa.Column("overrides", sa.String(), server_default="[]", nullable=False),
        sa.Column("manifest", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_publications_story_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publications")),
    )
    op.create_index(op.f("ix_publications_story_id"), "publications", ["story_id"], unique=False)


def _quotes() -> None:
    op.create_table(
        "quotes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("ahead", sa.String(), server_default="", nullable=False),
        sa.Column("behind", sa.String(), server_default="", nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), server_default="open", nullable=False),
        sa.Column("speaker", sa.String(), server_default="", nullable=False),
        sa.Column("person_id", sa.String(), nullable=True),
        sa.Column("decided_by", sa.String(), server_default="", nullable=False),
        sa.Column("decided_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_quotes_person_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_quotes_story_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotes")),
    )
    op.create_index(op.f("ix_quotes_story_id"), "quotes", ["story_id"], unique=False)


def _revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("kept_at", sa.String(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("snapshot", sa.String(), nullable=False),
        sa.Column("raw", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_revisions_story_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("story_id", "number", name=op.f("pk_revisions")),
    )


def _waivers() -> None:
    op.create_table(
        "waivers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_waivers_story_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waivers")),
        sa.UniqueConstraint(
            "story_id", "fingerprint", name=op.f("uq_waivers_story_id_fingerprint")
        ),
    )


def _evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("quote_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("verified_by", sa.String(), server_default="", nullable=False),
        sa.Column("verified_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["quotes.id"], name=op.f("fk_evidence_quote_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    op.create_index(op.f("ix_evidence_quote_id"), "evidence", ["quote_id"], unique=False)
