"""What one language brings to the engine."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.attribution.grammar import Report
from app.attribution.lexicon import Lexicon, Words
from app.attribution.mentions import Mentions
from app.attribution.namings import Namer
from app.attribution.phrases import Phrases
from app.attribution.tokens import Stream

Reader = Callable[[Stream, int, int], list[Report]]
_SYNONYMS = "role_synonyms."


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its lexicon, how it is cut into tokens, and how a sentence is read.

    `read(stream, first, last)` returns the reports of the sentence of tokens `first` to `last`.
    `synonyms` are the roles one word stands in for ("édile" for "maire").
    """

    code: str
    lexicon: Lexicon
    pattern: re.Pattern[str]
    read: Reader
    namer: Namer
    mentions: Mentions
    synonyms: Mapping[str, Words]


def assembled(
    code: str, lexicon: Lexicon, pattern: re.Pattern[str], phrases: Phrases, read: Reader
) -> Language:
    """Return a language made of its own parts and the shared readers of names."""
    namer = Namer(lexicon)
    synonyms = {
        name.removeprefix(_SYNONYMS): words
        for name, words in lexicon.sets.items()
        if name.startswith(_SYNONYMS)
    }
    mentions = Mentions(lexicon, phrases, namer)
    return Language(code, lexicon, pattern, read, namer, mentions, synonyms)
