"""Selecting: pictures found, sifted, rated, labelled, picked or rejected."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.desk.desk import Desk
from app.desk.photos.taking import SUFFIXES
from app.domain.changes import Changes
from app.domain.completeness import ASKED
from app.domain.photo import Flag, Photo
from app.domain.picking import LABELS, Batch, PhotoLine, PhotoWish
from app.photo import likeness
from app.store import originals, picking
from app.store import photos as rows
from app.store.journal import acting

MOST_VALUES = 200
"""How many values of a field are offered: more than anybody reads through."""

BEST = 5
"""The highest rating; the lowest is 0, and None means not rated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many photos the store holds, and how many of them each sieve lets through.

    `lacking` is by question of `completeness.ASKED`.
    """

    total: int
    picked: int
    rejected: int
    unrated: int
    unused: int
    conflicting: int
    lacking: Mapping[str, int]


def find(desk: Desk, wish: PhotoWish) -> tuple[str, ...]:
    """Return the ids of the photos wished for, in the order wished."""
    with desk.store.reading() as connection:
        return picking.ids(connection, wish)


def lines(desk: Desk, photo_ids: Sequence[str]) -> tuple[PhotoLine, ...]:
    """Return what a grid shows of these photos, in the order asked; those gone are left out."""
    with desk.store.reading() as connection:
        placed = picking.lines(connection, photo_ids)
    return tuple(
        one.line if _is_there(desk, one) else replace(one.line, there=False) for one in placed
    )


def photos(desk: Desk, photo_ids: Sequence[str]) -> dict[str, Photo]:
    """Return photos by id, all that is known of each; those gone are left out. A page at a time."""
    with desk.store.reading() as connection:
        return rows.some(connection, photo_ids)


def counts(desk: Desk) -> Counts:
    """Return how many photos each sieve would let through."""
    with desk.store.reading() as connection:
        tally = picking.tally(connection)
    names = ("total", "picked", "rejected", "unrated", "unused", "conflicting")
    lacking = {question: tally[question] for question in ASKED}
    return Counts(**{name: tally[name] for name in names}, lacking=lacking)


def batches(desk: Desk) -> tuple[Batch, ...]:
    """Return the batches taken in, newest first."""
    with desk.store.reading() as connection:
        return picking.batches(connection)


def known_values(desk: Desk, field: str) -> tuple[str, ...]:
    """Return the values used before in a text or list field of photos, most used first."""
    with desk.store.reading() as connection:
        return picking.known_values(connection, field, MOST_VALUES)


def alike(desk: Desk, photo_ids: Collection[str] | None = None) -> tuple[tuple[str, ...], ...]:
    """Return groups of photos that look alike; those only that hold one of `photo_ids`, if given."""
    with desk.store.reading() as connection:
        known = picking.likenesses(connection)
    told = {photo_id: digits for photo_id, digits in known.items() if digits != likeness.PLAIN}
    groups = likeness.alike(told)
    if photo_ids is None:
        return groups
    asked = frozenset(photo_ids)
    return tuple(group for group in groups if not asked.isdisjoint(group))


def missing(desk: Desk) -> tuple[PhotoLine, ...]:
    """Return the photos whose original is no longer where it was."""
    everything = find(desk, PhotoWish())
    return tuple(line for line in lines(desk, everything) if not line.there)


def rate(desk: Desk, photo_ids: Sequence[str], rating: int | None) -> Changes:
    """Rate photos from 0 to 5, or take their rating away; one step.

    Raises:
        DeskError: `photo.unknown`.
        ValueError: not such a number.
    """
    if rating is not None and rating not in range(BEST + 1):
        raise ValueError(rating)

    def columns(photo: Photo) -> dict[str, Any]:
        return rows.metadata_columns(replace(photo.metadata, rating=rating))

    return _each(desk, "rate", photo_ids, columns)


def label(desk: Desk, photo_ids: Sequence[str], code: str) -> Changes:
    """Give photos a colour label, a code of `picking.LABELS` or "" for none; one step.

    Raises:
        DeskError: `photo.unknown`.
        KeyError: no such label.
    """
    words = LABELS[code][0] if code else ""

    def columns(photo: Photo) -> dict[str, Any]:
        return rows.metadata_columns(replace(photo.metadata, label=words))

    return _each(desk, "label", photo_ids, columns)


def flag(desk: Desk, photo_ids: Sequence[str], flag: Flag) -> Changes:
    """Pick photos, reject them, or neither; one step.

    Raises:
        DeskError: `photo.unknown`.
    """
    return _each(desk, "flag", photo_ids, lambda _photo: {"flag": flag.value})


def _each(
    desk: Desk,
    name: str,
    photo_ids: Sequence[str],
    columns: Callable[[Photo], dict[str, Any]],
) -> Changes:
    with acting(desk.store, name, desk.by) as act:
        for photo in rows.all_of(act.connection, photo_ids):
            act.update("photos", photo.id, columns(photo))
    return act.changes()


def _is_there(desk: Desk, placed: picking.Placed) -> bool:
    if placed.line.in_place:
        return Path(placed.source).exists()
    suffix = SUFFIXES[placed.media_type]
    return originals.place_of(desk.originals, placed.line.digest, suffix).exists()
