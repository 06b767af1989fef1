"""Spelling: words no dictionary knows, and names nobody at the desk has met.

What to write instead is asked for when an editor wants it (`app.desk.stories.spelling.near`): it takes
too long for a check. Words inside quotation marks are remarked, never mended.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from app.checks.copy import Copy, Text
from app.checks.registry import Remark, rule
from app.domain.finding import Fix, Part, Severity
from app.domain.text import Span
from app.language.accents import bare
from app.language.names import is_given, is_particle
from app.language.spelling import is_name, trouble
from app.language.variants import misheard

_BETWEEN = re.compile(r"[ \u00a0\u202f](?:[^\W\d_]\.[ \u00a0\u202f])?")
_BLANK = re.compile("[ \u00a0\u202f]")
_POSSESSIVE = re.compile("[’']s(?![^ \u00a0\u202f])")
_WORD = re.compile(r"[^ \u00a0\u202f]+")
_SHORTENED = re.compile(r"[^\W\d_]{2,}\.")
_LONGEST_NAME = 4
"""Words: a longer row of capitals is a headline, not a name."""


@rule("SPE001", Severity.WARNING, Part.BODY, "word", "quoted")
def unknown_words(copy: Copy) -> Iterable[Remark]:
    """A word in small letters that the dictionary of its paragraph's language does not know."""
    for text, span, word in copy.unknown:
        if not is_name(word):
            yield _remark(text, span, word)


@rule("SPE002", Severity.HINT, Part.BODY, "word", "quoted")
def unknown_names(copy: Copy) -> Iterable[Remark]:
    """A name neither dictionary nor register knows, in full; each person is told once a story."""
    told: dict[str, list[frozenset[str]]] = defaultdict(list)
    for name, _right in _misspelt(copy):
        told[min(name.unknown)].append(name.unknown)
    for name in sorted(_unknown_names(copy), key=_fullness, reverse=True):
        if not any(name.unknown <= words for words in told[min(name.unknown)]):
            for word in name.unknown:
                told[word].append(name.unknown)
            yield _remark(name.text, name.span, name.span.of(name.text.words))


@rule("NAM005", Severity.WARNING, Part.BODY, "form", "right")
def last_name_misspelt(copy: Copy) -> Iterable[Remark]:
    """A last name alone that is almost that of somebody the story or the register names in full."""
    for name, right in _misspelt(copy):
        form = name.span.of(name.text.words)
        fix = Fix("write-instead", (name.text.edit(name.span, right),), (("right", right),))
        yield Remark(
            place=name.text.place(name.span),
            excerpt=form,
            params=(("form", form), ("right", right)),
            fixes=() if name.text.guard.touches(name.span) else (fix,),
        )


def _misspelt(copy: Copy) -> Iterator[tuple["_Name", str]]:
    """Yield the unknown last names that stand alone and have one near name, with that name."""
    families: dict[str, list[str]] = defaultdict(list)
    for family in _families(copy):
        families[_begins(family)].append(family)
    borne = {word.casefold() for likes in families.values() for word in likes}
    for name in _unknown_names(copy):
        word = name.span.of(name.text.words)
        if word.casefold() in name.unknown and not name.unknown & borne:
            near = {family for family in families[_begins(word)] if misheard(word, family)}
            if len(near) == 1:
                yield name, near.pop()


@lru_cache(maxsize=8192)
def _begins(family: str) -> str:
    """Return what two names have in common before one can be a slip from the other."""
    return bare(family[:2]).casefold()


def _families(copy: Copy) -> frozenset[str]:
    """Return every word of a name told in full but the first names, as written."""
    full = [name for text in copy.prose for _span, name in text.names]
    full += [person.name for person in copy.package.people]
    full += [name for use in copy.package.uses for name in use.persons]
    words = [_BLANK.split(_POSSESSIVE.sub("", name)) for name in full]
    return frozenset(word for parts in words for word in parts[1:] if word[:1].isupper())


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it stands in one place, first names included, and what of it nobody knows."""

    text: Text
    span: Span
    unknown: frozenset[str]


def _fullness(name: _Name) -> tuple[int, int]:
    """Return how much of a person a mention names; of equals, sorting leaves the first in front."""
    return len(name.unknown), len(name.span.of(name.text.words).split())


def _unknown_names(copy: Copy) -> Iterator[_Name]:
    """Yield the names that hold a word nobody knows, in reading order."""
    for text, group in groupby(copy.unknown, key=itemgetter(0)):
        words = [(span, word) for _text, span, word in group if is_name(word)]
        full = [span for span, _name in text.names]
        starts = [span.start for span in full]
        for run in _runs(text.words, words):
            span = Span(run[0][0].start, run[-1][0].end)
            at = bisect_right(starts, span.start) - 1
            if at >= 0 and full[at].holds(span):
                span = _in_full(text.words, span, full[at])
            yield _Name(text, span, frozenset(word.casefold() for _span, word in run))


def _runs(text: str, words: Iterable[tuple[Span, str]]) -> Iterator[Sequence[tuple[Span, str]]]:
    """Put unknown words together that have but a blank between them, or an initial."""
    run: list[tuple[Span, str]] = []
    for span, word in words:
        if run and not _BETWEEN.fullmatch(text, run[-1][0].end, span.start):
            yield run
            run = []
        run.append((span, word))
    if run:
        yield run


def _in_full(text: str, unknown: Span, name: Span) -> Span:
    """Return unknown words with the first names before them, and the last name after them."""
    start = unknown.start
    for ahead in reversed([*_WORD.finditer(text, name.start, unknown.start)]):
        first = is_given(ahead[0]) and not _SHORTENED.fullmatch(ahead[0])
        if not (first or is_particle(ahead[0])):
            break
        start = ahead.start() if first else start
    end = name.end - 2 if text[name.start : name.end].endswith(("’s", "'s")) else name.end
    whole = Span(start, max(end, unknown.end))
    fits = len(whole.of(text).split()) <= _LONGEST_NAME
    return whole if fits else Span(start, unknown.end)


@rule("SPE003", Severity.HINT, Part.STORY, "reason")
def spelling_unread(copy: Copy) -> Iterable[Remark]:
    """Spelling that cannot be read here at all, as something of the program is missing."""
    if found := trouble(copy.package.story.language):
        reason = found.params.get("reason", "")
        yield Remark(place=copy.body.place(), params=(("reason", reason),))


def _remark(text: Text, span: Span, word: str) -> Remark:
    quoted = "1" if text.guard.touches(span) else ""
    return Remark(place=text.place(span), excerpt=word, params=(("word", word), ("quoted", quoted)))


RULES = (unknown_words, unknown_names, last_name_misspelt, spelling_unread)
