"""French letters that machines lost: accents on capitals, and the ligature œ."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

import resources
from app.domain.text import Span

_CAPITALISED = re.compile(r"(?<![\w-])[^\W\d_a-zß-öø-ÿœ]\w*(?:-\w+)*")
_SHORTEST = 3
"""A shorter word is an initial or an abbreviation as often as not."""

_OPENING_A = re.compile(r"(?:^|(?<=[.«!?…][ \u00a0\u202f]))A(?= (?:l[ae]\b|l['’]))", re.MULTILINE)


def bare(word: str) -> str:
    """Return `word` without its accents, as an old machine would have written it."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def capitalised(text: str) -> tuple[tuple[Span, str], ...]:
    """Return the words of `text` that begin with a capital, compounds whole, with their places.

    Words of one or two letters are left out: they may be initials.
    """
    found = ((Span(*match.span()), match[0]) for match in _CAPITALISED.finditer(text))
    return tuple((span, word) for span, word in found if len(word) >= _SHORTEST)


def accented_elsewhere(words: Iterable[str]) -> Mapping[str, str]:
    """Return bare form → accented form for words some of whose capitals lost their accent.

    A word counts when it stands both ways and differs in the accent of its first letter alone.
    """
    known = set(words)
    pairs = {bare(word[0]) + word[1:]: word for word in known if bare(word[0]) != word[0]}
    return {lost: right for lost, right in pairs.items() if lost in known}


def lost_accents(text: str) -> tuple[tuple[Span, str], ...]:
    """Return the capitals of French copy that want an accent, with the words set right.

    Only words that mean nothing without it are known, and « À » before an article.
    """
    found = [(Span(*match.span()), "À") for match in _OPENING_A.finditer(text)]
    for span, word in capitalised(text):
        parts = word.split("-")
        right = "-".join(_table("accents", "capitals").get(part, part) for part in parts)
        if right != word:
            found.append((span, right))
    return tuple(sorted(found))


def lost_ligatures(text: str) -> tuple[tuple[Span, str], ...]:
    """Return the words of French copy that want œ, with the words set right."""
    return tuple(
        (Span(*match.span()), _in_case(match[0], _table("ligatures", "words")[match[0].lower()]))
        for match in _ligature_words().finditer(text)
    )


def _in_case(model: str, word: str) -> str:
    if model.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if model[0].isupper() else word


@cache
def _table(name: str, key: str) -> Mapping[str, str]:
    data = tomllib.loads(resources.read_text(f"lexicon/{name}.toml"))
    return {str(word): str(right) for word, right in data[key].items()}


@cache
def _ligature_words() -> re.Pattern[str]:
    words = "|".join(_table("ligatures", "words"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
