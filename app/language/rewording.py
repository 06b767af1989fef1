"""Wordings compared: what a machine may change without changing words, and what changed."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from app.domain.rewording import Reworded, Turn
from app.domain.text import Span

_SPOKEN = re.compile(r"[^\W_]+|[%€$£‰°]")
_WRITTEN = re.compile(r"[^\W_]+|[^\w\s]")
_SAME_SIGNS = str.maketrans(
    {"’": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "‐": "-", "\u2011": "-"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its place, and how it compares with others (case and form aside)."""

    span: Span
    bare: str


@lru_cache(maxsize=2048)
def settled(words: str) -> str:
    """Return a wording without what typesetting may change: kinds of spaces, apostrophes, marks."""
    return " ".join(unicodedata.normalize("NFC", words).translate(_SAME_SIGNS).split())


def spoken(text: str) -> tuple[Word, ...]:
    """Return what one hears of a text: words, numbers and the signs that are read out."""
    return _words(_SPOKEN, text, fold=True)


def reworded(was: str, now: str) -> tuple[Reworded, ...]:
    """Return the way from one wording to the other, signs of punctuation counted as words."""
    old, new = (_words(_WRITTEN, text, fold=False) for text in (was, now))
    return turns((was, old), (now, new))


def turns(was: tuple[str, Sequence[Word]], now: tuple[str, Sequence[Word]]) -> tuple[Reworded, ...]:
    """Return the way from some words of one text to some words of another, in order."""
    (old_text, old), (new_text, new) = was, now
    steps = Indel.opcodes([word.bare for word in old], [word.bare for word in new])
    found: list[Reworded] = []
    at_old = at_new = 0
    # What is dropped and what is added between two kept stretches are one change.
    for step in steps:
        if step.tag == "equal":
            found += _change(
                old_text, old[at_old : step.src_start], new_text, new[at_new : step.dest_start]
            )
            kept = _stretch(old_text, old[step.src_start : step.src_end])
            found.append(
                Reworded(Turn.KEPT, kept, _stretch(new_text, new[step.dest_start : step.dest_end]))
            )
            at_old, at_new = step.src_end, step.dest_end
    found += _change(old_text, old[at_old:], new_text, new[at_new:])
    return tuple(found)


def _change(
    old_text: str, old: Sequence[Word], new_text: str, new: Sequence[Word]
) -> Iterator[Reworded]:
    if old and new:
        yield Reworded(Turn.REPLACED, _stretch(old_text, old), _stretch(new_text, new))
    elif old:
        yield Reworded(Turn.DROPPED, _stretch(old_text, old), "")
    elif new:
        yield Reworded(Turn.ADDED, "", _stretch(new_text, new))


def _words(pattern: re.Pattern[str], text: str, *, fold: bool) -> tuple[Word, ...]:
    return tuple(
        Word(Span(*match.span()), _bare(match[0], fold=fold)) for match in pattern.finditer(text)
    )


def _bare(word: str, *, fold: bool) -> str:
    plain = unicodedata.normalize("NFC", word.translate(_SAME_SIGNS))
    return plain.casefold() if fold else plain


def _stretch(text: str, words: Sequence[Word]) -> str:
    return text[words[0].span.start : words[-1].span.end] if words else ""
