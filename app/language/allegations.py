"""Words that allege something of somebody, and words that say whose word it is."""

import re
import tomllib
from functools import cache

import resources
from app.domain.text import Span

_ABBREVIATED = r"(?<!\bMM)(?<!\bM)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bNo)"
_SENTENCE_END = re.compile(
    rf"{_ABBREVIATED}[.!?…]+(?:[ \u00a0\u202f]?[»”\"’'])*\s+(?=[^\Wa-zà-ÿ]|[«“\"])|\n+"
)


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text`, closing marks taken in, blanks between them left out."""
    found, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        end = match.start() + len(match[0].rstrip())
        if text[start:end].strip():
            found.append(Span(start, end))
        start = match.end()
    if text[start:].strip():
        found.append(Span(start, len(text)))
    return tuple(found)


def allegations(text: str, language: str) -> tuple[Span, ...]:
    """Return the words that allege something where the sentence names no source for it.

    `language` is a BCP 47 tag; other languages than French are read as English.
    """
    alleged, sourced = _patterns("fr" if language.lower().startswith("fr") else "en")
    found = []
    for sentence in sentences(text):
        words = sentence.of(text)
        match = alleged.search(words)
        if match and not sourced.search(words):
            found.append(Span(*match.span()).shifted(sentence.start))
    return tuple(found)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = tomllib.loads(resources.read_text("lexicon/allegations.toml"))[language]
    alleged, sourced = (
        re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?:(?<=['’])|(?!\w))", re.IGNORECASE)
        for words in (data["alleged"], [*data["sourced"], *data["not_a_claim"]])
    )
    return alleged, sourced
