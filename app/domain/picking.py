"""Finding pictures among thousands: what is asked for, and what one cell of the grid shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from app.domain.photo import Flag

LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "red": ("Red", "Rouge", "Select", "Sélection"),
        "yellow": ("Yellow", "Jaune", "Second", "Deuxième"),
        "green": ("Green", "Vert", "Approved", "Approuvé"),
        "blue": ("Blue", "Bleu", "Review", "Révision"),
        "purple": ("Purple", "Violet", "Pourpre", "To Do"),
    }
)
"""Colour labels by code: the word written into files, then those that other programs write."""


class Order(StrEnum):
    """How pictures are sorted: newest in first, oldest shot first, by name, best first."""

    TAKEN_IN = "taken-in"
    CREATED = "created"
    NAME = "name"
    RATING = "rating"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoWish:
    """Which pictures are asked for; what is left out does not narrow the search.

    `words` are searched whole or as beginnings in every text. `rating` is the least one wanted.
    `labels` are codes of `LABELS`, "" for no label. `lacks` is a question of
    `completeness.ASKED`, or "any". `conflicting` asks for files whose homes disagree.
    """

    words: str = ""
    story_id: str = ""
    batch_id: str = ""
    rating: int | None = None
    labels: frozenset[str] = frozenset()
    flags: frozenset[Flag] = frozenset()
    lacks: str = ""
    used: bool | None = None
    conflicting: bool = False
    order: Order = Order.TAKEN_IN


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoLine:
    """One picture of a list. `uses` counts the slots that show it; `label` is a code of `LABELS`.

    `lacks` are the questions left open; `conflicts` counts the fields on which the homes of its
    file disagree; `there` says whether the original still stands.
    """

    id: str
    digest: str
    file_name: str
    width: int
    height: int
    headline: str = ""
    description: str = ""
    alt: str = ""
    credit: str = ""
    persons: tuple[str, ...] = ()
    city: str = ""
    country: str = ""
    created: str = ""
    rating: int | None = None
    label: str = ""
    flag: Flag = Flag.NONE
    lacks: tuple[str, ...] = ()
    uses: int = 0
    batch_id: str = ""
    in_place: bool = False
    conflicts: int = 0
    there: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One taking in of many files: from where, when, by whom, and how many pictures are left."""

    id: str
    name: str
    source: str
    at: datetime
    by: str
    photos: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionTemplate:
    """Fields kept under a name, to be put on many pictures: only those that were ticked."""

    id: str
    name: str
    fields: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hunt:
    """Words to find in some fields of pictures, and the words to put in their place.

    `regex` says that `find` is an expression, `case` that capitals matter.
    """

    find: str
    words: str
    fields: tuple[str, ...]
    regex: bool = False
    case: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of one picture before and after, for the preview of a batch."""

    field: str
    before: Any
    after: Any


def text_of(value: str | int | date | tuple[str, ...] | None) -> str:
    """Return a value of any field as one line of a preview."""
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)


def label_code(words: str) -> str:
    """Return the code of a colour label in whatever language it was written; others as they are."""
    known = words.strip().casefold()
    for code, names in LABELS.items():
        if known == code or known in {name.casefold() for name in names}:
            return code
    return words.strip()
