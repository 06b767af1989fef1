"""Opening the one SQLite file: made, locked, checked, upgraded, or refused with a clear word."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from app.domain.errors import DeskError
from app.store import copies
from app.store.identity import APPLICATION_ID, HEAD, MAGIC

PRIVATE = 0o600
ROOM = 65_536
"""Bytes that must be free for SQLite to open a store: its shared index alone takes 32 KiB."""


class Store:
    """An open store. Reading works from any thread; writing is one transaction at a time."""

    def __init__(self, path: Path, engine: Engine, lock: FileLock | None) -> None:
        """Keep what `open_store` made; call that instead."""
        self.path = path
        self.engine = engine
        self.uncopied: DeskError | None = None
        """Why no copy could be made today, where that is so; the store itself is sound."""
        self._lock = lock
        self._file = _file_at(path)

    @property
    def read_only(self) -> bool:
        """Say whether the store was opened for reading only."""
        return self._lock is None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection on one consistent moment of the store."""
        with said_clearly(self.path), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection inside one transaction: all of it is kept, or none.

        Raises:
            DeskError: `store.read-only`, `store.vanished`, `store.disk-full`, `store.unwritable`.
        """
        if self.read_only:
            raise DeskError("store.read-only", path=str(self.path))
        # SQLite goes on writing into a file that was moved or deleted, and says that all is kept.
        if _file_at(self.path) != self._file:
            raise DeskError("store.vanished", path=str(self.path))
        with said_clearly(self.path), self.engine.connect() as plain:
            connection = plain.execution_options(marbre_writing=True)
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Give back the file and the lock."""
        self.engine.dispose()
        if self._lock is not None:
            self._lock.release()


def open_store(path: Path, *, read_only: bool = False) -> Store:
    """Open the store at `path`, making it when it is not there, upgrading it when it is old.

    The first opening for writing of a day copies the store first (`app.store.copies`).

    Raises:
        DeskError: `store.in-use`, `store.newer`, `store.not-ours`, `store.damaged`, `store.lost`,
            `store.unwritable`, `store.missing`; the file is left as it was.
    """
    path = _followed(path)
    fresh = _is_empty(path)
    if fresh:
        _refuse_lost(path)
    else:
        _refuse_foreign(path)
    if fresh and read_only:
        raise DeskError("store.missing", path=str(path))
    with ExitStack() as given_back:
        lock = None if read_only else _lock(path)
        if lock is not None:
            given_back.callback(lock.release)
        if fresh:
            _make_private(path)
        engine = _engine(path, read_only=read_only)
        given_back.callback(engine.dispose)
        with said_clearly(path):
            _bring_up_to_date(path, engine, fresh=fresh, read_only=read_only)
        store = Store(path, engine, lock)
        if lock is not None and not fresh:
            _copy_daily(store)
        given_back.pop_all()
    return store


@contextmanager
def said_clearly(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the world (full, locked, damaged, read-only) into a `DeskError`."""
    try:
        yield
    except OperationalError as error:
        words = str(error.orig).lower()
        for sign, code in _SIGNS:
            if sign in words:
                raise _unwritten(code, path) from error
        raise
    except DatabaseError as error:
        if "malformed" in str(error.orig) or "not a database" in str(error.orig):
            raise DeskError("store.damaged", path=str(path)) from error
        raise
    except UnicodeDecodeError as error:
        # The driver's own, for a damaged name or message: all that is written is UTF-8.
        raise DeskError("store.damaged", path=str(path)) from error


def _unwritten(code: str, path: Path) -> DeskError:
    """Return the trouble of a code; without room for its logs SQLite only says that it cannot open."""
    if code == "store.unwritable" and _is_full(path):
        code = "store.disk-full"
    return DeskError(code, path=str(path))


def _is_full(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return shutil.disk_usage(path.parent).free < ROOM
    return False


_SIGNS = (
    ("full", "store.disk-full"),
    ("readonly", "store.unwritable"),
    ("read-only", "store.unwritable"),
    ("unable to open", "store.unwritable"),
    ("locked", "store.in-use"),
    ("disk i/o", "store.unwritable"),
    ("could not decode", "store.damaged"),
)


def _followed(path: Path) -> Path:
    """Return the absolute path, links followed: the lock and the copies lie beside the file itself."""
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:
        raise DeskError("store.unwritable", path=str(path)) from error


def _file_at(path: Path) -> tuple[int, int] | None:
    """Return what tells one file from another, or None where there is none to be reached."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_empty(path: Path) -> bool:
    """Say whether there is no file at `path`, or an empty one."""
    try:
        if path.stat().st_size == 0:
            return True
        if not path.is_file():
            raise DeskError("store.not-ours", path=str(path))
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError as error:
        raise DeskError("store.unwritable", path=str(path)) from error
    return False


def _refuse_lost(path: Path) -> None:
    """Refuse to begin anew where a store was: its copies or its unwritten pages still stand there."""
    log = path.with_name(f"{path.name}-wal")
    if copies.of(path) or (log.is_file() and log.stat().st_size > 0):
        raise DeskError("store.lost", path=str(path), copies=str(copies.place(path)))


def _copy_daily(store: Store) -> None:
    """Make the copy of the day; the store opens also where there is no room for one."""
    try:
        copies.daily(store.path)
    except DeskError as error:
        store.uncopied = DeskError("store.uncopied", path=error.params["path"])


def _lock(path: Path) -> FileLock:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(path.with_suffix(".lock"), timeout=0, mode=PRIVATE, thread_local=False)
        lock.acquire()
    except Timeout as error:
        raise DeskError("store.in-use", path=str(path)) from error
    except OSError as error:
        raise DeskError("store.unwritable", path=str(path)) from error
    return lock


def _make_private(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE))
    except OSError as error:
        raise DeskError("store.unwritable", path=str(path)) from error


def _refuse_foreign(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError as error:
        raise DeskError("store.unwritable", path=str(path)) from error
    if not head.startswith(MAGIC):
        raise DeskError("store.not-ours", path=str(path))
    if len(head) < 72 or int.from_bytes(head[68:72], "big") not in {0, APPLICATION_ID}:  # noqa: PLR2004  SQLite header layout
        raise DeskError("store.not-ours", path=str(path))


def _engine(path: Path, *, read_only: bool) -> Engine:
    engine = create_engine(_address(path, read_only=read_only))

    @event.listens_for(engine, "connect")
    def _on_connect(raw: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        assert isinstance(raw, sqlite3.Connection)  # noqa: S101  the address above says sqlite
        try:
            _set_up(raw, read_only=read_only)
        except sqlite3.Error:
            raw.close()  # the pool forgets a connection that was never ready
            raise

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("marbre_writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _set_up(raw: sqlite3.Connection, *, read_only: bool) -> None:
    raw.isolation_level = None  # transactions are begun by hand, never guessed by the driver
    raw.execute("PRAGMA busy_timeout = 5000")
    raw.execute("PRAGMA foreign_keys = ON")
    if not read_only:
        raw.execute("PRAGMA journal_mode = WAL")
        # NORMAL lost committed rows in replayed power cuts; FULL lost none.
        raw.execute("PRAGMA synchronous = FULL")


def _address(path: Path, *, read_only: bool) -> URL:
    # Never "rwc": a connection made after the file has gone must not put an empty one there.
    how = {"mode": "ro" if read_only else "rw", "uri": "true"}
    log = path.with_name(f"{path.name}-wal")
    if read_only and not os.access(path.parent, os.W_OK) and not log.exists():
        # Without a writable folder SQLite cannot make the -shm file that WAL needs.
        how["immutable"] = "1"
    # As an address, a name may hold ? # and %, which would otherwise be read as syntax.
    return URL.create("sqlite", database=path.as_uri(), query=how)


def _bring_up_to_date(path: Path, engine: Engine, *, fresh: bool, read_only: bool) -> None:
    step = "" if fresh else _step_of(engine)
    if step == HEAD:
        return
    from app.store.upgrading import KNOWN, upgrade  # noqa: PLC0415  Alembic costs half a second

    if step and step not in KNOWN:
        raise DeskError("store.newer", path=str(path), step=step)
    if not step and not fresh:
        _refuse_filled(path, engine)
        fresh = True
    if read_only:
        raise DeskError("store.needs-upgrade", path=str(path))
    upgrade(path, engine, backup=not fresh)


def _refuse_filled(path: Path, engine: Engine) -> None:
    """Refuse a database of another program; one without tables is what a kill at the start leaves."""
    with engine.connect() as connection:
        if connection.execute(text("SELECT 1 FROM sqlite_master")).first():
            raise DeskError("store.not-ours", path=str(path))
    if copies.of(path):
        raise DeskError("store.lost", path=str(path), copies=str(copies.place(path)))


def _step_of(engine: Engine) -> str:
    with engine.connect() as connection:
        known = connection.execute(
            text("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")
        ).first()
        if not known:
            return ""
        row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
        return str(row[0]) if row else ""
