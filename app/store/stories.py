"""Stories and their photo slots: rows to values and back."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select, text, update

from app.domain.errors import DeskError
from app.domain.photo import PhotoUse
from app.domain.story import Status, Story, StoryLine, word_count
from app.store.tables import BodyRow, PublicationRow, Row, StoryRow, UseRow

SHORTEST_REF = 4


def story(connection: Connection, story_id: str) -> Story:
    """Return a story with its body.

    Raises:
        DeskError: `story.unknown`, or `store.damaged` when the body is not what was written.
    """
    found = some(connection, [story_id])
    if story_id not in found:
        raise DeskError("story.unknown", ref=story_id)
    return found[story_id]


def some(connection: Connection, story_ids: Collection[str]) -> dict[str, Story]:
    """Return those of the stories that the store holds, by id, with their bodies.

    Raises:
        DeskError: `story.damaged` when a body is not what was written.
    """
    rows = connection.execute(
        select(StoryRow.__table__, BodyRow.text.label("body"), BodyRow.checksum)
        .join(BodyRow, BodyRow.story_id == StoryRow.id)
        .where(StoryRow.id.in_(story_ids))
    ).mappings()
    found = {}
    for row in rows:
        if checksum(row["body"]) != row["checksum"]:
            raise DeskError("story.damaged", ref=row["slug"])
        found[row["id"]] = _story(row)
    return found


def find(connection: Connection, ref: str) -> str:
    """Return the id of the story named by id, slug, or unambiguous beginning of the id.

    Raises:
        DeskError: `story.unknown`, `story.ambiguous`.
    """
    ref = storable(ref)
    exact = connection.execute(
        select(StoryRow.id).where((StoryRow.id == ref) | (StoryRow.slug == ref))
    ).first()
    if exact:
        return str(exact.id)
    if len(ref) >= SHORTEST_REF:
        near = connection.execute(
            select(StoryRow.id).where(StoryRow.id.startswith(ref, autoescape=True)).limit(2)
        ).all()
        if len(near) == 1:
            return str(near[0].id)
        if near:
            raise DeskError("story.ambiguous", ref=ref)
    raise DeskError("story.unknown", ref=ref)


def lines(
    connection: Connection, *, words: str = "", binned: bool = False
) -> tuple[StoryLine, ...]:
    """Return the stories list, last changed first; `words` are searched whole or as beginnings."""
    photos = select(func.count()).where(UseRow.story_id == StoryRow.id).scalar_subquery()
    published = (
        select(func.max(PublicationRow.at))
        .where(PublicationRow.story_id == StoryRow.id)
        .scalar_subquery()
    )
    query = select(
        StoryRow.id,
        StoryRow.slug,
        StoryRow.headline,
        StoryRow.language,
        StoryRow.status,
        StoryRow.agency_credit,
        StoryRow.words,
        StoryRow.updated_at,
        photos.label("photos"),
        published.label("published_at"),
    ).where(StoryRow.deleted_at.is_not(None) if binned else StoryRow.deleted_at.is_(None))
    if asked := search_words(words):
        hits = text("SELECT rowid FROM story_search WHERE story_search MATCH :asked")
        numbers = connection.execute(hits, {"asked": asked}).scalars().all()
        query = query.where(StoryRow.number.in_(numbers))
    rows = connection.execute(query.order_by(StoryRow.updated_at.desc())).mappings()
    return tuple(_line(row) for row in rows)


def search_words(words: str) -> str:
    """Return an FTS5 query in which nothing typed can be taken for syntax."""
    plain = storable(words).replace("\0", " ").replace('"', '""')
    return " ".join(f'"{word}"*' for word in plain.split())


def slug_owner(connection: Connection, slug: str) -> str | None:
    """Return the id of the story that bears this slug, or None."""
    return connection.execute(select(StoryRow.id).where(StoryRow.slug == slug)).scalar()


def mark_changed(connection: Connection, story_id: str) -> None:
    """Note that a story changed at this moment."""
    connection.execute(
        update(StoryRow)
        .where(StoryRow.id == story_id)
        .values(updated_at=datetime.now(UTC).isoformat())
    )


def uses(connection: Connection, story_id: str) -> tuple[PhotoUse, ...]:
    """Return the photo slots of a story, in slot order."""
    return tuple(uses_of(connection, [story_id])[story_id])


def uses_of(connection: Connection, story_ids: Collection[str]) -> dict[str, list[PhotoUse]]:
    """Return the photo slots of each of the stories, in slot order."""
    query = select(UseRow.__table__).where(UseRow.story_id.in_(story_ids)).order_by(UseRow.slot)
    found: dict[str, list[PhotoUse]] = {story_id: [] for story_id in story_ids}
    for row in connection.execute(query).mappings():
        found[row["story_id"]].append(_use(row))
    return found


def row_ids(connection: Connection, table: str, story_id: str) -> frozenset[str]:
    """Return the ids of the rows of a table that belong to a story."""
    source = Row.metadata.tables[table]
    found = connection.execute(select(source.c.id).where(source.c.story_id == story_id))
    return frozenset(found.scalars())


def checksum(body: str) -> str:
    """Return the SHA-256 of a body, as kept beside it."""
    return hashlib.sha256(body.encode()).hexdigest()


def story_columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields of `Story` (without the body) as columns hold them."""
    return {name: _plain(value) for name, value in values.items() if name != "body"}


def body_columns(body: str) -> dict[str, Any]:
    """Return a body as its table holds it."""
    text = storable(body)
    return {"text": text, "checksum": checksum(text)}


def words_column(body: str) -> dict[str, Any]:
    """Return the word count kept beside a story for its lists."""
    return {"words": word_count(body)}


def use_columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields of `PhotoUse` as columns hold them."""
    return {name: _plain(value) for name, value in values.items()}


def use_row(story_id: str, use: PhotoUse) -> dict[str, Any]:
    """Return a photo slot as its table holds it."""
    return {"story_id": story_id, **use_columns(asdict(use))}


def storable(text: str) -> str:
    """Return a text as UTF-8 can hold it: halves of a character that lost the other are replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _plain(value: object) -> object:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Status):
        return value.value
    plain = json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value
    return storable(plain) if isinstance(plain, str) else plain


def _story(row: RowMapping) -> Story:
    return Story(
        id=row["id"],
        slug=row["slug"],
        language=row["language"],
        headline=row["headline"],
        kicker=row["kicker"],
        standfirst=row["standfirst"],
        byline=row["byline"],
        dateline=row["dateline"],
        body=row["body"],
        agency_credit=row["agency_credit"],
        section=row["section"],
        tags=tuple(json.loads(row["tags"])),
        note=row["note"],
        status=Status(row["status"]),
        dated=day(row["dated"]),
        embargo=moment(row["embargo"]),
        target_words=row["target_words"],
        created_at=datetime.fromisoformat(row["created_at"]),
        updated_at=datetime.fromisoformat(row["updated_at"]),
        deleted_at=moment(row["deleted_at"]),
    )


def _line(row: RowMapping) -> StoryLine:
    return StoryLine(
        id=row["id"],
        slug=row["slug"],
        headline=row["headline"],
        language=row["language"],
        status=Status(row["status"]),
        agency_credit=row["agency_credit"],
        words=row["words"],
        photos=row["photos"],
        updated_at=datetime.fromisoformat(row["updated_at"]),
        published_at=moment(row["published_at"]),
    )


def _use(row: RowMapping) -> PhotoUse:
    return PhotoUse(
        id=row["id"],
        slot=row["slot"],
        photo_id=row["photo_id"],
        caption=row["caption"],
        alt=row["alt"],
        credit=row["credit"],
        persons=tuple(json.loads(row["persons"])),
        dated=day(row["dated"]),
        archive=bool(row["archive"]),
        decorative=bool(row["decorative"]),
    )


def moment(value: str | None) -> datetime | None:
    """Return a kept time, or None."""
    return datetime.fromisoformat(value) if value else None


def day(value: str | None) -> date | None:
    """Return a kept day, or None."""
    return date.fromisoformat(value) if value else None
