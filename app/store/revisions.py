"""Kept moments of a package: whole rows as JSON, so that any of them can be put back."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute

from app.domain.errors import DeskError
from app.domain.story import TEXT_FIELDS, Revision
from app.store.journal import Act, now, table_of
from app.store.stories import body_columns, words_column
from app.store.tables import PersonRow, PhotoRow, RevisionRow

RESTORED = frozenset({*TEXT_FIELDS, "tags", "note", "dated"}) - {"body"}
"""Columns of a story that restoring puts back; status and embargo are decisions, not copy."""

PARTS = ("bodies", "photo_uses", "quotes", "evidence")
"""The tables, beside `stories`, whose rows make up a kept moment; each names its story."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why a moment is kept ("named", "published", "quiet"…), for whom, and the name given to it."""

    reason: str
    by: str = ""
    name: str = ""


def keep(
    connection: Connection, story_id: str, occasion: Occasion, *, raw: str | None = None
) -> Revision | None:
    """Keep the package as it stands; None when nothing changed since the last kept moment.

    A named moment is kept even when nothing changed. `raw` is given for number 0 only.

    Raises:
        DeskError: `story.unknown`.
    """
    rows = json.dumps(_snapshot(connection, story_id), ensure_ascii=False, sort_keys=True)
    last = _last(connection, story_id)
    if last is not None and last[1] == rows and not occasion.name:
        return None
    number = 0 if last is None else last[0] + 1
    line = _line(story_id, number, occasion, rows)
    connection.execute(insert(RevisionRow).values(**line, raw=raw))
    return Revision(
        number=number,
        name=occasion.name,
        reason=occasion.reason,
        by=occasion.by,
        kept_at=datetime.fromisoformat(line["kept_at"]),
        words=line["words"],
    )


def keep_all(
    connection: Connection, story_ids: Collection[str], occasion: Occasion
) -> dict[str, int]:
    """Keep several packages as they stand, as `keep` does; return each one's newest number."""
    last = _last_of(connection, story_ids)
    numbers: dict[str, int] = {}
    fresh = []
    for story_id, kept in _snapshots(connection, story_ids).items():
        rows = json.dumps(kept, ensure_ascii=False, sort_keys=True)
        number, standing = last.get(story_id, (-1, ""))
        numbers[story_id] = number
        if rows != standing:
            numbers[story_id] = number + 1
            fresh.append(_line(story_id, number + 1, occasion, rows))
    if fresh:
        connection.execute(insert(RevisionRow), fresh)
    return numbers


def _line(story_id: str, number: int, occasion: Occasion, rows: str) -> dict[str, Any]:
    return {
        "story_id": story_id,
        "number": number,
        "name": occasion.name,
        "reason": occasion.reason,
        "by": occasion.by,
        "kept_at": now(),
        "words": json.loads(rows)["stories"][0]["words"],
        "snapshot": rows,
    }


def give_name(connection: Connection, story_id: str, number: int, name: str) -> None:
    """Call a kept moment by a name.

    Raises:
        DeskError: `revision.unknown`.
    """
    _row(connection, story_id, number)
    connection.execute(
        update(RevisionRow)
        .where(RevisionRow.story_id == story_id, RevisionRow.number == number)
        .values(name=name)
    )


def snapshot(
    connection: Connection, story_id: str, number: int | None
) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of a kept moment by table, or of the package as it stands now (None).

    Raises:
        DeskError: `revision.unknown`, `story.unknown`.
    """
    if number is None:
        return _snapshot(connection, story_id)
    found: dict[str, list[dict[str, Any]]] = json.loads(
        _row(connection, story_id, number)["snapshot"]
    )
    return found


def last_number(connection: Connection, story_id: str) -> int | None:
    """Return the number of the newest kept moment of a story, None when there is none."""
    last = _last(connection, story_id)
    return None if last is None else last[0]


def all_of(connection: Connection, story_id: str) -> tuple[Revision, ...]:
    """Return the kept moments of a story, newest first."""
    rows = connection.execute(
        select(
            RevisionRow.number,
            RevisionRow.name,
            RevisionRow.reason,
            RevisionRow.kept_at,
            RevisionRow.words,
            RevisionRow.by,
        )
        .where(RevisionRow.story_id == story_id)
        .order_by(RevisionRow.number.desc())
    )
    return tuple(
        Revision(
            number=row.number,
            name=row.name,
            reason=row.reason,
            kept_at=datetime.fromisoformat(row.kept_at),
            words=row.words,
            by=row.by,
        )
        for row in rows
    )


def text_of(connection: Connection, story_id: str, number: int) -> str:
    """Return the body kept at a moment; for number 0 the raw text as it came, when there is one.

    Raises:
        DeskError: `revision.unknown`.
    """
    row = _row(connection, story_id, number)
    if row["raw"] is not None:
        return str(row["raw"])
    return str(json.loads(row["snapshot"])["bodies"][0]["text"])


def body_of(connection: Connection, story_id: str, number: int) -> str:
    """Return the body of the story at a kept moment, number 0 too.

    Raises:
        DeskError: `revision.unknown`.
    """
    return str(snapshot(connection, story_id, number)["bodies"][0]["text"])


def restore(act: Act, story_id: str, number: int) -> None:
    """Put the copy and the captions of a kept moment back, as part of an act.

    Raises:
        DeskError: `revision.unknown`.
    """
    kept = snapshot(act.connection, story_id, number)
    story = {name: value for name, value in kept["stories"][0].items() if name in RESTORED}
    body = kept["bodies"][0]["text"]
    act.update("stories", story_id, {**story, **words_column(body)})
    act.update("bodies", story_id, body_columns(body))
    people = _ids(act.connection, PersonRow.id)
    photos = _ids(act.connection, PhotoRow.id)
    quotes = [_still_linked(row, "person_id", people) for row in kept["quotes"]]
    uses = [_still_linked(row, "photo_id", photos) for row in kept["photo_uses"]]
    evidence = kept.get("evidence", ())
    # Evidence leans on its quote: it goes before the quote does and comes back after it.
    _remove_others(act, "evidence", story_id, evidence)
    _restore_rows(act, "photo_uses", story_id, uses)
    _restore_rows(act, "quotes", story_id, quotes)
    _restore_rows(act, "evidence", story_id, evidence)


def _restore_rows(act: Act, table: str, story_id: str, kept: Sequence[dict[str, Any]]) -> None:
    present = _remove_others(act, table, story_id, kept)
    for row in kept:
        if row["id"] in present:
            act.update(table, row["id"], row)
        else:
            act.insert(table, row)


def _remove_others(
    act: Act, table: str, story_id: str, kept: Sequence[dict[str, Any]]
) -> frozenset[str]:
    """Remove the rows of a story that are not to be kept; return the ids that stood before."""
    present = frozenset(row["id"] for row in _rows(act.connection, table, "story_id", story_id))
    for key in sorted(present - {row["id"] for row in kept}):
        act.delete(table, key)
    return present


def _ids(connection: Connection, column: InstrumentedAttribute[str]) -> frozenset[str]:
    return frozenset(connection.execute(select(column)).scalars())


def _still_linked(row: dict[str, Any], link: str, known: frozenset[str]) -> dict[str, Any]:
    """Return a kept row without its link to a person or a photo that has left the store since."""
    return row if row[link] in known else {**row, link: None}


def _snapshot(connection: Connection, story_id: str) -> dict[str, list[dict[str, Any]]]:
    found = _snapshots(connection, [story_id])
    if story_id not in found:
        raise DeskError("story.unknown", ref=story_id)
    return found[story_id]


def _snapshots(
    connection: Connection, story_ids: Collection[str]
) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Return the rows of each of the stories that the store holds."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for row in _rows_of(connection, "stories", "id", story_ids):
        # The time of the last touch is not a change of the package.
        row.pop("updated_at")
        found[row["id"]] = {"stories": [row], **{name: [] for name in PARTS}}
    for name in PARTS:
        for row in _rows_of(connection, name, "story_id", list(found)):
            found[row["story_id"]][name].append(row)
    return found


def _rows(connection: Connection, name: str, column: str, key: str) -> list[dict[str, Any]]:
    return _rows_of(connection, name, column, [key])


def _rows_of(
    connection: Connection, name: str, column: str, keys: Collection[str]
) -> list[dict[str, Any]]:
    table = table_of(name)
    found = connection.execute(
        select(table).where(table.c[column].in_(keys)).order_by(*table.primary_key.columns)
    ).mappings()
    return [dict(row) for row in found]


def _last(connection: Connection, story_id: str) -> tuple[int, str] | None:
    return _last_of(connection, [story_id]).get(story_id)


def _last_of(connection: Connection, story_ids: Collection[str]) -> dict[str, tuple[int, str]]:
    """Return number and rows of the newest kept moment of each story that has one."""
    newest = (
        select(RevisionRow.story_id, func.max(RevisionRow.number).label("number"))
        .where(RevisionRow.story_id.in_(story_ids))
        .group_by(RevisionRow.story_id)
        .subquery()
    )
    rows = connection.execute(
        select(RevisionRow.story_id, RevisionRow.number, RevisionRow.snapshot).join(
            newest,
            (RevisionRow.story_id == newest.c.story_id) & (RevisionRow.number == newest.c.number),
        )
    )
    return {row.story_id: (row.number, row.snapshot) for row in rows}


def _row(connection: Connection, story_id: str, number: int) -> RowMapping:
    row = (
        connection.execute(
            select(RevisionRow.raw, RevisionRow.snapshot).where(
                RevisionRow.story_id == story_id, RevisionRow.number == number
            )
        )
        .mappings()
        .first()
    )
    if row is None:
        raise DeskError("revision.unknown", number=str(number))
    return row
