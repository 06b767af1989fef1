"""Registering: the people and sources of the whole desk, where they speak and are shown."""

import re
from dataclasses import replace
from typing import Any
from uuid import uuid4

from app.desk.desk import Desk
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.person import Person, PersonKind
from app.language.accents import bare
from app.store import sources, whereabouts
from app.store.journal import Act, acting
from app.store.whereabouts import Pictured, Quoted

AMENDED = frozenset({"name", "kind", "variants", "titles", "code", "note", "forms", "captions"})
"""The fields of an entry a person may set."""

_CODE = re.compile(r"[^\s=#]{1,32}")


def entries(desk: Desk, *, words: str = "", kind: PersonKind | None = None) -> tuple[Person, ...]:
    """Return the register by name; `words` are looked for in names, code, titles and note.

    Case and accents are folded; every word must be found.
    """
    with desk.store.reading() as connection:
        people = sources.people(connection)
    wanted = _folded(words).split()
    return tuple(
        person
        for person in people
        if kind in {None, person.kind} and all(word in _haystack(person) for word in wanted)
    )


def entry(desk: Desk, ref: str) -> Person:
    """Return the entry meant by an id, a code, a name or a spelling of it.

    Raises:
        DeskError: `person.unknown`, `person.ambiguous`.
    """
    people = entries(desk)
    asked = _folded(ref)
    for meant in (
        [one for one in people if ref == one.id or (one.code and asked == _folded(one.code))],
        [one for one in people if asked == _folded(one.name)],
        [one for one in people if asked in map(_folded, one.names())],
        [one for one in people if asked and asked in _folded(one.name)],
    ):
        if len(meant) == 1:
            return meant[0]
        if meant:
            raise DeskError("person.ambiguous", ref=ref)
    raise DeskError("person.unknown", ref=ref)


def enter(desk: Desk, person: Person) -> tuple[str, Changes]:
    """Add an entry to the register; return its id (that of `person` is not used).

    Raises:
        DeskError: `person.no-name`, `person.bad-code`, `person.code-taken`.
    """
    with acting(desk.store, "enter-person", desk.by) as act:
        fresh = put(act, replace(person, id=""))
    return fresh.id, act.changes()


def amend(desk: Desk, person_id: str, **fields: Any) -> Changes:  # noqa: ANN401  fields of Person, of several types
    """Set fields of an entry; quotes that show its name show the new one.

    Raises:
        DeskError: `person.unknown`, `person.no-name`, `person.bad-code`, `person.code-taken`.
        ValueError: a name is not a field a person may set.
    """
    if unknown := fields.keys() - AMENDED:
        raise ValueError(", ".join(sorted(unknown)))
    with acting(desk.store, "amend-person", desk.by) as act:
        put(act, replace(sources.person(act.connection, person_id), **fields))
    return act.changes()


def merge(desk: Desk, kept_id: str, other_id: str) -> Changes:
    """Make two entries one: the other's names become spellings, its quotes point at the kept one.

    Raises:
        DeskError: `person.unknown`, `person.same`.
    """
    if kept_id == other_id:
        raise DeskError("person.same")
    with acting(desk.store, "merge-people", desk.by) as act:
        kept = sources.person(act.connection, kept_id)
        other = sources.person(act.connection, other_id)
        for row_id, speaker in whereabouts.linked(act.connection, other_id):
            shown = kept.name if speaker in other.names() else speaker
            act.update("quotes", row_id, {"person_id": kept_id, "speaker": shown})
        act.delete("people", other_id)
        put(act, _both(kept, other))
    return act.changes()


def remove(desk: Desk, person_id: str) -> Changes:
    """Take an entry out of the register; quotes keep the name they show.

    Raises:
        DeskError: `person.unknown`.
    """
    with acting(desk.store, "remove-person", desk.by) as act:
        sources.person(act.connection, person_id)
        for row_id, _speaker in whereabouts.linked(act.connection, person_id):
            act.update("quotes", row_id, {"person_id": None})
        act.delete("people", person_id)
    return act.changes()


def quoted(desk: Desk, person_id: str) -> tuple[Quoted, ...]:
    """Return the quotes the desk gave to an entry, last changed stories first."""
    with desk.store.reading() as connection:
        names = sources.person(connection, person_id).names()
        return whereabouts.quoted(connection, person_id, names)


def pictured(desk: Desk, person_id: str) -> tuple[Pictured, ...]:
    """Return the pictures an entry is named on, with the stories that use them."""
    with desk.store.reading() as connection:
        return whereabouts.pictured(connection, sources.person(connection, person_id).names())


def put(act: Act, person: Person) -> Person:
    """Write an entry as part of an act, as a new one when it has no id; return it as written.

    Raises:
        DeskError: `person.no-name`, `person.bad-code`, `person.code-taken`.
    """
    tidy = replace(person, name=" ".join(person.name.split()), code=person.code.strip())
    _refuse(act, tidy)
    if not tidy.id:
        fresh = replace(tidy, id=uuid4().hex)
        act.insert("people", sources.person_columns(fresh))
        return fresh
    before = sources.person(act.connection, tidy.id)
    act.update("people", tidy.id, sources.person_columns(tidy))
    for row_id, speaker in whereabouts.linked(act.connection, tidy.id):
        if speaker == before.name:
            act.update("quotes", row_id, {"speaker": tidy.name})
    return tidy


def _refuse(act: Act, person: Person) -> None:
    if not person.name:
        raise DeskError("person.no-name")
    if not person.code:
        return
    if not _CODE.fullmatch(person.code):
        raise DeskError("person.bad-code", code=person.code)
    owner = sources.code_owner(act.connection, person.code)
    if owner and owner[0] != person.id:
        raise DeskError("person.code-taken", code=person.code, name=owner[1])


def _both(kept: Person, other: Person) -> Person:
    spelled = dict.fromkeys((*kept.variants, other.name, *other.variants))
    notes = dict.fromkeys(filter(None, (kept.note, other.note)))
    return replace(
        kept,
        variants=tuple(name for name in spelled if name != kept.name),
        titles=tuple(dict.fromkeys((*kept.titles, *other.titles))),
        forms=tuple(dict.fromkeys((*kept.forms, *other.forms))),
        code=kept.code or other.code,
        captions=kept.captions if kept.code else other.captions,
        note="\n".join(notes),
    )


def _haystack(person: Person) -> str:
    titles = (title.words for title in person.titles)
    return _folded("\n".join((*person.names(), person.code, *titles, person.note)))


def _folded(words: str) -> str:
    return bare(words).casefold().strip()
