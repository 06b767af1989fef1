"""The few lines that stand for a story where the story itself does not: searches, shares, feeds."""

import re
from collections.abc import Iterable

SHORTEST = 50
LONGEST = 300
"""Characters of a description: less says nothing, more is cut by every search engine."""

_SENTENCE_END = re.compile(r"[.!?…](?:[\s\u00a0\u202f]?[»”])?(?=\s|$)")
_GAP = re.compile(r"(?<=\S) (?=\S)")
_PAIRS = ("«»", "“”", "()")


def summary(texts: Iterable[str]) -> str:
    """Return the beginning of `texts`: whole sentences when they fit, with balanced marks.

    As few texts are taken as give `SHORTEST` characters.
    """
    taken = ""
    for text in texts:
        if len(taken) >= SHORTEST:
            break
        if text and text not in taken:
            taken = _joined(taken, text)
    return taken if len(taken) <= LONGEST else _cut(taken)


def _joined(taken: str, text: str) -> str:
    if not taken:
        return text
    return (
        f"{taken} {text}" if taken.endswith((".", "!", "?", "…", "»", "”")) else f"{taken}. {text}"
    )


def _cut(text: str) -> str:
    """Return `text` up to its last whole sentence that fits, else up to a word, with an ellipsis."""
    head = text[:LONGEST]
    for end in reversed([match.end() for match in _SENTENCE_END.finditer(head)]):
        if end >= SHORTEST and _is_balanced(text[:end]):
            return text[:end]
    gaps = [match.start() for match in _GAP.finditer(text[: LONGEST - 1])]
    whole = [gap for gap in gaps if gap >= SHORTEST and _is_balanced(text[:gap])]
    end = (whole or gaps or [LONGEST - 1])[-1]
    return text[:end].rstrip(" ,;:—–\u00a0\u202f") + "…"


def _is_balanced(text: str) -> bool:
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)
