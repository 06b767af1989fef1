"""Somebody named in one paragraph, free of the stream it was read from."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import resources
from app.attribution.grammar import Phrase
from app.attribution.lexicon import Lexicon
from app.attribution.tokens import QUOTE, Stream
from app.domain.quote import SourceKind

_PARTICLES = frozenset(
    {"de", "du", "des", "la", "le", "les", "l", "d", "the", "of", "al", "el", "ben", "bin"}
)

Ask = tuple[tuple[str, ...], str]
"""A name, as `key` spells it, and the gender it is looked for with."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Where somebody is named and by which words; places count from the paragraph's start.

    `names` are the proper names in the phrase (more than one when phrases are joined), `head` its
    pronoun, role or kind, `roles` the words that describe the role. `gender` is "m", "f" or "".
    `definite` says the phrase speaks of somebody known, `initial` that a lone name stands first in
    its sentence, where any word has a capital. `person` is false where the words speak of a body
    or a thing, `governed` that a preposition stands before it, `keys` are the names as `key` spells them.
    """

    start: int
    end: int
    text: str
    kind: SourceKind
    head: str = ""
    names: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    gender: str = ""
    plural: bool = False
    definite: bool = True
    initial: bool = False
    person: bool = True
    sentence: int = 0
    keys: tuple[tuple[str, ...], ...] = ()
    governed: bool = False

    def asks(self) -> tuple[Ask, ...]:
        """Return the names whose bearers are looked for, the first with the gender."""
        if not self.keys:
            return ()
        first, *others = self.keys
        # A phrase of several names asks for the first one a second time, as one of them.
        joined = ((first, ""),) if others else ()
        return ((first, self.gender), *joined, *((words, "") for words in others))

    def told(self) -> "Told":
        """Return what this tells of its bearer."""
        return Told(
            self.names, self.keys, self.head, self.roles, self.gender, self.initial, self.person
        )


class Told(NamedTuple):
    """What a naming tells of its bearer, wherever it stands; the fields are those of `Naming`."""

    names: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    head: str
    roles: frozenset[str]
    gender: str
    initial: bool
    person: bool


class Namer:
    """Turns phrases of a stream into namings, with one language's words for people."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the words that tell gender, number and kind."""
        self._lexicon = lexicon
        self._feminine = lexicon["feminine_determiners"] | lexicon["titles.feminine"]
        self._feminine |= lexicon["feminine_pronouns"]
        self._masculine = lexicon["masculine_determiners"] | lexicon["titles.masculine"]
        self._masculine |= lexicon["masculine_pronouns"]
        self._plural = lexicon["plural_determiners"] | lexicon["plural_pronouns"]
        self._indefinite = lexicon["indefinite_determiners"]
        self._people = lexicon["people.roles"] - lexicon["people.organisations"]
        self._joining = lexicon["joining"]
        self._definite = self._feminine | self._masculine | {"l'", "the"}
        self._articles = (self._definite | self._indefinite) - lexicon["contracted"]
        self._demonyms = tuple(lexicon["demonym_endings"]) or ("\0",)
        self._organisations = lexicon["people.organisations"]
        self._kinds = (
            ("people.documents", SourceKind.DOCUMENT),
            ("people.collective", SourceKind.COLLECTIVE),
            ("people.anonymous", SourceKind.ANONYMOUS),
            ("people.organisations", SourceKind.ORGANISATION),
            ("people.roles", SourceKind.ROLE),
        )
        self._small = (
            lexicon["determiners"]
            | lexicon["linking"]
            | lexicon["contracted"]
            | lexicon["role_fillers"]
            | lexicon["titles.masculine"]
            | lexicon["titles.feminine"]
            | lexicon["titles.either"]
        )

    def of(self, stream: Stream, phrase: Phrase, sentence: int = 0) -> Naming:
        """Return a phrase as a naming."""
        start, end = stream.starts[phrase.first], stream.ends[phrase.last - 1]
        if phrase.pronoun:
            return self._pronoun(stream, phrase, sentence)
        forms = stream.forms[phrase.first : phrase.last]
        lead = forms[0]
        organisation = phrase.head in self._organisations
        names = self._names(stream, phrase, organisation=organisation)
        kind = self._kind(phrase, lead, names)
        return Naming(
            start,
            end,
            stream.text[start:end],
            kind,
            phrase.head,
            names,
            self._role_words(stream, phrase),
            self._gender(forms),
            lead in self._plural or len(names) > 1,
            lead not in self._indefinite,
            sentence=sentence,
            keys=tuple(key(name) for name in names),
            person=not organisation and kind not in (SourceKind.DOCUMENT, SourceKind.AGENCY),
        )

    def _pronoun(self, stream: Stream, phrase: Phrase, sentence: int) -> Naming:
        """Return a pronoun as a naming; an inverted one leaves its hyphen behind."""
        start, end = stream.starts[phrase.first], stream.ends[phrase.last - 1]
        while start < end and stream.text[start] in "-‑":
            start += 1
        if stream.text[start : start + 2] in ("t-", "T-"):
            start += 2
        word = phrase.head
        gender = "f" if word in self._feminine else "m" if word in self._masculine else ""
        plural = word in self._plural
        text = stream.text[start:end]
        return Naming(
            start,
            end,
            text,
            SourceKind.PRONOUN,
            word,
            gender=gender,
            plural=plural,
            sentence=sentence,
        )

    def _names(self, stream: Stream, phrase: Phrase, *, organisation: bool) -> tuple[str, ...]:
        """Return the proper names of a phrase; a body is named by its whole phrase."""
        if phrase.name and not organisation:
            first, last = phrase.name
            if self._is_demonym(stream, phrase):
                return ()
            joined = self._joined(stream, last, phrase.last)
            return (_spaced(stream.words(first, last)), *joined)
        return self._body(stream, phrase) if organisation else ()

    def _body(self, stream: Stream, phrase: Phrase) -> tuple[str, ...]:
        """Return the names of bodies: their whole phrases, cut where another one is joined."""
        first = phrase.first
        while first < phrase.last - 1 and stream.forms[first] in self._small:
            first += 1
        parts, start = [], first
        for at in range(first + 1, phrase.last - 1):
            if stream.forms[at] in self._joining and self._starts(stream, at + 1):
                parts.append((start, at))
                start = at + 1
        parts.append((start, phrase.last))
        return tuple(_spaced(stream.words(*part)) for part in parts if self._is_own(stream, *part))

    def _starts(self, stream: Stream, at: int) -> bool:
        """Say whether another phrase begins after "et", not more of the same name."""
        form = stream.forms[at]
        return stream.capital(at) or form in self._articles

    def _is_own(self, stream: Stream, first: int, last: int) -> bool:
        """Say whether a body is given a name of its own, not only a kind."""
        return any(stream.capital(at) or stream.forms[at] == QUOTE for at in range(first, last))

    def _is_demonym(self, stream: Stream, phrase: Phrase) -> bool:
        """Say whether a lone capital after an article names a people: "l'Uruguayen"."""
        first, last = phrase.name or (0, 0)
        alone = last - first == 1 and first == phrase.first + 1
        definite = stream.forms[phrase.first] in self._definite
        return alone and definite and stream.forms[first].endswith(self._demonyms)

    def _joined(self, stream: Stream, start: int, last: int) -> tuple[str, ...]:
        """Return the names joined to a first one: "Odile Marchand et Jean Brel"."""
        found: list[str] = []
        at = start
        while at < last:
            joined = stream.forms[at - 1] in self._joining or stream.forms[at - 1] in self._small
            if joined and stream.capital(at) and stream.forms[at] not in self._small:
                end = at + 1
                while end < last and stream.capital(end):
                    end += 1
                if any(stream.forms[k] in self._joining for k in range(start, at)):
                    found.append(_spaced(stream.words(at, end)))
                at = end
            at += 1
        return tuple(found)

    def _kind(self, phrase: Phrase, lead: str, names: tuple[str, ...]) -> SourceKind:
        """Return what sort of source a phrase is."""
        if names and names[0] in agencies():
            return SourceKind.AGENCY
        if phrase.name and phrase.head not in self._organisations:
            return SourceKind.NAMED
        default = SourceKind.COLLECTIVE if lead in self._plural else SourceKind.ROLE
        if phrase.head in self._people and lead in self._definite:
            return SourceKind.ROLE
        fitting = (kind for name, kind in self._kinds if phrase.head in self._lexicon[name])
        return next(fitting, default)

    def _role_words(self, stream: Stream, phrase: Phrase) -> frozenset[str]:
        """Return the words that say what somebody is, without the proper name."""
        if not phrase.head:
            return frozenset()
        named = range(*phrase.name) if phrase.name else range(0)
        return frozenset(
            stream.forms[at]
            for at in range(phrase.first, phrase.last)
            if at not in named
            and stream.forms[at][0].isalpha()
            and stream.forms[at] not in self._small
        )

    def _gender(self, forms: list[str]) -> str:
        for form in forms[:2]:
            if form in self._feminine:
                return "f"
            if form in self._masculine:
                return "m"
        return ""


@cache
def agencies() -> frozenset[str]:
    """Return the names of news agencies, as copy writes them."""
    return frozenset(tomllib.loads(resources.read_text("lexicon/agencies.toml"))["names"])


@lru_cache(maxsize=4096)
def key(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared: no accents, no case, no particles."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    words = re.findall(r"[^\W_]+", plain.casefold().replace("'", "").replace("’", ""))
    return tuple(word for word in words if word not in _PARTICLES) or tuple(words)


def _spaced(words: str) -> str:
    """Return words with single plain blanks."""
    return " ".join(words.split())
