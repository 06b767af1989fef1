"""A folder takes the place of another in one step; what was there before stays till that moment.

The new folder is made beside the place and then changes places with the old one (renameat2 on
Linux, renamex_np on macOS). Where the system has no such step the old folder is moved aside
first: a kill between the two moves leaves the place empty and the old folder beside it, and the
next writing puts that one back before anything else (`recover`).
"""

import contextlib
import errno
import hashlib
import json
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

from app.domain.errors import DeskError
from app.export.exchange import exchange

MANIFEST = "manifest.json"
PAGE = "marbre-page"
SITE = "marbre-site"
"""What a manifest says it is of."""

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}

_STALE = 3600
"""Seconds after which what a killed writing left beside a folder is swept away."""


def beside(place: Path, word: str) -> Path:
    """Return a name beside `place` that nothing bears yet."""
    return place.parent / f".{place.name}.marbre-{word}-{uuid.uuid4().hex[:8]}"


def take_place(fresh: Path, place: Path) -> None:
    """Let a finished folder stand at `place`; the old one, if any, ends at `fresh` or is gone."""
    if not place.exists():
        os.rename(fresh, place)  # noqa: PTH104  Path.rename says less of what it does
    elif not exchange(fresh, place):
        _step_aside(fresh, place)
    sync_folder(place.parent)


def _step_aside(fresh: Path, place: Path) -> None:
    """Replace a folder in two moves; `recover` mends what a kill between them leaves."""
    old = beside(place, "old")
    place.rename(old)
    try:
        fresh.rename(place)
    except OSError:
        old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


def recover(place: Path) -> None:
    """Put back the old folder that a kill between two moves left beside its empty place."""
    if os.path.lexists(place) or not place.parent.is_dir():
        return
    left = sorted(place.parent.glob(f".{place.name}.marbre-old-*"), key=lambda p: p.stat().st_mtime)
    if left:
        left[-1].rename(place)


def sweep(place: Path) -> None:
    """Take away what writings killed long ago left; one going on now is younger."""
    for word in ("new", "old"):
        for path in place.parent.glob(f".{place.name}.marbre-{word}-*"):
            if time.time() - path.stat().st_mtime > _STALE:
                shutil.rmtree(path, ignore_errors=True)


def manifest(place: Path) -> dict[str, object]:
    """Return what the manifest in a folder says; nothing where there is none to be read."""
    try:
        said = json.loads((place / MANIFEST).read_bytes())
    except (OSError, UnicodeDecodeError, json.JSONDecodeError):
        return {}
    return said if isinstance(said, dict) else {}


def mark_of(place: Path) -> str:
    """Return the SHA-256 of a folder's manifest, "" where there is none: it says what stands there."""
    try:
        return hashlib.sha256((place / MANIFEST).read_bytes()).hexdigest()
    except OSError:
        return ""


def stands_in_site(place: Path) -> bool:
    """Say whether a folder is that of a story on a site."""
    return manifest(place.parent).get("kind") == SITE


def refuse_nested(place: Path) -> None:
    """Refuse a place inside a published folder: writing that one again would take it away.

    Raises:
        DeskError: "publish.folder-inside".
    """
    for outer in place.parents:
        if manifest(outer).get("kind") in {PAGE, SITE}:
            raise DeskError("publish.folder-inside", folder=str(place), outer=str(outer))


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, on systems where a folder can be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def trouble_named(place: Path) -> Iterator[None]:
    """Turn what the system says of a place that cannot be written into a `DeskError`."""
    try:
        yield
    except OSError as error:
        code = "publish.folder-failed"
        if error.errno in _FULL:
            code = "publish.disk-full"
        elif error.errno in _FORBIDDEN:
            code = "publish.folder-readonly"
        raise DeskError(code, folder=str(place), reason=error.strerror or str(error)) from error
