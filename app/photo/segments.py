"""JPEG files segment by segment: the Exif block put back as it was when nobody asked to change it.

Exiv2 writes the block anew with every change, and some cameras' private notes do not survive that.
"""

_START = b"\xff\xd8"
_EXIF = b"Exif\x00\x00"
_APP1 = 0xE1
_SCAN = 0xDA
_MOST = 2_000


def with_exif_of(before: bytes, after: bytes) -> bytes:
    """Return `after` with the Exif block of `before`; as it is when either is no JPEG or has none.

    Places inside the block count from its own beginning, so that it may stand elsewhere.
    """
    old, new = _exif_of(before), _exif_of(after)
    if old is None or new is None:
        return after
    return after[: new[0]] + before[old[0] : old[1]] + after[new[1] :]


def _exif_of(data: bytes) -> tuple[int, int] | None:
    """Return where the first Exif segment begins and ends."""
    at = len(_START)
    if not data.startswith(_START):
        return None
    for _ in range(_MOST):
        if data[at : at + 1] != b"\xff" or at + 4 > len(data) or data[at + 1] == _SCAN:
            return None
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] == _APP1 and data.startswith(_EXIF, at + 4):
            return (at, end) if end <= len(data) else None
        at = end
    return None
