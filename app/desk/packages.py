"""Putting a story package together from the store and the engine."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.attribution.engine import attribute
from app.desk import ledger
from app.domain.package import Package
from app.domain.person import Person
from app.domain.quote import Attribution
from app.domain.style import HouseStyle
from app.language.housestyle import house_style
from app.store import gathering
from app.store.opening import Store

STYLE_NAME = "style.toml"
"""The file of a desk's own usages, beside its store."""


def load(store: Store, story_id: str, by: str = "") -> Package:
    """Return the package of a story as the store holds it, with quotes and ledger read afresh.

    `by` is the person whose own dictionary counts beside that of the desk.
    """
    return load_all(store, [story_id], by)[story_id]


def load_all(store: Store, story_ids: Sequence[str], by: str = "") -> dict[str, Package]:
    """Return the packages of several stories by id, as `load` does, in far fewer queries.

    Raises:
        DeskError: `story.unknown`, `story.damaged`.
    """
    bare = _gathered(store, story_ids, by)
    return {story_id: attributed(package) for story_id, package in bare.items()}


def unread(store: Store, story_id: str, by: str = "") -> Package:
    """Return the package of a story without the quotes of its body: at once, however long it is.

    Its ledger holds what the desk decided, laid on nothing.

    Raises:
        DeskError: `story.unknown`, `story.damaged`.
    """
    return _gathered(store, [story_id], by)[story_id]


def attributed(package: Package) -> Package:
    """Return the package with the quotes of its body as it stands, and its ledger laid on them."""
    story = package.story
    return laid(package, attribute(story.body, story.language, known(package)))


def laid(package: Package, found: Attribution) -> Package:
    """Return the package with the quotes found in its body, and its ledger laid on them."""
    story = package.story
    rows = ledger.laid_on(story, found, package.ledger, package.people)
    return replace(package, attribution=found, ledger=rows)


def known(package: Package) -> tuple[Person, ...]:
    """Return the register as the copy of the story's day may know it."""
    story = package.story
    day = story.dated or story.created_at.date()
    return tuple(known_on(person, day) for person in package.people)


def known_on(person: Person, day: date) -> Person:
    """Return an entry of the register as the copy of a day may know it.

    Titles are those held on that day; names in other languages are spellings like the others.
    """
    titles = tuple(title for title in person.titles if title.held_on(day))
    return replace(person, titles=titles, variants=person.names()[1:])


def _gathered(store: Store, story_ids: Sequence[str], by: str) -> dict[str, Package]:
    with store.reading() as connection:
        bare = gathering.packages(connection, story_ids, by)
    style = _style(store.path.parent / STYLE_NAME)
    return {story_id: replace(package, style=style) for story_id, package in bare.items()}


def _style(place: Path) -> HouseStyle:
    """Return the desk's own usages, from a file beside the store; none when there is no file."""
    try:
        return house_style(place.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return HouseStyle()
    except (OSError, UnicodeDecodeError) as error:
        return HouseStyle(trouble=str(error))
