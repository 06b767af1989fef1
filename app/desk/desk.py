"""The desk: one open store, its originals, and the name of the person at work."""

import getpass
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar, TypeVarTuple

import platformdirs

from app.desk import inking, intents
from app.desk.proofroom import Gone, ProofRoom
from app.domain.errors import DeskError
from app.photo.worker import Workshop
from app.store.opening import Store, open_store

T = TypeVar("T")
Asked = TypeVarTuple("Asked")

FILE_NAME = "marbre.sqlite"


class Desk:
    """What every act is given. Usable from several threads; one desk per store at a time writes."""

    def __init__(self, store: Store, by: str, *, keeping: bool = False) -> None:
        """Sit down at an open store; call `Desk.open` instead.

        `keeping` lets files be kept beside a store that is only read: it is another's to write.
        """
        self.store = store
        self.by = by
        self._keeping = keeping
        self._workshop: Workshop | None = None
        self._starting = threading.Lock()
        self._room: ProofRoom | None = None

    @classmethod
    def open(
        cls, path: Path | None = None, *, by: str | None = None, read_only: bool = False
    ) -> Self:
        """Open the store at `path`, or at its usual place (`store_place`), making it when new.

        Raises:
            DeskError: `store.…`; see `app.store.opening.open_store`.
        """
        store = open_store(path or store_place(), read_only=read_only)
        if not read_only:
            with _closed_on_trouble(store):
                intents.settle(store)
                inking.settle(store)
        return cls(store, by or person_at_work())

    @property
    def path(self) -> Path:
        """Return the SQLite file."""
        return self.store.path

    @property
    def originals(self) -> Path:
        """Return the folder of original photo files."""
        return self.path.parent / "originals"

    @property
    def thumbnails(self) -> Path:
        """Return the folder of small pictures; all of it can be made again."""
        return self.path.parent / "thumbnails"

    @property
    def renditions(self) -> Path:
        """Return the folder of published sizes of photos; all of it can be made again."""
        return self.path.parent / "renditions"

    @property
    def read_only(self) -> bool:
        """Say whether acts that change anything are refused."""
        return self.store.read_only

    @property
    def keeping(self) -> bool:
        """Say whether files that can be made again may be kept beside the store."""
        return self._keeping or not self.read_only

    @property
    def workshop(self) -> Workshop:
        """Return the workers that open image files, started at first need."""
        with self._starting:
            if self._workshop is None:
                self._workshop = Workshop()
            return self._workshop

    def open_proof_room(self) -> None:
        """Have long looks worked out by a process of their own from now on; see `apart`."""
        self._room = ProofRoom(partial(_reading, self.path, self.by))

    def apart(self, look: Callable[["Desk", *Asked], T], *asked: *Asked) -> T:
        """Return `look(desk, …)`, worked out in the proof room where there is one.

        `look` is a function of a module that changes nothing; its arguments and its answer can be
        pickled. What the room leaves undone by dying is done here.

        Raises:
            DeskError: as `look` does.
        """
        if self._room is not None:
            with suppress(Gone):
                answer: T = self._room.ask(look, *asked)
                return answer
        return look(self, *asked)

    def close(self) -> None:
        """Stop the workers and give the store back."""
        if self._room is not None:
            self._room.close()
        if self._workshop is not None:
            self._workshop.close()
        self.store.close()

    def __enter__(self) -> Self:
        """Return the desk itself, to be closed at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()


def _reading(path: Path, by: str) -> Desk:
    """Sit down at a store that another process has open, to read."""
    return Desk(open_store(path, read_only=True), by)


@contextmanager
def _closed_on_trouble(store: Store) -> Iterator[None]:
    """Give a store back when what is done with it fails."""
    try:
        yield
    except DeskError:
        store.close()
        raise


def store_place() -> Path:
    """Return where the store is kept: MARBRE_STORE (a file or a folder), else the user's data folder."""
    asked = os.environ.get("MARBRE_STORE")
    return placed(Path(asked)) if asked else Path(platformdirs.user_data_path("marbre")) / FILE_NAME


def placed(asked: Path) -> Path:
    """Return the SQLite file meant by a path that may name a folder."""
    path = Path(os.path.expanduser(asked))  # noqa: PTH111  Path's own stops at an unknown ~name
    return path / FILE_NAME if path.is_dir() or not path.suffix else path


def person_at_work() -> str:
    """Return the name acts are signed with: MARBRE_BY, else the system's user name."""
    if asked := os.environ.get("MARBRE_BY"):
        return asked
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
