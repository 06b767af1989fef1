"""Copies of the store beside it: one a day, kept for the last seven days it was worked on."""

import contextlib
import glob
import hashlib
import os
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

from app.domain.errors import DeskError

KEPT = 7
"""How many daily copies stand beside a store."""


def place(path: Path) -> Path:
    """Return the folder of the daily copies of the store at `path`."""
    return path.parent / "copies"


def of(path: Path) -> tuple[Path, ...]:
    """Return the daily copies of the store at `path`, newest first."""
    found = place(path).glob(f"{glob.escape(path.stem)}-????-??-??{glob.escape(path.suffix)}")
    return tuple(sorted(found, reverse=True))


def daily(path: Path, today: date | None = None) -> Path:
    """Make the copy of the day, unless it stands; let go of the oldest beyond `KEPT`.

    Older copies are let go of only once the new one is proven.

    Raises:
        DeskError: `store.backup-failed`; the store and the older copies are untouched.
    """
    day = today or datetime.now(UTC).date()
    copy = place(path) / f"{path.stem}-{day.isoformat()}{path.suffix}"
    if copy.exists():
        return copy
    try:
        copy.parent.mkdir(mode=0o700, exist_ok=True)
        back_up(path, copy)
        for old in of(path)[KEPT:]:
            old.unlink()
    except OSError as error:
        raise DeskError("store.backup-failed", path=str(copy)) from error
    return copy


def back_up(path: Path, copy: Path) -> Path:
    """Copy the store with SQLite's own online copy, prove the copy by reading all of it.

    What stood at `copy` before gives way only to a copy that is proven.

    Raises:
        DeskError: `store.backup-failed`; the store itself is untouched.
    """
    fresh = copy.with_name(f".{copy.name}.new")
    try:
        fresh.unlink(missing_ok=True)
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        _copy(path, fresh)
        if not is_sound(fresh):
            raise DeskError("store.backup-failed", path=str(copy))
        fresh.replace(copy)
    except (sqlite3.Error, OSError) as error:
        raise DeskError("store.backup-failed", path=str(copy)) from error
    finally:
        fresh.unlink(missing_ok=True)
    return copy


def _copy(path: Path, to: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as source,
        contextlib.closing(sqlite3.connect(to)) as target,
    ):
        source.backup(target)


def is_sound(copy: Path) -> bool:
    """Say whether a copy opens, holds together, and holds every body as it was written."""
    address = f"{copy.as_uri()}?mode=ro&immutable=1"
    with contextlib.closing(sqlite3.connect(address, uri=True)) as plain:
        if plain.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return False
        bodies = plain.execute("SELECT CAST(text AS BLOB), checksum FROM bodies")
        return all(hashlib.sha256(body).hexdigest() == checksum for body, checksum in bodies)
