"""A folder made the same as another by hard links: what is the same already costs one look.

A file counts as the same when it is the very file that stands in the other folder (one inode
under two names), so that nothing which was put into the mirror by others is ever taken over.
"""

import errno
import os
import shutil
from collections.abc import Set as AbstractSet
from pathlib import Path

_NO_LINKS = {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""The file system has no hard links, or no more of them for this file."""


class Mirror:
    """Brings folders in line with others; `files` counts those that are one with the original.

    `copied` says that the file system gave no hard link for at least one of them.
    """

    def __init__(self, apart: AbstractSet[str]) -> None:
        """Name what is left out: paths from the root with slashes, folders with one at the end."""
        self._apart = apart
        self.files = 0
        self.folders = 0
        self.copied = False

    def lay(self, old: Path, new: Path) -> None:
        """Let `new`, which may be there already, hold all that `old` holds, and nothing else.

        Raises:
            OSError: the system's own; `new` may then be anything between.
        """
        new.mkdir(exist_ok=True)
        self._lay(str(old), str(new), "")

    def _lay(self, old: str, new: str, prefix: str) -> bool:
        """Lay one folder and say whether anything stands in it; one with nothing is not made."""
        had = _entries(new)
        is_made = had is not None
        left = had or {}
        holds = False
        for entry in sorted((_entries(old) or {}).values(), key=lambda one: one.name):
            path, twin = os.path.join(new, entry.name), left.pop(entry.name, None)  # noqa: PTH118  ten thousand times
            name = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                holds |= self._folder(entry, path, twin, f"{name}/")
                continue
            if name in self._apart:
                _remove(path, twin)
                continue
            if not is_made:
                os.makedirs(new)  # noqa: PTH103  as above
                is_made = True
            self._file(entry, path, twin)
            holds = True
        for name, twin in left.items():
            _remove(os.path.join(new, name), twin)  # noqa: PTH118  as above
        if prefix and is_made and not holds:
            os.rmdir(new)  # noqa: PTH106  as above
        return holds

    def _folder(
        self, entry: "os.DirEntry[str]", path: str, twin: "os.DirEntry[str] | None", name: str
    ) -> bool:
        if name in self._apart:
            _remove(path, twin)
            return False
        if twin is not None and not twin.is_dir(follow_symlinks=False):
            _remove(path, twin)
        self.folders += 1
        return self._lay(entry.path, path, name)

    def _file(self, entry: "os.DirEntry[str]", path: str, twin: "os.DirEntry[str] | None") -> None:
        self.files += 1
        if twin is not None and twin.inode() == entry.inode():
            return
        _remove(path, twin)
        try:
            os.link(entry.path, path, follow_symlinks=False)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            shutil.copy2(entry.path, path, follow_symlinks=False)
            self.copied = True


def move_in(fresh: Path, into: Path) -> None:
    """Move all of a folder into another: folders become one, a file takes the place of a file.

    Files are moved, never written, so that one with several names keeps its bytes elsewhere.

    Raises:
        OSError: the system's own.
    """
    for entry in list(os.scandir(fresh)):
        target = into / entry.name
        if entry.is_dir(follow_symlinks=False) and target.is_dir() and not target.is_symlink():
            move_in(Path(entry.path), target)
        else:
            Path(entry.path).replace(target)


def _entries(folder: str) -> "dict[str, os.DirEntry[str]] | None":
    """Return what stands in a folder by name, None when there is no such folder."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name: entry for entry in entries}
    except FileNotFoundError:
        return None


def _remove(path: str, twin: "os.DirEntry[str] | None") -> None:
    if twin is None:
        return
    if twin.is_dir(follow_symlinks=False):
        shutil.rmtree(path)
    else:
        os.unlink(path)  # noqa: PTH108  ten thousand times
