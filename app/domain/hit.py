"""What was found by a few letters of its name."""

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What was found."""

    STORY = "story"
    PHOTO = "photo"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its id, what it is called, and what is known of it."""

    sort: Sort
    id: str
    title: str
    about: str = ""
