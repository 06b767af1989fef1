"""Finding and replacing over the stories of the desk: fields, body and captions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import replace as dataclass_replace
from itertools import groupby
from typing import Any

from app.desk.desk import Desk
from app.desk.stories.writing import write
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.finding import Part, Place
from app.domain.photo import PhotoUse
from app.domain.story import Story
from app.language.search import Hit, Query, hits, replaced
from app.store import stories
from app.store.journal import Act, acting

FIELDS = {
    Part.KICKER: "kicker",
    Part.HEADLINE: "headline",
    Part.STANDFIRST: "standfirst",
    Part.BODY: "body",
}
"""The fields of a story that are searched; captions and alternative texts are besides."""

_USE_FIELDS = {Part.CAPTION: "caption", Part.ALT: "alt"}
AROUND = 60
"""Characters shown on each side of what was found."""

TOGETHER = 500
"""Stories read by one query."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One hit in one story. `before`, `words`, `after` are one line of the text around it."""

    story_id: str
    headline: str
    place: Place
    before: str
    words: str
    after: str
    instead: str
    quoted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """What replacing did: how many places, in how many stories."""

    changes: Changes
    places: int
    stories: int


def find_in(
    story: Story, uses: Iterable[PhotoUse], query: Query, replacement: str | None = None
) -> tuple[Found, ...]:
    """Return where a query is found in one story as it stands, in reading order.

    Raises:
        DeskError: `find.pattern`, `find.replacement`, `find.too-slow`.
    """
    return tuple(
        _found(story, part, slot, text, hit)
        for part, slot, text in _texts(story, uses)
        for hit in hits(text, query, replacement)
    )


def find(desk: Desk, query: Query, replacement: str | None = None) -> tuple[Found, ...]:
    """Return where a query is found in all stories that are not in the bin, last changed first.

    Raises:
        DeskError: as `find_in`.
    """
    with desk.store.reading() as connection:
        ids = [line.id for line in stories.lines(connection)]
        packages: list[tuple[Story, list[PhotoUse]]] = []
        for at in range(0, len(ids), TOGETHER):
            some = ids[at : at + TOGETHER]
            held, used = stories.some(connection, some), stories.uses_of(connection, some)
            packages += [(held[one], used[one]) for one in some]
    return tuple(
        one for story, uses in packages for one in find_in(story, uses, query, replacement)
    )


def replace(
    desk: Desk, query: Query, replacement: str, chosen: Iterable[tuple[str, Place]]
) -> Replaced:
    """Write the replacement at the chosen places, all as one step that can be taken back.

    `chosen` are story ids with places, as found. Words between quotation marks are left alone.

    Raises:
        DeskError: `find.moved` when something is no longer where it was found, or as `find_in`;
            nothing is changed then.
    """
    wanted = sorted(set(chosen), key=lambda one: one[0])
    by_story = {
        story_id: {place for _id, place in group}
        for story_id, group in groupby(wanted, key=lambda one: one[0])
    }
    done = {}
    only = next(iter(by_story)) if len(by_story) == 1 else None
    with acting(desk.store, "replace-all", desk.by, story_id=only) as act:
        for story_id, places in by_story.items():
            if count := _replace_in(act, story_id, query, replacement, places):
                stories.mark_changed(act.connection, story_id)
                done[story_id] = count
    changes = dataclass_replace(act.changes(), stories=frozenset(done))
    return Replaced(changes=changes, places=sum(done.values()), stories=len(done))


def _replace_in(act: Act, story_id: str, query: Query, replacement: str, places: set[Place]) -> int:
    story = stories.story(act.connection, story_id)
    uses = {use.slot: use for use in stories.uses(act.connection, story_id)}
    fields: dict[str, Any] = {}
    count = 0
    for part, slot, text in _texts(story, uses.values()):
        spans = {place.span for place in places if (place.part, place.slot) == (part, slot)}
        found = tuple(hit for hit in hits(text, query, replacement) if hit.span in spans)
        if len(found) != len(spans):
            raise DeskError("find.moved")
        count += sum(not hit.quoted for hit in found)
        now = replaced(text, found)
        if now != text and slot is not None:
            act.update("photo_uses", uses[slot].id, {_USE_FIELDS[part]: now})
        elif now != text:
            fields[FIELDS[part]] = now
    write(act, story_id, fields)
    return count


def _texts(story: Story, uses: Iterable[PhotoUse]) -> Iterator[tuple[Part, int | None, str]]:
    for part, name in FIELDS.items():
        yield part, None, getattr(story, name)
    for use in uses:
        for part, name in _USE_FIELDS.items():
            yield part, use.slot, getattr(use, name)


def _found(story: Story, part: Part, slot: int | None, text: str, hit: Hit) -> Found:
    start = max(text.rfind("\n", 0, hit.span.start) + 1, hit.span.start - AROUND)
    end = text.find("\n", hit.span.end)
    end = min(len(text) if end < 0 else end, hit.span.end + AROUND)
    return Found(
        story_id=story.id,
        headline=story.headline,
        place=Place(part, hit.span, slot),
        before=text[start : hit.span.start],
        words=hit.span.of(text),
        after=text[hit.span.end : end],
        instead=hit.instead,
        quoted=hit.quoted,
    )
