"""A story on its way to a colleague and back: what travels, and what two desks did differently."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.finding import Mute, Waiver
from app.domain.history import Facet
from app.domain.person import Person
from app.domain.photo import Focus, PhotoMetadata, PhotoUse
from app.domain.quote import LedgerRow
from app.domain.review import Remark, SignOff, Suggestion
from app.domain.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedPhoto:
    """A picture as it travels; `id` is the one its uses name, `digest` the SHA-256 of its file."""

    id: str
    digest: str
    file_name: str
    media_type: str
    metadata: PhotoMetadata
    focus: Focus


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """All that travels of a story, the private ledger included; `people` are those it names."""

    story: Story
    uses: tuple[PhotoUse, ...] = ()
    photos: tuple[HandedPhoto, ...] = ()
    people: tuple[Person, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    mutes: tuple[Mute, ...] = ()
    remarks: tuple[Remark, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()


class Choice(StrEnum):
    """What is taken where both desks changed the same thing."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    BASE = "base"


@dataclass(frozen=True, slots=True)
class Clash:
    """One thing both desks changed: what it was, and what each made of it, as words.

    `joins` says that both may be taken, one after the other.
    """

    facet: Facet
    base: str
    mine: str
    theirs: str
    joins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A package looked into: who sent which story when, and what taking it over would do.

    `known` says that the story is here already; then `taken` counts what comes without a question,
    and `clashes` are the questions. `common` is False where the two desks share no exchange, so that
    every difference is a question.
    """

    story_id: str
    headline: str
    by: str
    at: datetime
    photos: int
    known: bool
    common: bool = True
    taken: int = 0
    clashes: tuple[Clash, ...] = ()
