"""What is known of a site as it stands, kept beside the store under the mark that its folder bears."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from app.domain.errors import DeskError
from app.export.edition import Card, Thumb
from app.store import originals

FOLDER = "sites"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One story of a site: its folder there, a digest of its files, and of what they were made.

    `mark` and `published` are those of `publications.StoryMark`; no `card` means that the story
    was withdrawn.
    """

    slug: str
    mark: str
    published: str
    digest: str
    card: Card | None


@dataclass(slots=True)
class State:
    """A whole site: stories by id, the keys of its lists and the digests of its other files."""

    house: str = ""
    stories: dict[str, Known] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    machine: dict[str, str] = field(default_factory=dict)

    def token(self) -> str:
        """Return the mark of the content, which does not depend on when it was looked at."""
        stories = sorted((one.slug, one.digest) for one in self.stories.values())
        said = (self.house, stories, sorted(self.lists.items()), sorted(self.machine.items()))
        return hashlib.sha256(repr(said).encode()).hexdigest()

    def digests(self) -> dict[str, str]:
        """Return the digest of each story's files by the folder they stand in."""
        return {one.slug: one.digest for one in self.stories.values()}


class Shelf:
    """Where the state of one folder is kept: as it stands, and as a writing would leave it.

    The next state is there before the folder changes, so that it is known which of both stands,
    whenever a writing is cut short.
    """

    def __init__(self, desk_folder: Path, site: Path) -> None:
        """Name the shelf of the site in the folder `site`."""
        name = hashlib.sha256(str(site).encode()).hexdigest()[:16]
        self._now = desk_folder / FOLDER / f"{name}.json"
        self._next = desk_folder / FOLDER / f"{name}.next.json"

    def read(self, token: str) -> State:
        """Return the state the folder bears the mark of, an empty one when it is not known."""
        for place in (self._next, self._now):
            said = _said(place)
            if token and said.get("token") == token:
                return _state(said)
        return State()

    def prepare(self, state: State) -> None:
        """Keep the state that is to be.

        Raises:
            DeskError: `store.disk-full`, `store.unwritable`.
        """
        said = {**asdict(state), "token": state.token()}
        text = json.dumps(said, ensure_ascii=False, default=datetime.isoformat)
        originals.keep_bytes(self._next, text.encode())

    def settle(self) -> None:
        """Take the state prepared for the one that stands.

        Raises:
            DeskError: `store.unwritable`.
        """
        try:
            self._next.replace(self._now)
        except OSError as error:
            raise DeskError("store.unwritable", path=str(self._now)) from error


def _said(place: Path) -> dict[str, Any]:
    try:
        said = json.loads(place.read_bytes())
    except (OSError, UnicodeDecodeError, json.JSONDecodeError):
        return {}
    return said if isinstance(said, dict) else {}


def _state(said: dict[str, Any]) -> State:
    stories = {
        story_id: Known(**{**one, "card": _card(one["card"])})
        for story_id, one in said["stories"].items()
    }
    return State(said["house"], stories, said["lists"], said["machine"])


def _card(said: dict[str, Any] | None) -> Card | None:
    if said is None:
        return None
    times = {name: datetime.fromisoformat(said[name]) for name in ("published", "modified")}
    lists_of_words = {name: tuple(said[name]) for name in ("authors", "topics")}
    thumbs = tuple(Thumb(**one) for one in said["thumbs"])
    return Card(**{**said, **times, **lists_of_words, "thumbs": thumbs})
