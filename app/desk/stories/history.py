"""History: the timeline of a package, two of its moments side by side, what an ill end left."""

from datetime import datetime

from app.desk.desk import Desk
from app.domain.history import Difference, Moment, Recovered
from app.language.difference import passages
from app.store import history, session


def timeline(desk: Desk, story_id: str) -> tuple[Moment, ...]:
    """Return every act and kept version of a story, newest first.

    Typing leaves no act: it shows in the versions kept at quiet moments, at closing, by name.
    """
    with desk.store.reading() as connection:
        return history.timeline(connection, story_id)


def compare(
    desk: Desk, story_id: str, was: int | None, now: int | None = None
) -> tuple[Difference, ...]:
    """Return what differs between two kept versions, in reading order; None is the story now.

    Raises:
        DeskError: `revision.unknown`, `story.unknown`.
    """
    with desk.store.reading() as connection:
        old = history.standing(connection, story_id, was)
        new = history.standing(connection, story_id, now)
    sides = {facet: (old.get(facet, ""), new.get(facet, "")) for facet in (*new, *old)}
    return tuple(
        Difference(facet, one, other, passages(one, other))
        for facet, (one, other) in sides.items()
        if one != other
    )


def begin(desk: Desk) -> tuple[Recovered, ...]:
    """Mark that work begins; return the stories an ill end left with words kept by the second only.

    Raises:
        DeskError: `store.unwritable`.
    """
    if desk.read_only:
        return ()
    began = session.begin(desk.path)
    return recovered(desk, began) if began else ()


def end(desk: Desk) -> None:
    """Say that work ended as it should.

    Raises:
        DeskError: `store.unwritable`.
    """
    if not desk.read_only:
        session.end(desk.path)


def recovered(desk: Desk, since: datetime) -> tuple[Recovered, ...]:
    """Return the stories changed since a moment that stand otherwise than last kept, newest first."""
    found = []
    with desk.store.reading() as connection:
        for story_id, headline, at in history.changed_since(connection, since.isoformat()):
            number, same = history.last_kept(connection, story_id)
            if not same:
                saved = datetime.fromisoformat(at)
                found.append(
                    Recovered(story_id=story_id, headline=headline, saved_at=saved, kept=number)
                )
    return tuple(found)


def told(moment: Moment) -> tuple[Difference, ...]:
    """Return what one act changed, each facet word by word."""
    return tuple(
        Difference(touch.facet, touch.was, touch.now, passages(touch.was, touch.now))
        for touch in moment.touches
    )
