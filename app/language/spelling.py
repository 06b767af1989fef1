"""Spelling: the words of a paragraph that its dictionary does not know, and words near them.

Dictionaries ship (`resources/dictionaries`): French, and English as spelled in the United States
and in the United Kingdom. A paragraph is read in the language it is written in, which need not be
that of its story. Code, addresses, figures and scripts other than Latin are left alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, zip_longest

import resources
from app.domain.errors import DeskError
from app.domain.text import Span
from app.language.detect import leaning
from app.language.hunspell import Dictionary, open_dictionary
from app.language.verbatim import masked

_MARK = "\u0300-\u036f"
_TOKEN = re.compile(
    rf"(?<![\w’'{_MARK}])[^\W\d_](?:[^\W\d_]|[{_MARK}\u00ad]|[’'‐\u2011-](?=[^\W\d_]))*(?![\w{_MARK}])"
)
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)[’'](?=\w)", re.IGNORECASE)
_CLITIC = re.compile(
    r"(?:-t)?-(?:je|tu|ils?|elles?|on|nous|vous|les?|la|lui|leur|moi|toi|y|en|ce|là|ci)$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"[’']s$", re.IGNORECASE)
_JOINT = re.compile("[-‐\u2011]")
_BLANK = re.compile(r"(\s+)")
_SAME = str.maketrans({"’": "'", "‐": "-", "\u2011": "-", "\u00ad": None})
_LATIN_END = "\u024f"
_LATIN_MORE = ("\u1e00", "\u1eff")
_NAME_BEGINS = 3
_ACRONYMS = re.compile(r"[A-Z]{2,6}s")
LONGEST_ACRONYM = 6
"""Letters: capitals in a row up to this length are an acronym, which no dictionary lists."""

LONGEST_WORD = 60
"""Letters: beyond, no dictionary has a word and looking for near ones takes too long."""

MOST_NEAR = 7


@cache
def _dictionary(name: str) -> Dictionary | DeskError:
    try:
        return open_dictionary(resources.path(f"dictionaries/{name}"))
    except DeskError as error:
        return error


def trouble(language: str) -> DeskError | None:
    """Return why spelling cannot be read in a language that has a dictionary, None when it can."""
    name = dictionary_for(language)
    found = _dictionary(name) if name else None
    return found if isinstance(found, DeskError) else None


def dictionary_for(language: str) -> str | None:
    """Return the name of the dictionary for a BCP 47 tag, None for other languages."""
    tag = language.lower()
    if tag.startswith("fr"):
        return "fr"
    if tag.startswith("en"):
        return "en-US" if tag in {"en", "en-us"} else "en-GB"
    return None


def doubts(line: str, language: str) -> tuple[tuple[Span, str], ...]:
    """Return the words of a paragraph its dictionary does not know, with their places.

    `language` is the BCP 47 tag of the story. The place of a word leaves out what is elided
    before it ("l’") and the English possessive.
    """
    name = dictionary_for(leaning(line, language))
    dictionary = _dictionary(name) if name else None
    if name is None or isinstance(dictionary, DeskError):
        return ()
    return tuple(_doubts(line, name))


@lru_cache(maxsize=4096)
def near(word: str, language: str) -> tuple[str, ...]:
    """Return words to write in place of `word`, the likeliest first; may take half a second.

    `language` is the BCP 47 tag of the paragraph the word stands in (`leaning`). Of a name of
    several words those the dictionary does not know change, one at a time.
    """
    parts = _BLANK.split(word)
    if len(parts) > 1:
        return _near_names(parts, language)
    name = dictionary_for(language)
    dictionary = _dictionary(name) if name else None
    if dictionary is None or isinstance(dictionary, DeskError) or len(word) > LONGEST_WORD:
        return ()
    found = dictionary.near(_bare(word))
    return tuple(one.replace("'", "’") for one in found[:MOST_NEAR])


def _near_names(parts: list[str], language: str) -> tuple[str, ...]:
    """Return a name with one of its unknown words put right; the parts are words and blanks."""
    found = [
        [f"{''.join(parts[:at])}{word}{''.join(parts[at + 1 :])}" for word in near(part, language)]
        for at, part in enumerate(parts)
        if doubts(part, language)
    ]
    # In turns, so that a first name leaves room for the words near the last one.
    turns = (name for turn in zip_longest(*found) for name in turn if name)
    return tuple(islice(turns, MOST_NEAR))


@lru_cache(maxsize=8)
def accepted(words: tuple[str, ...]) -> frozenset[str]:
    """Return the spellings that added words and names allow, as `is_accepted` compares them.

    A word added in lower case may also begin a sentence; every word may stand in capitals. Of
    names of several words each word counts.
    """
    allowed: set[str] = set()
    for entry in words:
        for match in _TOKEN.finditer(entry):
            for word in {_bare(match[0]), *_JOINT.split(_bare(match[0]))}:
                allowed |= {word, word.upper()}
                if word == word.lower():
                    allowed.add(word.capitalize())
    return frozenset(allowed)


def is_accepted(word: str, allowed: frozenset[str]) -> bool:
    """Say whether a word is one of those `accepted` made."""
    return _bare(word) in allowed


def is_name(word: str) -> bool:
    """Say whether a word is written as names are: with a capital among its first letters.

    "slightlyVersion" is two words that lost their space; "d'Arvor" and "iPad" are names.
    """
    first = word[:_NAME_BEGINS]
    return first != first.lower()


def _bare(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_SAME)


def _doubts(line: str, name: str) -> Iterator[tuple[Span, str]]:
    seen = masked(line)
    for match in _TOKEN.finditer(seen):
        start, end = match.span()
        if line[start:end] != match[0] or not _is_latin(match[0]):
            continue
        if place := _unknown(start, match[0], name):
            yield place, place.of(line)


def _is_latin(word: str) -> bool:
    return all(
        letter <= _LATIN_END or _LATIN_MORE[0] <= letter <= _LATIN_MORE[1] or not letter.isalpha()
        for letter in word
    )


def _unknown(start: int, token: str, name: str) -> Span | None:
    """Return the place of the part of a token that the dictionary does not know."""
    if _knows(token, name):
        return None
    word = token
    if name == "fr" and (elided := _ELIDED.match(word)):
        start, word = start + elided.end(), word[elided.end() :]
    ending = (_CLITIC if name == "fr" else _POSSESSIVE).search(word)
    if ending and ending.start():
        word = word[: ending.start()]
    if _knows(word, name):
        return None
    pieces = _pieces(word)
    if len(pieces) > 1:
        unknown = [piece for piece in pieces if not _knows(piece.of(word), name)]
        return unknown[0].shifted(start) if unknown else None
    return Span(start, start + len(word))


def _pieces(word: str) -> list[Span]:
    cuts = [match.span() for match in _JOINT.finditer(word)]
    starts, ends = (
        [0, *(end for _start, end in cuts)],
        [*(start for start, _end in cuts), len(word)],
    )
    return [Span(*place) for place in zip(starts, ends, strict=True)]


@lru_cache(maxsize=100_000)
def _knows(word: str, name: str) -> bool:
    bare = _bare(word)
    if len(bare) == 1 or len(bare) > LONGEST_WORD:
        return True
    loud = bare == bare.upper()
    if (loud and len(bare) <= LONGEST_ACRONYM) or bare in _newer(name[:2]):
        return True
    dictionary = _dictionary(name)
    if isinstance(dictionary, DeskError) or dictionary.knows(bare):
        return True
    otherwise = name != "fr" and _knows_otherwise(bare, dictionary)
    return otherwise or (loud and dictionary.knows(bare.lower()))


@cache
def _newer(language: str) -> frozenset[str]:
    """Return words in the news that are younger than the dictionaries."""
    return frozenset(resources.read_text(f"dictionaries/newer-{language}.txt").split())


def _knows_otherwise(word: str, dictionary: Dictionary) -> bool:
    """Say whether English writes a word with accents its dictionaries leave out: "façade", "GPs"."""
    if _ACRONYMS.fullmatch(word):
        return True
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter)
    )
    return plain != word and dictionary.knows(plain)
