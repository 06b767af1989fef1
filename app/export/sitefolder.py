"""A site to its folder: it takes all of a change or none.

The site as it shall be is made beside its place: changed files are written, all others are hard
links to those that stand, so that they keep their dates and cost no room. It then takes the
place of the old one in one step (`app.export.swap`). Killed at any moment, the folder is the old
site or the new one.
"""

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from app.domain.errors import DeskError
from app.export import swap
from app.export.slugs import is_safe
from app.export.swap import MANIFEST

_DEPTH = 3
"""Parts of a path: the folder of a story, that of its pictures, a file."""

_NO_LINKS = {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""The file system has no hard links, or no more of them for this file."""


class SiteFolder:
    """The folder of a site while it is written; use as a context, and `commit` at its end.

    Raises:
        DeskError: "publish.folder-not-ours", "publish.folder-inside", "publish.folder-readonly",
            "publish.disk-full", "publish.folder-failed"; what stood there still stands there.
    """

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is touched yet."""
        self.place = folder.expanduser().resolve()
        self.stage = swap.beside(self.place, "new")
        self._staged: set[str] = set()
        self._gone: set[str] = set()

    def __enter__(self) -> Self:
        """Mend what a killed writing left, and begin."""
        with swap.trouble_named(self.place):
            swap.recover(self.place)
            swap.refuse_nested(self.place)
            self._refuse_foreign()
            self.place.parent.mkdir(parents=True, exist_ok=True)
            swap.sweep(self.place)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Drop what was not committed, or what it took the place of."""
        shutil.rmtree(self.stage, ignore_errors=True)

    def state(self) -> str:
        """Return the mark of the state the folder was left in, "" when there is none."""
        return str(swap.manifest(self.place).get("state", ""))

    def folders(self) -> dict[str, str]:
        """Return the folders of stories that stand there, with a digest of each one's files."""
        said = swap.manifest(self.place).get("folders")
        return said if isinstance(said, dict) else {}

    def put(self, name: str, data: bytes) -> None:
        """Prepare a file; its path has slashes.

        Raises:
            ValueError: the path is not safe on every system.
        """
        with swap.trouble_named(self.place):
            stage_file(self.stage, name, data)
        self._staged.add(name)
        self._gone.discard(name)

    def replace(self, folder: str) -> None:
        """Let a folder hold nothing but what `stage_file` puts there, by whatever process."""
        self._gone.add(f"{folder}/")

    def drop(self, names: Iterable[str]) -> None:
        """Prepare to take files away; a name that ends with a slash is a folder with all in it."""
        self._gone.update(names)
        self._gone -= self._staged

    def manifest(self, state: str, folders: Mapping[str, str]) -> str:
        """Prepare the manifest of the new site; return the mark that the folder will bear by it."""
        said = {"kind": swap.SITE, "version": 2, "state": state, "folders": dict(folders)}
        data = (json.dumps(said, indent=1, sort_keys=True) + "\n").encode()
        self.put(MANIFEST, data)
        return hashlib.sha256(data).hexdigest()

    def commit(self) -> None:
        """Let all that was prepared take its place."""
        with swap.trouble_named(self.place):
            if self.place.is_dir():
                _Links(self._staged, self._gone).lay(self.place, self.stage, "")
                shutil.copymode(self.place, self.stage)
            _to_disk(self.stage)
            swap.take_place(self.stage, self.place)

    def _refuse_foreign(self) -> None:
        if not os.path.lexists(self.place):
            return
        is_folder = self.place.is_dir()
        if is_folder and (
            swap.manifest(self.place).get("kind") == swap.SITE or not any(self.place.iterdir())
        ):
            return
        name = next((path.name for path in sorted(self.place.iterdir())), "") if is_folder else ""
        raise DeskError(
            "publish.folder-not-ours", folder=str(self.place), file=name or self.place.name
        )


def stage_file(stage: Path, name: str, data: bytes) -> None:
    """Write a file of a site where it is being made; its path has slashes.

    Raises:
        ValueError: the path is not safe on every system.
    """
    first, _slash, rest = name.partition("/")
    if not is_safe(first) or (rest and not is_safe(rest)) or name.count("/") >= _DEPTH:
        raise ValueError(name)
    path = stage / name
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


class _Links:
    """Lays the files of one folder into another as hard links, but for some."""

    def __init__(self, staged: set[str], gone: set[str]) -> None:
        self._apart = staged | gone

    def lay(self, old: Path, new: Path, prefix: str) -> None:
        """Lay all files under `old`, whose path from the root begins with `prefix`."""
        with os.scandir(old) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        made = not prefix or new.exists()
        for entry in found:
            name = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if f"{name}/" not in self._apart:
                    self.lay(old / entry.name, new / entry.name, f"{name}/")
            elif name not in self._apart:
                if not made:
                    new.mkdir(parents=True, exist_ok=True)
                    made = True
                _link(entry.path, os.path.join(new, entry.name))  # noqa: PTH118  ten thousand times


def _link(old: str, new: str) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(old, new, follow_symlinks=False)


def _to_disk(folder: Path) -> None:
    """Bring files to the disk: all at once where the system can, else one by one."""
    if hasattr(os, "sync"):
        os.sync()
        return
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
