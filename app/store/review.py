"""Remarks, suggestions and sign-offs: rows to values and back."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from app.domain.review import Anchor, Remark, SignOff, Suggestion, SuggestionState
from app.store.stories import moment
from app.store.tables import RemarkRow, SignOffRow, SuggestionRow


def remarks(connection: Connection, story_id: str) -> tuple[Remark, ...]:
    """Return the remarks of a story, oldest first, without their places now."""
    rows = connection.execute(
        select(RemarkRow.__table__).where(RemarkRow.story_id == story_id).order_by(RemarkRow.at)
    ).mappings()
    return tuple(
        Remark(
            id=row["id"],
            anchor=_anchor(row) if row["words"] else None,
            text=row["text"],
            by=row["by"],
            at=datetime.fromisoformat(row["at"]),
            answers=row["answers"],
            resolved_by=row["resolved_by"],
            resolved_at=moment(row["resolved_at"]),
        )
        for row in rows
    )


def suggestions(connection: Connection, story_id: str) -> tuple[Suggestion, ...]:
    """Return the suggestions of a story, oldest first, decided ones too, without their places now."""
    rows = connection.execute(
        select(SuggestionRow.__table__)
        .where(SuggestionRow.story_id == story_id)
        .order_by(SuggestionRow.at, SuggestionRow.start)
    ).mappings()
    return tuple(
        Suggestion(
            id=row["id"],
            anchor=_anchor(row),
            put=row["put"],
            by=row["by"],
            at=datetime.fromisoformat(row["at"]),
            state=SuggestionState(row["state"]),
            decided_by=row["decided_by"],
            decided_at=moment(row["decided_at"]),
        )
        for row in rows
    )


def sign_offs(connection: Connection, story_id: str) -> tuple[SignOff, ...]:
    """Return the names under a story, newest first."""
    rows = connection.execute(
        select(SignOffRow.__table__)
        .where(SignOffRow.story_id == story_id)
        .order_by(SignOffRow.at.desc())
    ).mappings()
    return tuple(
        SignOff(
            id=row["id"],
            by=row["by"],
            at=datetime.fromisoformat(row["at"]),
            note=row["note"],
            checksum=row["checksum"],
        )
        for row in rows
    )


def remark_row(story_id: str, one: Remark) -> dict[str, Any]:
    """Return a remark as its table holds it."""
    return {
        "id": one.id,
        "story_id": story_id,
        **_anchor_columns(one.anchor or Anchor("", "", "", 0)),
        "text": one.text,
        "by": one.by,
        "at": one.at.isoformat(),
        "answers": one.answers,
        "resolved_by": one.resolved_by,
        "resolved_at": one.resolved_at.isoformat() if one.resolved_at else None,
    }


def suggestion_row(story_id: str, one: Suggestion) -> dict[str, Any]:
    """Return a suggestion as its table holds it."""
    return {
        "id": one.id,
        "story_id": story_id,
        **_anchor_columns(one.anchor),
        "put": one.put,
        "by": one.by,
        "at": one.at.isoformat(),
        "state": one.state.value,
        "decided_by": one.decided_by,
        "decided_at": one.decided_at.isoformat() if one.decided_at else None,
    }


def sign_off_row(story_id: str, one: SignOff) -> dict[str, Any]:
    """Return a name under a story as its table holds it."""
    return {
        "id": one.id,
        "story_id": story_id,
        "by": one.by,
        "at": one.at.isoformat(),
        "note": one.note,
        "checksum": one.checksum,
    }


def _anchor(row: RowMapping) -> Anchor:
    return Anchor(row["words"], row["ahead"], row["behind"], row["start"])


def _anchor_columns(place: Anchor) -> dict[str, Any]:
    return {
        "words": place.words,
        "ahead": place.ahead,
        "behind": place.behind,
        "start": place.start,
    }
