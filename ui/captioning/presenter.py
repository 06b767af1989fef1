"""What the photo desk decides: which photos are seen, what the form is about, which act keeps it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from app import sentences
from app.desk import captioning, sourcing
from app.desk.captioning import PhotoIn
from app.desk.desk import Desk
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.finding import Finding, Fix
from ui.captioning.entries import NotADateError, Target, Values
from ui.captioning.lines import PhotoLine, Sieve, Sight, SlotLine, Wish, look
from ui.errands import Errands, nothing
from ui.parts.banner import Notice
from ui.words import _, ngettext

SIGHT = "captioning-sight"
Taking = Callable[[], PhotoIn]
"""A call that takes one photo in."""


class Screen(Protocol):
    """What the presenter tells the view."""

    def show_sight(self, sight: Sight, wish: Wish) -> None:
        """Show the photos and the slots."""

    def show_target(self, target: Target, findings: tuple[Finding, ...]) -> None:
        """Show what the form is about; (None, None) empties it."""

    def hand_over(self) -> None:
        """Commit what the form still holds; it is about to show something else."""

    def show_trouble(self, field: str, sentence: str) -> None:
        """Say under a field why what it holds was not kept; "" takes that back."""

    def show_progress(self, done: int, total: int) -> None:
        """Show how far taking photos in has come; equal numbers end it."""

    def notify(self, notice: Notice) -> None:
        """Show a notice over the place."""


class CaptioningPresenter:
    """Keeps what the photo desk shows in step with the desk. All calls come from the main thread."""

    def __init__(self, desk: Desk, work: Errands, screen: Screen) -> None:
        self._desk = desk
        self._work = work
        self._screen = screen
        self._arrivals = Arrivals(work, screen, self.look)
        self.wish = Wish()
        self.sight = Sight()
        self.target = Target()
        self._slot_next = 0

    def show_story(self, story_id: str) -> None:
        """Turn to another story."""
        sieve = self.wish.sieve
        if not story_id and sieve is Sieve.STORY:
            sieve = Sieve.ALL
        self.wish = Wish(story_id, sieve, self.wish.words)
        self.target = Target()
        self.look()

    def sift(self, sieve: Sieve, words: str) -> None:
        """Show other photos."""
        self.wish = Wish(self.wish.story_id, sieve, words.strip())
        self.look()

    def refresh(self, changes: Changes) -> None:
        """Look again when photos or the open story changed."""
        if changes.photos or not changes.stories or self.wish.story_id in changes.stories:
            self.look()

    def look(self) -> None:
        """Ask the desk for what is to be seen."""
        wish = self.wish
        self._work.ask(
            partial(look, self._desk, wish), partial(self._seen, wish), self._lost, about=SIGHT
        )

    def choose_photo(self, photo_id: str) -> None:
        """Make the form about a photo, and about its first slot in the story when it has one."""
        line = self._photo_line(photo_id)
        self._aim(Target(line.photo, line.use) if line else Target())

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
            self._screen.show_trouble("dated", sentence.format(words=error))
            self.commit({name: value for name, value in values.items() if name != "dated"})
            return False
        if "dated" in values:
            self._screen.show_trouble("dated", "")
        self._keep(dict(revision.of_use), dict(revision.of_photo))
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

    def take_in(self, paths: Sequence[Path], slot: int = 0) -> None:
        """Take image files in, one act each; the first one goes into `slot` unless it is 0."""
        then = partial(self.put_in, slot) if slot else nothing
        takings = [partial(captioning.take_photo_in, self._desk, path) for path in paths]
        self._arrivals.take_in(takings, then)

    def take_in_by(self, taking: Taking) -> None:
        """Take one photo in by a call of its own: one that comes from the clipboard."""
        self._arrivals.take_in([taking])

    def stop_taking_in(self) -> None:
        """Leave the files that still wait where they are."""
        self._arrivals.stop()

    def _aim(self, target: Target) -> None:
        if target.key() != self.target.key():
            self._screen.hand_over()
        self.target = target
        slot = self._slot_line(target.use.slot) if target.use else None
        self._screen.show_target(target, slot.findings if slot else ())

    def _seen(self, wish: Wish, sight: Sight) -> None:
        self.sight = sight
        self._screen.show_sight(sight, wish)
        photo_id, slot = self.target.key()
        known = self._slot_line(self._slot_next or slot)
        if known:
            self._slot_next = 0
            self._aim(Target(known.photo, known.use))
        elif photo_id:
            self.choose_photo(photo_id)
        else:
            self._aim(Target())

    def _lost(self, error: DeskError) -> None:
        self._screen.notify(Notice(sentences.sentence(error), "error", seconds=0))

    def _keep(self, of_use: dict[str, object], of_photo: dict[str, object]) -> None:
        if of_use and self.target.use:
            slot = self.target.use.slot
            self._work.act(
                partial(captioning.caption, self._desk, self.wish.story_id, slot, **of_use)
            )
        if of_photo and self.target.photo:
            self._work.act(
                partial(captioning.describe, self._desk, self.target.photo.id, **of_photo)
            )

    def _told_put_in(self, slot: int, _changes: Changes) -> None:
        self._slot_next = slot
        self._screen.notify(
            Notice(_("The photo is in slot {slot}.").format(slot=slot), "ok", seconds=4)
        )

    def _told_slot_added(self, answer: tuple[int, Changes]) -> None:
        self._slot_next = answer[0]

    def _photo_line(self, photo_id: str) -> PhotoLine | None:
        return next((line for line in self.sight.photos if line.photo.id == photo_id), None)

    def _slot_line(self, slot: int) -> SlotLine | None:
        return next((line for line in self.sight.slots if line.use.slot == slot), None)


class Arrivals:
    """Takes files in one after the other, so that the person can stop in between."""

    def __init__(self, work: Errands, screen: Screen, look: Callable[[], None]) -> None:
        self._work = work
        self._screen = screen
        self._look = look
        self._waiting: list[Taking] = []
        self._total = 0
        self._taken: list[PhotoIn] = []
        self._refused: list[str] = []
        self._then: Callable[[str], None] = nothing

    def take_in(self, takings: Sequence[Taking], then: Callable[[str], None] = nothing) -> None:
        """Run the calls that take photos in; `then` is told the id of the first photo."""
        idle = not self._total
        if idle:
            self._taken, self._refused, self._then = [], [], then
        self._waiting.extend(takings)
        self._total += len(takings)
        if idle and takings:
            self._next()

    def stop(self) -> None:
        """Drop the files that still wait."""
        self._total -= len(self._waiting)
        self._waiting.clear()

    def _next(self) -> None:
        done = self._total - len(self._waiting)
        self._screen.show_progress(done, self._total)
        if not self._waiting:
            self._finish()
            return
        self._work.act(self._waiting.pop(0), self._arrived, self._turned_away)

    def _arrived(self, taken: PhotoIn) -> None:
        self._taken.append(taken)
        if len(self._taken) == 1:
            self._then(taken.photo.id)
        self._next()

    def _turned_away(self, error: DeskError) -> None:
        self._refused.append(sentences.sentence(error))
        self._next()

    def _finish(self) -> None:
        self._total = 0
        # A file known before changes nothing in the store, but its lost original is back.
        self._look()
        self._screen.notify(arrival_notice(self._taken, self._refused))


def arrival_notice(taken: Sequence[PhotoIn], refused: Sequence[str]) -> Notice:
    """Return what is said once files were taken in: how many, how many were known, why not."""
    new = sum(not one.already for one in taken)
    known = len(taken) - new
    parts = []
    if new:
        parts.append(ngettext("{n} photo added.", "{n} photos added.", new).format(n=new))
    if known:
        words = ngettext("{n} was already here.", "{n} were already here.", known)
        parts.append(words.format(n=known))
    if odd := sum(bool(one.conflicts) for one in taken):
        words = ngettext(
            "{n} has metadata that disagree: check its words.",
            "{n} have metadata that disagree: check their words.",
            odd,
        )
        parts.append(words.format(n=odd))
    weight = "warning" if refused else "ok"
    return Notice(" ".join([*parts, *refused]), weight, seconds=0 if refused else 8)
