"""The photos and slots as the photo desk lists them, with what each still lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

from app.desk.desk import Desk
from app.desk.photos import captioning, selecting
from app.desk.sources import sourcing
from app.desk.stories import filing
from app.domain import completeness
from app.domain.errors import DeskError
from app.domain.finding import PHOTO_PARTS, Finding
from app.domain.package import Package
from app.domain.photo import Flag, Photo, PhotoUse
from app.domain.picking import Order, PhotoLine, PhotoWish


class State(StrEnum):
    """What a photo or slot lacks first, or that nothing is lacking."""

    MISSING = "missing"
    WAITING = "waiting"
    NO_CAPTION = "no-caption"
    NO_CREDIT = "no-credit"
    NO_ALT = "no-alt"
    READY = "ready"


NEEDED = {"what": State.NO_CAPTION, "credit": State.NO_CREDIT, "alt": State.NO_ALT}
"""The questions without whose answer a photo is not ready, the heaviest first."""


class Sieve(StrEnum):
    """Which photos are shown. The value of those that begin with "no-" ends in the question."""

    ALL = "all"
    STORY = "story"
    UNUSED = "unused"
    INCOMPLETE = "no-any"
    NO_CAPTION = "no-what"
    NO_CREDIT = "no-credit"
    NO_ALT = "no-alt"
    NO_WHO = "no-who"
    NO_WHERE = "no-where"
    NO_WHEN = "no-when"
    ALIKE = "alike"
    CONFLICTING = "conflicting"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Marks:
    """What marks are asked for: stars at least, any of the labels, any of the flags."""

    rating: int | None = None
    labels: frozenset[str] = frozenset()
    flags: frozenset[Flag] = frozenset()


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of the desk: the open story ("" for none), the sieve, words, marks, order."""

    story_id: str = ""
    sieve: Sieve = Sieve.ALL
    words: str = ""
    marks: Marks = field(default_factory=Marks)
    order: Order = Order.TAKEN_IN

    def asked(self) -> PhotoWish:
        """Return the wish as the desk takes it."""
        code = self.sieve.value
        return PhotoWish(
            words=self.words,
            story_id=self.story_id if self.sieve is Sieve.STORY else "",
            rating=self.marks.rating,
            labels=self.marks.labels,
            flags=self.marks.flags,
            lacks=code.removeprefix("no-") if code.startswith("no-") else "",
            used=False if self.sieve is Sieve.UNUSED else None,
            conflicting=self.sieve is Sieve.CONFLICTING,
            order=self.order,
        )


@dataclass(frozen=True, slots=True)
class Card:
    """One photo of the grid. `use` is its first use in the open story; `alike`, it has a twin."""

    line: PhotoLine
    photo: Photo
    use: PhotoUse | None = None
    alike: bool = False

    @property
    def lacks(self) -> tuple[str, ...]:
        """Return the questions left open, as `completeness.ASKED` names them."""
        return lacking(self.photo, self.use)

    @property
    def state(self) -> State:
        """Return what weighs most."""
        return _state(self.lacks) if self.line.there else State.MISSING


@dataclass(frozen=True, slots=True)
class SlotLine:
    """One slot of the open story, with the findings about it."""

    use: PhotoUse
    photo: Photo | None
    state: State
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """What the desk answers a wish with: ids in order. `total` counts the photos of the store.

    `alike` gives each photo that looks like others the number of its group, from 1;
    `uses` is the first use of each photo in the open story, whose language is `language`.
    """

    ids: tuple[str, ...] = ()
    slots: tuple[SlotLine, ...] = ()
    total: int = 0
    alike: Mapping[str, int] = field(default_factory=dict)
    uses: Mapping[str, PhotoUse] = field(default_factory=dict)
    language: str = ""

    def use_of(self, photo_id: str) -> PhotoUse | None:
        """Return the first use of a photo in the open story."""
        return self.uses.get(photo_id)


def look(desk: Desk, wish: Wish) -> Sight:
    """Ask the desk for the photos and slots of a wish; takes time, so not on the main thread."""
    package = filing.unread(desk, wish.story_id) if wish.story_id else None
    ids = selecting.find(desk, wish.asked())
    groups: tuple[tuple[str, ...], ...] = ()
    if wish.sieve is Sieve.ALIKE:
        groups = selecting.alike(desk)
        ids = _both(tuple(chain.from_iterable(groups)), ids)
    elif wish.sieve is Sieve.MISSING:
        ids = _both(tuple(line.id for line in selecting.missing(desk)), ids)
    numbers = {one: number for number, group in enumerate(groups, start=1) for one in group}
    slots = _slots(desk, package) if package else ()
    language = package.story.language if package else ""
    uses = {slot.use.photo_id: slot.use for slot in reversed(slots) if slot.use.photo_id}
    return Sight(ids, slots, selecting.counts(desk).total, numbers, uses, language)


def fetch(desk: Desk, ids: Sequence[str]) -> tuple[Card, ...]:
    """Return the cards of some photos, without their use; photos gone meanwhile are left out."""
    photos = selecting.photos(desk, ids)
    lines = selecting.lines(desk, ids)
    return tuple(Card(line, photos[line.id]) for line in lines if line.id in photos)


def lacking(photo: Photo | None, use: PhotoUse | None) -> tuple[str, ...]:
    """Return the questions a photo, or its use when there is one, leaves open."""
    open_ones = completeness.lacking(photo.metadata) if photo else completeness.ASKED
    if use is None:
        return open_ones
    answered = {
        "who": bool(use.persons),
        "when": bool(use.dated),
        "credit": bool(use.credit),
        "alt": bool(use.alt or use.decorative),
    }
    own = [one for one in open_ones if not answered.get(one) and one not in {"what", "alt"}]
    own += [one for one, said in (("what", use.caption), ("alt", answered["alt"])) if not said]
    return tuple(one for one in completeness.ASKED if one in own)


def _both(ids: Sequence[str], wanted: Sequence[str]) -> tuple[str, ...]:
    """Return those of some ids that are wanted too."""
    kept = frozenset(wanted)
    return tuple(dict.fromkeys(one for one in ids if one in kept))


def _state(lacks: Sequence[str]) -> State:
    return next((state for need, state in NEEDED.items() if need in lacks), State.READY)


def _slots(desk: Desk, package: Package) -> tuple[SlotLine, ...]:
    if not package.uses:
        return ()
    found = desk.apart(sourcing.check, package.story.id)
    findings = [one for one in found if one.place.part in PHOTO_PARTS]
    lines = []
    for use in package.uses:
        about = tuple(one for one in findings if one.place.slot == use.slot)
        photo = package.photo_of(use)
        lines.append(SlotLine(use, photo, _state_of_slot(desk, photo, use), about))
    return tuple(lines)


def _state_of_slot(desk: Desk, photo: Photo | None, use: PhotoUse) -> State:
    if photo is None:
        return State.WAITING
    return _state(lacking(photo, use)) if _is_there(desk, photo) else State.MISSING


def _is_there(desk: Desk, photo: Photo) -> bool:
    try:
        captioning.original_of(desk, photo)
    except DeskError:
        return False
    return True
