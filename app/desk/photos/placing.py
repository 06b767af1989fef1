"""Photos dropped or pasted into the copy: taken in and placed where they fell, as one act."""

from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

from app.desk.desk import Desk
from app.desk.photos import taking
from app.desk.photos.captioning import fill
from app.desk.stories import writing
from app.domain.changes import Changes
from app.domain.photo import PhotoUse
from app.domain.story import slot_line
from app.store import stories
from app.store.journal import acting

PARAGRAPH = "\n\n"


def place_photos(desk: Desk, story_id: str, sources: Sequence[Path], after: int) -> Changes:
    """Take image files in and put them in slots of their own after paragraph number `after`.

    Paragraphs are counted from 0, photo slots among them; the files themselves are untouched.

    Raises:
        DeskError: `photo.…`, `store.…`, `story.unknown`; the story is as it was then.
    """
    seen = [(taking.look(desk, source), source) for source in sources]
    with acting(desk.store, "place-photos", desk.by, story_id=story_id) as act:
        story = stories.story(act.connection, story_id)
        slot = max((use.slot for use in stories.uses(act.connection, story_id)), default=0)
        lines = []
        for one, source in seen:
            slot += 1
            use = PhotoUse(id=uuid4().hex, slot=slot)
            act.insert("photo_uses", stories.use_row(story_id, use))
            fill(act, use, taking.file(act, one, source).photo.id)
            lines.append(slot_line(slot))
        paragraphs = story.body.split(PARAGRAPH)
        first = paragraphs[: after + 1] if any(paragraphs) else []
        body = PARAGRAPH.join([*first, *lines, *paragraphs[after + 1 :]])
        writing.write(act, story_id, {"body": body})
    return act.changes()
