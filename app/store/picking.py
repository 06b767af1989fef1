"""Lists of photos read from columns: found, sifted and sorted in SQL, never through the JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    exists,
    func,
    literal_column,
    select,
    text,
)

from app.domain.completeness import ASKED
from app.domain.photo import Flag
from app.domain.picking import Batch, Order, PhotoLine, PhotoWish
from app.store.stories import search_words
from app.store.tables import (
    BatchRow,
    CaptionTemplateRow,
    PhotoNumberRow,
    PhotoRow,
    StampRow,
    UseRow,
)

PAGE = 500
"""Most lines read by one statement; SQLite takes no more than some thousand values at once."""

ANY = "any"
"""The open question that stands for all of them."""

_ORDERS: Mapping[Order, tuple[Any, ...]] = {
    Order.TAKEN_IN: (PhotoRow.taken_in_at.desc(),),
    Order.CREATED: (PhotoRow.creation, PhotoRow.file_name),
    Order.NAME: (PhotoRow.file_name,),
    Order.RATING: (func.coalesce(PhotoRow.rating, -2).desc(), PhotoRow.creation),
}

_LINE = (
    PhotoRow.id,
    PhotoRow.digest,
    PhotoRow.file_name,
    PhotoRow.width,
    PhotoRow.height,
    PhotoRow.headline,
    PhotoRow.description,
    PhotoRow.alt,
    PhotoRow.credit_line,
    PhotoRow.persons,
    PhotoRow.city,
    PhotoRow.country,
    PhotoRow.creation,
    PhotoRow.rating,
    PhotoRow.label,
    PhotoRow.flag,
    PhotoRow.lacks,
    PhotoRow.batch_id,
    PhotoRow.in_place,
    PhotoRow.conflicts,
    PhotoRow.source,
    PhotoRow.media_type,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A line with what tells where its original lies."""

    line: PhotoLine
    media_type: str
    source: str


def matching(wish: PhotoWish, *columns: Any) -> Select[Any]:  # noqa: ANN401  any columns of a table
    """Return the statement that reads `columns` of the photos wished for, in order."""
    query = select(*columns)
    for condition in _conditions(wish):
        query = query.where(condition)
    return query.order_by(*_ORDERS[wish.order], PhotoRow.id)


def ids(connection: Connection, wish: PhotoWish) -> tuple[str, ...]:
    """Return the ids of the photos wished for, in order."""
    return tuple(connection.execute(matching(wish, PhotoRow.id)).scalars())


def lines(connection: Connection, photo_ids: Sequence[str]) -> tuple[Placed, ...]:
    """Return the lines of these photos, in the order asked; photos that are gone are left out."""
    found: dict[str, Placed] = {}
    for start in range(0, len(photo_ids), PAGE):
        page = list(photo_ids[start : start + PAGE])
        uses = _uses_of(connection, page)
        for row in connection.execute(select(*_LINE).where(PhotoRow.id.in_(page))).mappings():
            found[row["id"]] = _placed(row, uses.get(row["id"], 0))
    return tuple(found[photo_id] for photo_id in photo_ids if photo_id in found)


def tally(connection: Connection) -> dict[str, int]:
    """Return how many photos there are, of each flag, unused, conflicting, and lacking what."""
    row = connection.execute(
        select(
            func.count().label("total"),
            *(_counted(PhotoRow.lacks.op("&")(1 << bit) != 0, name) for bit, name in _BITS),
            _counted(PhotoRow.flag == Flag.PICK.value, "picked"),
            _counted(PhotoRow.flag == Flag.REJECT.value, "rejected"),
            _counted(PhotoRow.rating.is_(None), "unrated"),
            _counted(PhotoRow.conflicts > 0, "conflicting"),
            _counted(~_is_used(), "unused"),
        ).select_from(PhotoRow)
    ).mappings()
    return {name: int(value) for name, value in row.one().items()}


def batches(connection: Connection) -> tuple[Batch, ...]:
    """Return the batches taken in, newest first, with how many of their photos are left."""
    held = select(func.count()).where(PhotoRow.batch_id == BatchRow.id).scalar_subquery()
    rows = connection.execute(
        select(BatchRow.__table__, held.label("photos")).order_by(BatchRow.at.desc())
    ).mappings()
    return tuple(
        Batch(
            id=row["id"],
            name=row["name"],
            source=row["source"],
            at=datetime.fromisoformat(row["at"]),
            by=row["by"],
            photos=row["photos"],
        )
        for row in rows
    )


def known_values(connection: Connection, field: str, most: int) -> tuple[str, ...]:
    """Return the values photos have in a field of their metadata, those used most first."""
    found = connection.execute(
        text(
            "SELECT v.value FROM photos p,"
            " json_each(CASE json_type(p.details, :path)"
            "  WHEN 'array' THEN json_extract(p.details, :path)"
            "  ELSE json_array(json_extract(p.details, :path)) END) v"
            " WHERE json_type(p.details, :path) IS NOT NULL AND v.value <> ''"
            " GROUP BY v.value ORDER BY count(*) DESC, v.value LIMIT :most"
        ),
        {"path": f"$.{field}", "most": most},
    )
    return tuple(str(value) for value in found.scalars())


def likenesses(connection: Connection) -> dict[str, str]:
    """Return the likeness of each photo that has one, by id, first taken in first."""
    rows = connection.execute(
        select(PhotoRow.id, PhotoRow.likeness)
        .where(PhotoRow.likeness != "")
        .order_by(PhotoRow.taken_in_at, PhotoRow.id)
    )
    return {row.id: row.likeness for row in rows}


def sizes(connection: Connection, photo_ids: Sequence[str]) -> dict[str, int]:
    """Return the length in bytes of the originals of these photos, 0 when not known."""
    found: dict[str, int] = {}
    for start in range(0, len(photo_ids), PAGE):
        page = list(photo_ids[start : start + PAGE])
        rows = connection.execute(select(PhotoRow.id, PhotoRow.size).where(PhotoRow.id.in_(page)))
        found |= {str(row.id): int(row.size) for row in rows}
    return found


def digests_written(connection: Connection, photo_id: str) -> set[str]:
    """Return the digests of the files into which the words of a photo were ever written."""
    query = select(StampRow.digest_before, StampRow.digest_after)
    rows = connection.execute(query.where(StampRow.photo_id == photo_id)).all()
    return {digest for row in rows for digest in row if digest}


def photo_written_to(connection: Connection, digest: str) -> str | None:
    """Return the id of the photo whose words made a file what its digest says, if one did."""
    found = connection.execute(
        select(StampRow.photo_id).where(StampRow.digest_after == digest).limit(1)
    )
    return found.scalar()


def templates(connection: Connection) -> dict[tuple[str, str], str]:
    """Return the fields of the caption templates, as JSON, by id and name; in order of names."""
    rows = connection.execute(
        select(CaptionTemplateRow.__table__).order_by(CaptionTemplateRow.name)
    ).mappings()
    return {(row["id"], row["name"]): row["fields"] for row in rows}


_BITS = tuple(enumerate(ASKED))


def _conditions(wish: PhotoWish) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool] | None] = [
        _said(wish.words),
        _in_story(wish.story_id) if wish.story_id else None,
        PhotoRow.batch_id == wish.batch_id if wish.batch_id else None,
        PhotoRow.rating >= wish.rating if wish.rating is not None else None,
        PhotoRow.label.in_(sorted(wish.labels)) if wish.labels else None,
        PhotoRow.flag.in_(sorted(wish.flags)) if wish.flags else None,
        _open_question(wish.lacks),
        None if wish.used is None else _is_used() if wish.used else ~_is_used(),
        PhotoRow.conflicts > 0 if wish.conflicting else None,
    ]
    return [condition for condition in found if condition is not None]


def _said(words: str) -> ColumnElement[bool] | None:
    asked = search_words(words)
    if not asked:
        return None
    hits = (
        text("SELECT rowid FROM photo_search WHERE photo_search MATCH :asked")
        .bindparams(asked=asked)
        .columns(literal_column("rowid"))
    )
    numbers = select(PhotoNumberRow.photo_id).where(PhotoNumberRow.number.in_(hits))
    return PhotoRow.id.in_(numbers)


def _in_story(story_id: str) -> ColumnElement[bool]:
    return PhotoRow.id.in_(select(UseRow.photo_id).where(UseRow.story_id == story_id))


def _open_question(lacks: str) -> ColumnElement[bool] | None:
    if not lacks:
        return None
    if lacks == ANY:
        return PhotoRow.lacks != 0
    return PhotoRow.lacks.op("&")(1 << ASKED.index(lacks)) != 0


def _is_used() -> ColumnElement[bool]:
    return exists().where(UseRow.photo_id == PhotoRow.id)


def _counted(condition: ColumnElement[bool], name: str) -> ColumnElement[Any]:
    return func.count().filter(condition).label(name)


def _uses_of(connection: Connection, photo_ids: list[str]) -> dict[str, int]:
    rows = connection.execute(
        select(UseRow.photo_id, func.count().label("uses"))
        .where(UseRow.photo_id.in_(photo_ids))
        .group_by(UseRow.photo_id)
    )
    return {str(row.photo_id): int(row.uses) for row in rows}


def _placed(row: RowMapping, uses: int) -> Placed:
    line = PhotoLine(
        id=row["id"],
        digest=row["digest"],
        file_name=row["file_name"],
        width=row["width"],
        height=row["height"],
        headline=row["headline"],
        description=row["description"],
        alt=row["alt"],
        credit=row["credit_line"],
        persons=tuple(json.loads(row["persons"])),
        city=row["city"],
        country=row["country"],
        created=row["creation"],
        rating=row["rating"],
        label=row["label"],
        flag=Flag(row["flag"]),
        lacks=tuple(name for bit, name in _BITS if row["lacks"] >> bit & 1),
        uses=uses,
        batch_id=row["batch_id"],
        in_place=bool(row["in_place"]),
        conflicts=row["conflicts"],
    )
    return Placed(line=line, media_type=row["media_type"], source=row["source"])
