"""The mark of a store is the one SQLite keeps in its header."""

from app.store.identity import APPLICATION_ID


def test_the_mark_reads_as_letters() -> None:
    assert APPLICATION_ID.to_bytes(4, "big") == b"MRBR"
