"""The site: all stories that may be read, with the pages and files that lead to them.

Only what changed since the last time is made again. What is known of the site as it stands is
kept beside the store, under the mark that its folder bears; where the two disagree, all of it is
made anew.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.desk import house, packages, publishing, reporting
from app.desk.desk import Desk
from app.domain.errors import DeskError
from app.domain.story import Status
from app.export.edition import Card, Edition, Page, Thumb
from app.export.lists import lists
from app.export.sitefolder import SiteFolder
from app.export.siteindex import machine_files
from app.export.withdrawal import withdrawn
from app.store import originals, publications, revisions
from app.store.publications import PublicationEntry, StoryMark

STATES = "sites"
MAKING = "1"
"""Raised when the same stories would no longer give the same site."""

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


@dataclass(slots=True)
class _Known:
    """What is known of one story on the site; no card means that it was withdrawn."""

    mark: str
    card: Card | None
    files: list[str]


@dataclass(slots=True)
class _State:
    """What is known of the whole site; `lists` are keys and `machine` digests by file name."""

    house: str = ""
    stories: dict[str, _Known] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    machine: dict[str, str] = field(default_factory=dict)


def publish_site(desk: Desk, to: Path, *, now: datetime | None = None) -> Site:
    """Bring the site in the folder `to` up to date with the store, wholly or not at all.

    On it stand the stories that are ready or were published; those that something stops are held
    back, and stay as they were when they stood there before.

    Raises:
        DeskError: `site.nothing`, `site.two-alike`, `publish.folder-…`, `publish.disk-full`,
            `house.…`, `photo.…`; what stood there still does.
    """
    with SiteFolder(to) as folder:
        place = _state_place(desk, folder.place)
        work = _Work(desk, folder, house.edition(desk), now or datetime.now(UTC))
        work.begin(_read_state(place, folder.state()))
        work.tell_stories()
        work.tell_lists()
        if work.files:
            folder.commit(_token(work.state))
            if not desk.read_only:
                work.log()
                originals.keep_bytes(place, _written(work.state))
        return work.done()


class _Work:
    """One writing of a site."""

    def __init__(self, desk: Desk, folder: SiteFolder, edition: Edition, now: datetime) -> None:
        """Begin with nothing known."""
        self.desk = desk
        self.folder = folder
        self.edition = edition
        self.now = now
        self.state = _State()
        self.files = 0
        self.made: list[str] = []
        self.held: list[Held] = []
        self.entries: list[PublicationEntry] = []
        self.owners: dict[str, str] = {}

    def begin(self, known: _State) -> None:
        """Take up what is known, unless the house changed since."""
        self.state = known
        said = hashlib.sha256(f"{MAKING}{self.edition!r}".encode()).hexdigest()
        if known.house != said:
            for one in known.stories.values():
                one.mark = ""
            known.lists.clear()
            known.house = said
        for story_id, one in known.stories.items():
            self.owners[one.files[0].partition("/")[0]] = story_id

    def tell_stories(self) -> None:
        """Put every story that changed, and drop those that left."""
        with self.desk.store.reading() as connection:
            marks = publications.marks(connection)
        wanted = [one for one in marks if one.status in _OUT or one.published]
        for mark in wanted:
            known = self.state.stories.get(mark.story_id)
            if known is None or known.mark != mark.mark:
                self._tell(mark)
        for story_id in self.state.stories.keys() - {one.story_id for one in wanted}:
            self.folder.drop(self.state.stories.pop(story_id).files)
            self.files += 1

    def tell_lists(self) -> None:
        """Put the lists and the files for machines that changed."""
        cards = [one.card for one in self.state.stories.values() if one.card]
        if not cards:
            raise DeskError("site.nothing")
        cards.sort(key=lambda card: (card.published, card.slug), reverse=True)
        found = {one.name: one for one in lists(cards, self.edition)}
        for name, one in found.items():
            if self.state.lists.get(name) != one.key:
                self._put(name, one.make())
        self.folder.drop(self.state.lists.keys() - found)
        self.state.lists = {name: one.key for name, one in found.items()}
        for name, data in machine_files(cards, self.edition).items():
            digest = hashlib.sha256(data).hexdigest()
            if self.state.machine.get(name) != digest:
                self._put(name, data)
                self.state.machine[name] = digest

    def log(self) -> None:
        """Write the log of publications, all stories of this writing at once."""
        with self.desk.store.writing() as connection:
            for entry in self.entries:
                revisions.keep(
                    connection, entry.story_id, revisions.Occasion("published", entry.by)
                )
                kept = revisions.last_number(connection, entry.story_id)
                publications.log(connection, replace(entry, revision=kept))
            marks = {one.story_id: one.mark for one in publications.marks(connection)}
        for entry in self.entries:
            self.state.stories[entry.story_id].mark = marks[entry.story_id]

    def done(self) -> Site:
        """Return what became of it."""
        return Site(
            folder=self.folder.place,
            stories=sum(one.card is not None for one in self.state.stories.values()),
            made=tuple(self.made),
            held=tuple(self.held),
            files=self.files,
            identical=not self.files,
        )

    def _tell(self, mark: StoryMark) -> None:
        """Put one story, or hold it back."""
        before = publishing.publications_of(self.desk, mark.story_id)
        if mark.status == Status.KILLED.value:
            self._take_back(mark, before)
            return
        if mark.embargo and datetime.fromisoformat(mark.embargo) > self.now:
            self.held.append(Held(story_id=mark.story_id, slug=mark.slug, codes=("embargo",)))
            return
        package = packages.load(self.desk.store, mark.story_id)
        issue = publishing.Issue(self.edition, before, self.now)
        page = publishing.page_of(self.desk, package, issue)
        is_new = not before or publishing.manifest_of(page) != before[0].manifest
        blocks = publishing.preflight_of(package).blocks if is_new else ()
        if blocks:
            codes = tuple(sorted({finding.code for finding in blocks}))
            self.held.append(Held(story_id=mark.story_id, slug=mark.slug, codes=codes))
            return
        if is_new and not self.desk.read_only:
            reporting.keep_at_publication(self.desk, package, self.folder.place)
        self._put_page(mark, page)
        if is_new:
            place = self.folder.place / page.slug
            entry = publishing.entry_of(page, mark.story_id, place, before)
            self.entries.append(replace(entry, at=self.now, by=self.desk.by))

    def _take_back(self, mark: StoryMark, before: tuple[PublicationEntry, ...]) -> None:
        """Leave a notice where a killed story stood; one that never did leaves nothing."""
        known = self.state.stories.get(mark.story_id)
        if known is None or not before:
            return
        slug = known.files[0].partition("/")[0]
        language = known.card.language if known.card else self.edition.language
        at = next((one.at for one in before if one.withdrawn), self.now)
        self._put_page(mark, withdrawn(slug, language, self.edition, at=at))

    def _put_page(self, mark: StoryMark, page: Page) -> None:
        owner = self.owners.setdefault(page.slug, mark.story_id)
        if owner != mark.story_id:
            raise DeskError("site.two-alike", one=mark.slug, other=page.slug, slug=page.slug)
        names = []
        for name, data in page.contents().items():
            names.append(f"{page.slug}/{name}")
            self._put(names[-1], data)
        known = self.state.stories.get(mark.story_id)
        if known:
            self.folder.drop(set(known.files).difference(names))
        self.state.stories[mark.story_id] = _Known(mark.mark, page.card, names)
        self.made.append(mark.story_id)

    def _put(self, name: str, data: bytes) -> None:
        self.folder.put(name, data)
        self.files += 1


def _state_place(desk: Desk, folder: Path) -> Path:
    name = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    return desk.path.parent / STATES / f"{name}.json"


def _token(state: _State) -> str:
    """Return the mark of a site's content, which does not depend on when it was looked at."""
    cards = [(known.card, known.files) for known in state.stories.values()]
    said = repr((state.house, sorted(cards, key=repr), sorted(state.lists.items())))
    return hashlib.sha256(said.encode()).hexdigest()


def _written(state: _State) -> bytes:
    said = {**asdict(state), "token": _token(state)}
    return json.dumps(said, ensure_ascii=False, default=datetime.isoformat).encode()


def _read_state(place: Path, token: str) -> _State:
    """Return what was kept, or nothing when it is not of the folder as it stands."""
    try:
        said = json.loads(place.read_bytes())
    except (OSError, UnicodeDecodeError, json.JSONDecodeError):
        return _State()
    if not token or said.get("token") != token:
        return _State()
    stories = {
        story_id: _Known(one["mark"], _card(one["card"]), one["files"])
        for story_id, one in said["stories"].items()
    }
    return _State(said["house"], stories, said["lists"], said["machine"])


def _card(said: dict[str, Any] | None) -> Card | None:
    if said is None:
        return None
    times = {name: datetime.fromisoformat(said[name]) for name in ("published", "modified")}
    lists_of_words = {name: tuple(said[name]) for name in ("authors", "topics")}
    thumbs = tuple(Thumb(**one) for one in said["thumbs"])
    return Card(**{**said, **times, **lists_of_words, "thumbs": thumbs})
