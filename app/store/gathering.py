"""Story packages out of the store, several at once: a query for each table, not for each story."""

from collections.abc import Sequence

from sqlalchemy import Connection

from app.domain.errors import DeskError
from app.domain.package import Package
from app.store import dictionary, photos, sources, stories


def packages(connection: Connection, story_ids: Sequence[str], by: str = "") -> dict[str, Package]:
    """Return the packages of several stories by id, without what the engine finds in their copy.

    `by` is the person whose own dictionary counts beside that of the desk.

    Raises:
        DeskError: `story.unknown`, `story.damaged`.
    """
    found = stories.some(connection, story_ids)
    for story_id in story_ids:
        if story_id not in found:
            raise DeskError("story.unknown", ref=story_id)
    uses = stories.uses_of(connection, story_ids)
    used = {use.photo_id for some in uses.values() for use in some if use.photo_id}
    pictured = photos.some(connection, used)
    people, words = sources.people(connection), dictionary.known_to(connection, by)
    ledgers = sources.ledgers(connection, story_ids)
    waivers = sources.waivers_of(connection, story_ids)
    mutes = sources.mutes_of(connection, story_ids)
    return {
        story_id: Package(
            story=found[story_id],
            uses=tuple(uses[story_id]),
            photos={
                use.photo_id: pictured[use.photo_id]
                for use in uses[story_id]
                if use.photo_id in pictured
            },
            people=people,
            ledger=tuple(ledgers[story_id]),
            waivers=tuple(waivers[story_id]),
            mutes=tuple(mutes[story_id].values()),
            dictionary=words,
        )
        for story_id in story_ids
    }
