"""Transcripts of what was said, and how the quotes of a story compare with them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.rewording import Reworded
from app.domain.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One paragraph or caption of a transcript, numbered from 1.

    `at` is the time it begins, in seconds, when the file tells it; `voice` who speaks, or "".
    """

    number: int
    words: str
    at: float | None = None
    voice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """A transcript kept with a story. `name` is that of the file, `digest` its SHA-256."""

    id: str
    story_id: str
    name: str
    digest: str
    utterances: tuple[Utterance, ...]
    added_by: str = ""
    added_at: datetime


class Likeness(StrEnum):
    """How a quote stands to what was said.

    TRIMMED: words are left out where an ellipsis or brackets say so, or only hesitations are.
    """

    VERBATIM = "verbatim"
    TRIMMED = "trimmed"
    ALTERED = "altered"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where something was said: first and last utterance by number, the time in seconds if told."""

    first: int
    last: int
    words: str
    at: float | None = None
    voice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One quote beside the transcript; `changes` run from what was said to what is quoted.

    `span` is the place of the quote in the body. `passage` is None when nothing like it was found.
    """

    row_id: str
    span: Span
    words: str
    likeness: Likeness
    passage: Passage | None = None
    changes: tuple[Reworded, ...] = ()
