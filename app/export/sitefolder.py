"""A site to its folder: a new one appears whole, an old one takes all changes or none.

Changed files are written beside the folder and brought to the disk; then a journal of what is to
be moved is put beside them in one step. From that moment the change is decided: killed while
moving, the next writing finishes it before anything else. Pictures move first, then stories,
then what lists them, so that a reader in between finds no link to nothing.
"""

import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from app.domain.errors import DeskError
from app.export.folder import MANIFEST, sync_folder, trouble_named
from app.export.slugs import is_safe

KIND = "marbre-site"
_JOURNAL = "journal.json"
_DEPTH = 3
"""Parts of a path: the folder of a story, that of its pictures, a file."""


class SiteFolder:
    """The folder of a site while it is written; use as a context, and `commit` at its end.

    Raises:
        DeskError: "publish.folder-not-ours", "publish.folder-readonly", "publish.disk-full",
            "publish.folder-failed"; what stood there still stands there.
    """

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is touched yet."""
        self.place = folder.expanduser().resolve()
        self._stage = self.place.parent / f".{self.place.name}.marbre-next"
        self._files = self._stage / "files"
        self._staged: list[str] = []
        self._gone: set[str] = set()

    def __enter__(self) -> Self:
        """Finish what a killed writing had decided, and begin."""
        with trouble_named(self.place):
            self._recover()
            self._refuse_foreign()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Drop what was not committed."""
        if not (self._stage / _JOURNAL).exists():
            shutil.rmtree(self._stage, ignore_errors=True)

    def state(self) -> str:
        """Return the mark of the state the folder was left in, "" when there is none."""
        return str(_manifest(self.place).get("state", ""))

    def put(self, name: str, data: bytes) -> None:
        """Prepare a file; its path has slashes.

        Raises:
            ValueError: the path is not safe on every system.
        """
        first, _slash, rest = name.partition("/")
        if not is_safe(first) or (rest and not is_safe(rest)) or name.count("/") >= _DEPTH:
            raise ValueError(name)
        with trouble_named(self.place):
            path = self._files / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        self._staged.append(name)
        self._gone.discard(name)

    def drop(self, names: Iterable[str]) -> None:
        """Prepare to take files away."""
        self._gone.update(set(names).difference(self._staged))

    def commit(self, state: str) -> None:
        """Let all that was prepared take its place, with the mark of the new state."""
        said = {"kind": KIND, "version": 1, "state": state}
        self.put(MANIFEST, (json.dumps(said, indent=1) + "\n").encode())
        with trouble_named(self.place):
            _to_disk(self._files, self._staged)
            if not self.place.exists() or not any(self.place.iterdir()):
                self._appear()
            else:
                self._decide()
                self._finish()

    def _appear(self) -> None:
        with suppress(FileNotFoundError):
            self.place.rmdir()
        self._files.rename(self.place)
        sync_folder(self.place.parent)
        shutil.rmtree(self._stage, ignore_errors=True)

    def _decide(self) -> None:
        plan = {"move": sorted(self._staged, key=_order), "remove": sorted(self._gone)}
        draft = self._stage / f"{_JOURNAL}.draft"
        with draft.open("w", encoding="utf-8") as file:
            json.dump(plan, file)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(self._stage / _JOURNAL)
        sync_folder(self._stage)

    def _recover(self) -> None:
        if (self._stage / _JOURNAL).exists():
            self._finish()
        shutil.rmtree(self._stage, ignore_errors=True)
        self.place.parent.mkdir(parents=True, exist_ok=True)

    def _finish(self) -> None:
        plan = json.loads((self._stage / _JOURNAL).read_bytes())
        touched = {self.place}
        for name in plan["move"]:
            target, staged = self.place / name, self._files / name
            if staged.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                staged.replace(target)
                touched.add(target.parent)
        for name in plan["remove"]:
            (self.place / name).unlink(missing_ok=True)
            _drop_empty(self.place, (self.place / name).parent)
        for folder in touched:
            if folder.is_dir():
                sync_folder(folder)
        shutil.rmtree(self._stage, ignore_errors=True)

    def _refuse_foreign(self) -> None:
        if not os.path.lexists(self.place):
            return
        is_folder = self.place.is_dir()
        if is_folder and (
            _manifest(self.place).get("kind") == KIND or not any(self.place.iterdir())
        ):
            return
        name = next((path.name for path in sorted(self.place.iterdir())), "") if is_folder else ""
        raise DeskError(
            "publish.folder-not-ours", folder=str(self.place), file=name or self.place.name
        )


def _manifest(place: Path) -> dict[str, object]:
    try:
        said = json.loads((place / MANIFEST).read_bytes())
    except (OSError, UnicodeDecodeError, json.JSONDecodeError):
        return {}
    return said if isinstance(said, dict) else {}


def _order(name: str) -> tuple[int, str]:
    """Pictures, other files of stories, their pages, lists, the front page, the manifest."""
    if name == MANIFEST:
        return (5, name)
    if "/media/" in name:
        return (0, name)
    depth = name.count("/")
    if depth and not name.startswith(("section/", "archive/")):
        return (2 if name.endswith("/index.html") else 1, name)
    return (3 if depth else 4, name)


def _drop_empty(root: Path, folder: Path) -> None:
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _to_disk(folder: Path, names: Iterable[str]) -> None:
    """Bring files to the disk: all at once where the system can, else one by one."""
    if hasattr(os, "sync"):
        os.sync()
        return
    for name in names:
        with (folder / name).open("rb+") as file:
            os.fsync(file.fileno())
