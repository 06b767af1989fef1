"""Pictures that look alike: a 64-bit difference hash, for near-duplicates of one event."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Comparing is the desk's work too, which needs no imaging library.
    from PIL import Image

ALIKE = 6
"""Bits that may differ while people still see the same picture, retouched or a moment later."""

_COLUMNS, _ROWS = 8, 8
_BITS = _COLUMNS * _ROWS
_BOX = 4
"""Pillow's `Resampling.BOX`: the mean of all pixels under a point."""

PLAIN = "0" * (_BITS // 4)
"""The likeness of a picture of one colour, which says nothing."""


def dhash(image: "Image.Image") -> str:
    """Return 16 hex digits that change little when a picture is resized or recompressed.

    Each bit says whether a point of a 9 by 8 grey miniature is darker than the next one.
    """
    grey = image.convert("L").resize((_COLUMNS + 1, _ROWS), _BOX).tobytes()
    bits = 0
    for row in range(_ROWS):
        start = row * (_COLUMNS + 1)
        for column in range(start, start + _COLUMNS):
            bits = bits << 1 | (grey[column] < grey[column + 1])
    return f"{bits:016x}"


def distance(one: str, other: str) -> int:
    """Return how many of the 64 bits differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def alike(hashes: Mapping[str, str], within: int = ALIKE) -> tuple[tuple[str, ...], ...]:
    """Return the groups of pictures that look alike, by id, in the order of `hashes`.

    Two pictures are in one group when a chain of pictures, each within so many bits of the next,
    leads from one to the other. Pictures like no other are in no group.
    """
    numbers = {picture: int(digits, 16) for picture, digits in hashes.items()}
    leader = {number: number for number in numbers.values()}

    def first_of(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for one, other in _candidates(list(leader), within):
        if (one ^ other).bit_count() <= within:
            leader[first_of(other)] = first_of(one)
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for picture, number in numbers.items():
        groups[first_of(number)].append(picture)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _candidates(numbers: Sequence[int], within: int) -> Iterator[tuple[int, int]]:
    """Give the pairs worth comparing: of one band more than bits that differ, one must be equal."""
    bands = within + 1
    edges = [_BITS * band // bands for band in range(bands + 1)]
    for low, high in pairwise(edges):
        mask = (1 << (high - low)) - 1
        equal: defaultdict[int, list[int]] = defaultdict(list)
        for number in numbers:
            equal[(number >> low) & mask].append(number)
        for band in equal.values():
            yield from combinations(band, 2)
