"""The register, taken in from files: what a file would do is shown first, then done as one step."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.desk.desk import Desk
from app.desk.sources import registering
from app.desk.sources.register_files import Line, entries_of, is_code_file, read
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.person import Person, Title
from app.photo import codes
from app.store import sources
from app.store.journal import acting


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file: how it stands in the register now (None: not at all), and afterwards."""

    before: Person | None
    after: Person

    @property
    def same(self) -> bool:
        """Say whether the register says all of it already."""
        return self.before == self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What taking a file in would do, in the order of the file.

    Of a code file, `doubled` are codes given twice, the last one holds; `odd` are the numbers of
    lines that give no code.
    """

    name: str
    entries: tuple[Entry, ...]
    doubled: tuple[str, ...] = ()
    odd: tuple[int, ...] = ()

    @property
    def added(self) -> int:
        """Return how many entries are new."""
        return sum(entry.before is None for entry in self.entries)

    @property
    def changed(self) -> int:
        """Return how many entries are known, changed or not."""
        return len(self.entries) - self.added


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did; the fields are those of its plan."""

    added: int
    changed: int
    changes: Changes
    doubled: tuple[str, ...] = ()
    odd: tuple[int, ...] = ()


def planned(desk: Desk, source: Path) -> Plan:
    """Return what a table or a code file would do; which of both it is, its first line tells.

    Raises:
        DeskError: as `planned_csv` and `planned_codes`.
    """
    return (planned_codes if is_code_file(read(source)) else planned_csv)(desk, source)


def planned_csv(desk: Desk, source: Path) -> Plan:
    """Return what a table of entries would do; entries known by id or code are changed.

    Raises:
        DeskError: `intake.missing`, `register.…`, `person.bad-code`.
    """
    lines = entries_of(read(source), source.name)
    known = registering.entries(desk)
    entries = tuple(_entries(lines, known, source.name))
    return Plan(name=source.name, entries=entries)


def planned_codes(desk: Desk, source: Path) -> Plan:
    """Return what a photo desk's code file would do; entries known by their code are changed.

    The name of a new entry is its first form up to a comma. Its forms are kept as they are.

    Raises:
        DeskError: `intake.missing`, `register.…`.
    """
    found = codes.codes_from(read(source))
    if not found.codes:
        raise DeskError("register.no-entries", name=source.name)
    owners = _by_code(registering.entries(desk))
    entries = []
    for code in found.codes:
        before = owners.get(code.code.casefold())
        after = replace(before or _named_by(code), captions=code.forms)
        entries.append(Entry(before, after))
    return Plan(name=source.name, entries=tuple(entries), doubled=found.doubled, odd=found.odd)


def take_in(desk: Desk, plan: Plan) -> Imported:
    """Do what a plan says, as one step; nothing is taken in when one entry cannot stand.

    Raises:
        DeskError: `person.…`.
    """
    with acting(desk.store, "import-people", desk.by) as act:
        for entry in plan.entries:
            # The entry is read again: the register may have changed since the plan was shown.
            if entry.before:
                sources.person(act.connection, entry.before.id)
            registering.put(act, entry.after)
    return Imported(
        added=plan.added,
        changed=plan.changed,
        changes=act.changes(),
        doubled=plan.doubled,
        odd=plan.odd,
    )


def import_csv(desk: Desk, source: Path) -> Imported:
    """Take a table of entries in, as one step; raises as `planned_csv`."""
    return take_in(desk, planned_csv(desk, source))


def import_codes(desk: Desk, source: Path) -> Imported:
    """Take a photo desk's code file in, as one step; raises as `planned_codes`."""
    return take_in(desk, planned_codes(desk, source))


def _entries(lines: tuple[Line, ...], known: tuple[Person, ...], name: str) -> Iterator[Entry]:
    by_id = {person.id: person for person in known}
    owners = _by_code(known)
    for line in lines:
        code = line.fields.get("code", "")
        before = by_id.get(line.fields.get("id", ""))
        owner = owners.get(code.casefold()) if code else None
        before = before or owner
        if before and owner and owner.id != before.id:
            raise DeskError(
                "register.doubled-code",
                line=str(line.number),
                name=name,
                code=code,
                other=owner.name,
            )
        fields = {**line.fields, "id": before.id if before else ""}
        yield Entry(before, replace(before or Person(id="", name=""), **fields))


def _by_code(people: tuple[Person, ...]) -> Mapping[str, Person]:
    return {person.code.casefold(): person for person in people if person.code}


def _named_by(code: codes.Code) -> Person:
    name, _comma, title = code.forms[0].partition(", ")
    titles = (Title(title),) if title else ()
    return Person(id="", name=name, code=code.code, titles=titles)
