"""After publication: what a correction might say, and taking a story back."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.desk import house, packages
from app.desk.desk import Desk
from app.desk.pages import publishing, site
from app.desk.pages.publishing import Publication
from app.desk.stories import writing
from app.domain.errors import DeskError
from app.domain.rewording import Reworded, Turn
from app.domain.story import Status
from app.export.swap import stands_in_site
from app.export.withdrawal import withdrawn
from app.export.wording import wording
from app.language.rewording import reworded
from app.store import revisions
from app.store.publications import PublicationEntry

LONGEST = 120
"""Characters of changed words worth quoting in a notice."""


def changed_since(desk: Desk, story_id: str) -> tuple[Reworded, ...]:
    """Return how the body changed since it was last published, changes only.

    Empty when nothing changed, or when the log does not say which kept moment was published.
    """
    before = publishing.publications_of(desk, story_id)
    if not before or before[0].revision is None:
        return ()
    with desk.store.reading() as connection:
        was = revisions.body_of(connection, story_id, before[0].revision)
    now = packages.load(desk.store, story_id).story.body
    return tuple(one for one in reworded(was, now) if one.turn is not Turn.KEPT)


def proposed_notice(desk: Desk, story_id: str) -> str:
    """Return a notice for the first change of words, in the story's language, "" when there is none."""
    language = packages.load(desk.store, story_id).story.language
    for change in changed_since(desk, story_id):
        was, now = " ".join(change.was.split()), " ".join(change.now.split())
        if change.turn is Turn.REPLACED and max(len(was), len(now)) <= LONGEST:
            return wording(language).say("correction_proposed", was=was, now=now)
    return ""


def withdraw(
    desk: Desk,
    story_id: str,
    *,
    reason: str = "",
    to: Path | None = None,
    now: datetime | None = None,
) -> Publication:
    """Put a short notice in the place of a published story, and log it; the story is killed.

    The folder is that of the last publication unless `to` names another. `reason` is printed.

    Raises:
        DeskError: `publish.never`, `publish.folder-…`, `publish.disk-full`, `house.…`.
    """
    before = publishing.publications_of(desk, story_id)
    if not before:
        raise DeskError("publish.never")
    story = packages.load(desk.store, story_id).story
    place = (to or Path(before[0].folder)).resolve()
    edition = house.edition(desk)
    at = now or datetime.now(UTC)
    page = withdrawn(place.name, story.language, edition, at=at, reason=reason)
    entry = replace(
        publishing.entry_of(page, story_id, place, before),
        at=at,
        by=desk.by,
        withdrawn=True,
        reason=reason,
    )
    if stands_in_site(place):
        return _withdrawn_from_site(desk, entry)
    done = publishing.put_out(desk, page, entry)
    writing.revise(desk, story_id, status=Status.KILLED)
    return done


def _withdrawn_from_site(desk: Desk, entry: PublicationEntry) -> Publication:
    """Log and kill the story first: the site then puts the notice in its place by itself."""
    place = Path(entry.folder)
    done = publishing.log(desk, entry)
    writing.revise(desk, entry.story_id, status=Status.KILLED)
    site.publish_site(desk, place.parent, now=entry.at)
    return done
