"""The story package: the unit of saving, history, checking and export."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.finding import Mute, Waiver
from app.domain.person import Person
from app.domain.photo import Photo, PhotoUse
from app.domain.quote import Attribution, LedgerRow
from app.domain.story import Story
from app.domain.style import HouseStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A story with all that stands around it. `photos` are by id; `uses` are in slot order.

    `attribution` is what the engine finds in the body as it stands; `ledger` what the desk
    decided; `people` the register entries that concern the story; `dictionary` the words the
    desk and the person at work added to the dictionaries;
    `style` its own usages.
    """

    story: Story
    uses: tuple[PhotoUse, ...] = ()
    photos: Mapping[str, Photo] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    attribution: Attribution = field(default_factory=Attribution)
    ledger: tuple[LedgerRow, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    mutes: tuple[Mute, ...] = ()
    dictionary: tuple[str, ...] = ()
    style: HouseStyle = field(default_factory=HouseStyle)

    def photo_of(self, use: PhotoUse) -> Photo | None:
        """Return the picture in a slot, or None while the slot waits."""
        return self.photos.get(use.photo_id) if use.photo_id else None

    def credit_of(self, use: PhotoUse) -> str:
        """Return the credit as printed for this use, or "" when there is none."""
        if use.credit:
            return use.credit
        photo = self.photo_of(use)
        return photo.metadata.credit_line() if photo else ""
