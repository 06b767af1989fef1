"""Opening the desk for the window, off the main thread; imported there too, for it is heavy."""

from dataclasses import dataclass
from pathlib import Path

from app.desk import undoing, welcoming
from app.desk.desk import Desk, placed
from app.desk.pages import publishing
from app.desk.photos import captioning
from app.desk.sources import sourcing
from app.desk.stories import filing, history, writing
from app.domain.errors import DeskError
from app.domain.history import Recovered
from app.words import language

ROOMS = (captioning, filing, history, publishing, sourcing, undoing, writing)
"""Imported here so that the places find them ready and the window does not wait for them."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open desk, the story to begin with ("" without any), what an ill end before left."""

    desk: Desk
    story: str
    recovered: tuple[Recovered, ...] = ()
    trouble: DeskError | None = None
    """What could not be written at the start."""


def open_desk(store: Path | None, *, read_only: bool = False) -> Opened:
    """Open the store (None: its usual place); a new one gets the sample stories.

    Raises:
        DeskError: `store.…`.
    """
    desk = Desk.open(placed(store) if store else None, read_only=read_only)
    desk.open_proof_room()
    if filing.is_new(desk) and not desk.read_only:
        welcoming.file_samples(desk)
    try:
        recovered = history.begin(desk)
    except DeskError as error:
        # A disk without room for a mark still has stories to be read.
        return Opened(desk, first_story(desk), trouble=error)
    return Opened(desk, first_story(desk), recovered)


def first_story(desk: Desk) -> str:
    """Return the newest story in the language of the interface, else the newest, else ""."""
    lines = filing.stories(desk)
    own = [line.id for line in lines if line.language.startswith(language())]
    return next(iter([*own, *(line.id for line in lines)]), "")
