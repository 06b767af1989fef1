"""One name in several spellings: « Sergueï » and "Sergei" are one, "Jean" and "Jeanne" are not."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from app.language.accents import bare

_SOUNDS = (
    (re.compile("gu(?=[ei])"), "g"),
    (re.compile("[tsd]?ch|tsch|sch|sh|tj|cz|č|š"), "x"),
    (re.compile("ph"), "f"),
    (re.compile("kh|ck|qu|q|c(?![eiy])"), "k"),
    (re.compile("ou|oo|w(?=o)"), "u"),
    (re.compile("ei|ey|ai|ay"), "e"),
    (re.compile("ii|iy|ij|yi|j|y"), "i"),
    (re.compile("w"), "v"),
    (re.compile("ff$"), "v"),
    (re.compile("dj|dz"), "z"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_VOWELS = re.compile("[aeiou]")
_LONG = 6
"""Shorter names one letter apart are different names too often ("Marc", "Mark", "Mary")."""


def same_given(one: str, other: str) -> bool:
    """Say whether two different spellings of a first name are the same name."""
    return _sound(one) == _sound(other) or _slip(one, other, ends_alike=True)


def same_family(one: str, other: str) -> bool:
    """Say whether two different spellings of a family name are the same name."""
    mute = [_sound(word).removesuffix("e") for word in (one, other)]
    return (
        mute[0] == mute[1]
        or _slip(one, other, ends_alike=False)
        or (_begin_alike(one, other) and _vowels_apart(one, other))
    )


@lru_cache(maxsize=8192)
def misheard(one: str, other: str) -> bool:
    """Say whether a last name is a slip from another, or has its vowels astray ("Loyal", "Loyle").

    Looser than `same_family`: for a name alone that nobody bears. Names that go on from one another
    ("Kerbrat", "Kerbratien") are two words.
    """
    slips = OSA.distance(bare(one).casefold(), bare(other).casefold(), score_cutoff=1)
    return _begin_alike(one, other) and (slips == 1 or _vowels_apart(one, other))


def _begin_alike(one: str, other: str) -> bool:
    first, second = bare(one).casefold(), bare(other).casefold()
    go_on = first.startswith(second) or second.startswith(first)
    return min(len(first), len(second)) >= _LONG - 1 and first[:2] == second[:2] and not go_on


def _vowels_apart(one: str, other: str) -> bool:
    """Say whether two names have the same consonants and but a vowel moved or two others."""
    first, second = bare(one).casefold(), bare(other).casefold()
    same = _VOWELS.sub("", first) == _VOWELS.sub("", second)
    return same and OSA.distance(first, second) == 2  # noqa: PLR2004  one taken out, one put in


def _slip(one: str, other: str, *, ends_alike: bool) -> bool:
    """Say whether long names are one slip apart; a last letter may tell a woman from a man."""
    first, second = bare(one).casefold(), bare(other).casefold()
    if min(len(first), len(second)) < _LONG or (ends_alike and first[-1] != second[-1]):
        return False
    return OSA.distance(first, second, score_cutoff=1) <= 1


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    sound = bare(word).casefold().replace("’", "'")
    for pattern, written in _SOUNDS:
        sound = pattern.sub(written, sound)
    return sound
