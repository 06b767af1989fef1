"""The log of publications: where, when, by whom, with which overrides and which files."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select

from app.domain.correction import Correction, CorrectionKind
from app.store.tables import JournalRow, PublicationRow, StoryRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationEntry:
    """One line of the log. `manifest` maps file names to SHA-256; `size` is bytes in all.

    `previous` is the id of the publication this one took the place of, "" for the first.
    `revision` is the kept moment that was published, None in lines older than that. `reason` is
    why the story was `withdrawn`, as printed.
    """

    id: str
    story_id: str
    folder: str
    at: datetime
    by: str
    overrides: tuple[Mapping[str, str], ...]
    manifest: Mapping[str, str]
    size: int
    correction: Correction | None = None
    previous: str = ""
    revision: int | None = None
    withdrawn: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StoryMark:
    """What changes whenever a story does: cheap to read for all stories.

    `published` is when it was last published, "" for never.
    """

    story_id: str
    slug: str
    status: str
    embargo: str
    published: str
    mark: str


Row = dict[str, str | int]
"""A line of the log as its table holds it: all of it goes into JSON and comes back the same."""


def log(connection: Connection, entry: PublicationEntry) -> None:
    """Add a line to the log; lines are never changed."""
    log_rows(connection, [row_of(entry)])


def row_of(entry: PublicationEntry) -> Row:
    """Return a line of the log as its table holds it."""
    return {
        "id": entry.id,
        "story_id": entry.story_id,
        "folder": entry.folder,
        "at": entry.at.isoformat(),
        "by": entry.by,
        "overrides": json.dumps(_decisions(entry), ensure_ascii=False),
        "manifest": json.dumps(dict(entry.manifest)),
        "size": entry.size,
    }


def log_rows(connection: Connection, rows: Sequence[Row]) -> None:
    """Add lines to the log; those it holds already stay as they are."""
    if rows:
        connection.execute(insert(PublicationRow).prefix_with("OR IGNORE"), rows)


def of_story(connection: Connection, story_id: str) -> tuple[PublicationEntry, ...]:
    """Return the publications of a story, newest first."""
    return tuple(of_stories(connection, [story_id])[story_id])


def of_stories(
    connection: Connection, story_ids: Collection[str]
) -> dict[str, list[PublicationEntry]]:
    """Return the publications of each of the stories, newest first."""
    query = (
        select(PublicationRow.__table__)
        .where(PublicationRow.story_id.in_(story_ids))
        .order_by(PublicationRow.at.desc())
    )
    found: dict[str, list[PublicationEntry]] = {story_id: [] for story_id in story_ids}
    for row in connection.execute(query).mappings():
        found[row["story_id"]].append(_entry(row))
    return found


def marks(connection: Connection) -> tuple[StoryMark, ...]:
    """Return the marks of all stories out of the bin, by slug."""
    steps = _steps(connection)
    # What belongs to no single story (a photo's words, the register) may stand on any page.
    common = steps.get(None, "")
    published = (
        select(func.max(PublicationRow.at))
        .where(PublicationRow.story_id == StoryRow.id)
        .scalar_subquery()
    )
    query = select(
        StoryRow.id,
        StoryRow.slug,
        StoryRow.status,
        StoryRow.embargo,
        StoryRow.updated_at,
        published.label("published"),
    ).where(StoryRow.deleted_at.is_(None))
    return tuple(
        StoryMark(
            row.id,
            row.slug,
            row.status,
            row.embargo or "",
            row.published or "",
            f"{row.updated_at} {row.status} {steps.get(row.id, '')} {common}",
        )
        for row in connection.execute(query.order_by(StoryRow.slug))
    )


def _steps(connection: Connection) -> dict[str | None, str]:
    """Return, for each story and for None, what any act or undoing of one changes."""
    counted = select(
        JournalRow.story_id, func.max(JournalRow.step), func.sum(JournalRow.undone)
    ).group_by(JournalRow.story_id)
    return {story_id: f"{last}/{undone}" for story_id, last, undone in connection.execute(counted)}


def _decisions(entry: PublicationEntry) -> dict[str, Any]:
    """Return all that was decided with a publication, as the column `overrides` keeps it."""
    said: dict[str, Any] = {
        "overrides": [dict(one) for one in entry.overrides],
        "previous": entry.previous,
        "revision": entry.revision,
    }
    if entry.withdrawn:
        said |= {"withdrawn": True, "reason": entry.reason}
    if entry.correction:
        kind, notice = entry.correction.kind.value, entry.correction.notice
        said["correction"] = {"kind": kind, "notice": notice}
    return said


def _entry(row: RowMapping) -> PublicationEntry:
    said = json.loads(row["overrides"])
    # The first lines of the log held the overrides alone.
    decided: dict[str, Any] = {"overrides": said} if isinstance(said, list) else said
    at = datetime.fromisoformat(row["at"])
    wrong = decided.get("correction")
    return PublicationEntry(
        id=row["id"],
        story_id=row["story_id"],
        folder=row["folder"],
        at=at,
        by=row["by"],
        overrides=tuple(decided["overrides"]),
        manifest=json.loads(row["manifest"]),
        size=row["size"],
        correction=Correction(kind=CorrectionKind(wrong["kind"]), notice=wrong["notice"], at=at)
        if wrong
        else None,
        previous=decided.get("previous", ""),
        revision=decided.get("revision"),
        withdrawn=decided.get("withdrawn", False),
        reason=decided.get("reason", ""),
    )


def folders(connection: Connection) -> frozenset[str]:
    """Return every folder something was published into, as absolute paths."""
    return frozenset(connection.execute(select(PublicationRow.folder).distinct()).scalars())
