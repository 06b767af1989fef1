"""Who is named in a story: forms of one name brought together, with what is said of its bearer."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz import fuzz

import resources
from app.attribution.namings import Ask, Told, key
from app.domain.person import Person, PersonKind

_ALIKE = 75
_PREFIX = 3
_SHORTEST_ALIKE = 4
_LENGTHS = 2

Words = tuple[str, ...]
Named = tuple[str, bool]


@dataclass(slots=True, eq=False)
class Entity:
    """A person or body of the story. `name` is the fullest form, `heads` its roles by one word.

    `gender` is what the story tells, `first` what the first name tells where the story does not;
    of somebody `registered` the register tells the roles.
    """

    name: str
    words: Words
    person: bool = True
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    first: str = ""
    registered: bool = False

    def may_be(self, gender: str) -> bool:
        """Say whether a pronoun or a role of a gender ("" for either) can stand for this one."""
        return not gender or (self.gender or self.first) in ("", gender)

    def is_like(self, other: "Entity") -> bool:
        """Say whether the same is known of another."""
        return (
            self.name == other.name
            and self.words == other.words
            and (self.person, self.gender) == (other.person, other.gender)
            and self.roles == other.roles
            and self.heads == other.heads
        )


class People:
    """The entities of one story, found by any of their names. Nothing changes after `gather`."""

    def __init__(self, register: Sequence[Person] = ()) -> None:
        """Begin with those of the register."""
        self._full: dict[Words, Entity] = {}
        self._parts: dict[str, list[Entity]] = {}
        self._starts: dict[str, list[str]] = {}
        self._held: dict[str, dict[Entity, None]] = {}
        self._found: dict[tuple[Words, str], Entity | None] = {}
        for person in register:
            self._enter(person)

    def _enter(self, person: Person) -> None:
        """Add one entry of the register under all its names."""
        bodies = (PersonKind.ORGANISATION, PersonKind.AGENCY, PersonKind.DOCUMENT)
        entity = self._add(person.name, key(person.name), person=person.kind not in bodies)
        entity.registered = True
        for name in (*person.variants, person.code):
            if name:
                self._full.setdefault(key(name), entity)
        for title in person.titles:
            words = title.words.casefold().split()
            entity.roles.update(words)
            if words:
                self._hold(entity, words[0])

    def _hold(self, entity: Entity, head: str) -> None:
        entity.heads.add(head)
        self._held.setdefault(head, {})[entity] = None

    def _add(self, name: str, words: Words, *, person: bool) -> Entity:
        first = given().get(words[0], "") if person and len(words) > 1 else ""
        entity = Entity(name, words, person, first=first)
        self._full[words] = entity
        for word in words:
            if word not in self._parts:
                self._starts.setdefault(word[:_PREFIX], []).append(word)
            self._parts.setdefault(word, []).append(entity)
        return entity

    def gather(self, facts: Iterable[Told], aliases: Iterable[tuple[str, str]]) -> None:
        """Take in every name of a story: full ones first, so that short ones find them."""
        # What is told twice says nothing new.
        distinct = tuple(dict.fromkeys(facts))
        full, lone = _sorted(distinct)
        for words, (name, person) in full.items():
            if self._known(words, person=person) is None:
                self._add(name, words, person=person)
        for short, long in aliases:
            entity = self._full.get(key(long)) or self._add(long, key(long), person=False)
            self._full[key(short)] = entity
        for words, (name, person) in lone.items():
            if self._look(words, "") is None:
                self._add(name, words, person=person)
        for told in distinct:
            if len(told.keys) == 1 and (told.head or told.gender):
                self._learn(told)

    def _learn(self, told: Told) -> None:
        """Remember what a naming says of its bearer."""
        entity = self.find(told.keys[0], told.gender)
        if entity is None:
            return
        entity.gender = entity.gender or told.gender
        entity.roles |= told.roles
        if told.head:
            self._hold(entity, told.head)
            entity.person = entity.person and told.person

    def _known(self, words: Words, *, person: bool) -> Entity | None:
        """Return the entity of exactly this name, or of one spelled nearly so."""
        found = self._full.get(words)
        if found or not person:
            return found
        for entity in self._parts.get(words[-1], ()):
            if entity.person and _same(words, entity.words):
                self._full[words] = entity
                return entity
        return None

    def find(self, words: Words, gender: str = "") -> Entity | None:
        """Return the entity a name stands for, None when nobody in the story has it."""
        asked = (words, gender)
        if asked not in self._found:
            self._found[asked] = self._look(words, gender)
        return self._found[asked]

    def _look(self, words: Words, gender: str) -> Entity | None:
        found = self._full.get(words)
        if found or not words:
            return found
        candidates = self._parts.get(words[-1]) or self._parts.get(words[0]) or []
        fitting = [e for e in candidates if not gender or e.gender in ("", gender)] or candidates
        return fitting[0] if fitting else self._misspelled(words)

    def _misspelled(self, words: Words) -> Entity | None:
        """Return the entity whose surname is spelled nearly like a lone name."""
        if len(words) > 1 or len(words[0]) < _SHORTEST_ALIKE:
            return None
        for word in self._starts.get(words[0][:_PREFIX], ()):
            if _alike(word, words[0]):
                return self._parts[word][0]
        return None

    def take_over(self, former: "People") -> None:
        """Keep the very entities of a former reading for those nothing new is known of."""
        same: dict[Entity, Entity] = {}
        taken: set[Entity] = set()
        for entity in dict.fromkeys(self._full.values()):
            known = former.find(entity.words)
            if known and known not in taken and known.is_like(entity):
                same[entity] = known
                taken.add(known)
        self._full = {words: same.get(e, e) for words, e in self._full.items()}
        self._parts = {word: [same.get(e, e) for e in es] for word, es in self._parts.items()}
        self._held = {
            head: dict.fromkeys(same.get(e, e) for e in es) for head, es in self._held.items()
        }
        self._found = {ask: same.get(e, e) if e else None for ask, e in self._found.items()}

    def held_otherwise(self, former: "People") -> frozenset[str]:
        """Return the roles that are not held by the same entities as in a former reading."""
        heads = self.held | former.held
        return frozenset(h for h in heads if self.holding([h]) != former.holding([h]))

    @property
    def held(self) -> frozenset[str]:
        """The roles somebody holds."""
        return frozenset(self._held)

    def found_otherwise(self, former: "People", asks: Iterable[Ask]) -> frozenset[Ask]:
        """Return those of some names that do not stand for the same entity as formerly."""
        return frozenset(ask for ask in asks if self.find(*ask) is not former.find(*ask))

    def holding(self, heads: Iterable[str]) -> list[Entity]:
        """Return those who were given one of some roles, in the order they came in."""
        found: dict[Entity, None] = {}
        for head in heads:
            found |= self._held.get(head, {})
        return list(found)


@cache
def given() -> dict[str, str]:
    """Return the gender ("f" or "m") of first names, spelled as `key` spells them."""
    lists = tomllib.loads(resources.read_text("lexicon/given.toml"))
    genders = (("feminine", "f"), ("masculine", "m"))
    return {name: gender for kind, gender in genders for name in lists[kind].split()}


def _sorted(facts: Iterable[Told]) -> tuple[dict[Words, Named], dict[Words, Named]]:
    """Return the names of several words, and the lone ones that are surely names."""
    full: dict[Words, Named] = {}
    lone: dict[Words, Named] = {}
    for told in facts:
        for name, words in zip(told.names, told.keys, strict=True):
            if len(words) > 1:
                full.setdefault(words, (name, told.person))
            elif not told.initial:
                lone.setdefault(words, (name, told.person))
    return full, lone


def _same(words: Words, known: Words) -> bool:
    """Say whether two full names are one: a part of the other, or first names nearly alike."""
    if set(words) <= set(known) or (len(known) > 1 and set(known) <= set(words)):
        return True
    lone = len(words) == 1 or len(known) == 1
    return not lone and words[-1] == known[-1] and _alike(words[0], known[0])


def _alike(one: str, other: str) -> bool:
    """Say whether two words are one name spelled in two ways."""
    if one[:1] != other[:1] or abs(len(one) - len(other)) > _LENGTHS:
        return False
    return fuzz.ratio(one, other) >= _ALIKE
