"""Every act with the rows it touched, before and after: undo that survives a restart, and history."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select, update

from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.store.opening import Store
from app.store.stories import mark_changed, slug_owner
from app.store.tables import JournalRow, Row

KEYS = {
    "stories": "id",
    "bodies": "story_id",
    "photo_uses": "id",
    "photos": "id",
    "people": "id",
    "quotes": "id",
    "evidence": "id",
    "waivers": "id",
    "mutes": "id",
    "transcripts": "id",
    "remarks": "id",
    "suggestions": "id",
    "sign_offs": "id",
    "dictionary": "id",
    "batches": "id",
    "caption_templates": "id",
    "stamps": "id",
}
"""The column that names a row, for each table the journal can take back."""

UNKNOWN = {
    "stories": "story.unknown",
    "bodies": "story.unknown",
    "photos": "photo.unknown",
    "people": "person.unknown",
}
"""What is said of a row that is not there, for the tables a person names rows of."""

DONE, UNDONE, SUPERSEDED = 0, 1, 2

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Image:
    """One row before and after an act; None where it did not stand. Only changed columns are kept."""

    table: str
    key: str
    before: Values | None
    after: Values | None

    def reversed(self) -> "Image":
        """Return the image that takes this one back."""
        return Image(self.table, self.key, self.after, self.before)


def now() -> str:
    """Return this moment as the store writes it: ISO 8601, UTC, to the microsecond."""
    return datetime.now(UTC).isoformat()


def table_of(name: str) -> Table:
    """Return the table called `name`."""
    return Row.metadata.tables[name]


class Act:
    """One act under way: changes rows inside one transaction and remembers how they were."""

    def __init__(self, connection: Connection, name: str, story_id: str | None) -> None:
        """Begin on `connection`; `story_id` is the story the act is about, when it is about one."""
        self.connection = connection
        self.name = name
        self.story_id = story_id
        self.images: list[Image] = []
        self.step = 0

    def insert(self, table: str, values: Values) -> None:
        """Add a row."""
        self._apply(Image(table, str(values[KEYS[table]]), None, dict(values)))

    def update(self, table: str, key: str, values: Values) -> None:
        """Change columns of the row named `key`; columns that stay as they are leave no trace.

        Raises:
            DeskError: `story.unknown`, `photo.unknown`, `person.unknown`.
        """
        old = self._row(table, key)
        changed = {name: value for name, value in values.items() if old[name] != value}
        if changed:
            before = {name: old[name] for name in changed}
            self._apply(Image(table, key, before, changed))

    def delete(self, table: str, key: str) -> None:
        """Remove a row, keeping all of it for undo."""
        self._apply(Image(table, key, self._row(table, key), None))

    def remember(self, image: Image) -> None:
        """Keep an image of a change made by other means."""
        self.images.append(image)

    def changes(self) -> Changes:
        """Return what was touched, for the windows."""
        return changes_of(self.name, self.step, self.story_id, self.images)

    def _apply(self, image: Image) -> None:
        put(self.connection, image)
        self.images.append(image)

    def _row(self, table: str, key: str) -> dict[str, Any]:
        source = table_of(table)
        found = self.connection.execute(
            select(source).where(source.c[KEYS[table]] == key)
        ).mappings()
        if table not in UNKNOWN:
            return dict(found.one())
        row = found.one_or_none()
        if row is None:
            raise DeskError(UNKNOWN[table], ref=key)
        return dict(row)


@contextmanager
def acting(store: Store, name: str, by: str, *, story_id: str | None = None) -> Iterator[Act]:
    """Run one act: one transaction, one journal step; nothing is written when it changes nothing."""
    with store.writing() as connection:
        act = Act(connection, name, story_id)
        yield act
        if act.images:
            _supersede(connection)
            act.step = _record(connection, act, by)
            if story_id:
                mark_changed(connection, story_id)


def put(connection: Connection, image: Image) -> None:
    """Make a row what the image says it is after.

    A name in addresses that another story took since is left to that story.
    """
    table = table_of(image.table)
    named = table.c[KEYS[image.table]] == image.key
    if image.after is None:
        connection.execute(delete(table).where(named))
    elif image.before is None:
        connection.execute(insert(table).values(**image.after))
    elif values := _still_free(connection, image.key, image.after):
        connection.execute(update(table).where(named).values(**values))


def _still_free(connection: Connection, key: str, values: Values) -> Values:
    owner = slug_owner(connection, values["slug"]) if "slug" in values else None
    if owner in {None, key}:
        return values
    return {name: value for name, value in values.items() if name != "slug"}


def changes_of(name: str, step: int, story_id: str | None, images: list[Image]) -> Changes:
    """Return which stories, photos and people a list of images touches."""
    stories = {image.key for image in images if image.table in {"stories", "bodies"}}
    if story_id:
        stories.add(story_id)
    return Changes(
        act=name,
        step=step,
        stories=frozenset(stories),
        photos=frozenset(filter(None, map(_photo_of, images))),
        people=frozenset(image.key for image in images if image.table == "people"),
    )


def _photo_of(image: Image) -> str | None:
    """Return the photo an image is about, when it is about one."""
    if image.table == "stamps":
        return str((image.after or image.before or {})["photo_id"])
    return image.key if image.table == "photos" else None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the journal, ready to be taken back or done again."""

    number: int
    act: str
    story_id: str | None
    images: list[Image]


def last_done(connection: Connection) -> Step | None:
    """Return the step that undo would take back."""
    return _step(connection, DONE, newest=True)


def next_undone(connection: Connection) -> Step | None:
    """Return the step that redo would do again."""
    return _step(connection, UNDONE, newest=False)


def last_of(connection: Connection, acts: Collection[str]) -> Step | None:
    """Return the last step standing of any of these acts."""
    named = JournalRow.act.in_(list(acts))
    return _first(connection, (JournalRow.undone == DONE) & named, JournalRow.step.desc())


def keys_within_reach(connection: Connection, act: str, table: str) -> set[str]:
    """Return the rows of a table that the acts of a name touched and undo or redo may ask for."""
    found = connection.execute(
        select(JournalRow.images).where(JournalRow.act == act, JournalRow.undone != SUPERSEDED)
    ).scalars()
    images = (Image(*parts) for told in found for parts in json.loads(told))
    return {image.key for image in images if image.table == table}


def mark(connection: Connection, step: Step, *, undone: bool) -> None:
    """Record that a step was taken back or done again."""
    connection.execute(
        update(JournalRow)
        .where(JournalRow.step == step.number)
        .values(undone=UNDONE if undone else DONE)
    )


def merge(connection: Connection, numbers: Sequence[int]) -> int:
    """Make one step of several that still stand, in the place of the first; return its number, or 0.

    For work done in many short transactions that a person takes back as one. What other acts did
    meanwhile comes after it.
    """
    rows = connection.execute(
        select(JournalRow.step, JournalRow.images)
        .where(JournalRow.step.in_(list(numbers)), JournalRow.undone == DONE)
        .order_by(JournalRow.step)
    ).all()
    if not rows:
        return 0
    first, *others = rows
    if others:
        images = [image for row in rows for image in json.loads(row.images)]
        told = json.dumps(images, ensure_ascii=False)
        connection.execute(
            update(JournalRow).where(JournalRow.step == first.step).values(images=told)
        )
        gone = [row.step for row in others]
        connection.execute(delete(JournalRow).where(JournalRow.step.in_(gone)))
    return int(first.step)


def _step(connection: Connection, state: int, *, newest: bool) -> Step | None:
    order = JournalRow.step.desc() if newest else JournalRow.step.asc()
    return _first(connection, JournalRow.undone == state, order)


def _first(
    connection: Connection, which: ColumnElement[bool], order: ColumnElement[Any]
) -> Step | None:
    row = connection.execute(
        select(JournalRow.step, JournalRow.act, JournalRow.story_id, JournalRow.images)
        .where(which)
        .order_by(order)
        .limit(1)
    ).first()
    if row is None:
        return None
    return Step(
        row.step, row.act, row.story_id, [Image(*parts) for parts in json.loads(row.images)]
    )


def _supersede(connection: Connection) -> None:
    connection.execute(
        update(JournalRow).where(JournalRow.undone == UNDONE).values(undone=SUPERSEDED)
    )


def _record(connection: Connection, act: Act, by: str) -> int:
    images = [(image.table, image.key, image.before, image.after) for image in act.images]
    done = connection.execute(
        insert(JournalRow).values(
            act=act.name,
            at=now(),
            by=by,
            story_id=act.story_id,
            images=json.dumps(images, ensure_ascii=False, default=dict),
        )
    )
    key = done.inserted_primary_key
    return int(key[0]) if key else 0
