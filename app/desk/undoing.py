"""Undoing: taking acts back and doing them again, also after a restart."""

from dataclasses import replace

from app.desk.desk import Desk
from app.desk.photos import impressions
from app.domain.changes import Changes
from app.store import journal, revisions
from app.store.journal import Step
from app.store.revisions import Occasion


def undo(desk: Desk) -> Changes | None:
    """Take the last act back; None when there is none.

    What was typed since is kept as a revision first, so that nothing is lost. Files written into
    become what they were; those changed since by another program are left, and named.
    """
    with desk.store.writing() as connection:
        step = journal.last_done(connection)
        if step is None:
            return None
        for story_id in sorted(_stories_of(step)):
            revisions.keep(connection, story_id, Occasion("before-undo", desk.by))
        for image in reversed(step.images):
            journal.put(connection, image.reversed())
        journal.mark(connection, step, undone=True)
        return _changes("undo", step, impressions.take_back(desk, step.images))


def redo(desk: Desk) -> Changes | None:
    """Do the last act taken back again; None when there is none.

    What was typed since is kept as a revision first, so that nothing is lost.
    """
    with desk.store.writing() as connection:
        step = journal.next_undone(connection)
        if step is None:
            return None
        for story_id in sorted(_stories_of(step)):
            revisions.keep(connection, story_id, Occasion("before-redo", desk.by))
        for image in step.images:
            journal.put(connection, image)
        journal.mark(connection, step, undone=False)
        return _changes("redo", step, impressions.put_again(desk, step.images))


def undo_name(desk: Desk) -> str:
    """Return the code of the act that `undo` would take back, "" when there is none."""
    with desk.store.reading() as connection:
        step = journal.last_done(connection)
    return step.act if step else ""


def redo_name(desk: Desk) -> str:
    """Return the code of the act that `redo` would do again, "" when there is none."""
    with desk.store.reading() as connection:
        step = journal.next_undone(connection)
    return step.act if step else ""


def _changes(name: str, step: Step, left: tuple[str, ...]) -> Changes:
    changes = journal.changes_of(name, step.number, step.story_id, step.images)
    return replace(changes, left=left)


def _stories_of(step: Step) -> frozenset[str]:
    """Return the stories whose words a step changed, and that still stand when it is taken back."""
    named = {step.story_id} if step.story_id else set()
    bodies = {image.key for image in step.images if image.table == "bodies" and image.before}
    return frozenset(named | bodies)
