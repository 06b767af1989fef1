"""The whole story: every paragraph's reports given their speakers, every naming its person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.attribution.discourse import Discourse, Resolved
from app.attribution.language import Language
from app.attribution.namings import Naming
from app.attribution.paragraphs import Paragraph, Saying
from app.attribution.people import People
from app.domain.person import Person

_INVERTED = frozenset({"inverted", "incise"})


@dataclass(frozen=True, slots=True)
class Heard:
    """A saying with the speaker decided for it: a naming, the paragraph it stands in, a name.

    `told` is who the sentence before was about, for words that nobody is said to speak.
    """

    saying: Saying
    paragraph: int
    naming: Naming | None
    named_in: int
    resolved: Resolved
    told: tuple[int, Naming, Resolved] | None = None


_IMPLIED = 0.7
_NOBODY = Resolved("", 0.0, "unknown")


def resolve(
    paragraphs: Sequence[Paragraph], language: Language, register: Sequence[Person]
) -> tuple[list[Heard], list[tuple[int, Naming, Resolved]]]:
    """Return every saying with its speaker, and every naming that was resolved to somebody."""
    people = People(register)
    every = [naming for paragraph in paragraphs for naming in _namings(paragraph)]
    people.gather(every, [alias for p in paragraphs for alias in p.aliases])
    lexicon = language.lexicon
    discourse = Discourse(people, lexicon["generic_roles"], language.synonyms)
    heard: list[Heard] = []
    met: list[tuple[int, Naming, Resolved]] = []
    for number, paragraph in enumerate(paragraphs):
        _read(number, paragraph, discourse, heard, met)
    return _held(heard), met


def _namings(paragraph: Paragraph) -> list[Naming]:
    """Return all namings of a paragraph, those of its speakers among them."""
    speakers = [s.speaker for s in paragraph.sayings if s.speaker and s.speaker.names]
    return [*paragraph.namings, *speakers]


def _read(
    number: int,
    paragraph: Paragraph,
    discourse: Discourse,
    heard: list[Heard],
    met: list[tuple[int, Naming, Resolved]],
) -> None:
    """Go through one paragraph in reading order."""
    events: list[tuple[int, int, Naming | Saying]] = [(n.start, 0, n) for n in paragraph.namings]
    events += [(s.speaker.start if s.speaker else s.report.start, 1, s) for s in paragraph.sayings]
    spoken: list[Heard] = []
    for _, _, event in sorted(events, key=lambda e: e[:2]):
        discourse.enter(number, event.sentence)
        if isinstance(event, Naming):
            found = discourse.meet(event)
            if found.entity:
                met.append((number, event, found))
        elif event.speaker:
            found = discourse.hear(event.speaker)
            spoken.append(Heard(event, number, event.speaker, number, found))
        else:
            spoken.append(Heard(event, number, None, number, _NOBODY, discourse.told))
    heard += sorted(spoken, key=lambda h: h.saying.report.start)


def _held(heard: list[Heard]) -> list[Heard]:
    """Give the sayings that have no speaker of their own the one after or before them."""
    settled = heard[:]
    for at in range(len(settled) - 2, -1, -1):
        item, following = settled[at], settled[at + 1]
        if _waits(item) and following.saying.follows and _just_after(item, following):
            settled[at] = _by(item, following)
    for at, item in enumerate(settled):
        if _waits(item):
            settled[at] = _neighbour(settled, at)
    return settled


def _waits(item: Heard) -> bool:
    return bool(item.saying.report.holds) and item.naming is None


def _just_after(item: Heard, following: Heard) -> bool:
    """Say whether a quotation is the next part of one that has no cue of its own."""
    return (
        following.paragraph == item.paragraph
        and following.naming is not None
        and following.saying.report.reason.code in _INVERTED
    )


def _neighbour(settled: list[Heard], at: int) -> Heard:
    """Return a saying with the speaker of the nearest one: before it, or else after it."""
    item = settled[at]
    before = settled[at - 1] if at else None
    after = settled[at + 1] if at + 1 < len(settled) else None
    near = before and before.naming and item.paragraph - before.paragraph <= 1
    adjacent = before and near and before.saying.sentence >= item.saying.sentence - 1
    if item.told and not (adjacent and before and before.paragraph == item.paragraph):
        paragraph, naming, found = item.told
        return Heard(item.saying, item.paragraph, naming, paragraph, _weaker(found))
    follows = after and after.naming and after.paragraph == item.paragraph
    if before and near and not (item.saying.report.holds == "after" and follows):
        return _by(item, before)
    if after and after.naming and (follows or before is None):
        return _by(item, after)
    return item


def _by(item: Heard, other: Heard) -> Heard:
    """Return a saying said by the speaker of another."""
    resolved = _weaker(other.resolved)
    return Heard(item.saying, item.paragraph, other.naming, other.named_in, resolved)


def _weaker(resolved: Resolved) -> Resolved:
    """Return an answer that is only implied."""
    return replace(resolved, confidence=resolved.confidence * _IMPLIED)
