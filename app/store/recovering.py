"""Recovering: a damaged store is read row by row into a new one; its last copy fills the gaps."""

import contextlib
import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock, Timeout

from app.domain.errors import DeskError
from app.store import copies
from app.store.opening import open_store

LOGS = ("", "-wal", "-shm")
"""A store is one file and, while it is open or after a kill, two more beside it."""

DERIVED = ("sqlite_%", "story_search%", "photo_search%", "alembic_version")
"""Tables SQLite or a trigger fills."""

PATIENCE = 512
"""Rows tried one by one before the steps over a stretch that cannot be read grow longer."""

Columns = dict[str, object]


@dataclass(slots=True)
class Recovered:
    """What became of a damaged store: how many rows were read, came from a copy, or are lost.

    `doubtful` are the ids of stories whose text came from the copy, or does not agree with its
    checksum. `aside` is the folder where the damaged files stand, untouched.
    """

    aside: Path
    copy: Path | None = None
    read: int = 0
    from_copy: int = 0
    unreadable: int = 0
    unattached: int = 0
    doubtful: list[str] = field(default_factory=list)


def recover(path: Path) -> Recovered:
    """Put a sound store in the place of the damaged one at `path`; the damaged files are kept aside.

    Every row that can still be read is taken. Where a table has rows that cannot, those missing
    are taken from the newest copy that is sound, and so are texts whose checksum is wrong.

    Raises:
        DeskError: `store.missing`, `store.in-use`, `store.nothing-left` when neither the store nor
            a copy gives a story; `store.unwritable`. The damaged files are as they were then.
    """
    path = path.resolve()
    if not path.is_file() and not copies.of(path):
        raise DeskError("store.missing", path=str(path))
    lock = FileLock(path.with_suffix(".lock"), timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise DeskError("store.in-use", path=str(path)) from error
    try:
        with TemporaryDirectory(dir=path.parent, prefix=".recovering-") as room:
            return _recover(path, Path(room))
    except OSError as error:
        raise DeskError("store.unwritable", path=str(path)) from error
    finally:
        lock.release()


def _recover(path: Path, room: Path) -> Recovered:
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    told = Recovered(aside=copies.place(path) / f"damaged-{moment}")
    fresh = room / "fresh" / path.name
    open_store(fresh).close()
    damaged = _copied(path, room / "damaged.sqlite")
    told.copy = next((copy for copy in copies.of(path) if copies.is_sound(copy)), None)
    with contextlib.closing(sqlite3.connect(fresh)) as to:
        for table in _tables(to):
            _fill(to, table, damaged, told)
        _bring_halves_together(to, told)
        told.unattached = _let_go_of_orphans(to)
        to.commit()
        if not to.execute("SELECT 1 FROM stories").fetchone():
            raise DeskError("store.nothing-left", path=str(path))
        to.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    _exchange(path, fresh, told.aside)
    return told


def _copied(path: Path, to: Path) -> Path:
    """Work on a copy: opening a store that was killed writes into it."""
    for log in LOGS:
        source = path.with_name(path.name + log)
        if source.is_file():
            shutil.copy2(source, to.with_name(to.name + log))
    return to


def _tables(to: sqlite3.Connection) -> list[str]:
    ours = " AND ".join(f"name NOT LIKE '{name}'" for name in DERIVED)
    asked = f"SELECT name FROM sqlite_master WHERE type = 'table' AND {ours}"  # noqa: S608  constants
    return [name for (name,) in to.execute(asked)]


def _fill(to: sqlite3.Connection, table: str, damaged: Path, told: Recovered) -> None:
    """Fill one table: sound rows first, then the copy's for those that are not."""
    doubtful: list[Columns] = []
    bad = 0
    for row in _readable(damaged, table):
        if row is None:
            bad += 1
        elif table == "bodies" and row["checksum"] != _checksum(row):
            doubtful.append(row)
        else:
            told.read += _put(to, table, row)
    told.unreadable += bad + len(doubtful)
    if told.copy and (bad or doubtful):
        told.from_copy += sum(_put(to, table, row) for row in _readable(told.copy, table) if row)
    for row in doubtful:
        # Where no copy has the story, its damaged words are better than none.
        _put(to, table, row | {"checksum": _checksum(row)})
        told.doubtful.append(str(row["story_id"]))


def _readable(source: Path, table: str) -> Iterator[Columns | None]:
    """Yield the rows of a table; None for one that cannot be read, or not as text."""
    if not source.is_file():
        yield None
        return
    # A copy is whole without its logs; a store that was killed is not.
    how = "mode=rw" if _has_log(source) else "mode=ro&immutable=1"
    with contextlib.closing(sqlite3.connect(f"{source.as_uri()}?{how}", uri=True)) as reading:
        reading.row_factory = sqlite3.Row
        reading.text_factory = _text
        try:
            # A store of an older version may not have the table at all.
            if not reading.execute(
                "SELECT 1 FROM sqlite_master WHERE name = ?", (table,)
            ).fetchone():
                return
            end = int(reading.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0] or 0)  # noqa: S608  our tables
        except sqlite3.DatabaseError:
            yield None
            return
        yield from _rows(reading, table, end)


def _rows(reading: sqlite3.Connection, table: str, end: int) -> Iterator[Columns | None]:
    asked = f"SELECT rowid AS place_, * FROM {table} WHERE rowid > ? ORDER BY rowid"  # noqa: S608  our tables
    last, failures = 0, 0
    while last < end:
        try:
            for row in reading.execute(asked, (last,)):
                last, failures = row["place_"], 0
                found = {name: row[name] for name in row.keys() if name != "place_"}  # noqa: SIM118  a row is no dict
                yield None if _is_broken(found) else found
        except sqlite3.DatabaseError:
            # Row by row at first; in ever longer steps where a damaged number names an end far away.
            last += 1 << min(failures // PATIENCE, 62)
            failures += 1
            yield None
        else:
            return


def _has_log(source: Path) -> bool:
    log = source.with_name(f"{source.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def _text(stored: bytes) -> str:
    return stored.decode("utf-8", "surrogateescape")


def _is_broken(row: Columns) -> bool:
    """Say whether a text of the row is not UTF-8: all that Marbre writes is."""
    return any(
        isinstance(value, str) and not value.isascii() and _has_surrogates(value)
        for value in row.values()
    )


def _has_surrogates(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _checksum(row: Columns) -> str:
    return hashlib.sha256(str(row["text"]).encode("utf-8")).hexdigest()


def _put(to: sqlite3.Connection, table: str, row: Columns) -> int:
    """Insert a row, unless its key stands already; columns this version does not know stay out."""
    known = {name for (_, name, *_rest) in to.execute(f"PRAGMA table_info({table})")}
    kept = {name: value for name, value in row.items() if name in known}
    names, marks = ", ".join(f'"{name}"' for name in kept), ", ".join("?" * len(kept))
    asked = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  our columns
    return to.execute(asked, tuple(kept.values())).rowcount


def _bring_halves_together(to: sqlite3.Connection, told: Recovered) -> None:
    """Give a story that lost its text the text last kept, and a text that lost its story a new one."""
    missing = "SELECT {key} FROM {table} WHERE {key} NOT IN (SELECT {other_key} FROM {other})"
    asked = missing.format(table="stories", key="id", other="bodies", other_key="story_id")
    for (story,) in to.execute(asked).fetchall():
        kept = _last_kept(to, story, "bodies")
        text = str(kept.get("text", ""))
        _put(to, "bodies", {"story_id": story, "text": text, "checksum": _checksum({"text": text})})
        told.doubtful.append(story)
    asked = missing.format(table="bodies", key="story_id", other="stories", other_key="id")
    moment = datetime.now(UTC).isoformat()
    for (story,) in to.execute(asked).fetchall():
        bare = {"id": story, "slug": f"recovered-{story[:8]}", "language": "fr-FR"}
        times = {"created_at": moment, "updated_at": moment}
        _put(to, "stories", bare | times | _last_kept(to, story, "stories"))
        told.doubtful.append(story)


def _last_kept(to: sqlite3.Connection, story: str, table: str) -> Columns:
    """Return the row of a story as its last readable kept moment has it, {} when there is none."""
    asked = "SELECT snapshot FROM revisions WHERE story_id = ? ORDER BY number DESC"
    for (snapshot,) in to.execute(asked, (story,)):
        with contextlib.suppress(ValueError, LookupError, TypeError):
            row: Columns = json.loads(snapshot)[table][0]
            row.pop("number", None)
            return row
    return {}


def _let_go_of_orphans(to: sqlite3.Connection) -> int:
    """Remove rows whose story or photo is lost; return how many."""
    count = 0
    while found := to.execute("PRAGMA foreign_key_check").fetchall():
        for table, place, *_rest in found:
            count += to.execute(f"DELETE FROM {table} WHERE rowid = ?", (place,)).rowcount  # noqa: S608
    return count


def _exchange(path: Path, fresh: Path, aside: Path) -> None:
    """Put the damaged files aside, then the new store in their place."""
    aside.mkdir(parents=True, mode=0o700)
    for log in LOGS:
        source = path.with_name(path.name + log)
        if source.is_file():
            source.replace(aside / source.name)
    fresh.replace(path)
