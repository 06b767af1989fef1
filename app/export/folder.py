"""A page to its folder, all or nothing.

The folder is written whole beside its place, brought to the disk, and then takes it
(`app.export.swap`). Killed at any moment, the place holds the old folder or the new one, never a
mixture.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import DeskError
from app.export import swap
from app.export.edition import Page
from app.export.jsonfile import json_file
from app.export.slugs import is_safe
from app.export.swap import MANIFEST

_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""What file managers leave in folders: nobody's work, and gone with the old folder."""


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


def refuse(page: Page, folder: Path) -> None:
    """Refuse a place or a page that `write` would refuse, without writing anything.

    Raises:
        DeskError: "publish.folder-not-ours", "publish.folder-inside", "publish.folder-failed".
        ValueError: a file of the page has a name that is not safe on every system.
    """
    place = folder.expanduser().resolve()
    for name in page.contents():
        if not is_safe(name) or name == MANIFEST:
            raise ValueError(name)
    with swap.trouble_named(place):
        swap.recover(place)
        swap.refuse_nested(place)
        _refuse_foreign(place)


def holds(page: Page, folder: Path) -> bool:
    """Say whether a folder holds exactly this page, to the byte."""
    place = folder.expanduser().resolve()
    files = tuple(_entry(name, data) for name, data in page.contents().items())
    with swap.trouble_named(place):
        swap.recover(place)
        return swap.manifest(place).get("kind") == swap.PAGE and _holds(place, files)


def write(page: Page, folder: Path) -> Manifest:
    """Put a page in its folder, whole or not at all; the same content again touches nothing.

    Raises:
        DeskError: "publish.folder-not-ours" (it holds something this program did not publish),
            "publish.folder-inside" (it lies in a published folder), "publish.folder-readonly",
            "publish.disk-full", or "publish.folder-failed" with the system's reason. In every
            case what stood there still stands there.
        ValueError: a file of the page has a name that is not safe on every system.
    """
    refuse(page, folder)
    place = folder.expanduser().resolve()
    contents = page.contents()
    files = tuple(_entry(name, data) for name, data in contents.items())
    with swap.trouble_named(place):
        identical = _holds(place, files)
        if not identical:
            _replace(place, {**contents, MANIFEST: manifest_bytes(page, files)})
    return Manifest(folder=place, files=files, identical=identical)


def digest_of(contents: Mapping[str, bytes]) -> str:
    """Return one SHA-256 for several files with their names."""
    rows = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in contents.items())
    return hashlib.sha256("".join(rows).encode()).hexdigest()


def mark(page: Page) -> str:
    """Return what `swap.mark_of` says of a folder from the moment that it holds this page."""
    files = tuple(_entry(name, data) for name, data in page.contents().items())
    return hashlib.sha256(manifest_bytes(page, files)).hexdigest()


def manifest_bytes(page: Page, files: tuple[ManifestFile, ...]) -> bytes:
    """Return the manifest of a page as it stands in its folder."""
    said = {
        "kind": swap.PAGE,
        "version": 1,
        "slug": page.slug,
        "address": page.address,
        "files": [{"name": f.name, "size": f.size, "sha256": f.sha256} for f in files],
    }
    return json_file(said)


def _entry(name: str, data: bytes) -> ManifestFile:
    return ManifestFile(name, len(data), hashlib.sha256(data).hexdigest())


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
    if not isinstance(said, dict) or said.get("kind") != swap.PAGE:
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
    swap.sweep(place)
    fresh = swap.beside(place, "new")
    try:
        _write_whole(fresh, contents)
        swap.take_place(fresh, place)
    finally:
        # After the exchange this name bears the old folder; after a failure, the unfinished one.
        shutil.rmtree(fresh, ignore_errors=True)


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
        swap.sync_folder(one)
