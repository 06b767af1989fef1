"""The whole story: every paragraph's reports given their speakers, every naming its person.

A reader's memory is a small value passed from paragraph to paragraph, so that after a change only
the paragraphs are gone through again whose words or whose memory have changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.attribution.discourse import Discourse, Resolved, State
from app.attribution.language import Language
from app.attribution.namings import Ask, Naming, Told
from app.attribution.paragraphs import Paragraph, Saying
from app.attribution.people import People
from app.domain.person import Person

_INVERTED = frozenset({"inverted", "incise"})
_IMPLIED = 0.7
Facts = tuple[tuple[Told, ...], tuple[tuple[str, str], ...]]

_NOBODY = Resolved("", 0.0, "unknown")


@dataclass(frozen=True, slots=True)
class Heard:
    """A saying with the speaker decided for it.

    `away` is how many paragraphs further on the speaker's naming stands; `told` is who the
    sentence before was about, for words that nobody is said to speak.
    """

    saying: Saying
    naming: Naming | None
    resolved: Resolved
    away: int = 0
    told: tuple[Naming, Resolved] | None = None

    @property
    def confidence(self) -> float:
        """How sure the speaker is, from 0 to 1: of the words that name him, and of whom they mean."""
        return round(self.saying.report.confidence * self.resolved.confidence, 2)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one paragraph came to, with the memory before and after it."""

    paragraph: Paragraph
    before: State
    heard: tuple[Heard, ...]
    met: tuple[tuple[Naming, Resolved], ...]
    after: State


class Resolver:
    """Resolves a story, again and again while it changes."""

    def __init__(self, language: Language, register: Sequence[Person]) -> None:
        """Begin with the register of people and nothing read."""
        self._language = language
        self._register = tuple(register)
        self._facts: list[Facts] = []
        self._people = People(self._register)
        self._known: list[Resolution] = []

    def resolve(self, paragraphs: Sequence[Paragraph]) -> list[Resolution]:
        """Return what each paragraph comes to, in order."""
        asks, heads = self._gather(paragraphs)
        lexicon = self._language.lexicon
        discourse = Discourse(self._people, lexicon["generic_roles"], self._language.synonyms)
        remembered = {id(known.paragraph): known for known in self._known}
        state, found = State(), []
        for paragraph in paragraphs:
            known = remembered.get(id(paragraph))
            stands = known is not None and (known.before is state or known.before == state)
            if asks or heads:
                stands = stands and asks.isdisjoint(paragraph.asks)
                stands = stands and heads.isdisjoint(paragraph.heads)
            if known is None or not stands:
                known = _kept(known, _read(paragraph, state, discourse))
            found.append(known)
            state = known.after
        self._known = found
        return found

    def _gather(self, paragraphs: Sequence[Paragraph]) -> tuple[frozenset[Ask], frozenset[str]]:
        """Gather the people of a story; return the names and the roles that changed bearers."""
        facts = [(p.facts, p.aliases) for p in paragraphs if p.facts or p.aliases]
        if facts == self._facts:
            return frozenset(), frozenset()
        former, self._people = self._people, People(self._register)
        self._facts = facts
        aliases = [alias for _, aliases in facts for alias in aliases]
        self._people.gather((told for said, _ in facts for told in said), aliases)
        self._people.take_over(former)
        asked = {ask for known in self._known for ask in known.paragraph.asks}
        changed = self._people.found_otherwise(former, asked)
        return changed, self._people.held_otherwise(former)


def _kept(known: Resolution | None, found: Resolution) -> Resolution:
    """Return what was found, with the very values known before where they are equal."""
    if known is None:
        return found
    heard = known.heard if known.heard == found.heard else found.heard
    met = known.met if known.met == found.met else found.met
    return replace(found, heard=heard, met=met)


def _read(paragraph: Paragraph, state: State, discourse: Discourse) -> Resolution:
    """Go through one paragraph in reading order."""
    if not paragraph.events:
        return Resolution(paragraph, state, (), (), state)
    discourse.begin(state)
    heard: list[Heard] = []
    met: list[tuple[Naming, Resolved]] = []
    for event in paragraph.events:
        discourse.enter(event.sentence)
        if isinstance(event, Naming):
            found = discourse.meet(event)
            if found.entity and (found.entity.person or found.entity.heads):
                met.append((event, found))
        elif event.speaker:
            heard.append(Heard(event, event.speaker, discourse.hear(event.speaker)))
        else:
            heard.append(Heard(event, None, _NOBODY, told=discourse.told))
    heard.sort(key=lambda item: item.saying.report.start)
    return Resolution(paragraph, state, tuple(heard), tuple(met), discourse.end())


def settled(resolutions: Sequence[Resolution]) -> list[list[Heard]]:
    """Give the sayings that have no speaker of their own the one after or before them."""
    flat = [(at, item) for at, found in enumerate(resolutions) for item in found.heard]
    waiting = [place for place, (_, item) in enumerate(flat) if _waits(item)]
    for place in reversed(waiting):
        _take_next(flat, place)
    for place in waiting:
        if _waits(flat[place][1]):
            _take_neighbour(flat, place)
    found: list[list[Heard]] = [[] for _ in resolutions]
    for at, item in flat:
        found[at].append(item)
    return found


Flat = list[tuple[int, Heard]]


def _waits(item: Heard) -> bool:
    return bool(item.saying.report.holds) and item.naming is None


def _take_next(flat: Flat, place: int) -> None:
    """Give a quotation the speaker of the one that goes on with it: « … » « … », dit-il."""
    if place + 1 >= len(flat):
        return
    (at, item), (after, following) = flat[place], flat[place + 1]
    spoken = following.naming and following.saying.report.reason.code in _INVERTED
    if at == after and spoken and following.saying.follows:
        flat[place] = (at, _by(item, following, 0))


def _take_neighbour(flat: Flat, place: int) -> None:
    """Give words the speaker of the nearest report: before them, or else after them."""
    at, item = flat[place]
    before = flat[place - 1] if place else None
    after = flat[place + 1] if place + 1 < len(flat) else None
    near = before is not None and before[1].naming is not None and at - before[0] <= 1
    ahead = after is not None and after[1].naming is not None and after[0] == at
    if item.told and not (near and before and _adjacent(at, item, before)):
        naming, found = item.told
        flat[place] = (at, replace(item, naming=naming, resolved=_weaker(found)))
    elif before and near and not (item.saying.report.holds == "after" and ahead):
        flat[place] = (at, _by(item, before[1], before[0] - at))
    elif after and after[1].naming and (ahead or before is None):
        flat[place] = (at, _by(item, after[1], after[0] - at))


def _adjacent(at: int, item: Heard, before: tuple[int, Heard]) -> bool:
    """Say whether the report before stands in the sentence before, or in the same one."""
    return before[0] == at and before[1].saying.sentence >= item.saying.sentence - 1


def _by(item: Heard, other: Heard, away: int) -> Heard:
    """Return a saying said by the speaker of another, some paragraphs away."""
    return replace(
        item, naming=other.naming, away=other.away + away, resolved=_weaker(other.resolved)
    )


def _weaker(resolved: Resolved) -> Resolved:
    """Return an answer that is only implied."""
    return replace(resolved, confidence=resolved.confidence * _IMPLIED)
