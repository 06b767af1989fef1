"""The terms of each quote, names in other languages, muted rules, transcripts."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Step up."""
    for name in ("forms", "captions"):
        column = sa.Column(name, sa.String(), server_default="[]", nullable=False)
        op.add_column("people", column)
    _quotes()
    _evidence()
    _mutes()
    _transcripts()


def _quotes() -> None:
    for column in (
        sa.Column("record", sa.String(), server_default="on", nullable=False),
        sa.Column("anonymity_reason", sa.String(), nullable=True),
        sa.Column("anonymity_by", sa.String(), server_default="", nullable=False),
        sa.Column("anonymity_at", sa.String(), nullable=True),
    ):
        op.add_column("quotes", column)


def _evidence() -> None:
    # The first version made this table and never wrote a row into it.
    op.drop_index(op.f("ix_evidence_quote_id"), "evidence")
    op.drop_table("evidence")
    op.create_table(
        "evidence",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column("quote_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("verified_by", sa.String(), server_default="", nullable=False),
        sa.Column("verified_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_evidence_story_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["quotes.id"], name=op.f("fk_evidence_quote_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    op.create_index(op.f("ix_evidence_quote_id"), "evidence", ["quote_id"], unique=False)
    op.create_index(op.f("ix_evidence_story_id"), "evidence", ["story_id"], unique=False)


def _mutes() -> None:
    op.create_table(
        "mutes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_mutes_story_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mutes")),
        sa.UniqueConstraint("story_id", "code", name=op.f("uq_mutes_story_id_code")),
    )


def _transcripts() -> None:
    op.create_table(
        "transcripts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("utterances", sa.String(), nullable=False),
        sa.Column("added_by", sa.String(), server_default="", nullable=False),
        sa.Column("added_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_transcripts_story_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transcripts")),
    )
    op.create_index(op.f("ix_transcripts_story_id"), "transcripts", ["story_id"], unique=False)
