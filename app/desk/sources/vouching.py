"""Vouching: what stands behind a quote, on what terms it was said, and who agreed to hide a name."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import uuid4

from app.desk.desk import Desk
from app.desk.sources import sourcing
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.quote import Anonymity, Evidence, EvidenceKind, LedgerRow, Record
from app.store import sources
from app.store.journal import Act, acting


@dataclass(frozen=True, slots=True)
class Verified:
    """Who has looked at a piece of evidence, and when; "" is the person at work, None is now."""

    by: str = ""
    at: datetime | None = None


def add_evidence(  # noqa: PLR0913  one act: what it is about, what is noted, who has seen it
    desk: Desk,
    story_id: str,
    row_id: str,
    kind: EvidenceKind,
    reference: str,
    *,
    verified: Verified | None = None,
) -> Changes:
    """Note what stands behind a quote; an address is kept as text and never opened.

    Raises:
        DeskError: `quote.unknown`, `evidence.no-reference`.
    """
    if not reference.strip():
        raise DeskError("evidence.no-reference")
    row, body = sourcing.standing_row(desk, story_id, row_id)
    one = Evidence(id=uuid4().hex, quote_id=row.id, kind=kind, reference=reference.strip())
    if verified:
        one = _signed(desk, one, verified)
    with acting(desk.store, "add-evidence", desk.by, story_id=story_id) as act:
        _hold(act, row, body, desk.by)
        act.insert("evidence", sources.evidence_columns(story_id, one))
    return act.changes()


def verify_evidence(
    desk: Desk, story_id: str, evidence_id: str, verified: Verified | None = None
) -> Changes:
    """Say that somebody has looked at a piece of evidence, the person at work when not told.

    Raises:
        DeskError: `evidence.unknown`.
    """
    one = _evidence(desk, story_id, evidence_id)
    signed = _signed(desk, one, verified or Verified())
    with acting(desk.store, "verify-evidence", desk.by, story_id=story_id) as act:
        act.update("evidence", one.id, sources.evidence_columns(story_id, signed))
    return act.changes()


def remove_evidence(desk: Desk, story_id: str, evidence_id: str) -> Changes:
    """Take a piece of evidence out of the ledger.

    Raises:
        DeskError: `evidence.unknown`.
    """
    one = _evidence(desk, story_id, evidence_id)
    with acting(desk.store, "remove-evidence", desk.by, story_id=story_id) as act:
        act.delete("evidence", one.id)
    return act.changes()


def set_record(desk: Desk, story_id: str, row_id: str, record: Record) -> Changes:
    """Say on what terms words were given: to be quoted, without a name, or not to be used.

    Raises:
        DeskError: `quote.unknown`.
    """
    row, body = sourcing.standing_row(desk, story_id, row_id)
    return _set_terms(desk, "set-record", replace(row, record=record), body)


def ask_anonymity(desk: Desk, story_id: str, row_id: str, reason: str) -> Changes:
    """Say why the source of a quote is not to be named; somebody has still to agree.

    Raises:
        DeskError: `quote.unknown`, `anonymity.no-reason`.
    """
    if not reason.strip():
        raise DeskError("anonymity.no-reason")
    row, body = sourcing.standing_row(desk, story_id, row_id)
    asked = replace(row, anonymity=Anonymity(reason=reason.strip()))
    return _set_terms(desk, "set-anonymity", asked, body)


def approve_anonymity(
    desk: Desk, story_id: str, row_id: str, by: str, reason: str | None = None
) -> Changes:
    """Note who agreed that a source is not named, with the reason when it is given only now.

    Raises:
        DeskError: `quote.unknown`, `anonymity.no-reason`, `anonymity.no-name`.
    """
    row, body = sourcing.standing_row(desk, story_id, row_id)
    why = (reason or (row.anonymity.reason if row.anonymity else "")).strip()
    if not why:
        raise DeskError("anonymity.no-reason")
    if not by.strip():
        raise DeskError("anonymity.no-name")
    agreed = Anonymity(reason=why, approved_by=by.strip(), approved_at=datetime.now(UTC))
    return _set_terms(desk, "set-anonymity", replace(row, anonymity=agreed), body)


def name_again(desk: Desk, story_id: str, row_id: str) -> Changes:
    """Take the anonymity of a source back.

    Raises:
        DeskError: `quote.unknown`.
    """
    row, body = sourcing.standing_row(desk, story_id, row_id)
    return _set_terms(desk, "set-anonymity", replace(row, anonymity=None), body)


_TERMS = ("record", "anonymity_reason", "anonymity_by", "anonymity_at")


def _set_terms(desk: Desk, name: str, row: LedgerRow, body: str) -> Changes:
    with acting(desk.store, name, desk.by, story_id=row.story_id) as act:
        _hold(act, row, body, desk.by)
        columns = sources.ledger_columns(row)
        # The words and the state are those of the last decision: terms decide nothing of them.
        act.update("quotes", row.id, {term: columns[term] for term in _TERMS})
    return act.changes()


def _hold(act: Act, row: LedgerRow, body: str, by: str) -> None:
    """Make sure that a row the desk had said nothing about stands in the ledger."""
    if row.decided_at is None:
        sourcing.write_decision(act, row, body, by)


def _signed(desk: Desk, one: Evidence, verified: Verified) -> Evidence:
    by, at = verified.by.strip() or desk.by, verified.at or datetime.now(UTC)
    return replace(one, verified_by=by, verified_at=at)


def _evidence(desk: Desk, story_id: str, evidence_id: str) -> Evidence:
    with desk.store.reading() as connection:
        for one in sources.evidence(connection, story_id):
            if one.id == evidence_id:
                return one
    raise DeskError("evidence.unknown")
