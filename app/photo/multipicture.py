"""JPEG files of several pictures (CIPA DC-007): keep the way to the others when the head grows.

Phones put gain maps and depth maps behind the picture; an index in the head says how far away.
"""

import struct
from dataclasses import dataclass

_MARK = b"MPF\x00"
_ENTRIES = 0xB002
_ENTRY = 16
_MOST_SEGMENTS = 2_000
_SCAN = 0xDA
_APP2 = 0xE2


@dataclass(frozen=True, slots=True)
class _Index:
    """Where the index stands: `head` is what offsets count from, `entries` the first entry."""

    head: int
    entries: int
    count: int
    order: str

    def read(self, data: bytes, number: int) -> tuple[int, int]:
        """Return size and offset of one picture; the first one's offset is 0 by definition."""
        at = self.entries + number * _ENTRY + 4
        size, offset = struct.unpack_from(f"{self.order}II", data, at)
        return int(size), int(offset)


def mended(before: bytes, after: bytes) -> bytes:
    """Return `after` with its index put right; `before` is the file before its head changed.

    Whatever follows the first picture must be the same in both. Files without an index come
    back as they are.

    Raises:
        ValueError: the other pictures are not where they ought to be.
    """
    old, new = _index(before), _index(after)
    if old is None or new is None:
        if old is not new:
            raise ValueError(_MARK)
        return after
    grown = len(after) - len(before)
    out = bytearray(after)
    for number in range(old.count):
        size, offset = old.read(before, number)
        place = (size + grown, 0) if number == 0 else (size, offset + old.head + grown - new.head)
        struct.pack_into(f"{new.order}II", out, new.entries + number * _ENTRY + 4, *place)
        if number and not _same_picture(before, after, old.head + offset, grown, size):
            raise ValueError(_MARK)
    return bytes(out)


def _same_picture(before: bytes, after: bytes, start: int, grown: int, size: int) -> bool:
    moved = start + grown
    return before[start : start + size] == after[moved : moved + size]


def _index(data: bytes) -> _Index | None:
    """Find the index of a JPEG; None when it has none, or one that cannot be followed."""
    at = 2
    for _ in range(_MOST_SEGMENTS):
        if data[at : at + 1] != b"\xff" or at + 4 > len(data) or data[at + 1] == _SCAN:
            return None
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] == _APP2 and data[at + 4 : at + 8] == _MARK:
            return _parsed(data[: at + 2 + length], at + 8)
        at += 2 + length
    return None


def _parsed(data: bytes, head: int) -> _Index | None:
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(data[head : head + 4])
    if order is None:
        return None
    try:
        (first,) = struct.unpack_from(f"{order}I", data, head + 4)
        (tags,) = struct.unpack_from(f"{order}H", data, head + first)
        for number in range(tags):
            at = head + first + 2 + number * 12
            tag, _, size, value = struct.unpack_from(f"{order}HHII", data, at)
            if tag == _ENTRIES and head + value + size <= len(data):
                return _Index(head, head + value, size // _ENTRY, order)
    except struct.error:
        return None
    return None
