"""Photos: rows to values and back, and the columns their lists are read from."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from app.domain.completeness import ASKED, lacking
from app.domain.errors import DeskError
from app.domain.photo import Crop, Flag, Focus, Photo, PhotoMetadata
from app.domain.picking import PhotoWish, label_code
from app.store.picking import PAGE, matching, photo_written_to
from app.store.stories import storable
from app.store.tables import PhotoRow

SHORTEST_REF = 4
DAYS = {"embargo", "expires"}
"""The fields of `PhotoMetadata` that are days."""


def photo(connection: Connection, photo_id: str) -> Photo:
    """Return a photo.

    Raises:
        DeskError: `photo.unknown`.
    """
    found = some(connection, [photo_id])
    if photo_id not in found:
        raise DeskError("photo.unknown", ref=photo_id)
    return found[photo_id]


def find(connection: Connection, ref: str) -> str:
    """Return the id of the one photo named by id, file name, or the beginning of its id.

    Raises:
        DeskError: `photo.unknown`, also when several photos are meant.
    """
    ref = storable(ref)
    meant = (PhotoRow.id == ref) | (PhotoRow.file_name == ref)
    if len(ref) >= SHORTEST_REF:
        meant |= PhotoRow.id.startswith(ref, autoescape=True)
    found = connection.execute(select(PhotoRow.id).where(meant).limit(2)).scalars().all()
    if len(found) != 1:
        raise DeskError("photo.unknown", ref=ref)
    return str(found[0])


def some(connection: Connection, photo_ids: Iterable[str]) -> dict[str, Photo]:
    """Return those of the photos that the store holds, by id."""
    rows = connection.execute(
        select(PhotoRow.__table__).where(PhotoRow.id.in_(list(photo_ids)))
    ).mappings()
    return {row["id"]: _photo(row) for row in rows}


def all_of(connection: Connection, photo_ids: Sequence[str]) -> tuple[Photo, ...]:
    """Return the photos, each once, in the order asked.

    Raises:
        DeskError: `photo.unknown` for the first that is not there.
    """
    wanted = list(dict.fromkeys(photo_ids))
    found: dict[str, Photo] = {}
    for start in range(0, len(wanted), PAGE):
        found |= some(connection, wanted[start : start + PAGE])
    for photo_id in wanted:
        if photo_id not in found:
            raise DeskError("photo.unknown", ref=photo_id)
    return tuple(found[photo_id] for photo_id in wanted)


def by_digest(connection: Connection, digest: str) -> Photo | None:
    """Return the photo made from the file with this SHA-256, when it was taken in before."""
    row = connection.execute(select(PhotoRow.__table__).where(PhotoRow.digest == digest)).mappings()
    found = row.first()
    return _photo(found) if found else None


def met_before(connection: Connection, digest: str) -> Photo | None:
    """Return the photo of a file with this SHA-256: as it was taken in, or as the desk wrote it."""
    known = by_digest(connection, digest)
    if known:
        return known
    written = photo_written_to(connection, digest)
    return some(connection, [written]).get(written) if written else None


def lines(
    connection: Connection, *, words: str = "", story_id: str | None = None
) -> tuple[Photo, ...]:
    """Return photos, last taken in first; `words` must all stand in the name or the metadata."""
    wish = PhotoWish(words=words, story_id=story_id or "")
    rows = connection.execute(matching(wish, *PhotoRow.__table__.c)).mappings()
    return tuple(_photo(row) for row in rows)


def photo_columns(photo: Photo) -> dict[str, Any]:
    """Return a photo as its table holds it."""
    return {
        "id": photo.id,
        "digest": photo.digest,
        "file_name": photo.file_name,
        "media_type": photo.media_type,
        "width": photo.width,
        "height": photo.height,
        "focus_x": photo.focus.x,
        "focus_y": photo.focus.y,
        "taken_in_at": photo.taken_in_at.isoformat(),
        "source": storable(photo.source),
        "in_place": int(photo.in_place),
        "batch_id": photo.batch_id,
        "likeness": photo.likeness,
        "flag": photo.flag.value,
        "settled": json.dumps(photo.settled),
        **crops_column(photo.crops),
        **metadata_columns(photo.metadata),
    }


def metadata_columns(metadata: PhotoMetadata) -> dict[str, Any]:
    """Return metadata as the photos table holds it; fields that are not known are left out."""
    empty = asdict(PhotoMetadata())
    known = {name: value for name, value in asdict(metadata).items() if value != empty[name]}
    texts = {
        "details": json.dumps(known, ensure_ascii=False, default=date.isoformat),
        "creation": metadata.created,
        "label": label_code(metadata.label),
        "headline": metadata.headline,
        "description": metadata.description,
        "alt": metadata.alt,
        "credit_line": metadata.credit_line(),
        "persons": json.dumps(metadata.persons, ensure_ascii=False),
        "city": metadata.city,
        "country": metadata.country,
    }
    return {
        **{name: storable(text) for name, text in texts.items()},
        "rating": metadata.rating,
        "lacks": sum(1 << ASKED.index(question) for question in lacking(metadata)),
    }


def columns_of_details(details: dict[str, Any]) -> dict[str, Any]:
    """Return the columns that go with metadata as its JSON holds it."""
    return metadata_columns(metadata_from(details))


def settled_columns(settled: Iterable[str], conflicts: int) -> dict[str, Any]:
    """Return the fields whose conflict was decided, and how many stand, as the table holds them."""
    return {"settled": json.dumps(list(settled)), "conflicts": conflicts}


def conflicts_of(connection: Connection, photo_id: str) -> int:
    """Return on how many fields the homes of a photo's file disagree, undecided ones only."""
    query = select(PhotoRow.conflicts).where(PhotoRow.id == photo_id)
    return int(connection.execute(query).scalar_one())


def crops_column(crops: Iterable[tuple[str, Crop]]) -> dict[str, str]:
    """Return the parts chosen by hand as the photos table holds them."""
    return {"crops": json.dumps({role: astuple(crop) for role, crop in crops})}


def _photo(row: RowMapping) -> Photo:
    return Photo(
        id=row["id"],
        digest=row["digest"],
        file_name=row["file_name"],
        media_type=row["media_type"],
        width=row["width"],
        height=row["height"],
        metadata=metadata_from_text(row["details"]),
        focus=Focus(row["focus_x"], row["focus_y"]),
        taken_in_at=datetime.fromisoformat(row["taken_in_at"]),
        flag=Flag(row["flag"]),
        batch_id=row["batch_id"],
        source=row["source"],
        in_place=bool(row["in_place"]),
        likeness=row["likeness"],
        crops=tuple((role, Crop(*sides)) for role, sides in json.loads(row["crops"]).items()),
        settled=tuple(json.loads(row["settled"])),
    )


def metadata_from(details: Mapping[str, Any]) -> PhotoMetadata:
    """Return metadata from what its JSON holds; names that are no field are left out."""
    return PhotoMetadata(**fields_from(details))


def metadata_from_text(details: str) -> PhotoMetadata:
    """Return metadata from the column that holds it."""
    return metadata_from(json.loads(details))


def fields_from(details: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of `PhotoMetadata` that JSON holds, each of its own type."""
    names = {field.name for field in fields(PhotoMetadata)}
    values: dict[str, Any] = {}
    for name, value in details.items():
        if name in names:
            values[name] = tuple(value) if isinstance(value, list) else value
    for name in DAYS & values.keys():
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    return values


def fields_text(values: Mapping[str, Any]) -> str:
    """Return some fields of `PhotoMetadata` as JSON, for `fields_from` to read."""
    return storable(json.dumps(dict(values), ensure_ascii=False, default=date.isoformat))
