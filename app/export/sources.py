"""Who speaks in a story and who is named, as far as the published words say so themselves.

The ledger is private. It decides which speaker a quotation is given to, but a name leaves the
house only when the copy that readers get holds it too; so no note on an anonymous source can.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.package import Package
from app.domain.person import Person, PersonKind
from app.domain.quote import LedgerRow, LedgerState, Quote, QuoteKind, SourceKind
from app.export.markdown import plain
from app.export.spacing import line

_SURE = 0.7
"""Confidence from which the engine's own speaker is given out unconfirmed."""

_UNNAMED = {SourceKind.ANONYMOUS, SourceKind.COLLECTIVE, SourceKind.ROLE}
_SHORTEST = 3
"""Words of the shortest quotation given out as data; less is a scare quote."""


class Kind(StrEnum):
    """What a named source is to a machine; the values are schema.org types."""

    PERSON = "Person"
    ORGANISATION = "Organization"
    WORK = "CreativeWork"
    THING = "Thing"


_KINDS = {
    SourceKind.ORGANISATION: Kind.ORGANISATION,
    SourceKind.AGENCY: Kind.ORGANISATION,
    SourceKind.DOCUMENT: Kind.WORK,
}
_REGISTER_KINDS = {
    PersonKind.ORGANISATION: Kind.ORGANISATION,
    PersonKind.AGENCY: Kind.ORGANISATION,
    PersonKind.DOCUMENT: Kind.WORK,
}


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its sort."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words with the one who said them; `speaker` is None when it may not be given."""

    words: str
    speaker: Named | None


def mentioned(package: Package, public: str) -> tuple[Named, ...]:
    """Return whom the story names, once each, in the order of the copy.

    `public` is all the copy that readers get. Only who is known to be a person is called one: an
    entry of the register, someone pictured, the speaker of a quotation; another full name is a
    thing, and a lone word ("Est") is not told at all.
    """
    known = _known(package)
    found: dict[str, Named] = {}
    for mention in package.attribution.mentions:
        name = mention.name
        kind = known.get(name) or _KINDS.get(mention.kind) or _unknown(name)
        given = kind and mention.kind not in _UNNAMED and _stands_in(name, public)
        if kind and given and not _is_anonymous(name, package):
            found.setdefault(name, Named(name, kind))
    return tuple(found.values())


def _known(package: Package) -> dict[str, Kind]:
    """Return the names whose sort the desk or the copy itself vouches for."""
    speakers = [quote.speaker for quote in package.attribution.quotes if quote.speaker]
    known = {
        one.name: Kind.PERSON
        for one in speakers
        if one.kind is SourceKind.NAMED and one.confidence >= _SURE and " " in one.name
    }
    known.update({name: Kind.PERSON for use in package.uses for name in use.persons})
    for person in package.people:
        kind = _REGISTER_KINDS.get(person.kind, Kind.PERSON)
        known.update(dict.fromkeys((person.name, *person.variants), kind))
    return known


def _unknown(name: str) -> Kind | None:
    words = name.split()
    full = len(words) > 1 and all(word[:1].isupper() for word in words)
    return Kind.THING if full else None


def quotations(package: Package, public: str) -> tuple[Quotation, ...]:
    """Return the quotations of a story in reading order, with the speakers that may be given."""
    found = []
    for words, speaker in _said(package):
        text = line(plain(words), package.story.language)
        if len(text.split()) >= _SHORTEST and _stands_in(text, public):
            named = speaker if speaker and _stands_in(speaker.name, public) else None
            found.append(Quotation(text, named))
    return tuple(dict.fromkeys(found))


def _said(package: Package) -> Iterator[tuple[str, Named | None]]:
    """Yield quoted words with their speaker: the desk's word first, then the engine's."""
    body = package.story.body
    decided = {row.span: row for row in package.ledger if row.span is not None}
    quotes = {quote.span: quote for quote in package.attribution.quotes}
    for span in sorted({*decided, *quotes}):
        row, quote = decided.get(span), quotes.get(span)
        kind = row.kind if row else quote.kind if quote else QuoteKind.INDIRECT
        if kind is QuoteKind.INDIRECT or (row and row.state in _NOT_GIVEN):
            continue
        speaker = _decided(row, package) if row else None
        yield span.of(body), speaker or _guessed(quote, package)


_NOT_GIVEN = {LedgerState.NOT_A_QUOTE, LedgerState.ALTERED}


def _decided(row: LedgerRow, package: Package) -> Named | None:
    if row.state is not LedgerState.CONFIRMED or not row.speaker:
        return None
    person = next((one for one in package.people if one.id == row.person_id), None)
    if person is None:
        return None if _is_anonymous(row.speaker, package) else Named(row.speaker, _sort(row.quote))
    if person.kind is PersonKind.ANONYMOUS:
        return None
    return Named(person.name, _REGISTER_KINDS.get(person.kind, Kind.PERSON))


def _guessed(quote: Quote | None, package: Package) -> Named | None:
    speaker = quote.speaker if quote else None
    if speaker is None or speaker.kind in _UNNAMED or speaker.confidence < _SURE:
        return None
    name = speaker.name or (speaker.text if speaker.kind in _SPOKEN_FOR else "")
    return None if not name or _is_anonymous(name, package) else Named(name, _sort(quote))


_SPOKEN_FOR = {SourceKind.NAMED, *_KINDS}
"""Kinds whose mention is itself a name."""


def _sort(quote: Quote | None) -> Kind:
    speaker = quote.speaker if quote else None
    return _KINDS.get(speaker.kind, Kind.PERSON) if speaker else Kind.PERSON


def _is_anonymous(name: str, package: Package) -> bool:
    def bears(person: Person) -> bool:
        return name in (person.name, *person.variants)

    return any(bears(one) for one in package.people if one.kind is PersonKind.ANONYMOUS)


def _stands_in(words: str, public: str) -> bool:
    """Say whether `words` stand in `public`, whatever their spaces and quotation marks."""
    return bool(words) and f" {_bare(words)} " in f" {_bare(public)} "


@functools.lru_cache(maxsize=64)
def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
