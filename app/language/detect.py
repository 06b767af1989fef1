"""Which language a text is in: French or English, and which English."""

import re
import tomllib
from collections import Counter
from functools import cache, lru_cache

import resources

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20_000
"""Characters read: more would not change the answer."""
_FRENCH = "fr-FR"
_BRITISH, _AMERICAN = "en-GB", "en-US"


@cache
def _words(table: str) -> dict[str, frozenset[str]]:
    rows = tomllib.loads(resources.read_text("lexicon/languages.toml"))[table]
    return {name: frozenset(words) for name, words in rows.items()}


def guess(text: str) -> str:
    """Return the language of `text` as a BCP 47 tag: "fr-FR", "en-GB" or "en-US".

    French and English are told by the share of their most common words, the two Englishes by
    their spellings. A text that tells nothing is taken as French, the first language of the desk.
    """
    counts = Counter(_WORD.findall(text[:_ENOUGH].casefold()))
    if _score(counts, "stop-words", "en") > _score(counts, "stop-words", "fr"):
        return english(text)
    return _FRENCH


_SURE = 3
"""Common words of the other language a paragraph must show, and three times as many as its own."""


@lru_cache(maxsize=8192)
def leaning(paragraph: str, language: str) -> str:
    """Return the language a paragraph is written in: that of its story unless it clearly is not.

    `language` and the answer are BCP 47 tags. A paragraph of a few words stays with its story.
    """
    counts = Counter(_WORD.findall(paragraph[:_ENOUGH].casefold()))
    french, foreign = _score(counts, "stop-words", "fr"), _score(counts, "stop-words", "en")
    if language.lower().startswith("fr") and foreign >= max(_SURE, 3 * french):
        return english(paragraph)
    if language.lower().startswith("en") and french >= max(_SURE, 3 * foreign):
        return _FRENCH
    return language


def english(text: str) -> str:
    """Return which English `text` is spelled in: "en-US" when it says so, else "en-GB"."""
    counts = Counter(_WORD.findall(text[:_ENOUGH].casefold()))
    american = _score(counts, "spelling", _AMERICAN) > _score(counts, "spelling", _BRITISH)
    return _AMERICAN if american else _BRITISH


def _score(counts: Counter[str], table: str, name: str) -> int:
    return sum(counts[word] for word in _words(table)[name])
