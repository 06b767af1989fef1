"""How a file says that it is a store of ours, and how far it has been brought."""

APPLICATION_ID = 0x4D524252
"""SQLite's own mark of whose file this is ("MRBR"), at byte 68 of the file."""

MAGIC = b"SQLite format 3\x00"
"""The first bytes of every SQLite file."""

HEAD = "0007"
"""The newest step of `migrations/versions`; a file at this step opens without Alembic."""
