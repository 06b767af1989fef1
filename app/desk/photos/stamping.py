"""Stamping: the desk's words written into image files, old file or new file, taken back any day."""

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from app.desk import inking
from app.desk.desk import Desk
from app.desk.inking import Note
from app.desk.photos import captioning, impressions, taking
from app.desk.photos.ingesting import never
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.photo import Flag, Photo, PhotoMetadata
from app.store import journal, originals, picking
from app.store import photos as rows
from app.store.journal import acting

_AHEAD = 4
_REJECTED = -1
"""The rating by which XMP says that a picture is left aside."""


class Into(StrEnum):
    """Where the words go: an .xmp file beside the picture, a copy of it, or the file it came from."""

    SIDECAR = "sidecar"
    COPY = "copy"
    ORIGINAL = "original"


@dataclass(frozen=True, slots=True, kw_only=True)
class StampResult:
    """What became of all photos; `unchanged` files said it already, `failed` are ids."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    failed: tuple[str, ...]
    stopped: bool
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """News of one photo; the last news has the `result` and no name."""

    done: int
    total: int
    name: str = ""
    photo_id: str = ""
    place: Path | None = None
    error: DeskError | None = None
    result: StampResult | None = None


def stamp(
    desk: Desk,
    photo_ids: Sequence[str],
    into: Into,
    *,
    folder: Path | None = None,
    stop: Callable[[], bool] = never,
) -> Generator[Stamped, None, None]:
    """Write what the desk knows of photos into files, telling of each; all of it is one step.

    Copies go into `folder`; sidecars beside the file a photo came from, or into `folder`. Fields
    nobody changed, unknown fields and pixels stay as they are, each proven by reading the new file
    before it takes its place. Undoing brings the bytes back, also after a restart. Iterate it on a
    thread of its own; photos that cannot be written are told of and the others go on.

    Raises:
        DeskError: `photo.unknown`, `stamp.no-folder`, `store.…`.
    """
    if folder is None and into is Into.COPY:
        raise DeskError("stamp.no-folder")
    with desk.store.reading() as connection:
        photos = rows.all_of(connection, photo_ids)
    run = _Run(desk, into, folder, len(photos))
    try:
        yield from run.through(photos, stop)
    finally:
        run.close()
    yield Stamped(done=run.done, total=len(photos), result=run.result())


@dataclass(frozen=True, slots=True)
class _Ink:
    """A new file, made and proven, that waits to take its place; `digest` is what it replaces."""

    photo: Photo
    place: Path
    digest: str
    data: bytes
    stamp_id: str


@dataclass(slots=True)
class _Run:
    """One stamping under way."""

    desk: Desk
    into: Into
    folder: Path | None
    total: int
    done: int = 0
    stopped: bool = False
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    _taken: set[Path] = field(default_factory=set)
    _steps: list[int] = field(default_factory=list)

    def through(self, photos: Sequence[Photo], stop: Callable[[], bool]) -> Iterator[Stamped]:
        """Write every photo."""
        waiting: deque[tuple[Photo, Path, Future[_Ink | None]]] = deque()
        with ThreadPoolExecutor(_AHEAD, "stamp") as hands:
            for photo in photos:
                if self.stopped or stop():
                    self.stopped = True
                    break
                place = self._place_of(photo)
                waiting.append((photo, place, hands.submit(self._made, photo, place)))
                if len(waiting) >= _AHEAD:
                    yield self._put(*waiting.popleft())
            while waiting:
                yield self._put(*waiting.popleft())

    def close(self) -> None:
        """Make one step of all that was written."""
        if len(self._steps) > 1:
            with self.desk.store.writing() as connection:
                self._steps = [journal.merge(connection, self._steps)]

    def result(self) -> StampResult:
        """Return what became of all photos."""
        step = self._steps[0] if self._steps else 0
        return StampResult(
            written=tuple(self.written),
            unchanged=tuple(self.unchanged),
            failed=tuple(self.failed),
            stopped=self.stopped,
            changes=Changes(act="stamp", step=step, photos=frozenset(self.written)),
        )

    def _place_of(self, photo: Photo) -> Path:
        """Return where the file of a photo goes; no two of one run go to one place."""
        source = Path(photo.source) if photo.source else Path(photo.file_name)
        if self.into is Into.ORIGINAL:
            return source
        folder = self.folder or source.parent
        if self.into is Into.SIDECAR:
            return folder / f"{source.stem}.xmp"
        place, number = folder / photo.file_name, 1
        while place in self._taken or place.exists():
            number += 1
            place = (
                folder / f"{Path(photo.file_name).stem} ({number}){Path(photo.file_name).suffix}"
            )
        self._taken.add(place)
        return place

    def _made(self, photo: Photo, place: Path) -> _Ink | None:
        """Make the new file beside the store; None when the one that stands says it all."""
        before = self._before(photo, place)
        with TemporaryDirectory(dir=self.desk.path.parent, prefix=".stamp-") as scratch:
            made = Path(scratch) / place.name
            words = _words(photo)
            if self.into is Into.SIDECAR:
                self.desk.workshop.write_sidecar(place, made, words)
                base = before or b""
            else:
                source = place if self.into is Into.ORIGINAL else self._original(photo)
                self.desk.workshop.write_metadata(source, made, words, frozenset(photo.settled))
                base = source.read_bytes()
            data = made.read_bytes()
        if data == before:
            return None
        stamp_id = uuid4().hex
        impressions.keep(self.desk, stamp_id, base, data)
        digest = "" if before is None else impressions.digest_of(before)
        return _Ink(photo, place, digest, data, stamp_id)

    def _original(self, photo: Photo) -> Path:
        return captioning.original_of(self.desk, photo)

    def _before(self, photo: Photo, place: Path) -> bytes | None:
        """Return what stands at the place; of an original, only if it is still that photo."""
        if not place.parent.is_dir():
            path = str(place.parent)
            raise DeskError("photo.reference-missing", name=photo.file_name, path=path)
        if self.into is not Into.ORIGINAL:
            return place.read_bytes() if place.exists() else None
        if not place.is_file():
            raise DeskError("photo.reference-missing", name=photo.file_name, path=str(place))
        before = place.read_bytes()
        with self.desk.store.reading() as connection:
            known = picking.digests_written(connection, photo.id) | {photo.digest}
        if impressions.digest_of(before) not in known:
            raise DeskError("photo.changed-since", name=photo.file_name)
        return before

    def _put(self, photo: Photo, place: Path, made: "Future[_Ink | None]") -> Stamped:
        self.done += 1
        error = None
        try:
            ink = made.result()
            if ink is None:
                self.unchanged.append(photo.id)
            else:
                self._file(ink)
                self.written.append(photo.id)
        except DeskError as trouble:
            error = trouble
            self.failed.append(photo.id)
            self.stopped = self.stopped or trouble.code.startswith("store.")
        return Stamped(
            done=self.done,
            total=self.total,
            name=photo.file_name,
            photo_id=photo.id,
            place=None if error else place,
            error=error,
        )

    def _file(self, ink: _Ink) -> None:
        """Note the writing and put the file at its place; neither without the other."""
        note = self._note(ink)
        with inking.intended(self.desk.store, note):
            with acting(self.desk.store, inking.ACT, self.desk.by) as act:
                note.put(act)
                like = ink.place if ink.digest else self._like(ink.photo)
                impressions.place_file(ink.place, ink.data, like)
            self._steps.append(act.step)

    def _like(self, photo: Photo) -> Path | None:
        source = Path(photo.source)
        return source if photo.source and source.exists() else None

    def _note(self, ink: _Ink) -> Note:
        after = impressions.digest_of(ink.data)
        stamped = {
            "id": ink.stamp_id,
            "photo_id": ink.photo.id,
            "kind": self.into.value,
            "place": str(ink.place.absolute()),
            "digest_before": ink.digest,
            "digest_after": after,
            "by": self.desk.by,
            "at": datetime.now(UTC).isoformat(),
        }
        changed: dict[str, Any] = {}
        if self.into is Into.ORIGINAL:
            changed["settled"] = "[]"
            if ink.photo.in_place:
                self._keep_thumbnail(ink.photo, after)
                changed |= {"digest": after, "size": len(ink.data)}
        return Note(by=self.desk.by, stamp=stamped, photo=changed)

    def _keep_thumbnail(self, photo: Photo, digest: str) -> None:
        """Keep the small picture under the new name too: not a pixel of it changed."""
        kept = taking.thumbnail_place(self.desk, photo.digest, taking.THUMBNAIL)
        if kept.exists():
            place = taking.thumbnail_place(self.desk, digest, taking.THUMBNAIL)
            originals.keep_bytes(place, kept.read_bytes())


def _words(photo: Photo) -> PhotoMetadata:
    if photo.flag is Flag.REJECT and photo.metadata.rating is None:
        return replace(photo.metadata, rating=_REJECTED)
    return photo.metadata
