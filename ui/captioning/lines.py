"""The photos and slots as the photo desk lists them, with what each still lacks."""

from dataclasses import dataclass
from enum import StrEnum

from app.desk import captioning, filing, sourcing
from app.desk.desk import Desk
from app.domain.errors import DeskError
from app.domain.finding import PHOTO_PARTS, Finding
from app.domain.package import Package
from app.domain.photo import Photo, PhotoUse


class State(StrEnum):
    """What a photo or slot lacks first, or that nothing is lacking."""

    MISSING = "missing"
    WAITING = "waiting"
    NO_CAPTION = "no-caption"
    NO_CREDIT = "no-credit"
    NO_ALT = "no-alt"
    READY = "ready"


class Sieve(StrEnum):
    """Which photos are shown."""

    ALL = "all"
    STORY = "story"
    NO_CAPTION = "no-caption"
    NO_CREDIT = "no-credit"
    NO_ALT = "no-alt"


@dataclass(frozen=True, slots=True)
class PhotoLine:
    """One photo of the grid. `use` is its first use in the open story; `lacks` all it lacks."""

    photo: Photo
    use: PhotoUse | None
    lacks: tuple[State, ...]

    @property
    def state(self) -> State:
        """Return what weighs most."""
        return self.lacks[0] if self.lacks else State.READY


@dataclass(frozen=True, slots=True)
class SlotLine:
    """One slot of the open story, with the findings about it."""

    use: PhotoUse
    photo: Photo | None
    state: State
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of the desk: the open story ("" for none), the sieve, the words sought."""

    story_id: str = ""
    sieve: Sieve = Sieve.ALL
    words: str = ""


@dataclass(frozen=True, slots=True)
class Sight:
    """What the desk answers a wish with. `total` counts the photos of the whole store."""

    photos: tuple[PhotoLine, ...] = ()
    slots: tuple[SlotLine, ...] = ()
    total: int = 0


def look(desk: Desk, wish: Wish) -> Sight:
    """Ask the desk for the photos and slots of a wish; takes time, so not on the main thread."""
    package = filing.package(desk, wish.story_id) if wish.story_id else None
    found = captioning.photos(desk, words=wish.words)
    total = len(captioning.photos(desk)) if wish.words else len(found)
    uses = {use.photo_id: use for use in reversed(package.uses)} if package else {}
    lines = (_line(desk, photo, uses.get(photo.id)) for photo in found)
    shown = tuple(line for line in lines if _passes(line, wish.sieve))
    slots = _slots(desk, package) if package else ()
    return Sight(shown, slots, total)


def lacking(photo: Photo | None, use: PhotoUse | None) -> tuple[State, ...]:
    """Return what a photo, or its use when there is one, lacks; the heaviest first."""
    known = photo.metadata if photo else None
    caption = use.caption if use else known.description if known else ""
    credit = (use.credit if use else "") or (known.credit_line() if known else "")
    alt = (use.alt or use.decorative) if use else known.alt if known else ""
    lacks = {State.NO_CAPTION: caption, State.NO_CREDIT: credit, State.NO_ALT: alt}
    return tuple(state for state, words in lacks.items() if not words)


def _line(desk: Desk, photo: Photo, use: PhotoUse | None) -> PhotoLine:
    lacks = lacking(photo, use)
    return PhotoLine(photo, use, lacks if _is_there(desk, photo) else (State.MISSING, *lacks))


def _passes(line: PhotoLine, sieve: Sieve) -> bool:
    if sieve is Sieve.ALL:
        return True
    if sieve is Sieve.STORY:
        return line.use is not None
    return State(sieve.value) in line.lacks


def _slots(desk: Desk, package: Package) -> tuple[SlotLine, ...]:
    findings = [one for one in sourcing.standing(package) if one.place.part in PHOTO_PARTS]
    lines = []
    for use in package.uses:
        about = tuple(one for one in findings if one.place.slot == use.slot)
        photo = package.photo_of(use)
        lines.append(SlotLine(use, photo, _state_of_slot(desk, photo, use), about))
    return tuple(lines)


def _state_of_slot(desk: Desk, photo: Photo | None, use: PhotoUse) -> State:
    if photo is None:
        return State.WAITING
    if not _is_there(desk, photo):
        return State.MISSING
    return next(iter(lacking(photo, use)), State.READY)


def _is_there(desk: Desk, photo: Photo) -> bool:
    try:
        captioning.original_of(desk, photo)
    except DeskError:
        return False
    return True
