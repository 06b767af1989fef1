"""Impressions: what writing changed in a file, kept so that it can be taken back bit by bit.

Words are a small part of an image file: only what differs is kept, not the pixels.
"""

import hashlib
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.desk.desk import Desk
from app.desk.inking import TABLE, impression_of
from app.desk.photos.taking import place_of
from app.domain.errors import DeskError
from app.store import originals
from app.store import photos as rows
from app.store.journal import Image


@dataclass(frozen=True, slots=True)
class _Turn:
    """One file to be brought from one state to another; "" is the digest of no file."""

    place: Path
    photo_id: str
    kind: str
    now: str
    then: str


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


def keep(desk: Desk, stamp_id: str, before: bytes, after: bytes) -> None:
    """Keep what differs between two states of a file; safe on disk when this returns.

    Raises:
        DeskError: `store.disk-full`, `store.unwritable`.
    """
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    about = json.dumps({"head": head, "tail": tail, "old": len(old), "new": len(new)})
    originals.keep_bytes(impression_of(desk.store, stamp_id), about.encode() + b"\n" + old + new)


def take_back(desk: Desk, images: Iterable[Image]) -> tuple[str, ...]:
    """Bring files back to what they were before the stamps of a step.

    Files that another program changed since are left alone; their names are returned.
    """
    turns = [(image.key, _turn(image, back=True)) for image in images if image.table == TABLE]
    return _turned(desk, reversed(turns), back=True)


def put_again(desk: Desk, images: Iterable[Image]) -> tuple[str, ...]:
    """Bring files to what the stamps of a step made them; see `take_back`."""
    turns = [(image.key, _turn(image, back=False)) for image in images if image.table == TABLE]
    return _turned(desk, turns, back=False)


def place_file(place: Path, data: bytes, like: Path | None) -> None:
    """Put a file at its place, whole or not at all.

    Raises:
        DeskError: `photo.not-written`; what stood there stands.
    """
    try:
        originals.write_whole(io.BytesIO(data), place, like)
    except OSError as error:
        reason = error.strerror or ""
        raise DeskError("photo.not-written", name=place.name, reason=reason) from error


def _turn(image: Image, *, back: bool) -> _Turn:
    row = image.after or image.before or {}
    before, after = row.get("digest_before", ""), row["digest_after"]
    return _Turn(
        place=Path(row["place"]),
        photo_id=row["photo_id"],
        kind=row["kind"],
        now=after if back else before,
        then=before if back else after,
    )


def _turned(desk: Desk, turns: Iterable[tuple[str, _Turn]], *, back: bool) -> tuple[str, ...]:
    left = []
    for stamp_id, turn in turns:
        if not _is_turned(desk, stamp_id, turn, back=back):
            left.append(turn.place.name)
    return tuple(left)


def _is_turned(desk: Desk, stamp_id: str, turn: _Turn, *, back: bool) -> bool:
    """Bring one file to its other state; say whether that could be done."""
    try:
        if _is(turn, turn.then):
            # An undo that was cut short had come this far.
            return True
        if not _is(turn, turn.now):
            return False
        if turn.then:
            made = _made(desk, stamp_id, turn, back=back)
            like = turn.place if turn.now else None
            originals.write_whole(io.BytesIO(made), turn.place, like)
        else:
            turn.place.unlink()
            originals.settle_folder(turn.place.parent)
    except (OSError, ValueError):
        # A drive that is gone, a folder closed to us, a base that changed: the file is left.
        return False
    return True


def _is(turn: _Turn, digest: str) -> bool:
    """Say whether a file is in a state: that of a digest, or not there for ""."""
    if not turn.place.exists():
        return not digest and turn.place.parent.is_dir()
    return bool(digest) and digest_of(turn.place.read_bytes()) == digest


def _made(desk: Desk, stamp_id: str, turn: _Turn, *, back: bool) -> bytes:
    """Return the other state of a file.

    Raises:
        OSError: what it is made of cannot be read.
        ValueError: what it is made of is no longer the same.
    """
    base = turn.place.read_bytes() if turn.now else _base(desk, turn)
    made = _changed(impression_of(desk.store, stamp_id).read_bytes(), base, back=back)
    if digest_of(made) != turn.then:
        raise ValueError(stamp_id)
    return made


def _base(desk: Desk, turn: _Turn) -> bytes:
    """Return what a new file was made of: the original for a copy, nothing for a sidecar."""
    if turn.kind != "copy":
        return b""
    with desk.store.reading() as connection:
        return place_of(desk, rows.photo(connection, turn.photo_id)).read_bytes()


def _changed(impression: bytes, data: bytes, *, back: bool) -> bytes:
    about, _, kept = impression.partition(b"\n")
    told = json.loads(about)
    old, new = kept[: told["old"]], kept[told["old"] :]
    middle = old if back else new
    return data[: told["head"]] + middle + data[len(data) - told["tail"] :]


def _common(one: bytes, other: bytes) -> int:
    """Return how many first bytes are the same, found by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
