"""Quotes beside what was said: verbatim, trimmed, altered, or not found, and where."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from app.domain.rewording import Reworded, Turn
from app.domain.text import Span
from app.domain.transcript import Likeness, Passage, Utterance
from app.language.rewording import Word, spoken, turns

FOUND = 50
"""Likeness of the words, in order (0 to 100), from which a passage is what a quote quotes."""

_GAP = re.compile(r"\[[^\][\n]{0,200}\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.{3}")
"""Where a quote owns that it leaves words out or puts its own: an ellipsis, square brackets."""
_NEARBY = 400
"""Words within which the pieces of one quote are looked for, before and after the longest."""
_SLACK = 12
"""Words by which a passage may begin or end elsewhere than where the quote's length says."""
_HESITATIONS = frozenset(
    {"ah", "bah", "ben", "bon", "eh", "er", "erm", "euh", "ha", "hein", "heu", "hm", "hmm", "hum"}
    | {"mh", "mm", "mmh", "mmm", "oh", "uh", "uhm", "um"}
)
_UNKNOWN = chr(0x10FFFF)
_FIRST = 0x100
_SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a quote stands to a transcript; `changes` run from what was said to what is quoted."""

    likeness: Likeness
    passage: Passage | None = None
    changes: tuple[Reworded, ...] = ()


@dataclass(frozen=True, slots=True)
class _Hit:
    """Words `start` to `end` of the transcript, like `score` of 100 to a piece of a quote."""

    start: int
    end: int
    score: float


class Said:
    """A transcript made ready to look many quotes up in it."""

    def __init__(self, utterances: Sequence[Utterance]) -> None:
        """Read every word once; each different word is one letter of a long string from then on."""
        self._utterances = utterances
        self._text = "\n".join(one.words for one in utterances)
        self._starts = []
        at = 0
        for one in utterances:
            self._starts.append(at)
            at += len(one.words) + 1
        self._words = spoken(self._text)
        self._letters: dict[str, str] = {}
        self._line = "".join(self._letter(word.bare) for word in self._words)

    def compare(self, quote: str) -> Verdict:
        """Say how the words of a quote stand to what was said."""
        pieces = [piece for piece in map(_piece, _pieces(quote)) if piece.words]
        hits = self._located(pieces)
        if not any(hits):
            return Verdict(likeness=Likeness.NOT_FOUND)
        changes: list[Reworded] = []
        at: int | None = None
        for piece, hit in zip(pieces, hits, strict=True):
            if hit is None:
                changes.append(Reworded(Turn.ADDED, "", piece.text))
                continue
            if at is not None and hit.start > at:
                changes.append(Reworded(Turn.DROPPED, self._between(at, hit.start), "[…]"))
            said = (self._text, self._words[hit.start : hit.end])
            changes += turns(said, (piece.text, piece.words))
            at = hit.end
        return Verdict(
            likeness=_likeness(changes, gaps=bool(_GAP.search(quote.strip(" .…")))),
            passage=self._passage([hit for hit in hits if hit]),
            changes=tuple(changes),
        )

    def _letter(self, bare: str) -> str:
        number = _FIRST + len(self._letters)
        if number >= _SURROGATES.start:
            number += len(_SURROGATES)
        return self._letters.setdefault(bare, chr(number))

    def _located(self, pieces: Sequence["_Piece"]) -> list[_Hit | None]:
        """Return where each piece was said: the longest anywhere, the others in order around it."""
        if not pieces:
            return []
        longest = max(range(len(pieces)), key=lambda number: len(pieces[number].words))
        hits: list[_Hit | None] = [None] * len(pieces)
        hits[longest] = main = self._find(pieces[longest], 0, len(self._line))
        if main is None:
            return hits
        first = main.start
        for number in range(longest - 1, -1, -1):
            hits[number] = hit = self._find(pieces[number], max(0, first - _NEARBY), first)
            first = hit.start if hit else first
        last = main.end
        for number in range(longest + 1, len(pieces)):
            hits[number] = hit = self._find(pieces[number], last, last + _NEARBY)
            last = hit.end if hit else last
        return hits

    def _find(self, piece: "_Piece", first: int, last: int) -> _Hit | None:
        needle = "".join(self._letters.get(word.bare, _UNKNOWN) for word in piece.words)
        within = self._line[first:last]
        exact = within.find(needle)
        if exact >= 0:
            return _Hit(first + exact, first + exact + len(needle), 100)
        if len(within) <= len(needle):
            start, end = 0, len(within)
        else:
            best = fuzz.partial_ratio_alignment(needle, within, score_cutoff=FOUND * 0.8)
            if best is None:
                return None
            start, end = best.dest_start, best.dest_end
        hit = _best_around(needle, within, start, end)
        return _Hit(first + hit.start, first + hit.end, hit.score) if hit.score >= FOUND else None

    def _between(self, start: int, end: int) -> str:
        words = self._words[start:end]
        return self._text[words[0].span.start : words[-1].span.end]

    def _passage(self, hits: Sequence[_Hit]) -> Passage:
        start = self._words[hits[0].start].span.start
        end = self._words[hits[-1].end - 1].span.end
        first, last = (bisect_right(self._starts, at) - 1 for at in (start, end - 1))
        begun = self._utterances[first]
        return Passage(
            first=begun.number,
            last=self._utterances[last].number,
            words=Span(start, end).of(self._text),
            at=begun.at,
            voice=begun.voice,
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    words: tuple[Word, ...]


def _piece(text: str) -> _Piece:
    return _Piece(text, spoken(text))


def _pieces(quote: str) -> list[str]:
    return _GAP.split(quote)


def _best_around(needle: str, within: str, start: int, end: int) -> _Hit:
    """Return the stretch most like `needle` that begins and ends near the given one."""
    slack = min(_SLACK, 3 + len(needle) // 2)
    hits = (
        _Hit(first, last, fuzz.ratio(needle, within[first:last]))
        for first in range(max(0, start - slack), min(len(within), start + slack) + 1)
        for last in range(max(first + 1, end - slack), min(len(within), end + slack) + 1)
    )
    return max(hits, key=lambda hit: (hit.score, hit.start - hit.end), default=_Hit(0, 0, 0))


def _likeness(changes: Sequence[Reworded], *, gaps: bool) -> Likeness:
    told = [change for change in changes if change.turn is not Turn.KEPT]
    if any(not _is_trim(change) for change in told):
        return Likeness.ALTERED
    return Likeness.TRIMMED if told or gaps else Likeness.VERBATIM


def _is_trim(change: Reworded) -> bool:
    """Say whether words were left out openly, or were only sounds."""
    if change.turn is not Turn.DROPPED:
        return False
    return change.now == "[…]" or all(word.bare in _HESITATIONS for word in spoken(change.was))
