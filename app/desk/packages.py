"""Putting a story package together from the store and the engine."""

from dataclasses import replace

from app.attribution.engine import attribute
from app.desk import ledger
from app.domain.package import Package
from app.domain.quote import Attribution
from app.store import dictionary, photos, sources, stories
from app.store.opening import Store


def load(store: Store, story_id: str, by: str = "") -> Package:
    """Return the package of a story as the store holds it, with quotes and ledger read afresh.

    `by` is the person whose own dictionary counts beside that of the desk.
    """
    with store.reading() as connection:
        uses = stories.uses(connection, story_id)
        wanted = [use.photo_id for use in uses if use.photo_id]
        bare = Package(
            story=stories.story(connection, story_id),
            uses=uses,
            photos=photos.some(connection, wanted),
            people=sources.people(connection),
            ledger=sources.ledger(connection, story_id),
            waivers=sources.waivers(connection, story_id),
            mutes=tuple(sources.mutes(connection, story_id).values()),
            dictionary=dictionary.known_to(connection, by),
        )
    return attributed(bare)


def attributed(package: Package) -> Package:
    """Return the package with the quotes of its body as it stands, and its ledger laid on them."""
    story = package.story
    return laid(package, attribute(story.body, story.language, package.people))


def laid(package: Package, found: Attribution) -> Package:
    """Return the package with the quotes found in its body, and its ledger laid on them."""
    story = package.story
    rows = ledger.laid_on(story, found, package.ledger, package.people)
    return replace(package, attribution=found, ledger=rows)
