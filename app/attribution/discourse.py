"""Who a pronoun, a role or a surname stands for, read through a story from its beginning."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.attribution.namings import Naming
from app.attribution.people import Entity, People
from app.domain.quote import SourceKind

_MEMORY = 6
_SURE, _LIKELY, _GUESS = 1.0, 0.8, 0.5
_UNRESOLVED = 0.3
_SURELY_HELD = 2.0


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who a naming stands for: a name ("" unknown), how sure that is and why."""

    name: str
    confidence: float
    reason: str
    entity: Entity | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class State:
    """What a reader remembers at the end of a paragraph.

    `recent` are the people named last, the latest at the end; `before` is who the last sentence
    was about, `spoke` who spoke last; `group` the name of the last who spoke as several; `unknown` says that somebody
    without a name spoke last.
    """

    recent: tuple[Entity, ...] = ()
    before: Entity | None = None
    spoke: Entity | None = None
    group: str = ""
    unknown: bool = False


@dataclass(slots=True)
class Discourse:
    """The reader himself, in the middle of a paragraph.

    `generic` are the roles anybody can be called by ("le responsable"), `synonyms` the roles one
    word stands in for. `told` is who the sentence just before was about.
    """

    people: People
    generic: frozenset[str]
    synonyms: Mapping[str, frozenset[str]]
    recent: deque[Entity] = field(default_factory=lambda: deque(maxlen=_MEMORY))
    subject: Entity | None = None
    before: Entity | None = None
    spoke: Entity | None = None
    group: str = ""
    unknown: bool = False
    here: set[Entity] = field(default_factory=set)
    sentence: int = -1
    topic: tuple[Naming, Resolved] | None = None
    told: tuple[Naming, Resolved] | None = None

    def begin(self, state: State) -> None:
        """Begin a paragraph with what is remembered from the one before."""
        self.recent = deque(state.recent, maxlen=_MEMORY)
        self.before, self.spoke = state.before, state.spoke
        self.group, self.unknown = state.group, state.unknown
        self.subject = self.topic = self.told = None
        self.here = set()
        self.sentence = -1

    def end(self) -> State:
        """Return what is remembered at the end of a paragraph."""
        before = self.subject or self.before
        return State(tuple(self.recent), before, self.spoke, self.group, self.unknown)

    def enter(self, sentence: int) -> None:
        """Go to a sentence: the subject of the one before is kept for its pronouns."""
        if sentence != self.sentence:
            self.before = self.subject or self.before
            self.told = self.topic if sentence == self.sentence + 1 else None
            self.subject = self.topic = None
            self.sentence = sentence

    def meet(self, naming: Naming) -> Resolved:
        """Resolve a naming that is no speaker, and remember who it names."""
        found = self._resolve(naming)
        if naming.governed:
            self._notice(found.entity)
        elif found.entity and found.entity.person:
            if self.subject is None:
                self.topic = (naming, found)
            self._remember(found.entity)
        return found

    def hear(self, naming: Naming) -> Resolved:
        """Resolve a naming that speaks, and remember it as the last speaker."""
        found = self._resolve(naming)
        self._remember(found.entity)
        if found.entity:
            self.subject = found.entity
        elif naming.kind is not SourceKind.PRONOUN and not naming.plural:
            self.unknown, self.before, self.subject = True, None, None
        self.spoke = found.entity
        if naming.plural and naming.kind is not SourceKind.PRONOUN:
            self.group = found.name
        return found

    def _remember(self, entity: Entity | None) -> None:
        if entity is None:
            return
        self.unknown = False
        self.here.add(entity)
        if self.subject is None:
            self.subject = entity
        if entity in self.recent:
            self.recent.remove(entity)
        self.recent.append(entity)

    def _notice(self, entity: Entity | None) -> None:
        """Keep somebody named in passing as the last one to think of."""
        if entity and entity.person and entity not in self.recent:
            if len(self.recent) == _MEMORY:
                self.recent.popleft()
            self.recent.appendleft(entity)

    def _resolve(self, naming: Naming) -> Resolved:
        if naming.names:
            return self._named(naming)
        if naming.kind is SourceKind.PRONOUN:
            return self._pronoun(naming)
        return self._role(naming)

    def _named(self, naming: Naming) -> Resolved:
        """Resolve a phrase with a proper name."""
        entity = self.people.find(naming.keys[0], naming.gender)
        if len(naming.names) > 1:
            found = [self.people.find(words) for words in naming.keys]
            names = [e.name if e else n for e, n in zip(found, naming.names, strict=True)]
            return Resolved(", ".join(names), _SURE, "named", entity)
        if entity is None:
            name = "" if naming.initial else naming.names[0]
            return Resolved(name, _LIKELY, "named")
        name = entity.name if len(entity.name) >= len(naming.names[0]) else naming.names[0]
        return Resolved(name, _SURE, "named", entity)

    def _pronoun(self, naming: Naming) -> Resolved:
        """Resolve a pronoun by number, gender and nearness."""
        if naming.plural:
            return Resolved(self.group, _GUESS if self.group else _UNRESOLVED, "pronoun")
        if self.unknown and self.subject is None:
            return Resolved("", _UNRESOLVED, "pronoun")
        for entity in (self.subject, self.before, self.spoke, *reversed(self.recent)):
            if entity and entity.may_be(naming.gender):
                return Resolved(entity.name, _LIKELY, "pronoun", entity)
        return Resolved("", _UNRESOLVED, "pronoun")

    def _role(self, naming: Naming) -> Resolved:
        """Resolve a description: by the role somebody was given, or by nearness if it is vague."""
        if naming.plural or not naming.definite or not naming.head:
            return Resolved("", _LIKELY, "role")
        scored = [(self._fit(naming, entity), entity) for entity in reversed(self.recent)]
        best, near = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        if best < 1:
            heads = {naming.head, *self.synonyms.get(naming.head, ())}
            holders = self.people.holding(heads)
            held = [e for e in holders if self._fit(naming, e) >= _SURELY_HELD]
            if len(held) == 1:
                best, near = _SURELY_HELD, held[0]
        if near is None or best == 0:
            return Resolved("", _LIKELY, "role")
        if best < 1:
            return Resolved(near.name, _GUESS, "vague-role", near)
        return Resolved(near.name, _LIKELY, "role", near)

    def _fit(self, naming: Naming, entity: Entity) -> float:
        """Return how well a description fits somebody: 0 not at all, 1 and more by its words."""
        if not entity.may_be(naming.gender):
            return 0.0
        if naming.head in entity.heads or entity.heads & self.synonyms.get(
            naming.head, frozenset()
        ):
            return 1.0 + len(naming.roles & entity.roles) / 2
        if not entity.person or naming.kind is not SourceKind.ROLE:
            return 0.0
        spoke_here = entity is self.spoke and entity in self.here and not entity.heads
        vague = naming.head in self.generic or spoke_here or self._alone(naming, entity)
        return _GUESS if vague else 0.0

    def _alone(self, naming: Naming, entity: Entity) -> bool:
        """Say whether somebody is the only one remembered of the gender a description has."""
        told = entity.gender or ("" if entity.registered else entity.first)
        if not naming.gender or told != naming.gender:
            return False
        return all(e is entity or not e.may_be(naming.gender) for e in self.recent)
