"""Camera raw: the picture is the largest JPEG the camera put into the file; the raw data stays closed.

Exiv2 names the places; it knows the files of most cameras that are TIFF inside. Decoding the sensor's
own data would ask for a library as large as all others together, and give a picture no editor saw.
"""

from collections.abc import Iterator, Mapping

import pyexiv2

from app.photo.raw_types import TYPES

_PAIRS = (
    ("JPEGInterchangeFormat", "JPEGInterchangeFormatLength"),
    ("StripOffsets", "StripByteCounts"),
)
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Frame headers of pictures everybody can show; sensors' data comes as lossless JPEG (0xC3)."""

_MOST_SEGMENTS = 200
_UPRIGHT = 1


def is_raw(suffix: str, media_type: str) -> bool:
    """Say whether a file that begins like this is a camera's raw file."""
    return media_type == "image/tiff" and suffix in TYPES


def picture_in(data: bytes) -> tuple[bytes, int]:
    """Return the largest JPEG of a raw file and the Exif orientation it still needs.

    Raises:
        ValueError: there is none.
        RuntimeError: Exiv2 does not understand the file.
    """
    image = pyexiv2.ImageData(data)
    try:
        exif: dict[str, str] = image.read_exif(encoding="latin-1")
    finally:
        image.close()
    found = max(_pictures(data, exif), key=len, default=b"")
    if not found:
        raise ValueError("no picture")
    turn = exif.get("Exif.Image.Orientation", "")
    return found, int(turn) if turn.isdigit() else _UPRIGHT


def _pictures(data: bytes, exif: Mapping[str, str]) -> Iterator[bytes]:
    for key, told in exif.items():
        for place, length in _PAIRS:
            size = exif.get(f"{key.removesuffix(place)}{length}", "")
            if key.endswith(f".{place}") and told.isdigit() and size.isdigit():
                piece = data[int(told) : int(told) + int(size)]
                if _can_be_shown(piece):
                    yield piece


def _can_be_shown(piece: bytes) -> bool:
    """Say whether bytes are a JPEG of a common kind, by its first frame header."""
    at = 2
    if not piece.startswith(_JPEG):
        return False
    for _ in range(_MOST_SEGMENTS):
        if at + 4 > len(piece) or piece[at] != _JPEG[0]:
            return False
        marker = piece[at + 1]
        # Frame headers; 0xC4, 0xC8 and 0xCC between them are tables.
        if marker in range(0xC0, 0xD0) and marker not in {0xC4, 0xC8, 0xCC}:
            return marker in _FRAMES
        at += 2 + int.from_bytes(piece[at + 2 : at + 4], "big")
    return False
