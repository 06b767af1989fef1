"""The site: all stories that may be read, with the pages and files that lead to them.

Only what changed since the last time is made again. What is known of the site as it stands is
kept beside the store, under the mark that its folder bears; where the two disagree, all of it is
made anew.
"""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from app.desk import house, intents
from app.desk.desk import Desk
from app.desk.pages.site_state import Known, Shelf, State
from app.desk.pages.site_stories import Round, Told, told
from app.desk.progress import Progress
from app.desk.sources import reporting
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.story import Status
from app.export.edition import Edition
from app.export.lists import lists
from app.export.sitefolder import SiteFolder
from app.export.siteindex import machine_files
from app.store import publications, revisions
from app.store.publications import PublicationEntry, StoryMark

MAKING = "6"
"""Raised when the same stories would no longer give the same site."""

_KEPT_AT_ONCE = 500

_OUT = {Status.READY.value, Status.PUBLISHED.value, Status.CORRECTED.value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A story that waits: `codes` are the rules that stop it, or "embargo"."""

    story_id: str
    slug: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site written. `made` are the stories whose pages are new, `files` those written."""

    folder: Path
    stories: int
    made: tuple[str, ...]
    held: tuple[Held, ...]
    files: int
    identical: bool
    changes: Changes = field(default_factory=lambda: Changes(act="publish-site"))


def publish_site(
    desk: Desk, to: Path, *, now: datetime | None = None, progress: Progress | None = None
) -> Site:
    """Bring the site in the folder `to` up to date with the store, wholly or not at all.

    On it stand the stories that are ready or were published; those that something stops are held
    back, and stay as they were when they stood there before.

    Raises:
        DeskError: `site.nothing`, `site.two-alike`, `publish.folder-…`, `publish.disk-full`,
            `publish.stopped`, `ledger.public-folder`, `house.…`, `photo.…`; what stood there
            still does.
    """
    with SiteFolder(to) as folder:
        reporting.refuse_public_shelf(desk, folder.place)
        shelf = Shelf(desk.path.parent, folder.place)
        edition = house.edition(desk)
        work = _Work(desk, folder, edition, now or datetime.now(UTC))
        work.begin(shelf.read(folder.state()))
        work.tell_stories(progress or Progress())
        work.tell_lists()
        if work.files:
            work.commit(shelf)
        return work.done()


class _Work:
    """One writing of a site."""

    def __init__(self, desk: Desk, folder: SiteFolder, edition: Edition, now: datetime) -> None:
        """Begin with nothing known."""
        self.desk = desk
        self.folder = folder
        self.edition = edition
        self.now = now
        self.state = State()
        self.files = 0
        self.made: list[str] = []
        self.held: list[Held] = []
        self.entries: list[PublicationEntry] = []
        self.owners: dict[str, str] = {}

    def begin(self, known: State) -> None:
        """Take up what is known, unless the house changed since."""
        said = hashlib.sha256(f"{MAKING}{self.edition!r}".encode()).hexdigest()
        if known.house != said:
            known.stories = {key: replace(one, mark="") for key, one in known.stories.items()}
            # Their names stay known: what is not made any more has to go.
            known.lists = dict.fromkeys(known.lists, "")
            known.machine = dict.fromkeys(known.machine, "")
            known.house = said
        self.state = known
        self.owners = {one.slug: story_id for story_id, one in known.stories.items()}

    def tell_stories(self, progress: Progress) -> None:
        """Put every story that changed, and drop those that left."""
        with self.desk.store.reading() as connection:
            marks = publications.marks(connection)
        wanted = [one for one in marks if one.status in _OUT or one.published]
        changed = [one for one in wanted if self._changed(one)]
        progress.begin(len(changed))
        for one in told(self.desk, changed, self._round()):
            progress.step()
            self._take(one)
        for story_id in self.state.stories.keys() - {one.story_id for one in wanted}:
            self.state.stories.pop(story_id)
            self.files += 1
        standing = {one.slug for one in self.state.stories.values()}
        self.folder.drop(f"{slug}/" for slug in self.folder.folders().keys() - standing)

    def tell_lists(self) -> None:
        """Put the lists and the files for machines that changed."""
        cards = [one.card for one in self.state.stories.values() if one.card]
        if not self.state.stories:
            raise DeskError("site.nothing")
        day = self.now.replace(hour=0, minute=0, second=0, microsecond=0)
        cards.sort(key=lambda card: (card.published, card.slug), reverse=True)
        found = {one.name: one for one in lists(cards, self.edition, day)}
        for name, one in found.items():
            if self.state.lists.get(name) != one.key:
                self._put(name, one.make())
        self.folder.drop(self.state.lists.keys() - found)
        self.state.lists = {name: one.key for name, one in found.items()}
        for name, data in machine_files(cards, self.edition, day).items():
            digest = hashlib.sha256(data).hexdigest()
            if self.state.machine.get(name) != digest:
                self._put(name, data)
                self.state.machine[name] = digest

    def commit(self, shelf: Shelf) -> None:
        """Let the site take its place, and the log what went out with it."""
        if self.desk.read_only:
            self.folder.manifest(self.state.token(), self.state.digests())
            self.folder.commit()
            return
        shelf.prepare(self.state)
        mark = self.folder.manifest(self.state.token(), self.state.digests())
        with intents.intended(self.desk.store, self.folder.place, mark, self._kept()):
            self.folder.commit()
        shelf.settle()

    def done(self) -> Site:
        """Return what became of it."""
        return Site(
            folder=self.folder.place,
            stories=sum(one.card is not None for one in self.state.stories.values()),
            made=tuple(self.made),
            held=tuple(sorted(self.held, key=lambda one: one.slug)),
            files=self.files,
            identical=not self.files,
            changes=Changes(
                act="publish-site", stories=frozenset(entry.story_id for entry in self.entries)
            ),
        )

    def _changed(self, mark: StoryMark) -> bool:
        known = self.state.stories.get(mark.story_id)
        return known is None or (known.mark, known.published) != (mark.mark, mark.published)

    def _round(self) -> Round:
        return Round(
            place=self.folder.place,
            stage=self.folder.stage,
            now=self.now,
            by=self.desk.by,
            standing={story_id: one.slug for story_id, one in self.state.stories.items()},
        )

    def _take(self, one: Told) -> None:
        """Take note of what became of a story."""
        story_id = one.mark.story_id
        if one.codes:
            self.held.append(Held(story_id=story_id, slug=one.mark.slug, codes=one.codes))
        if one.codes or one.absent:
            return
        owner = self.owners.setdefault(one.slug, story_id)
        if owner != story_id:
            raise DeskError("site.two-alike", one=one.mark.slug, other=one.slug, slug=one.slug)
        self.folder.replace(one.slug)
        self.files += one.files
        self.made.append(story_id)
        published = one.mark.published
        if one.entry:
            self.entries.append(one.entry)
            published = one.entry.at.isoformat()
        self.state.stories[story_id] = Known(
            slug=one.slug,
            mark=one.mark.mark,
            published=published,
            digest=one.digest,
            card=one.card,
        )

    def _kept(self) -> list[PublicationEntry]:
        """Keep the moments that are published; return the lines of the log that name them."""
        ids = [entry.story_id for entry in self.entries]
        occasion = revisions.Occasion("published", self.desk.by)
        numbers: dict[str, int] = {}
        with self.desk.store.writing() as connection:
            for at in range(0, len(ids), _KEPT_AT_ONCE):
                some = ids[at : at + _KEPT_AT_ONCE]
                numbers |= revisions.keep_all(connection, some, occasion)
        return [replace(entry, revision=numbers[entry.story_id]) for entry in self.entries]

    def _put(self, name: str, data: bytes) -> None:
        self.folder.put(name, data)
        self.files += 1
