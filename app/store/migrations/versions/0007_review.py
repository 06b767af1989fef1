"""Remarks, suggestions and names under stories."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Step up."""
    _anchored("remarks", _text("text"), _plain("answers"), *_settled("resolved"))
    state = sa.Column("state", sa.String(), nullable=False, server_default="open")
    _anchored("suggestions", _plain("put"), state, *_settled("decided"))
    _table("sign_offs", _plain("note"), _text("checksum"), _text("by"))


def _anchored(name: str, *columns: sa.Column[str]) -> None:
    places = [_plain(one) for one in ("words", "ahead", "behind", "by")]
    start = sa.Column("start", sa.Integer(), nullable=False, server_default="0")
    _table(name, *places, start, *columns)


def _settled(verb: str) -> tuple[sa.Column[str], sa.Column[str]]:
    return _plain(f"{verb}_by"), sa.Column(f"{verb}_at", sa.String(), nullable=True)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _plain(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default="")


def _table(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        _text("id"),
        _text("story_id"),
        _text("at"),
        *columns,
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f(f"fk_{name}_story_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(op.f(f"ix_{name}_story_id"), name, ["story_id"], unique=False)
