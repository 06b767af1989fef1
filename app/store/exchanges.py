"""Versions of stories that another desk knows too: what a later merge is laid over."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from app.store.journal import now
from app.store.tables import ExchangeRow, StoryRow

SENT = 6
"""Versions sent along with a story, newest first, so that one of them is known over there."""


def note(connection: Connection, story_id: str, digest: str, content: bytes, by: str) -> None:
    """Note that another desk knows this version; one noted before moves to the front."""
    values = {
        "story_id": story_id,
        "digest": digest,
        "content": content.decode(),
        "by": by,
        "at": now(),
    }
    row = insert(ExchangeRow).values(**values)
    connection.execute(
        row.on_conflict_do_update(
            index_elements=["story_id", "digest"], set_={"by": by, "at": values["at"]}
        )
    )


def known(connection: Connection, story_id: str) -> dict[str, bytes]:
    """Return the versions of a story another desk knows, by digest, newest first."""
    rows = connection.execute(
        select(ExchangeRow.digest, ExchangeRow.content)
        .where(ExchangeRow.story_id == story_id)
        .order_by(ExchangeRow.at.desc(), ExchangeRow.number.desc())
    )
    return {row.digest: row.content.encode() for row in rows}


def is_here(connection: Connection, story_id: str) -> bool:
    """Say whether the store holds a story, in the bin or out of it."""
    found = connection.execute(select(StoryRow.id).where(StoryRow.id == story_id)).first()
    return found is not None
