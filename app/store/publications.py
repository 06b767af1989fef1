"""The log of publications: where, when, by whom, with which overrides and which files."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select

from app.store.tables import PublicationRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationEntry:
    """One line of the log. `manifest` maps file names to SHA-256; `size` is bytes in all."""

    id: str
    story_id: str
    folder: str
    at: datetime
    by: str
    overrides: tuple[Mapping[str, str], ...]
    manifest: Mapping[str, str]
    size: int


def log(connection: Connection, entry: PublicationEntry) -> None:
    """Add a line to the log; lines are never changed."""
    connection.execute(
        insert(PublicationRow).values(
            id=entry.id,
            story_id=entry.story_id,
            folder=entry.folder,
            at=entry.at.isoformat(),
            by=entry.by,
            overrides=json.dumps([dict(one) for one in entry.overrides], ensure_ascii=False),
            manifest=json.dumps(dict(entry.manifest)),
            size=entry.size,
        )
    )


def of_story(connection: Connection, story_id: str) -> tuple[PublicationEntry, ...]:
    """Return the publications of a story, newest first."""
    rows = connection.execute(
        select(PublicationRow.__table__)
        .where(PublicationRow.story_id == story_id)
        .order_by(PublicationRow.at.desc())
    ).mappings()
    return tuple(_entry(row) for row in rows)


def _entry(row: RowMapping) -> PublicationEntry:
    overrides: list[dict[str, Any]] = json.loads(row["overrides"])
    return PublicationEntry(
        id=row["id"],
        story_id=row["story_id"],
        folder=row["folder"],
        at=datetime.fromisoformat(row["at"]),
        by=row["by"],
        overrides=tuple(overrides),
        manifest=json.loads(row["manifest"]),
        size=row["size"],
    )
