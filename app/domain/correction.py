"""A correction: what a newsroom says in public of a mistake it published."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CorrectionKind(StrEnum):
    """What was wrong."""

    FACT = "fact"
    NAME = "name"
    FIGURE = "figure"
    QUOTE = "quote"
    PICTURE = "picture"
    CLARIFICATION = "clarification"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One notice as printed: the kind of mistake, the words, and when it was published (aware)."""

    kind: CorrectionKind
    notice: str
    at: datetime
