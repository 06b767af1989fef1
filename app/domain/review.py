"""Review: what the desk says of a copy, what it proposes instead, and who signed it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.text import Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a body with what stands around them, to be found again when the text has changed.

    `start` is where they stood, in code points; empty `words` are a place between two characters.
    """

    words: str
    ahead: str
    behind: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment on some words, or on the whole story where `anchor` is None.

    `span` is where they stand now, None when they are gone. `answers` is the id of the remark this
    one replies to, or "". `resolved_at` is None while it is open.
    """

    id: str
    anchor: Anchor | None
    text: str
    by: str
    at: datetime
    answers: str = ""
    resolved_by: str = ""
    resolved_at: datetime | None = None
    span: Span | None = None


class SuggestionState(StrEnum):
    """What became of a suggestion."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """`put` in the place of the words at `anchor`; an insertion or a deletion where one is empty.

    `span` is where those words stand now, None when they changed since.
    """

    id: str
    anchor: Anchor
    put: str
    by: str
    at: datetime
    state: SuggestionState = SuggestionState.OPEN
    decided_by: str = ""
    decided_at: datetime | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """A name under a story; `holds` while all a reader sees is as it was signed (`checksum`).

    `changed` are the parts that are not: fields of a story, "captions", "alts", "credits", "photos".
    """

    id: str
    by: str
    at: datetime
    note: str = ""
    checksum: str = ""
    holds: bool = True
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All that was said of a body as it stands, in the order of the text."""

    body: str
    remarks: tuple[Remark, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
