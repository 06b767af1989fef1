"""Filing: copy in, the stories list, the bin."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import resources
from app.desk import packages, typography
from app.desk.desk import Desk
from app.domain.changes import Changes
from app.domain.draft import Draft
from app.domain.package import Package
from app.domain.story import Story, StoryLine, word_count
from app.export.slugs import slug as slug_for
from app.intake import reader
from app.store import revisions as kept
from app.store import stories as rows
from app.store.journal import Act, Image, acting, now

LONGEST_SLUG = 60
DRAFTED = (
    "language",
    "headline",
    "kicker",
    "standfirst",
    "byline",
    "dateline",
    "agency_credit",
    "section",
    "tags",
    "note",
    "dated",
    "embargo",
)
"""The fields a draft hands to its story as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of copy from outside: the new story and the draft it was made from."""

    story_id: str
    slug: str
    draft: Draft
    changes: Changes


def read_draft(source: Path) -> Draft:
    """Sort a file of copy into a draft, without touching the store.

    Raises:
        DeskError: `intake.…`
    """
    return reader.read(source)


def take_in(desk: Desk, source: Path) -> TakenIn:
    """Read a file of copy and file it as a new story; its raw text is kept as revision 0.

    Raises:
        DeskError: `intake.…` or `store.…`; nothing is written then.
    """
    return file_draft(desk, reader.read(source))


def take_in_text(desk: Desk, text: str, *, name: str = "") -> TakenIn:
    """File pasted copy as a new story."""
    return file_draft(desk, reader.read_text(text, name))


def file_draft(desk: Desk, draft: Draft) -> TakenIn:
    """File a draft as a new story. Taking the act back moves the story to the bin."""
    draft = _of_the_country(desk, draft)
    story_id = uuid4().hex
    with acting(desk.store, "take-in", desk.by, story_id=story_id) as act:
        slug = _insert(act, story_id, draft)
        kept.keep(act.connection, story_id, kept.Occasion("taken-in", desk.by), raw=draft.raw)
    return TakenIn(story_id=story_id, slug=slug, draft=draft, changes=act.changes())


def new_story(
    desk: Desk, language: str, *, body: str = "", target_words: int | None = None
) -> tuple[str, Changes]:
    """Start a story in a language (BCP 47), empty or with what its type begins with; return its id."""
    draft = _of_the_country(desk, Draft(raw="", language=language, body=body))
    story_id = uuid4().hex
    with acting(desk.store, "begin", desk.by, story_id=story_id) as act:
        _insert(act, story_id, draft, target_words)
        kept.keep(act.connection, story_id, kept.Occasion("begun", desk.by))
    return story_id, act.changes()


def stories(desk: Desk, *, words: str = "", binned: bool = False) -> tuple[StoryLine, ...]:
    """Return the stories, last changed first; `words` are looked for everywhere, accents folded."""
    with desk.store.reading() as connection:
        return rows.lines(connection, words=words, binned=binned)


def package(desk: Desk, ref: str) -> Package:
    """Return the package of a story named by id, slug, or the beginning of its id.

    Raises:
        DeskError: `story.unknown`, `story.ambiguous`, `story.damaged`.
    """
    return packages.load(desk.store, find(desk, ref), desk.by)


def unread(desk: Desk, story_id: str) -> Package:
    """Return the package of a story without the quotes of its body: at once, however long it is.

    Raises:
        DeskError: `story.unknown`, `story.damaged`.
    """
    return packages.unread(desk.store, story_id, desk.by)


def read_package(source: Path) -> Package:
    """Return the package a file of copy would make, without touching any store; its story has no id."""
    draft = reader.read(source)
    moment = datetime.now(UTC)
    story = Story(
        id="",
        slug=draft.slug or slug_for(draft.headline),
        created_at=moment,
        updated_at=moment,
        body=draft.body,
        **_fields(draft),
    )
    return Package(story=story, uses=draft.uses)


def find(desk: Desk, ref: str) -> str:
    """Return the id of the story named by `ref`."""
    with desk.store.reading() as connection:
        return rows.find(connection, ref)


def spike(desk: Desk, story_id: str) -> Changes:
    """Move a story to the bin."""
    return _set_deleted(desk, "spike", story_id, now())


def unspike(desk: Desk, story_id: str) -> Changes:
    """Take a story out of the bin."""
    return _set_deleted(desk, "unspike", story_id, None)


def is_new(desk: Desk) -> bool:
    """Say whether nothing was ever filed in this store."""
    with desk.store.reading() as connection:
        return not (rows.lines(connection) or rows.lines(connection, binned=True))


def sample_copy() -> tuple[Path, ...]:
    """Return the sample stories that ship, French first."""
    return tuple(resources.path(f"sample/{name}") for name in ("story.fr.txt", "story.en.txt"))


def sample_photos() -> tuple[Path, ...]:
    """Return the sample photos that ship, in the order of the slots they belong to."""
    return tuple(sorted(resources.path("sample/photos").glob("*.jpg")))


def _set_deleted(desk: Desk, name: str, story_id: str, deleted_at: str | None) -> Changes:
    with acting(desk.store, name, desk.by, story_id=story_id) as act:
        act.update("stories", story_id, {"deleted_at": deleted_at})
    return act.changes()


def _of_the_country(desk: Desk, draft: Draft) -> Draft:
    """Return a draft in the desk's country, unless the copy told its own."""
    if draft.country_told:
        return draft
    return replace(draft, language=typography.own(desk, draft.language))


def _insert(act: Act, story_id: str, draft: Draft, target_words: int | None = None) -> str:
    """Put in the rows of a new story; return the slug it got."""
    moment = datetime.now(UTC)
    slug = _free_slug(act, draft.slug or draft.headline)
    columns = rows.story_columns(
        {
            "slug": slug,
            **_fields(draft),
            "target_words": target_words,
            "words": word_count(draft.body),
            "created_at": moment,
            "updated_at": moment,
        }
    )
    birth = Act(act.connection, act.name, story_id)
    birth.insert("stories", {"id": story_id, **columns})
    birth.insert("bodies", {"story_id": story_id, **rows.body_columns(draft.body)})
    for use in draft.uses:
        birth.insert("photo_uses", rows.use_row(story_id, replace(use, id=uuid4().hex)))
    # Undoing a birth must not destroy what came in: it moves the story to the bin.
    act.remember(
        Image("stories", story_id, {"deleted_at": moment.isoformat()}, {"deleted_at": None})
    )
    return slug


def _fields(draft: Draft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in DRAFTED}


def _free_slug(act: Act, words: str) -> str:
    base = slug_for(words)[:LONGEST_SLUG].strip("-") or "story"
    slug, number = base, 1
    while rows.slug_owner(act.connection, slug):
        number += 1
        slug = f"{base}-{number}"
    return slug
