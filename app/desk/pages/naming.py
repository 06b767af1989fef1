"""The address of a story that was begun empty: taken from its headline before it is published."""

from app.desk import packages
from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.stories import writing
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.story import Story
from app.export.slugs import slug as slug_for

EMPTY = slug_for("")
"""What a story without words is called; a second one has a number behind."""

MOST = 99
"""Stories of one headline that are told apart by a number."""


def is_unnamed(story: Story) -> bool:
    """Say whether a story still bears the name of an empty one though it has a headline."""
    return story.slug.startswith(EMPTY) and bool(story.headline.strip())


def called(headline: str, slug: str) -> str:
    """Return what a story is called: its headline, else its address where that says something."""
    return headline or ("" if slug.startswith(EMPTY) else slug)


def name(desk: Desk, story_id: str) -> Changes | None:
    """Name a story after its headline; None when it has a name, or readers know it by its old one.

    Raises:
        DeskError: `story.slug-taken` when a hundred stories bear that headline.
    """
    story = packages.unread(desk.store, story_id).story
    if not is_unnamed(story) or publishing.publications_of(desk, story_id):
        return None
    for number in range(1, MOST):
        words = story.headline if number == 1 else f"{story.headline} {number}"
        try:
            return writing.revise(desk, story_id, slug=words)
        except DeskError as error:
            if error.code != "story.slug-taken":
                raise
    raise DeskError("story.slug-taken", slug=slug_for(story.headline))
