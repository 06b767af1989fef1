"""Sorting: what each line of copy was taken for, and what it really is."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import uuid4

from app.desk.desk import Desk
from app.desk.stories.filing import DRAFTED
from app.desk.stories.writing import write
from app.domain.changes import Changes
from app.domain.draft import Draft
from app.intake import correcting
from app.store import revisions as kept
from app.store import stories as rows
from app.store.journal import acting
from app.store.revisions import Occasion

ROLES = correcting.ROLES
is_correctable = correcting.is_correctable
is_unsure = correcting.is_unsure


def resort(desk: Desk, story_id: str, draft: Draft, roles: Mapping[int, str]) -> Changes:
    """Sort the copy of a story again with some lines, by number, placed by the person; one step.

    What stands now is kept as a version first.

    Raises:
        DeskError: `story.unknown`.
    """
    fresh = correcting.corrected(draft.raw, roles)
    with acting(desk.store, "resort", desk.by, story_id=story_id) as act:
        kept.keep(act.connection, story_id, Occasion("before-sorting", desk.by))
        for use in rows.uses(act.connection, story_id):
            act.delete("photo_uses", use.id)
        for use in fresh.uses:
            act.insert("photo_uses", rows.use_row(story_id, replace(use, id=uuid4().hex)))
        write(
            act, story_id, {"body": fresh.body, **{name: getattr(fresh, name) for name in DRAFTED}}
        )
    return act.changes()
