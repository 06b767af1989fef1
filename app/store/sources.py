"""The register, the ledger and the waivers: rows to values and back."""

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from app.domain.finding import Waiver
from app.domain.person import Person, PersonKind, Title
from app.domain.quote import LedgerRow, LedgerState, QuoteKind
from app.domain.text import Span
from app.store.stories import day, moment
from app.store.tables import PersonRow, QuoteRow, WaiverRow


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
    }


def ledger(connection: Connection, story_id: str) -> tuple[LedgerRow, ...]:
    """Return the desk's decisions on the quotes of a story, where they stood when decided."""
    rows = connection.execute(
        select(QuoteRow.__table__).where(QuoteRow.story_id == story_id).order_by(QuoteRow.start)
    ).mappings()
    return tuple(_ledger_row(row) for row in rows)


def ledger_columns(row: LedgerRow) -> dict[str, Any]:
    """Return a ledger row as its table holds it."""
    return {
        "id": row.id,
        "story_id": row.story_id,
        "words": row.words,
        "start": row.span.start if row.span else None,
        "kind": row.kind.value,
        "state": row.state.value,
        "speaker": row.speaker,
        "person_id": row.person_id,
        "decided_by": row.decided_by,
        "decided_at": row.decided_at.isoformat() if row.decided_at else None,
    }


def waivers(connection: Connection, story_id: str) -> tuple[Waiver, ...]:
    """Return the findings set aside in a story, oldest first."""
    rows = connection.execute(
        select(WaiverRow.__table__).where(WaiverRow.story_id == story_id).order_by(WaiverRow.at)
    ).mappings()
    return tuple(
        Waiver(
            code=row["code"],
            fingerprint=row["fingerprint"],
            reason=row["reason"],
            by=row["by"],
            at=datetime.fromisoformat(row["at"]),
        )
        for row in rows
    )


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
    )


def _ledger_row(row: RowMapping) -> LedgerRow:
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
    )
