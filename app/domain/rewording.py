"""How one wording differs from another, word by word."""

from dataclasses import dataclass
from enum import StrEnum


class Turn(StrEnum):
    """What became of a stretch of words on the way from one wording to the other."""

    KEPT = "kept"
    DROPPED = "dropped"
    ADDED = "added"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Reworded:
    """One stretch: `was` stands in the first wording, `now` in the second; either may be empty."""

    turn: Turn
    was: str
    now: str
