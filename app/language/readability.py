"""How easily a text reads, by the formula made for its language.

English: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948).
French: L. Kandel and A. Moles, "Application de l'indice de Flesch à la langue française",
Cahiers Études de Radio-Télévision 19 (1958). Both run from about 0, very hard, to about 100.
Syllables are counted by rule, so that the figure is good to a few points, as the formulas are.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.story import SLOT_ANYWHERE
from app.language.verbatim import CLEAR, masked

FEWEST_WORDS = 50
"""A shorter text tells nothing: Flesch measured samples of a hundred words."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*|\d[\d.,\u00a0\u202f]*")
_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s»”’\")\]]|$)|\n+")
_ENGLISH_VOWELS = re.compile(r"[aeiouyáàâäéèêëíîïóôöúûü]+", re.IGNORECASE)
_ENGLISH_SILENT = re.compile(r"(?:[^laeiouy]e|[^td]ed|[^aeiouyszxc]es)$", re.IGNORECASE)
_FRENCH_MUTE_U = re.compile(r"(?<=q)u|(?<=g)u(?=[eéèêiîy])", re.IGNORECASE)
_FRENCH_VOWELS = re.compile(r"[aàâeéèêëiîïoôuùûüyœæ]+", re.IGNORECASE)
_FRENCH_HIATUS = re.compile(r"[éèêëï][aeouiàâô]|[aou][éèëï]|i[oa](?!n)", re.IGNORECASE)
_FRENCH_SILENT = re.compile(r"(?<![aàâeéèêëiîïoôuùûüyœæ])(?:es?|(?<!m)ent)$", re.IGNORECASE)


class Ease(StrEnum):
    """Flesch's own seven steps, from the easiest to the hardest."""

    VERY_EASY = "very-easy"
    EASY = "easy"
    FAIRLY_EASY = "fairly-easy"
    STANDARD = "standard"
    FAIRLY_HARD = "fairly-hard"
    HARD = "hard"
    VERY_HARD = "very-hard"


_STEPS = (
    (90, Ease.VERY_EASY),
    (80, Ease.EASY),
    (70, Ease.FAIRLY_EASY),
    (60, Ease.STANDARD),
    (50, Ease.FAIRLY_HARD),
    (30, Ease.HARD),
)


@dataclass(frozen=True, slots=True)
class Readability:
    """The figure of a text, rounded, its step, and how long its sentences are in words."""

    score: int
    ease: Ease
    words_a_sentence: float


def readability(text: str, language: str) -> Readability | None:
    """Return how easily a Markdown text reads; None when it is too short, or in another language."""
    french = language.lower().startswith("fr")
    if not french and not language.lower().startswith("en"):
        return None
    plain = masked(SLOT_ANYWHERE.sub("", text)).replace(CLEAR, "")
    words = _WORD.findall(plain)
    if len(words) < FEWEST_WORDS:
        return None
    pieces = _SENTENCE_END.split(plain)
    sentences = max(1, sum(bool(_WORD.search(piece)) for piece in pieces))
    length = len(words) / sentences
    weight = sum(map(_french if french else _english, words)) / len(words)
    base, per_weight = (207.0, 73.6) if french else (206.835, 84.6)
    score = base - 1.015 * length - per_weight * weight
    ease = next((step for least, step in _STEPS if score >= least), Ease.VERY_HARD)
    return Readability(round(score), ease, length)


def _english(word: str) -> int:
    count = len(_ENGLISH_VOWELS.findall(word)) - bool(_ENGLISH_SILENT.search(word))
    return max(1, count)


def _french(word: str) -> int:
    word = _FRENCH_MUTE_U.sub("", word)
    count = len(_FRENCH_VOWELS.findall(word)) + len(_FRENCH_HIATUS.findall(word))
    return max(1, count - bool(_FRENCH_SILENT.search(word)))
