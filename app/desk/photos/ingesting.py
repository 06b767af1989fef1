"""Ingesting: a folder, a card or many files taken in as one act that can be stopped and taken up."""

import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from uuid import uuid4

from app.desk.desk import Desk
from app.desk.photos import taking
from app.desk.photos.selecting import alike
from app.desk.photos.taking import Seen
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.photo.raw_types import TYPES
from app.store import journal
from app.store.journal import acting

IMAGES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".mpo", ".png", ".apng", ".webp", ".tif", ".tiff"}
    | {".gif", ".avif", ".avifs", ".heic", ".heif", ".hif", *TYPES}
)
"""Suffixes of the files taken out of a folder; a file that is named itself needs none of them."""

HANDS = 4
"""Files looked at side by side: as many as there are ever workers."""

_AHEAD = 2 * HANDS
_TOGETHER = 16
_SECONDS = 0.25
"""Photos are filed at the latest after so many, or after so much time: each filing waits for the
disk, and thumbnails should come as they are made."""


class How(StrEnum):
    """What becomes of the files: a copy is kept beside the store, or they are used where they lie."""

    COPY = "copy"
    IN_PLACE = "in-place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One file that was not taken in, and why."""

    name: str
    path: Path
    error: DeskError


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What became of all files. `taken` and `already` are ids of photos, the latter known before.

    `alike` are groups of photos that look alike, each with one at least of those taken in.
    `conflicting` are photos whose file disagrees with itself. `stopped` says that files are left:
    taking the same folder in again goes on from there. `batch_id` is "" when nothing was new.
    """

    batch_id: str
    taken: tuple[str, ...]
    already: tuple[str, ...]
    failed: tuple[Failure, ...]
    alike: tuple[tuple[str, ...], ...]
    conflicting: tuple[str, ...]
    stopped: bool
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """News of one file, filed when it comes; the last news has the `result` and no name."""

    done: int
    total: int
    name: str = ""
    photo_id: str = ""
    already: bool = False
    error: DeskError | None = None
    result: Ingested | None = None


def never() -> bool:
    """Say that nobody asked to stop."""
    return False


def files_in(sources: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files to take in: those named, and the images of the folders named, by name.

    Raises:
        DeskError: `photo.unreadable`, a folder cannot be read.
    """
    found: dict[Path, None] = {}
    for source in sources:
        for path in _images_under(source) if source.is_dir() else [source]:
            found[path.absolute()] = None
    return tuple(found)


def ingest(
    desk: Desk,
    sources: Iterable[Path],
    *,
    how: How = How.COPY,
    name: str = "",
    stop: Callable[[], bool] = never,
) -> Generator[Progress, None, None]:
    """Take files in, telling of each; all of it is one step to undo.

    Iterate it on a thread of its own: it files in short transactions between which others may
    act. When `stop` says so, or the iterator is closed, no further file is begun and what was
    taken in stays. A file that cannot be taken in is told of and the others go on; when the store
    itself cannot be written, the rest is left.

    Raises:
        DeskError: `photo.no-files`, `photo.unreadable` (a folder), `store.…`.
    """
    asked = list(sources)
    files = files_in(asked)
    if not files:
        raise DeskError("photo.no-files")
    run = _Run(desk, how, name or _name_of(asked), str(asked[0]), len(files))
    try:
        yield from run.through(files, stop)
    finally:
        run.close()
    yield Progress(done=run.done, total=len(files), result=run.result())


@dataclass(slots=True)
class _Run:
    """One ingest under way."""

    desk: Desk
    how: How
    name: str
    source: str
    total: int
    batch_id: str = field(default_factory=lambda: uuid4().hex)
    done: int = 0
    stopped: bool = False
    taken: list[str] = field(default_factory=list)
    already: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    conflicting: list[str] = field(default_factory=list)
    _has_batch: bool = False
    _pending: list[tuple[Path, Seen]] = field(default_factory=list)
    _steps: list[int] = field(default_factory=list)
    _filed_at: float = field(default_factory=time.monotonic)

    def through(self, files: Sequence[Path], stop: Callable[[], bool]) -> Iterator[Progress]:
        """Look at every file and file what is a picture."""
        look = partial(
            taking.look, self.desk, in_place=self.how is How.IN_PLACE, batch_id=self.batch_id
        )
        waiting: deque[tuple[Path, Future[Seen]]] = deque()
        with ThreadPoolExecutor(HANDS, "ingest") as hands:
            for path in files:
                if self.stopped or stop():
                    self.stopped = True
                    break
                waiting.append((path, hands.submit(_looked, look, path)))
                if len(waiting) >= _AHEAD:
                    yield from self._gathered(*waiting.popleft())
            while waiting:
                yield from self._gathered(*waiting.popleft())
        yield from self._file()

    def close(self) -> None:
        """Make one step of all that was filed."""
        if len(self._steps) > 1:
            with self.desk.store.writing() as connection:
                self._steps = [journal.merge(connection, self._steps)]

    def result(self) -> Ingested:
        """Return what became of all files."""
        step = self._steps[0] if self._steps else 0
        return Ingested(
            batch_id=self.batch_id if self.taken else "",
            taken=tuple(self.taken),
            already=tuple(self.already),
            failed=tuple(self.failed),
            alike=alike(self.desk, self.taken) if self.taken else (),
            conflicting=tuple(self.conflicting),
            stopped=self.stopped,
            changes=Changes(act="ingest", step=step, photos=frozenset(self.taken)),
        )

    def _gathered(self, path: Path, looked: "Future[Seen]") -> Iterator[Progress]:
        try:
            self._pending.append((path, looked.result()))
        except DeskError as error:
            yield self._failure(path, error)
        due = time.monotonic() - self._filed_at > _SECONDS
        if self._pending and (due or len(self._pending) >= _TOGETHER):
            yield from self._file()

    def _failure(self, path: Path, error: DeskError) -> Progress:
        self.done += 1
        self.failed.append(Failure(name=path.name, path=path, error=error))
        # A full disk is not the fault of one file: the next ones would fail alike.
        self.stopped = self.stopped or error.code.startswith("store.")
        return Progress(done=self.done, total=self.total, name=path.name, error=error)

    def _file(self) -> Iterator[Progress]:
        pending, self._pending = self._pending, []
        if not pending:
            return
        with acting(self.desk.store, "ingest", self.desk.by) as act:
            if not self._has_batch and not all(seen.already for _, seen in pending):
                act.insert("batches", self._batch())
                self._has_batch = True
            filed = [(path, taking.file(act, seen, path)) for path, seen in pending]
        if act.step:
            self._steps.append(act.step)
        self._filed_at = time.monotonic()
        for path, seen in filed:
            yield self._told(path, seen)

    def _told(self, path: Path, seen: Seen) -> Progress:
        self.done += 1
        (self.already if seen.already else self.taken).append(seen.photo.id)
        if seen.conflicts:
            self.conflicting.append(seen.photo.id)
        return Progress(
            done=self.done,
            total=self.total,
            name=path.name,
            photo_id=seen.photo.id,
            already=seen.already,
        )

    def _batch(self) -> dict[str, str]:
        at = datetime.now(UTC).isoformat()
        by = self.desk.by
        return {"id": self.batch_id, "name": self.name, "source": self.source, "by": by, "at": at}


def _looked(look: Callable[[Path], Seen], path: Path) -> Seen:
    # Opening a pipe or a device would wait for ever.
    if path.exists() and not path.is_file():
        raise DeskError("photo.unreadable", name=path.name)
    return look(path)


def _images_under(folder: Path) -> list[Path]:
    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += (
            Path(place, name)
            for name in sorted(names)
            if not name.startswith(".") and Path(name).suffix.lower() in IMAGES
        )
    return found


def _refuse(error: OSError) -> None:
    raise DeskError("photo.unreadable", name=str(error.filename)) from error


def _name_of(sources: Sequence[Path]) -> str:
    first = sources[0].absolute()
    return first.name if first.is_dir() else first.parent.name
