"""A page to its folder, all or nothing.

The folder is written whole beside its place, brought to the disk, and then changes places with
the old one in a single step (renameat2 on Linux, renamex_np on macOS). Killed at any moment, the
place holds the old folder or the new one, never a mixture. Where the system has no such step the
old folder is moved aside first: a kill between the two moves leaves the place empty and the old
folder beside it, and the next writing puts that one back before anything else.
"""

import contextlib
import errno
import hashlib
import json
import os
import shutil
import time
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import DeskError
from app.export.edition import Page
from app.export.exchange import exchange
from app.export.slugs import is_safe

MANIFEST = "manifest.json"
_KIND = "marbre-page"

_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""What file managers leave in folders: nobody's work, and gone with the old folder."""

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}

_STALE = 3600
"""Seconds after which what a killed writing left beside a folder is swept away."""


@dataclass(frozen=True, slots=True)
class ManifestFile:
    """One file of a published folder: path with slashes, bytes, SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What stands in a published folder. `identical` says that it stood there already."""

    folder: Path
    files: tuple[ManifestFile, ...]
    identical: bool

    def digest(self) -> str:
        """Return one SHA-256 for the whole content."""
        rows = "".join(f"{file.sha256}  {file.name}\n" for file in self.files)
        return hashlib.sha256(rows.encode()).hexdigest()


def write(page: Page, folder: Path) -> Manifest:
    """Put a page in its folder, whole or not at all; the same content again touches nothing.

    Raises:
        DeskError: "publish.folder-not-ours" (it holds something this program did not publish),
            "publish.folder-readonly", "publish.disk-full", or "publish.folder-failed" with the
            system's reason. In every case what stood there still stands there.
        ValueError: a file of the page has a name that is not safe on every system.
    """
    place = folder.expanduser().resolve()
    contents = page.contents()
    for name in contents:
        if not is_safe(name) or name == MANIFEST:
            raise ValueError(name)
    files = tuple(_entry(name, data) for name, data in contents.items())
    with trouble_named(place):
        _recover(place)
        _refuse_foreign(place)
        identical = _holds(place, files)
        if not identical:
            _replace(place, {**contents, MANIFEST: manifest_bytes(page, files)})
    return Manifest(folder=place, files=files, identical=identical)


def manifest_bytes(page: Page, files: tuple[ManifestFile, ...]) -> bytes:
    """Return the manifest of a page as it stands in its folder."""
    said = {
        "kind": _KIND,
        "version": 1,
        "slug": page.slug,
        "address": page.address,
        "files": [{"name": f.name, "size": f.size, "sha256": f.sha256} for f in files],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(name: str, data: bytes) -> ManifestFile:
    return ManifestFile(name, len(data), hashlib.sha256(data).hexdigest())


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


def _refuse_foreign(place: Path) -> None:
    """Refuse a place that holds anything but a folder published before, or nothing."""
    if not os.path.lexists(place):
        return
    if not place.is_dir():
        raise DeskError("publish.folder-not-ours", folder=str(place), file=place.name)
    found = {
        path.relative_to(place).as_posix() for path in place.rglob("*") if not _is_folder(path)
    }
    foreign = sorted(name for name in found if name.split("/")[-1] not in _LITTER)
    known = {MANIFEST, *_listed(place)} if MANIFEST in found else set()
    for name in foreign:
        if name not in known:
            raise DeskError("publish.folder-not-ours", folder=str(place), file=name)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _listed(place: Path) -> list[str]:
    """Return the names a manifest lists; none when it is not one of ours."""
    try:
        said = json.loads((place / MANIFEST).read_bytes())
    except (UnicodeDecodeError, json.JSONDecodeError):
        said = None
    if not isinstance(said, dict) or said.get("kind") != _KIND:
        raise DeskError("publish.folder-not-ours", folder=str(place), file=MANIFEST)
    return [str(file["name"]) for file in said["files"]]


def _holds(place: Path, files: tuple[ManifestFile, ...]) -> bool:
    """Say whether every file stands there with these very bytes, and no other does."""
    if not (place / MANIFEST).is_file():
        return False
    if sorted(_listed(place)) != sorted(file.name for file in files):
        return False
    return all(_same(place / file.name, file) for file in files)


def _same(path: Path, file: ManifestFile) -> bool:
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() == file.sha256


def _replace(place: Path, contents: Mapping[str, bytes]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    _sweep(place)
    fresh = _beside(place, "new")
    try:
        _write_whole(fresh, contents)
        _take_place(fresh, place)
    finally:
        # After the exchange this name bears the old folder; after a failure, the unfinished one.
        shutil.rmtree(fresh, ignore_errors=True)


def _beside(place: Path, word: str) -> Path:
    return place.parent / f".{place.name}.marbre-{word}-{uuid.uuid4().hex[:8]}"


def _write_whole(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write every file and bring files and folders to the disk."""
    folder.mkdir()
    inner = {folder}
    for name, data in contents.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        inner.add(path.parent)
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    for one in sorted(inner, reverse=True):
        sync_folder(one)


def _take_place(fresh: Path, place: Path) -> None:
    if not place.exists():
        os.rename(fresh, place)  # noqa: PTH104  Path.rename says less of what it does
    elif not exchange(fresh, place):
        _step_aside(fresh, place)
    sync_folder(place.parent)


def _step_aside(fresh: Path, place: Path) -> None:
    """Replace a folder in two moves; `_recover` mends what a kill between them leaves."""
    old = _beside(place, "old")
    place.rename(old)
    try:
        fresh.rename(place)
    except OSError:
        old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _recover(place: Path) -> None:
    """Put back the old folder that a kill between two moves left beside its empty place."""
    if os.path.lexists(place) or not place.parent.is_dir():
        return
    left = sorted(place.parent.glob(f".{place.name}.marbre-old-*"), key=lambda p: p.stat().st_mtime)
    if left:
        left[-1].rename(place)


def _sweep(place: Path) -> None:
    """Take away what writings killed long ago left; one going on now is younger."""
    for word in ("new", "old"):
        for path in place.parent.glob(f".{place.name}.marbre-{word}-*"):
            if time.time() - path.stat().st_mtime > _STALE:
                shutil.rmtree(path, ignore_errors=True)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, on systems where a folder can be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
