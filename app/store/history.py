"""The timeline of a package: journal and kept moments in one line, and what a package said then."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from app.domain.history import Facet, Moment, Touch
from app.domain.story import TEXT_FIELDS, Revision
from app.store import revisions
from app.store.journal import DONE
from app.store.tables import JournalRow, PhotoRow, StoryRow, UseRow

STORY_PARTS = frozenset(
    {*TEXT_FIELDS, "slug", "language", "tags", "note", "status", "dated", "embargo", "target_words"}
) - {"body"}
USE_PARTS = {
    "photo_id": "picture",
    "caption": "caption",
    "alt": "alt",
    "credit": "credit",
    "archive": "archive",
    "decorative": "decorative",
}
"""The columns of a photo slot that are told, and what they are called."""

BIRTHS = frozenset({"take-in", "begin", "take-over"})
"""Acts that file a story."""

NAMED = {
    "waivers": ("waiver", "code", "reason"),
    "mutes": ("mute", "code", "reason"),
    "evidence": ("evidence", "reference", "kind"),
    "transcripts": ("transcript", "name", "digest"),
    "remarks": ("remark", "words", "text"),
    "suggestions": ("suggestion", "words", "put"),
    "sign_offs": ("sign-off", "by", "note"),
}
"""Tables whose rows come and go whole: the facet, the column it is told by, what it says."""

Values = Mapping[str, Any]


def timeline(connection: Connection, story_id: str) -> tuple[Moment, ...]:
    """Return all that is known of the past of a story, newest first.

    Raises:
        DeskError: `story.unknown`.
    """
    told = _Teller(connection, story_id)
    steps = connection.execute(
        select(JournalRow.__table__).where(
            or_(
                JournalRow.story_id == story_id,
                *(func.instr(JournalRow.images, photo) > 0 for photo in told.photos),
            )
        )
    )
    acts = (told.act(row) for row in steps)
    # An act on other photos that only names one of ours touches nothing of this story.
    moments = [one for one in acts if one.touches or one.act in BIRTHS]
    moments += [_kept(one) for one in revisions.all_of(connection, story_id)]
    return tuple(sorted(moments, key=lambda one: (one.at, one.step), reverse=True))


def standing(connection: Connection, story_id: str, number: int | None) -> dict[Facet, str]:
    """Return what a package said at a kept moment, or says now (None), facet by facet.

    Raises:
        DeskError: `revision.unknown`, `story.unknown`.
    """
    rows = revisions.snapshot(connection, story_id, number)
    found = {Facet(name): _shown(rows["stories"][0].get(name)) for name in _reading_order()}
    found[Facet("body")] = str(rows["bodies"][0]["text"])
    pictures = _pictures(connection, (use.get("photo_id") for use in rows["photo_uses"]))
    for use in sorted(rows["photo_uses"], key=lambda row: int(row["slot"])):
        for column, part in USE_PARTS.items():
            said = use.get(column)
            found[Facet(part, str(use["slot"]))] = pictures.get(said, _shown(said))
    for quote in sorted(rows["quotes"], key=lambda row: row["start"] or 0):
        found[Facet("attribution", str(quote["words"]))] = _decision(quote)
    for one in rows.get("evidence", ()):
        found[Facet("evidence", str(one["reference"]))] = str(one["kind"])
    return found


def _pictures(connection: Connection, photo_ids: Iterable[str | None]) -> dict[object, str]:
    """Return the file names of photos by their ids."""
    asked = select(PhotoRow.id, PhotoRow.file_name).where(
        PhotoRow.id.in_([one for one in photo_ids if one])
    )
    return {row.id: row.file_name for row in connection.execute(asked)}


def last_kept(connection: Connection, story_id: str) -> tuple[int | None, bool]:
    """Return the newest kept moment of a story, None without any, and whether it still stands so."""
    number = revisions.last_number(connection, story_id)
    if number is None:
        return None, False
    now = revisions.snapshot(connection, story_id, None)
    return number, now == revisions.snapshot(connection, story_id, number)


def changed_since(connection: Connection, moment: str) -> tuple[tuple[str, str, str], ...]:
    """Return id, headline and time of the stories changed at a time (ISO 8601) or later."""
    rows = connection.execute(
        select(StoryRow.id, StoryRow.headline, StoryRow.updated_at)
        .where(StoryRow.updated_at >= moment, StoryRow.deleted_at.is_(None))
        .order_by(StoryRow.updated_at.desc())
    )
    return tuple((row.id, row.headline, row.updated_at) for row in rows)


def _reading_order() -> tuple[str, ...]:
    return (*TEXT_FIELDS, *sorted(STORY_PARTS - set(TEXT_FIELDS)))


def _kept(one: Revision) -> Moment:
    return Moment(
        at=one.kept_at,
        by=one.by,
        act=one.reason,
        revision=one.number,
        name=one.name,
        words=one.words,
    )


class _Teller:
    """Tells steps of the journal in the words of the newsroom."""

    def __init__(self, connection: Connection, story_id: str) -> None:
        self._connection = connection
        self._story_id = story_id
        uses = connection.execute(
            select(UseRow.id, UseRow.slot, UseRow.photo_id).where(UseRow.story_id == story_id)
        ).all()
        self._slots = {row.id: str(row.slot) for row in uses}
        self.photos = tuple(row.photo_id for row in uses if row.photo_id)
        self._quotes: dict[str, str] = {}
        self._own = True

    def act(self, row: Row[Any]) -> Moment:
        """Return one step as a moment."""
        touches: list[Touch] = []
        self._own = row.story_id == self._story_id
        for table, key, before, after in json.loads(row.images):
            touches += self._touches(table, key, before or {}, after or {})
        if row.act in BIRTHS:
            # A birth says that it is taken back by the bin; nothing was in the bin before.
            touches = [one for one in touches if one.facet.part != "bin"]
        return Moment(
            at=datetime.fromisoformat(row.at),
            by=row.by,
            act=row.act,
            step=row.step,
            undone=row.undone != DONE,
            touches=tuple(touches),
        )

    def _touches(self, table: str, key: str, was: Values, now: Values) -> Iterator[Touch]:
        if table == "stories" and key == self._story_id:
            yield from _of_story(was, now)
        elif table == "bodies" and key == self._story_id:
            yield Touch(Facet("body"), _shown(was.get("text")), _shown(now.get("text")))
        elif table == "photo_uses":
            yield from self._of_use(key, was, now)
        elif table == "photos" and key in self.photos:
            yield from _of_photo(was, now)
        elif table == "quotes":
            self._quotes[key] = str(
                now.get("words") or was.get("words") or self._quotes.get(key, "")
            )
            yield Touch(Facet("attribution", self._quotes[key]), _decision(was), _decision(now))
        elif table in NAMED:
            part, about, says = NAMED[table]
            name = _shown(now.get(about) or was.get(about))
            yield Touch(Facet(part, name), _shown(was.get(says)), _shown(now.get(says)))

    def _of_use(self, key: str, was: Values, now: Values) -> Iterator[Touch]:
        if not self._own and key not in self._slots:
            return
        slot = str(now.get("slot") or was.get("slot") or self._slots.get(key, ""))
        pictures = _pictures(self._connection, (was.get("photo_id"), now.get("photo_id")))
        for column, part in USE_PARTS.items():
            old, new = (
                pictures.get(side.get(column), _shown(side.get(column))) for side in (was, now)
            )
            if old != new:
                yield Touch(Facet(part, slot), old, new)


def _of_story(was: Values, now: Values) -> Iterator[Touch]:
    for name in _reading_order():
        if name in was or name in now:
            yield Touch(Facet(name), _shown(was.get(name)), _shown(now.get(name)))
    if "deleted_at" in was or "deleted_at" in now:
        yield Touch(Facet("bin"), _shown(was.get("deleted_at")), _shown(now.get("deleted_at")))


def _of_photo(was: Values, now: Values) -> Iterator[Touch]:
    old, new = (json.loads(side.get("details") or "{}") for side in (was, now))
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield Touch(Facet("metadata", name), _shown(old.get(name)), _shown(new.get(name)))


def _decision(quote: Values) -> str:
    parts = [quote.get("state"), quote.get("speaker"), quote.get("record")]
    kept = [str(part) for part in parts if part and part != "on"]
    if quote.get("anonymity_reason"):
        kept.append(str(quote["anonymity_reason"]))
    return " · ".join(kept)


def _shown(value: object) -> str:
    """Return a column as words: lists joined, numbers written out, nothing as ""."""
    if isinstance(value, str) and value.startswith("["):
        value = _listed(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value in {None, 0} else str(value)


def _listed(text: str) -> object:
    try:
        found = json.loads(text)
    except ValueError:
        return text
    return found if isinstance(found, list) else text
