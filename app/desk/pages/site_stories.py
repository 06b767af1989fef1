"""The stories of a site, each made or held back; many at once are shared out among processes.

A process of its own reads the store by itself and writes pages where it is told to, so that
little has to be carried between them.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import datetime
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from app.desk import house, packages
from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.sources import reporting
from app.domain.package import Package
from app.domain.story import Status
from app.export.edition import Card, Edition, Page
from app.export.folder import digest_of
from app.export.sitefolder import Many
from app.export.theme import theme_of
from app.export.withdrawal import withdrawn
from app.store import publications
from app.store.opening import open_store
from app.store.publications import PublicationEntry, StoryMark

BATCH = 32
"""Stories read from the store at once, and handed to a process at once."""

WORTH_SHARING = 400
"""Stories from which other processes gain more time than their start takes."""

MOST_PROCESSES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of one story.

    `codes` say why it is held back (rules, or "embargo"). Else its files stand in the stage under
    `slug`, `digest` being that of them all; `entry` is the line for the log when they are new.
    `card` is None for a story that was withdrawn; `absent` says that nothing of it shall stand.
    """

    mark: StoryMark
    codes: tuple[str, ...] = ()
    absent: bool = False
    slug: str = ""
    digest: str = ""
    files: int = 0
    card: Card | None = None
    entry: PublicationEntry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What all stories of one writing share. `standing` are the folders of those on the site."""

    place: Path
    stage: Path
    now: datetime
    by: str
    standing: dict[str, str]


def told(desk: Desk, marks: Sequence[StoryMark], common: Round) -> Iterator[Told]:
    """Make the stories named and write their files into the stage, in the order they get done.

    Raises:
        DeskError: `house.…`, `photo.…`, `story.damaged`, `publish.disk-full` and its like.
    """
    if len(marks) < WORTH_SHARING or desk.read_only:
        edition = house.edition(desk)
        for batch in _batches(marks):
            yield from _batch_told(desk, edition, batch, common)
    else:
        yield from _shared_out(desk, marks, common)


def _shared_out(desk: Desk, marks: Sequence[StoryMark], common: Round) -> Iterator[Told]:
    """Let other processes make the stories; what a process leaves undone by dying is made here."""
    count = min(MOST_PROCESSES, os.cpu_count() or 1)
    batches = _batches(marks)
    with ProcessPoolExecutor(
        count, get_context("spawn"), initializer=_begin, initargs=(desk.path, desk.by)
    ) as pool:
        try:
            running = {pool.submit(_in_process, batch, common): batch for batch in batches}
            yield from _as_they_come(desk, running, common)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _as_they_come(
    desk: Desk,
    running: dict["Future[list[Told]]", list[StoryMark]],
    common: Round,
) -> Iterator[Told]:
    while running:
        done, _left = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            batch = running.pop(future)
            try:
                found = future.result()
            except BrokenProcessPool:
                found = list(_batch_told(desk, house.edition(desk), batch, common))
            yield from found


def _batches(marks: Sequence[StoryMark]) -> list[list[StoryMark]]:
    return [list(marks[at : at + BATCH]) for at in range(0, len(marks), BATCH)]


_process: list[tuple[Desk, Edition]] = []
"""In a process of its own: the desk it reads, opened once."""


def _begin(path: Path, by: str) -> None:
    Thread(target=_end_with_parent, name="end-with-parent", daemon=True).start()
    desk = Desk(open_store(path, read_only=True), by, keeping=True)
    _process.append((desk, house.edition(desk)))


def _end_with_parent() -> None:
    """Leave as soon as the program that shares out is gone: killed, it sends nobody home."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _in_process(batch: list[StoryMark], common: Round) -> list[Told]:
    desk, edition = _process[0]
    return list(_batch_told(desk, edition, batch, common))


def _batch_told(
    desk: Desk, edition: Edition, batch: Sequence[StoryMark], common: Round
) -> Iterator[Told]:
    return _Batch(desk, edition, common).told(batch)


class _Batch:
    """Some stories of a writing, made one after the other."""

    def __init__(self, desk: Desk, edition: Edition, common: Round) -> None:
        theme = theme_of(edition)
        self._desk = desk
        self._edition = edition
        self._common = common
        self._files = Many(common.stage, {file.name for file in (theme.logo, *theme.card.files)})

    def told(self, batch: Sequence[StoryMark]) -> Iterator[Told]:
        """Make the stories, or say why one is held back."""
        ids = [mark.story_id for mark in batch]
        with self._desk.store.reading() as connection:
            logs = publications.of_stories(connection, ids)
        loaded = packages.load_all(self._desk.store, ids, self._desk.by)
        for mark in batch:
            package, now = loaded[mark.story_id], self._common.now
            issue = publishing.Issue(self._edition, tuple(logs[mark.story_id]), now)
            if mark.status == Status.KILLED.value:
                yield self._taken_back(mark, package.story.language, issue)
            elif mark.embargo and datetime.fromisoformat(mark.embargo) > now:
                yield Told(mark=mark, codes=("embargo",))
            else:
                yield self._made(mark, package, issue)

    def _made(self, mark: StoryMark, package: Package, issue: publishing.Issue) -> Told:
        """Make a story; one that is new, or not as it went out last, must pass the blocking rules.

        What stands elsewhere already is logged here too: withdrawing must find every place.
        """
        page = publishing.page_of(self._desk, package, issue)
        is_new = not issue.before or publishing.manifest_of(page) != issue.before[0].manifest
        blocks = publishing.blocks_of(package) if is_new else ()
        if blocks:
            return Told(mark=mark, codes=tuple(sorted({finding.code for finding in blocks})))
        done = self._written(mark, page)
        place = self._common.place / page.slug
        if not is_new and any(entry.folder == str(place) for entry in issue.before):
            return done
        reporting.keep_among_many(self._desk, package, issue.before)
        entry = publishing.entry_of(page, mark.story_id, place, issue.before)
        return replace(done, entry=replace(entry, at=self._common.now, by=self._common.by))

    def _taken_back(self, mark: StoryMark, language: str, issue: publishing.Issue) -> Told:
        """Leave a notice where a killed story stood; one that never did leaves nothing."""
        slug = self._common.standing.get(mark.story_id, "")
        if not slug or not issue.before:
            return Told(mark=mark, absent=True)
        last = next((one for one in issue.before if one.withdrawn), None)
        at, reason = (last.at, last.reason) if last else (self._common.now, "")
        return self._written(mark, withdrawn(slug, language, self._edition, at=at, reason=reason))

    def _written(self, mark: StoryMark, page: Page) -> Told:
        contents = page.contents()
        for name, data in contents.items():
            self._files.put(f"{page.slug}/{name}", data)
        digest = digest_of(contents)
        return Told(mark=mark, slug=page.slug, digest=digest, files=len(contents), card=page.card)
