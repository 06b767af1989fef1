"""Who is named in a story: forms of one name brought together, with what is said of its bearer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from app.attribution.namings import Naming, key
from app.domain.person import Person, PersonKind
from app.domain.quote import SourceKind

_ALIKE = 0.75
_SHORTEST_ALIKE = 4
_LENGTHS = 2


@dataclass(slots=True, eq=False)
class Entity:
    """A person or body of the story. `name` is the fullest form, `heads` its roles by one word."""

    name: str
    words: tuple[str, ...]
    person: bool = True
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    kind: SourceKind = SourceKind.NAMED


class People:
    """The entities of one story, found by any of their names."""

    def __init__(self, register: Sequence[Person] = ()) -> None:
        """Begin with those of the register."""
        self._full: dict[tuple[str, ...], Entity] = {}
        self._parts: dict[str, list[Entity]] = {}
        for person in register:
            self._enter(person)

    def _enter(self, person: Person) -> None:
        """Add one entry of the register under all its names."""
        kind = person.kind
        body = kind in (PersonKind.ORGANISATION, PersonKind.AGENCY, PersonKind.DOCUMENT)
        entity = self._add(person.name, person=not body)
        for name in (*person.variants, person.code):
            if name:
                self._full.setdefault(key(name), entity)
        for title in person.titles:
            entity.roles.update(key(title.words))
            entity.heads.update(key(title.words)[:1])

    def _add(self, name: str, *, person: bool) -> Entity:
        words = key(name)
        entity = Entity(name, words, person)
        self._full[words] = entity
        for word in words:
            self._parts.setdefault(word, []).append(entity)
        return entity

    def gather(self, namings: Iterable[Naming], aliases: Iterable[tuple[str, str]]) -> None:
        """Take in every name of a story: full ones first, so that short ones find them."""
        every = [naming for naming in namings if naming.keys]
        for naming in every:
            for name, words in zip(naming.names, naming.keys, strict=True):
                if len(words) > 1 and self._known(words, person=naming.person) is None:
                    self._add(name, person=naming.person)
        for short, full in aliases:
            entity = self.find(key(full)) or self._add(full, person=False)
            self._full[key(short)] = entity
        sure = {n.keys[0] for n in every if len(n.keys[0]) == 1 and not n.initial}
        for naming in every:
            words = naming.keys[0]
            if len(words) == 1 and words in sure and self.find(words) is None:
                self._add(naming.names[0], person=naming.person)
        for naming in every:
            self._learn(naming)

    def _learn(self, naming: Naming) -> None:
        """Remember what a naming says of its bearer."""
        entity = self.find(naming.keys[0], naming.gender)
        if entity is None or len(naming.names) > 1:
            return
        entity.gender = entity.gender or naming.gender
        entity.roles |= naming.roles
        if naming.head:
            entity.heads.add(naming.head)
            entity.person = entity.person and naming.person

    def _known(self, words: tuple[str, ...], *, person: bool) -> Entity | None:
        """Return the entity of exactly this name, or of one spelled nearly so."""
        found = self._full.get(words)
        if found:
            return found
        for entity in self._parts.get(words[-1], ()):
            if person and entity.person and _same(words, entity.words):
                self._full[words] = entity
                return entity
        return None

    def find(self, words: tuple[str, ...], gender: str = "") -> Entity | None:
        """Return the entity a name stands for, None when nobody in the story has it."""
        found = self._full.get(words)
        if found or not words:
            return found
        candidates = self._parts.get(words[-1], []) or self._parts.get(words[0], [])
        fitting = [e for e in candidates if _agree(e.gender, gender)] or candidates
        return fitting[0] if fitting else self._misspelled(words)

    def _misspelled(self, words: tuple[str, ...]) -> Entity | None:
        """Return the entity whose surname is spelled nearly like a lone name."""
        if len(words) > 1 or len(words[0]) < _SHORTEST_ALIKE:
            return None
        for word, entities in self._parts.items():
            if word[:2] == words[0][:2] and _alike(word, words[0]):
                return entities[0]
        return None

    def entities(self) -> Iterable[Entity]:
        """Return every entity once, in the order they came in."""
        return dict.fromkeys(self._full.values())


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _same(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Say whether two full names are one: a part of the other, or first names nearly alike."""
    if set(words) <= set(known) or (len(known) > 1 and set(known) <= set(words)):
        return True
    lone = len(words) == 1 or len(known) == 1
    return not lone and words[-1] == known[-1] and _alike(words[0], known[0])


def _alike(one: str, other: str) -> bool:
    """Say whether two words are one name spelled in two ways."""
    if one[:1] != other[:1] or abs(len(one) - len(other)) > _LENGTHS:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
