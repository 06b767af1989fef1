"""The register, the ledger, the waivers and muted rules: rows to values and back."""

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from app.domain.errors import DeskError
from app.domain.finding import Mute, Waiver
from app.domain.person import NameForm, Person, PersonKind, Title
from app.domain.quote import (
    Anonymity,
    Evidence,
    EvidenceKind,
    LedgerRow,
    LedgerState,
    QuoteKind,
    Record,
)
from app.domain.text import Span
from app.store.stories import day, moment
from app.store.tables import EvidenceRow, MuteRow, PersonRow, QuoteRow, WaiverRow


def people(connection: Connection) -> tuple[Person, ...]:
    """Return the whole register, by name."""
    rows = connection.execute(select(PersonRow.__table__).order_by(PersonRow.name)).mappings()
    return tuple(_person(row) for row in rows)


def person_columns(person: Person) -> dict[str, Any]:
    """Return a register entry as its table holds it."""
    return {
        "id": person.id,
        "name": person.name,
        "kind": person.kind.value,
        "variants": json.dumps(person.variants, ensure_ascii=False),
        "titles": json.dumps(
            [asdict(title) for title in person.titles], ensure_ascii=False, default=date.isoformat
        ),
        "code": person.code,
        "note": person.note,
        "forms": json.dumps([asdict(form) for form in person.forms], ensure_ascii=False),
        "captions": json.dumps(person.captions, ensure_ascii=False),
    }


def person(connection: Connection, person_id: str) -> Person:
    """Return the register entry with this id.

    Raises:
        DeskError: `person.unknown`.
    """
    row = connection.execute(
        select(PersonRow.__table__).where(PersonRow.id == person_id)
    ).mappings()
    found = row.first()
    if found is None:
        raise DeskError("person.unknown", ref=person_id)
    return _person(found)


def code_owner(connection: Connection, code: str) -> tuple[str, str] | None:
    """Return id and name of the entry that has this code, letter case aside, or None."""
    row = connection.execute(
        select(PersonRow.id, PersonRow.name).where(func.lower(PersonRow.code) == code.lower())
    ).first()
    return (row.id, row.name) if row else None


def ledger(connection: Connection, story_id: str) -> tuple[LedgerRow, ...]:
    """Return the desk's decisions on the quotes of a story, where they stood when decided."""
    return tuple(ledgers(connection, [story_id])[story_id])


def ledgers(connection: Connection, story_ids: Collection[str]) -> dict[str, list[LedgerRow]]:
    """Return, for each of the stories, what `ledger` does."""
    query = (
        select(QuoteRow.__table__).where(QuoteRow.story_id.in_(story_ids)).order_by(QuoteRow.start)
    )
    behind = _evidence_of(connection, story_ids)
    found: dict[str, list[LedgerRow]] = {story_id: [] for story_id in story_ids}
    for row in connection.execute(query).mappings():
        found[row["story_id"]].append(_ledger_row(row, behind))
    return found


def ledger_columns(row: LedgerRow) -> dict[str, Any]:
    """Return a ledger row as its table holds it; evidence has a table of its own."""
    anonymity = row.anonymity
    return {
        "id": row.id,
        "story_id": row.story_id,
        "words": row.words,
        "ahead": row.ahead,
        "behind": row.behind,
        "start": row.span.start if row.span else None,
        "kind": row.kind.value,
        "state": row.state.value,
        "speaker": row.speaker,
        "person_id": row.person_id,
        "decided_by": row.decided_by,
        "decided_at": _written(row.decided_at),
        "record": row.record.value,
        "anonymity_reason": anonymity.reason if anonymity else None,
        "anonymity_by": anonymity.approved_by if anonymity else "",
        "anonymity_at": _written(anonymity.approved_at) if anonymity else None,
    }


def evidence(connection: Connection, story_id: str) -> tuple[Evidence, ...]:
    """Return what stands behind the quotes of a story, in the order of ids."""
    return _evidence_of(connection, [story_id])


def _evidence_of(connection: Connection, story_ids: Collection[str]) -> tuple[Evidence, ...]:
    rows = connection.execute(
        select(EvidenceRow.__table__)
        .where(EvidenceRow.story_id.in_(story_ids))
        .order_by(EvidenceRow.id)
    ).mappings()
    return tuple(
        Evidence(
            id=row["id"],
            quote_id=row["quote_id"],
            kind=EvidenceKind(row["kind"]),
            reference=row["reference"],
            verified_by=row["verified_by"],
            verified_at=moment(row["verified_at"]),
        )
        for row in rows
    )


def evidence_columns(story_id: str, one: Evidence) -> dict[str, Any]:
    """Return a piece of evidence as its table holds it."""
    return {
        "id": one.id,
        "story_id": story_id,
        "quote_id": one.quote_id,
        "kind": one.kind.value,
        "reference": one.reference,
        "verified_by": one.verified_by,
        "verified_at": _written(one.verified_at),
    }


def mutes(connection: Connection, story_id: str) -> dict[str, Mute]:
    """Return the rules muted in a story, by the id of their row, oldest first."""
    return mutes_of(connection, [story_id])[story_id]


def mutes_of(connection: Connection, story_ids: Collection[str]) -> dict[str, dict[str, Mute]]:
    """Return, for each of the stories, what `mutes` does."""
    query = select(MuteRow.__table__).where(MuteRow.story_id.in_(story_ids)).order_by(MuteRow.at)
    found: dict[str, dict[str, Mute]] = {story_id: {} for story_id in story_ids}
    for row in connection.execute(query).mappings():
        found[row["story_id"]][row["id"]] = Mute(
            code=row["code"],
            reason=row["reason"],
            by=row["by"],
            at=datetime.fromisoformat(row["at"]),
        )
    return found


def waivers(connection: Connection, story_id: str) -> tuple[Waiver, ...]:
    """Return the findings set aside in a story, oldest first."""
    return tuple(waivers_of(connection, [story_id])[story_id])


def waivers_of(connection: Connection, story_ids: Collection[str]) -> dict[str, list[Waiver]]:
    """Return, for each of the stories, what `waivers` does."""
    query = (
        select(WaiverRow.__table__).where(WaiverRow.story_id.in_(story_ids)).order_by(WaiverRow.at)
    )
    found: dict[str, list[Waiver]] = {story_id: [] for story_id in story_ids}
    for row in connection.execute(query).mappings():
        waiver = Waiver(
            code=row["code"],
            fingerprint=row["fingerprint"],
            reason=row["reason"],
            by=row["by"],
            at=datetime.fromisoformat(row["at"]),
        )
        found[row["story_id"]].append(waiver)
    return found


def waiver_id(connection: Connection, story_id: str, fingerprint: str) -> str | None:
    """Return the id of the waiver with this fingerprint, or None."""
    return connection.execute(
        select(WaiverRow.id).where(
            WaiverRow.story_id == story_id, WaiverRow.fingerprint == fingerprint
        )
    ).scalar()


def _person(row: RowMapping) -> Person:
    titles = tuple(
        Title(title["words"], day(title["since"]), day(title["until"]))
        for title in json.loads(row["titles"])
    )
    return Person(
        id=row["id"],
        name=row["name"],
        kind=PersonKind(row["kind"]),
        variants=tuple(json.loads(row["variants"])),
        titles=titles,
        code=row["code"],
        note=row["note"],
        forms=tuple(NameForm(form["language"], form["name"]) for form in json.loads(row["forms"])),
        captions=tuple(json.loads(row["captions"])),
    )


def _ledger_row(row: RowMapping, evidence: Iterable[Evidence]) -> LedgerRow:
    start = row["start"]
    return LedgerRow(
        id=row["id"],
        story_id=row["story_id"],
        words=row["words"],
        span=None if start is None else Span(start, start + len(row["words"])),
        kind=QuoteKind(row["kind"]),
        state=LedgerState(row["state"]),
        speaker=row["speaker"],
        person_id=row["person_id"],
        decided_by=row["decided_by"],
        decided_at=moment(row["decided_at"]),
        ahead=row["ahead"],
        behind=row["behind"],
        record=Record(row["record"]),
        anonymity=_anonymity(row),
        evidence=tuple(one for one in evidence if one.quote_id == row["id"]),
    )


def _anonymity(row: RowMapping) -> Anonymity | None:
    reason = row["anonymity_reason"]
    if reason is None:
        return None
    return Anonymity(
        reason=reason,
        approved_by=row["anonymity_by"],
        approved_at=moment(row["anonymity_at"]),
    )


def _written(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
