"""Original files beside the database, each named by the SHA-256 of its content; never changed."""

import errno
import hashlib
import io
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import DeskError

CHUNK = 1 << 20


def digest_of(source: Path) -> str:
    """Return the SHA-256 of a file, read in pieces.

    Raises:
        DeskError: `photo.missing`, `photo.unreadable`.
    """
    total = hashlib.sha256()
    try:
        with source.open("rb") as file:
            while piece := file.read(CHUNK):
                total.update(piece)
    except FileNotFoundError as error:
        raise DeskError("photo.missing", name=source.name) from error
    except OSError as error:
        raise DeskError("photo.unreadable", name=source.name) from error
    return total.hexdigest()


def place_of(folder: Path, digest: str, suffix: str) -> Path:
    """Return where the original with this digest lies; `suffix` is that of its media type."""
    return folder / digest[:2] / f"{digest}{suffix}"


def keep(folder: Path, source: Path, digest: str, suffix: str) -> Path:
    """Copy a file among the originals, whole or not at all; return its place.

    One that was cut short since it was kept is written anew.

    Raises:
        DeskError: `photo.missing`, `store.disk-full`, `store.unwritable`; nothing is left behind.
    """
    place = place_of(folder, digest, suffix)
    try:
        with source.open("rb") as file:
            if not (place.exists() and place.stat().st_size == os.fstat(file.fileno()).st_size):
                _placed(place, file)
    except FileNotFoundError as error:
        raise DeskError("photo.missing", name=source.name) from error
    return place


def keep_bytes(place: Path, content: bytes) -> None:
    """Write a small file that can be made again, whole or not at all.

    Raises:
        DeskError: `store.disk-full`, `store.unwritable`.
    """
    _placed(place, io.BytesIO(content))


def _placed(place: Path, content: BinaryIO) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(content, place)
    except OSError as error:
        code = "store.disk-full" if error.errno == errno.ENOSPC else "store.unwritable"
        raise DeskError(code, path=str(place.parent)) from error


def write_whole(
    content: BinaryIO, place: Path, like: Path | None = None, *, to_disk: bool = True
) -> None:
    """Write a file whole or not at all; what stood there is replaced at the very end.

    Without a file `like` which others may read it, only its owner may. Who writes many brings
    them `to_disk` all at once.

    Raises:
        OSError: the system's own, for the caller to say what was not written.
    """
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as target:
            while piece := content.read(CHUNK):
                target.write(piece)
            target.flush()
            if to_disk:
                os.fsync(target.fileno())
        if like is not None:
            shutil.copymode(like, name)
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    if to_disk:
        settle_folder(place.parent)


def settle_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk: a file that took its place stays there then.

    Some systems and drives cannot; there the names come to the disk when the system likes.
    """
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
