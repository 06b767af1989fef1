"""Finding anything by a few letters: stories, photos, people."""

from app.desk.desk import Desk
from app.desk.pages import naming
from app.desk.photos import captioning
from app.desk.stories import filing
from app.domain.hit import Hit, Sort
from app.language.folding import folded
from app.store import sources

STORIES, PHOTOS, PEOPLE = 12, 6, 6
"""How many of each are shown."""


def quick(desk: Desk, words: str) -> tuple[Hit, ...]:
    """Return what a few letters may mean: stories first; without any letters, the last stories."""
    found = [
        Hit(Sort.STORY, one.id, naming.called(one.headline, one.slug), one.slug)
        for one in filing.stories(desk, words=words)[:STORIES]
    ]
    if not words.strip():
        return tuple(found)
    found += [
        Hit(Sort.PHOTO, one.id, one.file_name, one.metadata.description or one.metadata.title)
        for one in captioning.photos(desk, words=words)[:PHOTOS]
    ]
    wanted = folded(words).split()
    with desk.store.reading() as connection:
        register = sources.people(connection)
    people = [
        person
        for person in register
        if all(word in folded(" ".join(person.names())) for word in wanted)
    ]
    for person in people[:PEOPLE]:
        titles = ", ".join(title.words for title in person.titles)
        found.append(Hit(Sort.PERSON, person.id, person.name, titles))
    return tuple(found)
