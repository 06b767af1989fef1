"""Pictures that look alike: a 64-bit difference hash, for near-duplicates of one event."""

from PIL import Image

_COLUMNS, _ROWS = 8, 8


def dhash(image: Image.Image) -> str:
    """Return 16 hex digits that change little when a picture is resized or recompressed.

    Each bit says whether a point of a 9 by 8 grey miniature is darker than the next one.
    """
    grey = image.convert("L").resize((_COLUMNS + 1, _ROWS), Image.Resampling.BOX).tobytes()
    bits = 0
    for row in range(_ROWS):
        start = row * (_COLUMNS + 1)
        for column in range(start, start + _COLUMNS):
            bits = bits << 1 | (grey[column] < grey[column + 1])
    return f"{bits:016x}"


def distance(one: str, other: str) -> int:
    """Return how many of the 64 bits differ; up to about 6, people see the same picture."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
