"""What the photo desk decides: which photos are seen, what the form is about, which act keeps it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from app import sentences
from app.desk.desk import Desk
from app.desk.photos import batching, captioning, selecting
from app.desk.photos.batching import Shared, Stamp
from app.desk.photos.captioning import PhotoIn
from app.desk.photos.ingesting import How
from app.desk.sources import sourcing
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.finding import Finding, Fix
from app.domain.photo import Flag
from ui.captioning import arrivals
from ui.captioning.arrivals import Arrivals
from ui.captioning.carrying import carried, laid_down
from ui.captioning.entries import DAYS, NotADateError, Revision, Target, Value, Values
from ui.captioning.lines import Card, Sieve, Sight, SlotLine, Wish, fetch, look
from ui.captioning.twins import Twins
from ui.errands import Errands, nothing
from ui.parts.banner import Notice
from ui.words import _

SIGHT = "captioning-sight"
TARGET = "captioning-target"
Taking = Callable[[], PhotoIn]
"""A call that takes one photo in."""


class Screen(arrivals.Screen, Protocol):
    """What the presenter tells the view."""

    def show_sight(self, sight: Sight, wish: Wish) -> None:
        """Show the photos and the slots."""

    def show_cards(self, cards: Iterable[Card]) -> None:
        """Lay out cards that came from the desk."""

    def show_target(self, target: Target, findings: tuple[Finding, ...]) -> None:
        """Show what the form is about; an empty target empties it."""

    def hand_over(self) -> None:
        """Commit what the form still holds; it is about to show something else."""

    def show_trouble(self, field: str, sentence: str) -> None:
        """Say under a field why what it holds was not kept; "" takes that back."""


class CaptioningPresenter:
    """Keeps what the photo desk shows in step with the desk. All calls come from the main thread."""

    def __init__(self, desk: Desk, work: Errands, screen: Screen) -> None:
        self._desk = desk
        self._work = work
        self._screen = screen
        self._arrivals = Arrivals(desk, work, screen, self.look)
        self.wish = Wish()
        self.sight = Sight()
        self.target = Target()
        self.cards: dict[str, Card] = {}
        self.last: dict[str, Value] = {}
        """The words last kept, by field: what "repeat" writes again."""
        self.copied: dict[str, Value] = {}
        """The words to be pasted, by field."""
        self._slot_next = 0
        self.twins = Twins(desk, work, self._twins_found)

    def show_story(self, story_id: str) -> None:
        """Turn to another story."""
        sieve = self.wish.sieve
        if not story_id and sieve is Sieve.STORY:
            sieve = Sieve.ALL
        self.wish = replace(self.wish, story_id=story_id, sieve=sieve)
        self.target = Target()
        self.look()

    def sift(self, wish: Wish) -> None:
        """Show other photos; the story stays the open one."""
        self.wish = replace(wish, story_id=self.wish.story_id, words=wish.words.strip())
        self.look()

    def refresh(self, changes: Changes) -> None:
        """Look again when photos or the open story changed."""
        if changed := [one for one in changes.photos if one in self.cards]:
            self.want(changed)
        if changes.photos or not changes.stories or self.wish.story_id in changes.stories:
            self.look()
        if self.target.ids and changes.photos:
            self.choose(self.target.ids, self._current())

    def look(self) -> None:
        """Ask the desk for what is to be seen."""
        wish = self.wish
        self._work.ask(
            partial(look, self._desk, wish), partial(self._seen, wish), self._lost, about=SIGHT
        )

    def want(self, ids: Sequence[str]) -> None:
        """Ask the desk for the cards of some photos."""
        self._work.ask(partial(fetch, self._desk, tuple(ids)), self._dealt, self._lost)

    def choose(self, ids: Sequence[str], current: str) -> None:
        """Make the form about photos; `current` is the one the caret is on."""
        if len(ids) > 1:
            self._work.ask(
                partial(batching.shared, self._desk, tuple(ids)),
                partial(self._several, tuple(ids), current),
                self._lost,
                about=TARGET,
            )
        elif ids:
            self.choose_photo(ids[0])

    def choose_photo(self, photo_id: str) -> None:
        """Make the form about a photo, and about its first slot in the story when it has one."""
        if photo_id not in self.cards:
            # Words typed now must not go to the photo before: one row is read where we stand.
            self._deal(fetch(self._desk, (photo_id,)))
        card = self.cards.get(photo_id)
        if card:
            self._work.ask(nothing_more, nothing, about=TARGET)
            self._aim(Target(card.photo, card.use))

    def is_there(self) -> bool:
        """Say whether the original of the photo the form is about stands, as far as is known."""
        card = None if self.target.ids else self.cards.get(self._current())
        return card is None or card.line.there

    def comparable(self) -> tuple[str, ...]:
        """Return the photos to be laid side by side: those chosen, else those like the one chosen."""
        return self.target.ids or self.twins.of(self._current())

    def choose_slot(self, slot: int) -> None:
        """Make the form about a slot."""
        line = self._slot_line(slot)
        if line:
            self._aim(Target(line.photo, line.use))

    def commit(self, values: Values) -> bool:
        """Keep the fields that changed; say whether all of them could be kept."""
        try:
            revision = self.target.changed(values)
        except NotADateError as error:
            sentence = _("“{words}” is not a date. Write it as 16/02/2017.")
            self._screen.show_trouble(error.field, sentence.format(words=error))
            self.commit({name: value for name, value in values.items() if name != error.field})
            return False
        for name in DAYS & values.keys():
            self._screen.show_trouble(name, "")
        self.last.update(values)
        self._keep(revision)
        self.target = self.target.revised(revision)
        return True

    def waiting_slot(self) -> int:
        """Return the slot a photo would go into: the one chosen, else the first that waits, or 0."""
        if self.target.use and not self.target.photo:
            return self.target.use.slot
        return next((line.use.slot for line in self.sight.slots if line.photo is None), 0)

    def put_in(self, slot: int, photo_id: str) -> None:
        """Put a photo in a slot of the open story."""
        self._work.act(
            partial(captioning.attach, self._desk, self.wish.story_id, slot, photo_id),
            partial(self._told_put_in, slot),
        )

    def take_out(self) -> None:
        """Take the photo out of the slot the form is about; the words of the slot stay."""
        use = self.target.use
        if use:
            self._work.act(partial(captioning.detach, self._desk, self.wish.story_id, use.slot))

    def add_slot(self, photo_id: str | None) -> None:
        """Add a slot at the end of the story, holding a photo when one is given."""
        self._work.act(
            partial(captioning.add_slot, self._desk, self.wish.story_id, photo_id),
            self._told_slot_added,
        )

    def mend(self, fix: Fix) -> None:
        """Apply one way to mend a finding."""
        self._work.act(partial(sourcing.mend, self._desk, self.wish.story_id, [fix]))

    def rate(self, stars: int) -> None:
        """Give the chosen photos stars; 0 takes them away."""
        if ids := self.target.chosen():
            self._work.act(partial(selecting.rate, self._desk, ids, stars or None))

    def label(self, code: str) -> None:
        """Give the chosen photos a colour label; the one they bear already is taken away."""
        card = self.cards.get(self._current())
        wanted = "" if card and card.line.label == code else code
        if ids := self.target.chosen():
            self._work.act(partial(selecting.label, self._desk, ids, wanted))

    def flag(self, flag: Flag) -> None:
        """Pick the chosen photos, reject them or neither."""
        if ids := self.target.chosen():
            self._work.act(partial(selecting.flag, self._desk, ids, flag))

    def repeat_last(self) -> None:
        """Give the chosen photos the words last kept."""
        if ids := self.target.chosen():
            self._work.act(partial(batching.repeat_last, self._desk, ids))

    def copy_words(self) -> None:
        """Remember the words of the photo the form is about."""
        if words := carried(self.target):
            self.copied = words
            said = _("The words are copied: choose other photos and paste them.")
            self._screen.notify(Notice(said, "ok", seconds=4))

    def paste_words(self) -> None:
        """Write the words remembered on the photos the form is about."""
        self._screen.hand_over()
        self.commit(laid_down(self.copied, self.target))

    def take_in(self, paths: Sequence[Path], slot: int = 0, how: How = How.COPY) -> None:
        """Take files and folders in; the first photo goes into `slot` unless it is 0."""
        self._arrivals.take_in(paths, how, partial(self.put_in, slot) if slot else nothing)

    def take_in_by(self, taking: Taking) -> None:
        """Take one photo in by a call of its own: one that comes from the clipboard."""
        self._work.act(taking, self._told_pasted, self._lost)

    def stop_taking_in(self) -> None:
        """Leave the files that still wait where they are."""
        self._arrivals.stop()

    def _current(self) -> str:
        return self.target.photo.id if self.target.photo else ""

    def _several(self, ids: tuple[str, ...], current: str, shared: Shared) -> None:
        known = self.cards.get(current) or next(
            (self.cards[one] for one in ids if one in self.cards), None
        )
        if known:
            photo = replace(known.photo, metadata=shared.metadata)
            found = {name: shared.values.get(name, ()) for name in shared.mixed}
            self._aim(Target(photo, None, ids, found))

    def _aim(self, target: Target) -> None:
        if target.key() != self.target.key():
            self._screen.hand_over()
        self.target = target
        slot = self._slot_line(target.use.slot) if target.use else None
        self._screen.show_target(target, slot.findings if slot else ())

    def _seen(self, wish: Wish, sight: Sight) -> None:
        self.sight = sight
        self.twins.look(sight.total)
        moved = [card for card in self.cards.values() if card.use != sight.use_of(card.photo.id)]
        self._deal(moved)
        self._screen.show_sight(sight, wish)
        photo_id, slot = self._current(), self.target.key()[1]
        known = self._slot_line(self._slot_next or slot)
        if known:
            self._slot_next = 0
            self._aim(Target(known.photo, known.use))
        elif not photo_id:
            self._aim(Target())
        elif not self.target.ids:
            self.choose_photo(photo_id)

    def _dealt(self, cards: Sequence[Card]) -> None:
        self._deal(cards)
        ours = next((card for card in cards if card.photo.id == self._current()), None)
        if ours and not self.target.ids and not self.target.use:
            self._aim(Target(ours.photo, self.sight.use_of(ours.photo.id)))

    def _deal(self, cards: Iterable[Card]) -> None:
        told = [
            replace(
                card,
                use=self.sight.use_of(card.photo.id),
                alike=bool(self.twins.of(card.photo.id)),
            )
            for card in cards
        ]
        self.cards.update((card.photo.id, card) for card in told)
        self._screen.show_cards(told)

    def _twins_found(self) -> None:
        known = self.cards.values()
        self._deal([one for one in known if one.alike != bool(self.twins.of(one.photo.id))])

    def _lost(self, error: DeskError) -> None:
        self._screen.notify(Notice(sentences.sentence(error), "error", seconds=0))

    def _keep(self, revision: Revision) -> None:
        of_use, of_photo = revision.of_use, revision.of_photo
        if of_use and self.target.use:
            where = (self._desk, self.wish.story_id, self.target.use.slot)
            self._work.act(partial(batching.caption, *where, **of_use))
        if not of_photo:
            return
        for photo_id in self.target.chosen():
            if card := self.cards.get(photo_id):
                metadata = replace(card.photo.metadata, **of_photo)
                self.cards[photo_id] = replace(card, photo=replace(card.photo, metadata=metadata))
        self._write(self.target.chosen(), of_photo)

    def _write(self, ids: tuple[str, ...], fields: Mapping[str, object]) -> None:
        """Keep fields of photos; variables and, with several photos, codes are filled in for each."""
        if len(ids) > 1 or any("{" in str(words) for words in fields.values()):
            stamp = Stamp(fields=fields, story_id=self.wish.story_id)
            self._work.act(partial(batching.apply, self._desk, ids, stamp))
        else:
            self._work.act(partial(batching.describe, self._desk, ids, **fields))

    def _told_put_in(self, slot: int, _changes: Changes) -> None:
        self._slot_next = slot
        self._screen.notify(
            Notice(_("The photo is in slot {slot}.").format(slot=slot), "ok", seconds=4)
        )

    def _told_slot_added(self, answer: tuple[int, Changes]) -> None:
        self._slot_next = answer[0]

    def _told_pasted(self, taken: PhotoIn) -> None:
        words = _("This photo was already here.") if taken.already else _("The photo was added.")
        self._screen.notify(Notice(words, "ok", seconds=4))

    def _slot_line(self, slot: int) -> SlotLine | None:
        return next((line for line in self.sight.slots if line.use.slot == slot), None)


def nothing_more() -> None:
    """Answer nothing: asked only to let older answers about a subject fall."""
