"""What the caption form shows of photos or a slot, and which act keeps each of its fields."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from app.domain.photo import Photo, PhotoUse

Value = str | bool
Values = Mapping[str, Value]

OF_USE = ("caption", "alt", "credit", "persons", "dated", "archive", "decorative")
"""Fields kept with the use when there is one."""

MORE = (
    "headline", "event", "sublocation", "state", "keywords", "creator", "source",
    "copyright_notice", "usage_terms", "instructions", "extended_description",
    "digital_source_type", "embargo", "expires",
)  # fmt: skip
"""Fields kept with the photo that a desk fills in less often."""

OF_PHOTO = ("description", "city", "country", *MORE)
"""Fields kept with the photo, whoever uses it."""

PHOTO_NAMES = {"alt": "alt", "credit": "credit", "persons": "persons", "dated": "created"}
"""What a field is called in `PhotoMetadata` while the photo is in no slot of the story."""

LISTS = frozenset({"persons", "keywords", "creator"})
"""Fields that hold several values, parted by semicolons while they are typed."""

DAYS = frozenset({"dated", "embargo", "expires"})
"""Fields that hold a day."""

DAY = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.](\d{1,2})[/.](\d{4}))")


class NotADateError(ValueError):
    """The words in a date field are no day of the calendar. `field` is its name."""

    def __init__(self, words: str, name: str = "dated") -> None:
        super().__init__(words)
        self.field = name


@dataclass(frozen=True, slots=True)
class Target:
    """What the form is about: a photo, a slot that waits, a photo in a slot, or several photos.

    Several photos have `ids`, two or more; `photo` is then the one the caret is on with the words
    all of them share, there is no use, and `differ` holds the fields in which they differ with
    some of the values found.
    """

    photo: Photo | None = None
    use: PhotoUse | None = None
    ids: tuple[str, ...] = ()
    differ: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def key(self) -> tuple[str, int]:
        """Return what tells one target from another: the photos' ids and the slot, 0 for none."""
        return ("+".join(self.chosen()), self.use.slot if self.use else 0)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the photos the form is about."""
        return self.ids or ((self.photo.id,) if self.photo else ())

    def fields(self) -> tuple[str, ...]:
        """Return the fields that can be kept for this target."""
        if self.use is not None:
            return OF_USE + (OF_PHOTO if self.photo else ())
        return (*PHOTO_NAMES, *OF_PHOTO) if self.photo else ()

    def values(self) -> dict[str, Value]:
        """Return what stands in each field; "" where several photos differ."""
        return {name: _shown(self._held(name)) for name in self.fields()}

    def various(self, name: str) -> tuple[str, ...] | None:
        """Return the values found in a field in which several photos differ, None elsewhere."""
        return self.differ.get(PHOTO_NAMES.get(name, name))

    def printed_credit(self) -> str:
        """Return the credit the page prints when the field of the use is left empty."""
        return self.photo.metadata.credit_line() if self.photo and self.use else ""

    def changed(self, values: Values) -> "Revision":
        """Return what differs from what is held, as the acts of the desk take it.

        Raises:
            NotADateError: a date field holds no day.
        """
        held = self.values()
        of_use: dict[str, Any] = {}
        of_photo: dict[str, Any] = {}
        for name, value in values.items():
            if name not in held or (value == held[name] and self.various(name) is None):
                continue
            held_as = kept(name, value)
            if self.use is not None and name in OF_USE:
                of_use[name] = held_as
            elif name == "dated":
                of_photo["created"] = self._moment(held_as)
            else:
                of_photo[PHOTO_NAMES.get(name, name)] = held_as
        return Revision(of_use, of_photo)

    def revised(self, revision: "Revision") -> "Target":
        """Return the target as it stands once a revision is kept."""
        use = replace(self.use, **revision.of_use) if self.use else None
        photo = self.photo
        if photo and revision.of_photo:
            photo = replace(photo, metadata=replace(photo.metadata, **revision.of_photo))
        differ = {name: seen for name, seen in self.differ.items() if name not in revision.of_photo}
        return Target(photo, use, self.ids, differ)

    def _moment(self, day: date | None) -> str:
        """Return a day as `created` holds it; the camera's time of day stays with one photo."""
        if day is None:
            return ""
        before = self.photo.metadata.created if self.photo and not self.ids else ""
        return day.isoformat() + (before[10:] if self.photo and before[10:11] == "T" else "")

    def _held(self, name: str) -> object:
        if self.use is not None and name in OF_USE:
            return getattr(self.use, name)
        metadata = self.photo.metadata if self.photo else None
        if name == "dated":
            return metadata.created_on() if metadata else None
        return getattr(metadata, name)


@dataclass(frozen=True, slots=True)
class Revision:
    """Fields that changed: those of `PhotoUse` and those of `PhotoMetadata`."""

    of_use: Mapping[str, Any]
    of_photo: Mapping[str, Any]


def day_of(words: str) -> date | None:
    """Read a day as typed, "2017-02-16" or "16/02/2017"; None for no words.

    Raises:
        NotADateError: it is not a day.
    """
    if not words.strip():
        return None
    found = DAY.fullmatch(words.strip())
    if not found:
        raise NotADateError(words)
    year, month, day = found[1] or found[6], found[2] or found[5], found[3] or found[4]
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise NotADateError(words) from error


def _shown(held: object) -> Value:
    if isinstance(held, bool):
        return held
    if isinstance(held, tuple):
        return "; ".join(held)
    if isinstance(held, date):
        return held.strftime("%d/%m/%Y")
    return str(held or "")


def kept(name: str, value: Value) -> Any:  # noqa: ANN401  a field of PhotoUse or PhotoMetadata
    """Return what was typed as the desk holds it: words, several of them, a day, or a tick.

    Raises:
        NotADateError: a date field holds no day.
    """
    if isinstance(value, bool):
        return value
    if name in LISTS:
        return tuple(part.strip() for part in re.split(r"[;,]", value) if part.strip())
    if name not in DAYS:
        return value.strip()
    try:
        return day_of(value)
    except NotADateError as error:
        raise NotADateError(value, name) from error
