"""A version of a story put into the rows of this store, as part of one act."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from app.desk.photos.taking import Seen
from app.domain.handover import Handed, HandedPhoto
from app.domain.package import Package
from app.domain.review import Review
from app.domain.story import Story, word_count
from app.export.slugs import slug as slug_for
from app.store import photos, review, sources, stories
from app.store.journal import Act, Image

LONGEST_SLUG = 60
OWN = frozenset({"id", "slug", "created_at", "updated_at", "deleted_at"})


def handed_of(package: Package, said: Review) -> Handed:
    """Return what travels of a package: what the engine finds again by itself stays here."""
    ledger = tuple(replace(row, quote=None) for row in package.ledger if row.decided_at is not None)
    named = {row.person_id for row in ledger}
    return Handed(
        story=package.story,
        uses=package.uses,
        photos=tuple(
            HandedPhoto(
                id=photo.id,
                digest=photo.digest,
                file_name=photo.file_name,
                media_type=photo.media_type,
                metadata=photo.metadata,
                focus=photo.focus,
            )
            for photo in package.photos.values()
        ),
        people=tuple(person for person in package.people if person.id in named),
        ledger=ledger,
        waivers=package.waivers,
        mutes=package.mutes,
        remarks=tuple(replace(one, span=None) for one in said.remarks),
        suggestions=tuple(replace(one, span=None) for one in said.suggestions),
        sign_offs=tuple(replace(one, holds=True, changed=()) for one in said.sign_offs),
    )


class Receiving:
    """Puts a version into the store; `seen` are its pictures by digest."""

    def __init__(self, act: Act, handed: Handed, seen: Mapping[str, Seen]) -> None:
        self._act = act
        self._handed = handed
        self._seen = seen
        self._story_id = handed.story.id

    def file_new(self) -> None:
        """File the story as new here; taking the act back puts it into the bin."""
        moment = datetime.now(UTC)
        story = self._handed.story
        columns = self._story_columns(story) | {
            "id": story.id,
            "slug": self._free_slug(story),
            "created_at": story.created_at.isoformat(),
            "updated_at": moment.isoformat(),
        }
        birth = Act(self._act.connection, self._act.name, story.id)
        birth.insert("stories", columns)
        birth.insert("bodies", {"story_id": story.id, **stories.body_columns(story.body)})
        self._rest(birth)
        self._act.remember(
            Image("stories", story.id, {"deleted_at": moment.isoformat()}, {"deleted_at": None})
        )

    def bring_up_to_date(self) -> None:
        """Bring the story to what the version says; rows that say the same leave no trace."""
        story = self._handed.story
        columns = self._story_columns(story) | {"deleted_at": None}
        self._act.update("stories", story.id, columns)
        self._act.update("bodies", story.id, stories.body_columns(story.body))
        self._rest(self._act)

    def _story_columns(self, story: Story) -> dict[str, Any]:
        told = {name: value for name, value in _values(story).items() if name not in OWN}
        return stories.story_columns({**told, "words": word_count(story.body)})

    def _rest(self, act: Act) -> None:
        people = self._people(act)
        pictures = self._photos(act)
        uses = {
            use.id: stories.use_row(
                self._story_id, replace(use, photo_id=pictures.get(use.photo_id or ""))
            )
            for use in self._handed.uses
        }
        self._lay(act, "photo_uses", uses)
        rows = {
            row.id: sources.ledger_columns(
                replace(row, story_id=self._story_id, person_id=people.get(row.person_id or ""))
            )
            for row in self._handed.ledger
        }
        evidence = {
            one.id: sources.evidence_columns(self._story_id, replace(one, quote_id=row.id))
            for row in self._handed.ledger
            for one in row.evidence
        }
        self._drop(act, "evidence", evidence)
        self._lay(act, "quotes", rows)
        self._lay(act, "evidence", evidence)
        self._set_aside(act)
        self._said(act)

    def _said(self, act: Act) -> None:
        """Lay remarks, suggestions and sign-offs; none of ours is taken away."""
        handed, key = self._handed, self._story_id
        told = {
            "remarks": [review.remark_row(key, one) for one in handed.remarks],
            "suggestions": [review.suggestion_row(key, one) for one in handed.suggestions],
            "sign_offs": [review.sign_off_row(key, one) for one in handed.sign_offs],
        }
        for table, laid in told.items():
            present = stories.row_ids(act.connection, table, key)
            for row in laid:
                if row["id"] in present:
                    act.update(table, row["id"], row)
                else:
                    act.insert(table, row)

    def _set_aside(self, act: Act) -> None:
        """Add the findings set aside and the rules muted over there; ours stay."""
        for waiver in self._handed.waivers:
            if sources.waiver_id(act.connection, self._story_id, waiver.fingerprint) is None:
                act.insert("waivers", self._row(asdict(waiver)))
        muted = {mute.code for mute in sources.mutes(act.connection, self._story_id).values()}
        for mute in self._handed.mutes:
            if mute.code not in muted:
                act.insert("mutes", self._row(asdict(mute)))

    def _row(self, values: dict[str, Any]) -> dict[str, Any]:
        at = values["at"].isoformat()
        return {**values, "at": at, "id": uuid4().hex, "story_id": self._story_id}

    def _people(self, act: Act) -> dict[str, str]:
        """Return our entry for each person named, entering those we do not have."""
        register = sources.people(act.connection)
        by_id = {person.id: person for person in register}
        by_name = {(person.name, person.kind): person for person in register}
        found = {}
        for person in self._handed.people:
            ours = by_id.get(person.id) or by_name.get((person.name, person.kind))
            if ours is None:
                fresh = person
                if person.code and sources.code_owner(act.connection, person.code):
                    fresh = replace(person, code="")
                act.insert("people", sources.person_columns(fresh))
            found[person.id] = ours.id if ours else person.id
        return found

    def _photos(self, act: Act) -> dict[str, str]:
        """Return our photo for each that travelled, filing new ones; known ones get the words merged."""
        found = {}
        for handed in self._handed.photos:
            known = photos.by_digest(act.connection, handed.digest)
            seen = self._seen.get(handed.digest)
            if known:
                found[handed.id] = known.id
                act.update("photos", known.id, photos.metadata_columns(handed.metadata))
            elif seen:
                more = {"size": seen.size, "conflicts": len(seen.conflicts)}
                act.insert("photos", {**photos.photo_columns(seen.photo), **more})
                found[handed.id] = seen.photo.id
        return found

    def _lay(self, act: Act, table: str, rows: Mapping[str, dict[str, Any]]) -> None:
        present = self._drop(act, table, rows)
        for key, row in rows.items():
            if key in present:
                act.update(table, key, row)
            else:
                act.insert(table, row)

    def _drop(self, act: Act, table: str, rows: Mapping[str, dict[str, Any]]) -> frozenset[str]:
        """Remove rows of the story the version does not have; return those that stood."""
        present = stories.row_ids(act.connection, table, self._story_id)
        for key in sorted(present - rows.keys()):
            act.delete(table, key)
        return present

    def _free_slug(self, story: Story) -> str:
        base = slug_for(story.slug or story.headline)[:LONGEST_SLUG].strip("-") or "story"
        slug, number = base, 1
        while stories.slug_owner(self._act.connection, slug):
            number += 1
            slug = f"{base}-{number}"
        return slug


def _values(story: Story) -> dict[str, Any]:
    """Return the fields of a story by name; not `asdict`, which would copy what is frozen anyway."""
    return {name: getattr(story, name) for name in Story.__dataclass_fields__}
