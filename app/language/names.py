"""Names of people in captions and copy, by capitals and what stands around them.

A modest finder: it would rather miss a name than take a place or a body for a person.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import resources
from app.domain.text import Span

_GAPS = frozenset({"", " ", "\u00a0", "\u202f"})
_ARTICLES = frozenset({"la", "le", "les", "l'", "l’", "un", "une", "du", "des", "the", "a", "an"})
_LOUD = 4
"""A run of as many words all in capitals is a headline, not a name."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Capital words in a row, particles inside; `before` is the small word they follow."""

    words: tuple[re.Match[str], ...]
    before: str
    titled: bool = False


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(tomllib.loads(resources.read_text("lexicon/names.toml"))[table])


@cache
def _leaders(french: bool) -> frozenset[str]:  # noqa: FBT001  part of the cache key
    leaders = _words("openers") | _words("roles") | _words("calendar")
    return leaders | _words("portfolios") if french else leaders


@cache
def _token() -> re.Pattern[str]:
    civil = "|".join(re.escape(word) for word in sorted(_words("civil"), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:(?P<civil>{civil})(?!\w)"
        r"|[dlnsjcmtquDLNSJCMTQU]{1,2}[’'](?=\w)"
        r"|[^\W\d_]\.(?:-?[^\W\d_]\.)?"
        r"|[^\W\d_](?:\w|[’'-](?=\w))*)"
    )


def names_in(text: str, language: str) -> tuple[tuple[Span, str], ...]:
    """Return the people named in `text`, in reading order: the place of the name and the name.

    Civil titles ("M.", "Mrs") and capital roles ("Mayor") help to find a name and are no part of
    it; after a civil title one name is enough. `language` is a BCP 47 tag: French copy may write
    a portfolio with a capital just before the name ("ministre de la Défense Anne Doe").
    """
    found = []
    for run in _runs(text):
        if name := _person(_trimmed(run, _leaders(language.startswith("fr")))):
            span = Span(name[0].start(), name[-1].end())
            found.append((span, span.of(text)))
    return tuple(found)


def _runs(text: str) -> Iterator[_Run]:
    tokens = list(_token().finditer(text))
    first = 0
    while first < len(tokens):
        last = first
        if not _is_capital(tokens[first]):
            first += 1
            continue
        while last + 1 < len(tokens) and _goes_on(text, tokens[last], tokens[last + 1]):
            last += 1
        words = tokens[first : last + 1]
        while not _is_capital(words[-1]):
            words.pop()
        close = first > 0 and text[tokens[first - 1].end() : tokens[first].start()] in _GAPS
        yield _Run(tuple(words), tokens[first - 1][0] if close else "")
        first = last + 1


def _goes_on(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Say whether `other` may belong to the run `one` is in."""
    if text[one.end() : other.start()] not in _GAPS:
        return False
    inside = _is_capital(one) or _is_particle(one)
    return inside and (_is_capital(other) or _is_particle(other))


def _is_capital(token: re.Match[str]) -> bool:
    return token[0][0].isupper() or token[0].startswith(("al-", "el-"))


def _is_particle(token: re.Match[str]) -> bool:
    return is_particle(token[0])


def is_particle(word: str) -> bool:
    """Say whether a word stands inside a name in small letters ("de", "van")."""
    return word.replace("’", "'") in _words("particles")


def _trimmed(run: _Run, leaders: frozenset[str]) -> _Run:
    """Take titles, roles and words of the sentence off the head, and the calendar off the end."""
    words, titled = list(run.words), False
    while words and _leads(words[0], leaders, titled=titled):
        titled = bool(words.pop(0)["civil"]) or titled
    end = next((at for at, word in enumerate(words) if word[0] in _words("calendar")), len(words))
    before = run.before if len(words) == len(run.words) else ""
    return _Run(tuple(words[:end]), before, titled)


def _leads(word: re.Match[str], leaders: frozenset[str], *, titled: bool) -> bool:
    """Say whether a word only leads to a name; after a title articles and particles are part of it."""
    loose = not titled and (word[0] in leaders or not _is_capital(word))
    return bool(word["civil"]) or loose


def _person(run: _Run) -> tuple[re.Match[str], ...]:
    """Return the words of the run when they name a person, else nothing."""
    capitals = [word[0] for word in run.words if _is_capital(word)]
    if run.titled and capitals:
        return run.words
    if len(capitals) < 2 or _is_no_person(capitals):  # noqa: PLR2004  a first name and another
        return ()
    return run.words if is_given(capitals[0]) or _stands_well(run, capitals) else ()


def _is_no_person(capitals: list[str]) -> bool:
    loud = len(capitals) >= _LOUD and all(word.isupper() for word in capitals)
    return loud or any(word in _words("not-people") for word in capitals)


def is_given(word: str) -> bool:
    """Say whether a word is a first name, or an initial."""
    return word in _words("given") or word.endswith(".")


def _stands_well(run: _Run, capitals: list[str]) -> bool:
    """Say whether nothing around an unknown first name speaks of a place or a body."""
    small = run.before.casefold()
    joined = len(run.words) > len(capitals) and len(capitals) == 2  # noqa: PLR2004  "Lac de Côme"
    return not joined and small not in _words("locative") and small not in _ARTICLES
