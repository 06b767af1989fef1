"""Many pictures on one page: the first stand in the copy, the rest wait behind a line to open.

A telephone fetches nothing of a closed gallery, so that a story of forty pictures weighs there
what a story of six does. A wide screen shows the closed gallery as a grid of small pictures, and
the open one as large ones (base.css).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from app.export.edition import AVIF, JPEG, PNG, WEBP, Picture
from app.export.figures import Figure

STANDING = 6
"""Pictures that stand in the copy at most: with the page itself they make seven requests."""

SURE = 2
"""The first pictures stand whatever they weigh."""

PHONE_WIDTH = 720
"""Pixels a telephone of 360 points at double density asks for."""

PHONE_BYTES = 170_000
"""Bytes of pictures that a page of 200 KB has room for beside its own words."""

_SIZES = {
    "column": "(min-width: 656px) 608px, 100vw",
    "upright": "(min-width: 560px) 480px, 100vw",
}
"""What browsers that cannot measure the box go by; must agree with base.css."""

Fold = Callable[[Sequence[str]], str]
"""Makes one gallery of the markup of its figures."""

_RUN = re.compile(r'(?:<figure data-slot="\d{1,4}"></figure>\s*)+')
_SLOT = re.compile(r'data-slot="(\d{1,4})"')


def folded(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return figures in reading order with those that wait in a gallery marked as such."""
    made: list[Figure] = []
    weight = 0
    for index, figure in enumerate(figures):
        weight += phone_bytes(figure.picture)
        light = index < STANDING and weight <= PHONE_BYTES
        waits = index >= SURE and (not light or made[-1].folded)
        made.append(_behind(figure) if waits else replace(figure, folded=False))
    return tuple(made)


def _behind(figure: Figure) -> Figure:
    """Return a figure of a gallery: small in a grid or large, its box says what to fetch."""
    sizes = _SIZES.get(figure.shape, figure.sizes)
    return replace(figure, folded=True, sizes=f"auto, {sizes}")


def phone_bytes(picture: Picture) -> int:
    """Return the bytes of the file a telephone takes of a picture."""
    for kind in (AVIF, WEBP, JPEG, PNG):
        files = picture.displays(kind)
        if files:
            fitting = [file for file in files if file.width >= PHONE_WIDTH]
            return len((fitting or files[-1:])[0].data)
    return 0


def placed(
    html: str,
    markup: Mapping[int, str],
    waiting: frozenset[int],
    fold: Fold,
) -> str:
    """Return body HTML with each photo slot filled once; slots without markup vanish.

    Slots in `waiting` that follow each other go into one gallery, made by `fold`.
    """
    left = dict(markup)

    def filled(run: re.Match[str]) -> str:
        slots = [int(slot) for slot in _SLOT.findall(run[0])]
        standing = [left.pop(slot, "") for slot in slots if slot not in waiting]
        behind = [left.pop(slot) for slot in slots if slot in waiting and slot in left]
        return "\n".join([*standing, *([fold(behind)] if behind else [])]) + "\n"

    return _RUN.sub(filled, html)
