"""Who said what: quotations, the words that attribute them, and those who answer for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.text import Span


class QuoteKind(StrEnum):
    """How words are reported: whole in marks, partly in marks, or without marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """What the reporting word says of the speaker's commitment."""

    NEUTRAL = "neutral"
    CLAIMING = "claiming"
    ADMITTING = "admitting"
    DENYING = "denying"


class SourceKind(StrEnum):
    """What sort of source stands behind a quote."""

    NAMED = "named"
    ROLE = "role"
    PRONOUN = "pronoun"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    COLLECTIVE = "collective"
    ANONYMOUS = "anonymous"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the engine decided so: a code with its words; the sentence is chosen at the door."""

    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that report: « a déclaré », "according to"."""

    span: Span
    text: str
    lemma: str
    stance: Stance = Stance.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks. `span` and `text` are the mention; `name` the person it was resolved to, or "".

    `confidence` runs from 0 (a guess) to 1 (certain).
    """

    span: Span | None
    text: str
    name: str = ""
    kind: SourceKind = SourceKind.NAMED
    confidence: float = 1.0
    reason: Reason = Reason("unknown")
    second_hand: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One contiguous stretch of reported words; pieces of one split quotation share `group`.

    `span` leaves the outer quotation marks out of direct quotes. `hearsay` marks a conditional
    of rumour ("aurait", "reportedly").
    """

    span: Span
    kind: QuoteKind
    group: int
    cue: Cue | None = None
    speaker: Speaker | None = None
    hearsay: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of copy that refers to a person or organisation named `name`."""

    span: Span
    text: str
    name: str
    kind: SourceKind = SourceKind.NAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """All the engine found in one text, in reading order."""

    quotes: Sequence[Quote] = ()
    mentions: Sequence[Mention] = ()


class LedgerState(StrEnum):
    """What the desk decided about a quote."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    NOT_A_QUOTE = "not-a-quote"
    ALTERED = "altered"
    WAIVED = "waived"


class Record(StrEnum):
    """On what terms words were said: to be quoted, to be used without a name, or not to be used."""

    ON = "on"
    BACKGROUND = "background"
    OFF = "off"


class EvidenceKind(StrEnum):
    """What sort of thing stands behind a quote; an address is kept as text, never opened."""

    RECORDING = "recording"
    TRANSCRIPT = "transcript"
    NOTES = "notes"
    ADDRESS = "address"
    DOCUMENT = "document"
    WIRE = "wire"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What stands behind a quote: a recording, notes, a document, an address as text.

    `verified_by` is "" until somebody has looked at it.
    """

    id: str
    quote_id: str
    kind: EvidenceKind
    reference: str
    verified_by: str = ""
    verified_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anonymity:
    """Why a source is not named, and who agreed to it; "" while nobody has."""

    reason: str
    approved_by: str = ""
    approved_at: datetime | None = None

    @property
    def approved(self) -> bool:
        """Say whether somebody agreed, and to a reason."""
        return bool(self.reason and self.approved_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """The desk's word on one quote of one story.

    `words` are the quoted words as they stood when the row was last decided; `span` is their
    place in the body now, None when they can no longer be found; `ahead` and `behind` are the
    words around them in their paragraph then. `person_id` points into the register, `speaker` is
    the name shown. `decided_at` is None while the desk has said nothing of the quote.
    """

    id: str
    story_id: str
    words: str
    span: Span | None
    kind: QuoteKind
    state: LedgerState = LedgerState.OPEN
    speaker: str = ""
    person_id: str | None = None
    quote: Quote | None = None
    decided_by: str = ""
    decided_at: datetime | None = None
    ahead: str = ""
    behind: str = ""
    record: Record = Record.ON
    anonymity: Anonymity | None = None
    evidence: tuple[Evidence, ...] = ()
