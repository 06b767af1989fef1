"""Who kept a version."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Step up."""
    op.add_column("revisions", sa.Column("by", sa.String(), server_default="", nullable=False))
