"""A site to its folder: it takes all of a change or none.

The site as it shall be is made beside its place: changed files are written, all others are hard
links to those that stand, so that they keep their dates and cost no room. It then takes the
place of the old one in one step (`app.export.swap`). Killed at any moment, the folder is the old
site or the new one.

What both have in common stays beside it as a spare, where that is worth it: the next time only
what changed since has to be brought into it (`app.export.mirror`). Nothing that was replaced or
withdrawn stays, and nobody but its owner may look into it.
"""

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from types import TracebackType
from typing import Self

from app.domain.errors import DeskError
from app.export import swap
from app.export.mirror import Mirror, move_in
from app.export.slugs import is_safe
from app.export.swap import MANIFEST

_DEPTH = 3
"""Parts of a path: the folder of a story, that of its pictures, a file."""

SPARE_FILES = 500
"""Unchanged files from which making them anew takes longer than it is worth."""

SPARE_SHARE = 4
"""A spare is kept when at most one folder of so many was replaced: it saves most of the links."""

_OWNER_ONLY = 0o700


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
        self._whole = self.stage
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
        for path in {self.stage, self._whole}:
            shutil.rmtree(path, ignore_errors=True)

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
            is_spare_wanted = self.place.is_dir() and self._take_over()
            _to_disk(self._whole)
            swap.take_place(self._whole, self.place)
        if is_spare_wanted:
            with contextlib.suppress(OSError):
                self._put_aside()

    def _take_over(self) -> bool:
        """Make the whole site of what stands and what was prepared; say if a spare is wanted."""
        self._whole = self._spare_taken() or swap.beside(self.place, "new")
        mirror = Mirror(self._staged | self._gone)
        mirror.lay(self.place, self._whole)
        move_in(self.stage, self._whole)
        shutil.copymode(self.place, self._whole)
        replaced = sum(name.endswith("/") for name in self._gone)
        saves_most = replaced * SPARE_SHARE <= mirror.folders and not mirror.copied
        return saves_most and mirror.files >= SPARE_FILES

    def _put_aside(self) -> None:
        """Keep of the old site what the new one has as well."""
        for name in self._staged | self._gone:
            if name.endswith("/"):
                shutil.rmtree(self._whole / name, ignore_errors=True)
            else:
                (self._whole / name).unlink(missing_ok=True)
        self._whole.chmod(_OWNER_ONLY)
        self._whole.rename(self._spare())

    def _spare(self) -> Path:
        return self.place.parent / f".{self.place.name}.marbre-spare"

    def _spare_taken(self) -> Path | None:
        """Take the spare under a name of this writing's own, young enough not to be swept away."""
        spare, mine = self._spare(), swap.beside(self.place, "new")
        if spare.is_symlink() or not spare.is_dir():
            return None
        try:
            os.utime(spare)
            spare.rename(mine)
        except OSError:
            # Another writing has just taken it: this one makes a tree of its own.
            return None
        return mine

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


class Many:
    """Writes files into a stage, those that many folders have alike once, under many names."""

    def __init__(self, stage: Path, alike: AbstractSet[str]) -> None:
        """Name the stage, and the files alike by their path within a folder."""
        self._stage = stage
        self._alike = alike
        self._first: dict[str, Path] = {}

    def put(self, name: str, data: bytes) -> None:
        """Write a file; its path has slashes.

        Raises:
            ValueError: the path is not safe on every system.
        """
        within = name.partition("/")[2]
        if within in self._first and self._linked(self._first[within], self._stage / name):
            return
        stage_file(self._stage, name, data)
        if within in self._alike:
            self._first[within] = self._stage / name

    def _linked(self, first: Path, path: Path) -> bool:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            path.hardlink_to(first)
        except OSError:
            # No links here, or no more of them: then it is written, and any trouble told there.
            return False
        return True


def _to_disk(folder: Path) -> None:
    """Bring files to the disk: all at once where the system can, else one by one."""
    if hasattr(os, "sync"):
        os.sync()
        return
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
