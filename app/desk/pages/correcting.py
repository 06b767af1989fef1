"""After publication: taking a story back."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.desk import house, packages
from app.desk.desk import Desk
from app.desk.pages import publishing, site
from app.desk.pages.publishing import Publication
from app.desk.stories import writing
from app.domain.errors import DeskError
from app.domain.story import Status
from app.export import swap
from app.export.edition import Page
from app.export.withdrawal import withdrawn
from app.store.publications import PublicationEntry


def standing_places(desk: Desk, story_id: str) -> tuple[Path, ...]:
    """Return the folders where the page of a story stands, the one last published into first."""
    last: dict[str, PublicationEntry] = {}
    for entry in publishing.publications_of(desk, story_id):
        last.setdefault(entry.folder, entry)
    places = [Path(folder) for folder, entry in last.items() if not entry.withdrawn]
    return tuple(place for place in places if swap.manifest(place) or swap.stands_in_site(place))


def withdraw(  # noqa: PLR0913  one act, each argument a decision of its own
    desk: Desk,
    story_id: str,
    *,
    reason: str = "",
    by: str | None = None,
    to: Path | None = None,
    now: datetime | None = None,
) -> Publication:
    """Put a short notice in every place where a published story stands, and log it; it is killed.

    `to` names one folder instead. `reason` is printed; `by` signs (the person at work when None).
    The status can be taken back; the page comes back by publishing again.

    Raises:
        DeskError: `publish.never`, `publish.folder-…`, `publish.disk-full`, `house.…`.
    """
    before = publishing.publications_of(desk, story_id)
    if not before:
        raise DeskError("publish.never")
    places = (to.resolve(),) if to else standing_places(desk, story_id) or (Path(before[0].folder),)
    at = now or datetime.now(UTC)
    done: list[Publication] = []
    sites: list[Path] = []
    for place in places:
        page = notice_page(desk, story_id, place.name, reason=reason, at=at)
        entry = replace(
            publishing.entry_of(page, story_id, place, before),
            at=at,
            by=desk.by if by is None else by,
            withdrawn=True,
            reason=reason,
        )
        if swap.stands_in_site(place):
            sites.append(place.parent)
            done.append(publishing.log(desk, entry))
        else:
            done.append(publishing.put_out(desk, page, entry))
    # A site puts the notice in its place by itself, once it knows the story as killed.
    writing.revise(desk, story_id, status=Status.KILLED)
    for one in dict.fromkeys(sites):
        site.publish_site(desk, one, now=at)
    return done[0]


def standing_notice(desk: Desk, story_id: str) -> Page | None:
    """Return the page that stands for a withdrawn story; None for one that was not withdrawn."""
    before = publishing.publications_of(desk, story_id)
    if not before or not before[0].withdrawn:
        return None
    last, name = before[0], Path(before[0].folder).name
    return notice_page(desk, story_id, name, reason=last.reason, at=last.at)


def notice_page(desk: Desk, story_id: str, slug: str, *, reason: str, at: datetime) -> Page:
    """Return the page that takes the place of a withdrawn story in a folder of that name."""
    language = packages.unread(desk.store, story_id).story.language
    return withdrawn(slug, language, house.edition(desk), at=at, reason=reason)
