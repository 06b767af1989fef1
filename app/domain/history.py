"""The past of a story package: what was done when and by whom, and how two moments differ."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.rewording import Turn
from app.domain.text import Span


@dataclass(frozen=True, slots=True, order=True)
class Facet:
    """One thing a package says.

    `part` is a code: the name of a field of `Story`, "caption", "alt", "credit", "picture",
    "archive", "decorative" of a photo slot, "attribution" of a quote, "evidence", "metadata" of a
    photo, "waiver", "mute", "transcript", "remark", "suggestion", "sign-off" or "bin". `about` tells
    which one of several: the number of the slot, the quoted words, the name of the metadata field.
    """

    part: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Touch:
    """What one act did to one facet, as plain words; "" where it did not stand."""

    facet: Facet
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line of the timeline: an act of the journal, or a kept version.

    `act` is the code of the act, or the reason a version was kept for. `revision` is the number of
    the kept version, None for an act; `step` the number of the act in the journal, 0 for a version.
    """

    at: datetime
    by: str
    act: str
    step: int = 0
    revision: int | None = None
    name: str = ""
    words: int | None = None
    undone: bool = False
    touches: tuple[Touch, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch two texts share or do not: its place in the one and in the other."""

    turn: Turn
    was: Span
    now: Span


@dataclass(frozen=True, slots=True)
class Difference:
    """A facet that is not the same at two moments; `passages` cover both texts, in order."""

    facet: Facet
    was: str
    now: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """A story whose last words were saved by the second only, when Marbre was ended from outside.

    `kept` is the number of the last kept version, to compare with; None when none was kept.
    """

    story_id: str
    headline: str
    saved_at: datetime
    kept: int | None
