"""The workshop: image files are opened in other processes, which may die without taking us along."""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from app.domain.errors import DeskError
from app.domain.photo import Conflict, PhotoMetadata
from app.domain.rendition import RenditionSpec
from app.photo import frames, plain
from app.photo.facts import Facts, Survey

SECONDS = 10.0
"""Most time one file may take."""

MEMORY = 1_000_000_000
"""Most bytes of memory a worker may take."""

_ENCODING = 3
"""Renditions get this many times the limit: AVIF takes its time on any picture, hostile or not."""

_START_SECONDS = 60.0
_MOST_WORKERS = 4
_FLAG = "--photo-worker"
_ROOT = Path(__file__).resolve().parents[2]

Reply = tuple[dict[str, Any], bytes]


def serve_if_asked() -> bool:
    """Be a worker when this program was started as one; say whether it was.

    A frozen bundle has one executable: its first act must be to call this and end on True.
    """
    if len(sys.argv) != len((sys.executable, _FLAG, MEMORY)) or sys.argv[1] != _FLAG:
        return False
    from app.photo import child  # noqa: PLC0415  the desk itself never needs the imaging libraries

    child.main(int(sys.argv[2]))
    return True


class Workshop:
    """Some workers behind one door; every method may be called from any thread.

    Each method opens one file in a worker and raises `DeskError` with `name` when it cannot:
    "photo.worker-died" (the file killed its worker), "photo.too-slow", "photo.too-large",
    "photo.no-worker" (none could be started), "photo.stopped" (the workshop was closed), and
    the codes of `opening.probe`.
    """

    def __init__(
        self, workers: int | None = None, seconds: float = SECONDS, memory: int = MEMORY
    ) -> None:
        """Open the workshop; workers start when first needed."""
        count = workers or min(_MOST_WORKERS, os.cpu_count() or 1)
        self._hands = [_Hand(memory) for _ in range(count)]
        self._idle: queue.LifoQueue[_Hand] = queue.LifoQueue()
        for hand in self._hands:
            self._idle.put(hand)
        self._seconds = seconds

    def __enter__(self) -> Self:
        """Open the workshop."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Send the workers home."""
        self.close()

    def close(self) -> None:
        """End all workers, whatever they are doing; calls after this raise "photo.stopped"."""
        for hand in self._hands:
            hand.stop()
        # A hand at work comes back as soon as its worker is gone.
        idle = [self._idle.get() for _ in self._hands]
        for hand in idle:
            hand.bury()
            self._idle.put(hand)

    def probe(self, path: Path) -> Facts:
        """Return what a file is; see `opening.probe`."""
        told, _ = self._ask("probe", path)
        return plain.facts_from(told["facts"])

    def read_metadata(self, path: Path) -> tuple[PhotoMetadata, tuple[Conflict, ...]]:
        """Return what a file says of its picture; see `metadata.read`."""
        told, _ = self._ask("read", path)
        return plain.metadata_from(told["metadata"]), plain.conflicts_from(told["conflicts"])

    def write_metadata(
        self,
        source: Path,
        target: Path,
        metadata: PhotoMetadata,
        settle: frozenset[str] = frozenset(),
    ) -> None:
        """Write words into a copy of a file, or into the file itself; see `writing.write`."""
        told = plain.plain_metadata(metadata)
        self._ask("write", source, target=str(target), metadata=told, settle=sorted(settle))

    def write_sidecar(self, path: Path, target: Path, metadata: PhotoMetadata) -> None:
        """Write words and what the sidecar `path` says, if it is there, as the sidecar `target`."""
        told = plain.plain_metadata(metadata)
        self._ask("sidecar", path, target=str(target), metadata=told)

    def thumbnail(self, path: Path, size: int) -> bytes:
        """Return a small JPEG; see `renditions.thumbnail`."""
        return self._ask("thumbnail", path, size=size)[1]

    def rendition(self, path: Path, spec: RenditionSpec) -> bytes:
        """Return the file a page is given; see `renditions.rendition`."""
        return self._ask("rendition", path, spec=plain.plain_spec(spec))[1]

    def survey(self, path: Path, size: int) -> Survey:
        """Return all that taking a file in needs; see `surveying.survey`."""
        told, thumbnail = self._ask("survey", path, size=size)
        return Survey(
            facts=plain.facts_from(told["facts"]),
            metadata=plain.metadata_from(told["metadata"]),
            conflicts=plain.conflicts_from(told["conflicts"]),
            thumbnail=thumbnail,
            likeness=told["likeness"],
        )

    def _ask(self, job: str, path: Path, **more: object) -> Reply:
        seconds = self._seconds * (_ENCODING if job == "rendition" else 1)
        ask = {"do": job, "path": str(path), "seconds": seconds, **more}
        with self._a_hand() as hand:
            told, data = hand.do(ask, seconds)
        if "error" in told:
            raise DeskError(str(told["error"]), **told["params"])
        return told, data

    @contextmanager
    def _a_hand(self) -> "Iterator[_Hand]":
        hand = self._idle.get()
        try:
            yield hand
        finally:
            self._idle.put(hand)


class _Hand:
    """One worker process, replaced by a fresh one when it dies; used by one thread at a time."""

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._stopped = False
        self._too_slow = False

    def do(self, ask: dict[str, Any], seconds: float) -> Reply:
        """Have one job done, within so many seconds."""
        name = Path(str(ask["path"])).name
        process = self._running(name)
        try:
            with self._watched(process, seconds):
                frames.send(_open(process.stdin), ask)
                return frames.receive(_open(process.stdout))
        except frames.Broken as error:
            self.bury()
            raise DeskError(self._cause(), name=name) from error

    def stop(self) -> None:
        """End the worker for good; from any thread."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()

    def bury(self) -> None:
        """Make sure the worker is gone and nothing of it stays open."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            # What a dead worker has not read can no longer be sent.
            with suppress(OSError):
                _open(stream).close()

    def _cause(self) -> str:
        if self._stopped:
            return "photo.stopped"
        return "photo.too-slow" if self._too_slow else "photo.worker-died"

    def _running(self, name: str) -> "subprocess.Popen[bytes]":
        """Return the worker, a fresh one when there is none."""
        with self._lock:
            process = self._process
        if process is not None and process.poll() is None and not self._too_slow:
            return process
        self.bury()
        try:
            return self._started()
        except (OSError, frames.Broken) as error:
            self.bury()
            code = "photo.stopped" if self._stopped else "photo.no-worker"
            raise DeskError(code, name=name) from error

    def _started(self) -> "subprocess.Popen[bytes]":
        with self._lock:
            if self._stopped:
                raise frames.Broken
            process = self._process = subprocess.Popen(  # noqa: S603  our own program
                _command(self._memory),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_surroundings(),
            )
        with self._watched(process, _START_SECONDS):
            frames.receive(_open(process.stdout))
        return process

    @contextmanager
    def _watched(self, process: "subprocess.Popen[bytes]", seconds: float) -> Iterator[None]:
        """Kill the worker when this takes longer than it may."""
        self._too_slow = False

        def kill() -> None:
            self._too_slow = True
            process.kill()

        watch = threading.Timer(seconds, kill)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()
            watch.join()


def _command(memory: int) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, _FLAG, str(memory)]
    return [sys.executable, "-P", "-m", "app.photo.child", str(memory)]


def _surroundings() -> dict[str, str]:
    """Return the environment of a worker: ours, and the way to this very code."""
    ways = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(ways), "MALLOC_ARENA_MAX": "2"}


def _open(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise frames.Broken
    return stream
