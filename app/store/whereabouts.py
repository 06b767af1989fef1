"""Where somebody of the register appears: quotes given to them, pictures they are on."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, exists, func, or_, select

from app.domain.quote import LedgerState
from app.store.tables import PhotoRow, QuoteRow, StoryRow, UseRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """One quote of one story, as the desk last decided it."""

    row_id: str
    story_id: str
    slug: str
    headline: str
    words: str
    speaker: str
    state: LedgerState


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictured:
    """One picture somebody is named on; `stories` are the slugs of those that use it."""

    photo_id: str
    file_name: str
    stories: tuple[str, ...]


def quoted(connection: Connection, person_id: str, names: Collection[str]) -> tuple[Quoted, ...]:
    """Return the quotes given to an entry of the register or, unlinked, to one of its names."""
    unlinked = QuoteRow.person_id.is_(None) & QuoteRow.speaker.in_(list(names))
    found = connection.execute(
        select(
            QuoteRow.id,
            QuoteRow.story_id,
            StoryRow.slug,
            StoryRow.headline,
            QuoteRow.words,
            QuoteRow.speaker,
            QuoteRow.state,
        )
        .join(StoryRow, StoryRow.id == QuoteRow.story_id)
        .where((QuoteRow.person_id == person_id) | unlinked)
        .order_by(StoryRow.updated_at.desc(), StoryRow.id, QuoteRow.start)
    )
    return tuple(
        Quoted(
            row_id=row.id,
            story_id=row.story_id,
            slug=row.slug,
            headline=row.headline,
            words=row.words,
            speaker=row.speaker,
            state=LedgerState(row.state),
        )
        for row in found
    )


def linked(connection: Connection, person_id: str) -> tuple[tuple[str, str], ...]:
    """Return id and shown speaker of every quote that points at an entry of the register."""
    found = connection.execute(
        select(QuoteRow.id, QuoteRow.speaker).where(QuoteRow.person_id == person_id)
    )
    return tuple((row.id, row.speaker) for row in found)


def pictured(connection: Connection, names: Collection[str]) -> tuple[Pictured, ...]:
    """Return the pictures that name somebody among the persons shown, by file name."""
    shown = func.json_each(PhotoRow.details, "$.persons").table_valued("value")
    told = func.json_each(UseRow.persons).table_valued("value")
    on_photo = exists(select(1).select_from(shown).where(shown.c.value.in_(list(names))))
    on_use = exists(select(1).select_from(told).where(told.c.value.in_(list(names))))
    found = connection.execute(
        select(PhotoRow.id, PhotoRow.file_name, StoryRow.slug)
        .outerjoin(UseRow, UseRow.photo_id == PhotoRow.id)
        .outerjoin(StoryRow, StoryRow.id == UseRow.story_id)
        .where(or_(on_photo, on_use))
        .order_by(PhotoRow.file_name, PhotoRow.id, StoryRow.slug)
    )
    pictures: dict[tuple[str, str], list[str]] = {}
    for row in found:
        pictures.setdefault((row.id, row.file_name), []).extend(filter(None, [row.slug]))
    return tuple(
        Pictured(photo_id=photo_id, file_name=name, stories=tuple(dict.fromkeys(slugs)))
        for (photo_id, name), slugs in pictures.items()
    )
