"""Writing: the copy and its fields, kept moments, restoring."""

from typing import Any

from app.desk.desk import Desk
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.story import TEXT_FIELDS, Revision
from app.export.slugs import slug as slug_for
from app.store import revisions as kept
from app.store import stories as rows
from app.store.journal import Act, acting
from app.store.revisions import Occasion

REVISED = frozenset(
    {*TEXT_FIELDS, "slug", "language", "tags", "note", "status", "dated", "embargo", "target_words"}
)
"""The fields of a story a person may set."""


def revise(desk: Desk, story_id: str, **fields: Any) -> Changes:  # noqa: ANN401  fields of Story, of several types
    """Set fields of a story, as one step that can be taken back.

    A slug is brought into the form addresses and folders have (`app.export.slugs.slug`).

    Raises:
        DeskError: `story.slug-taken`, `story.no-slug`, `story.unknown`.
        ValueError: a name is not a field a person may set.
    """
    if unknown := fields.keys() - REVISED:
        raise ValueError(", ".join(sorted(unknown)))
    with acting(desk.store, "revise", desk.by, story_id=story_id) as act:
        if "slug" in fields:
            fields["slug"] = _claimed(act, story_id, str(fields["slug"]))
        write(act, story_id, fields)
    return act.changes()


def autosave(desk: Desk, story_id: str, **texts: str) -> Changes:
    """Keep words as they are typed: safe on disk when this returns, no step in the journal.

    Raises:
        ValueError: a name is not one of `TEXT_FIELDS`.
        DeskError: `store.…`; what was kept before stays.
    """
    if unknown := texts.keys() - set(TEXT_FIELDS):
        raise ValueError(", ".join(sorted(unknown)))
    with desk.store.writing() as connection:
        act = Act(connection, "autosave", story_id)
        write(act, story_id, texts)
        rows.mark_changed(connection, story_id)
    return act.changes()


def write(act: Act, story_id: str, fields: dict[str, Any]) -> None:
    """Set fields of a story as part of an act."""
    columns = rows.story_columns(fields)
    if "body" in fields:
        body = str(fields["body"])
        act.update("bodies", story_id, rows.body_columns(body))
        columns |= rows.words_column(body)
    if columns:
        act.update("stories", story_id, columns)


def keep(desk: Desk, story_id: str, *, name: str = "", reason: str = "named") -> Revision | None:
    """Keep the package as it stands; None when nothing changed since the last kept moment."""
    with desk.store.writing() as connection:
        return kept.keep(connection, story_id, Occasion(reason, desk.by, name))


def name_version(desk: Desk, story_id: str, number: int, name: str) -> None:
    """Call a kept moment by a name, or by none ("").

    Raises:
        DeskError: `revision.unknown`.
    """
    with desk.store.writing() as connection:
        kept.give_name(connection, story_id, number, name.strip())


def revisions(desk: Desk, story_id: str) -> tuple[Revision, ...]:
    """Return the kept moments of a story, newest first; number 0 is the copy as it came."""
    with desk.store.reading() as connection:
        return kept.all_of(connection, story_id)


def revision_text(desk: Desk, story_id: str, number: int) -> str:
    """Return the body kept at a moment; for number 0 the raw text as it came."""
    with desk.store.reading() as connection:
        return kept.text_of(connection, story_id, number)


def restore(desk: Desk, story_id: str, number: int) -> Changes:
    """Put a kept moment back; what stood before is kept first, and the act can be taken back."""
    with acting(desk.store, "restore", desk.by, story_id=story_id) as act:
        kept.keep(act.connection, story_id, Occasion("before-restore", desk.by))
        kept.restore(act, story_id, number)
        kept.keep(act.connection, story_id, Occasion("restored", desk.by))
    return act.changes()


def _claimed(act: Act, story_id: str, words: str) -> str:
    if not words.strip():
        raise DeskError("story.no-slug")
    slug = slug_for(words)
    if rows.slug_owner(act.connection, slug) not in {None, story_id}:
        raise DeskError("story.slug-taken", slug=slug)
    return slug
