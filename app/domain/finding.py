"""Findings: one remark of one rule at one place, with its mends; codes, never sentences."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.text import Span


class Severity(StrEnum):
    """How much a finding weighs; BLOCK stops publication until mended, waived or overridden."""

    BLOCK = "block"
    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Part(StrEnum):
    """The part of a story package a finding or an edit is about."""

    STORY = "story"
    HEADLINE = "headline"
    KICKER = "kicker"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    ALT = "alt"
    CREDIT = "credit"
    PHOTO = "photo"


PHOTO_PARTS = frozenset({Part.CAPTION, Part.ALT, Part.CREDIT, Part.PHOTO})
"""Parts that belong to one photo slot, so that `Place.slot` is set."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a part, the photo slot when the part belongs to one, and the words when they are known."""

    part: Part
    span: Span | None = None
    slot: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in the place of the words at `place`, whose span must be set."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding: edits to be made together. `code` names the sentence shown."""

    code: str
    edits: tuple[Edit, ...]
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One remark. `excerpt` is the text at the place; `params` fill the rule's sentence."""

    code: str
    severity: Severity
    place: Place
    excerpt: str = ""
    params: tuple[tuple[str, str], ...] = ()
    fixes: tuple[Fix, ...] = ()

    def fingerprint(self) -> str:
        """Return what stays the same while the remarked words stand, wherever they move to."""
        parts = (self.code, self.place.part, str(self.place.slot or ""), self.excerpt)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A finding set aside by name and with a reason; it holds while its fingerprint does."""

    code: str
    fingerprint: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """A rule that says nothing of one story, by name and with a reason; never a blocking one."""

    code: str
    reason: str
    by: str
    at: datetime
