"""Decides for the place of review: what is listed, what may be done with it, what is suggested."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from app.desk.colleagues import reviewing
from app.desk.desk import Desk
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.review import Remark, Review, SignOff, Suggestion, SuggestionState
from app.domain.story import slots_in
from app.domain.text import Span
from ui.errands import Errands
from ui.reviewing.marked import Marked, marked
from ui.reviewing.rendered import Rendered, rendered
from ui.words import _

EMPTY = Review(body="")
UNREAD = Rendered(Marked(""))


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a suggestion, a remark (an answer stands under what it answers), or a name."""

    what: Remark | Suggestion | SignOff
    answer: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """What was said of a story, the rows that tell it, and the copy as it is shown."""

    review: Review = EMPTY
    entries: tuple[Entry, ...] = ()
    shown: Rendered = UNREAD


class View(Protocol):
    """What the presenter needs of the screen."""

    def show_review(self, sight: Sight, row: int) -> None:
        """Show the copy and the list."""

    def show_proposal(self, text: str) -> None:
        """Show what the person proposes, to be typed into."""

    def proposed(self) -> str:
        """Return what was typed."""

    def show_place(self, span: Span) -> None:
        """Bring a place of the copy into view."""

    def apologise(self, error: DeskError) -> None:
        """Say what went wrong."""


class Presenter:
    """The review of one story. The view calls it; it calls the desk through `work`."""

    def __init__(self, desk: Desk, work: Errands, view: View) -> None:
        self._desk = desk
        self._work = work
        self._view = view
        self._awake = False
        self._typed = False
        self.story_id = ""
        self.suggesting = False
        self.review = EMPTY
        self.entries: tuple[Entry, ...] = ()
        self.row = -1

    def open(self, story_id: str) -> None:
        """Turn to another story."""
        self.flush()
        self.story_id = story_id
        self.suggesting = False
        self.review, self.entries, self.row = EMPTY, (), -1
        if self._awake:
            self.read()

    def wake(self) -> None:
        """Be looked at."""
        self._awake = True
        self.read()

    def sleep(self) -> None:
        """Be looked at no more; what was typed goes to the desk."""
        self.flush()
        self.suggesting = False
        self._awake = False

    def refresh(self, changes: Changes) -> None:
        """Take in what an act changed."""
        if self._awake and self.story_id in changes.stories:
            self.read()

    def read(self) -> None:
        """Read what was said of the story."""
        if not self.story_id:
            self._view.show_review(Sight(), -1)
            return
        ask = partial(look, self._desk, self.story_id)
        then = partial(self._read, self.story_id)
        self._work.ask(ask, then, lambda _error: then(Sight()), about="review")

    def turn_suggesting(self) -> None:
        """Begin to suggest, or end: the copy itself is never typed into here."""
        self.flush()
        self.suggesting = not self.suggesting and not self._desk.read_only
        if self.suggesting:
            self._view.show_proposal(reviewing.proposal(self.review, self._desk.by))
        else:
            self.read()

    def typed(self) -> None:
        """Note that something was typed that is no suggestion yet."""
        self._typed = True

    def flush(self) -> None:
        """Hand to the desk what was typed."""
        if self.suggesting and self._typed:
            self._typed = False
            act = partial(
                reviewing.suggest,
                self._desk,
                self.story_id,
                self._view.proposed(),
                over=self.review.body,
            )
            self._work.act(act, sorry=self._overtaken)

    def choose(self, row: int) -> None:
        """Look at one entry and its place."""
        self.row = row
        what = self._what()
        span = getattr(what, "span", None)
        if span is not None and not self.suggesting:
            self._view.show_place(span)

    def choose_key(self, key: str) -> int:
        """Look at the entry with this id, telling no place; return its row."""
        self.row = next((row for row, one in enumerate(self.entries) if one.what.id == key), -1)
        return self.row

    def remark(self, text: str, span: Span | None) -> None:
        """Say something of some words, or answer the chosen remark where no words are chosen."""
        what = self._what()
        answers = (what.answers or what.id) if isinstance(what, Remark) and span is None else ""
        self._act(partial(reviewing.remark, text=text, span=span, answers=answers))

    def resolve(self) -> None:
        """Settle the chosen remark, or open it again."""
        what = self._what()
        if isinstance(what, Remark):
            again = what.resolved_at is not None
            self._act(partial(reviewing.resolve, remark_id=what.id, again=again))

    def decide(self, *, accept: bool) -> None:
        """Accept or decline the chosen suggestion."""
        what = self._what()
        if isinstance(what, Suggestion):
            do = reviewing.accept if accept else reviewing.decline
            self._act(partial(do, ids=[what.id]))

    def accept_all(self) -> None:
        """Accept every suggestion that can be made."""
        self._act(partial(reviewing.accept, ids=[one.id for one in self.pending()]))

    def pending(self) -> tuple[Suggestion, ...]:
        """Return the suggestions that wait and whose words stand."""
        return tuple(
            one
            for one in self.review.suggestions
            if one.state is SuggestionState.OPEN and one.span is not None
        )

    def sign_off(self) -> None:
        """Put the name of the person under the copy."""
        self._act(reviewing.sign_off)

    def can(self) -> frozenset[str]:
        """Return the codes of what may be done now."""
        if not self.story_id or self._desk.read_only:
            return frozenset()
        what = self._what()
        found = {"suggest-mode", "remark", "sign-off"}
        if isinstance(what, Remark):
            found.add("resolve-remark")
        if isinstance(what, Suggestion):
            found |= {"accept", "decline"}
        if self.pending():
            found.add("accept-all")
        return frozenset(found - ({"accept", "accept-all"} if self.suggesting else set()))

    def _act(self, do: Callable[..., Changes]) -> None:
        self.flush()
        act = partial(do, self._desk, self.story_id)
        self._work.act(act, sorry=self._view.apologise)

    def _what(self) -> Remark | Suggestion | SignOff | None:
        return self.entries[self.row].what if 0 <= self.row < len(self.entries) else None

    def _overtaken(self, error: DeskError) -> None:
        self.suggesting = False
        self._view.apologise(error)
        self.read()

    def _read(self, story_id: str, sight: Sight) -> None:
        if story_id != self.story_id:
            return
        what = self._what()
        changed = sight.review.body != self.review.body
        self.review, self.entries = sight.review, sight.entries
        keys = [one.what.id for one in self.entries]
        old = self.row if self.row < len(keys) else len(keys) - 1
        self.row = keys.index(what.id) if what and what.id in keys else old
        self._view.show_review(sight, self.row)
        if self.suggesting and changed and not self._typed:
            self._view.show_proposal(reviewing.proposal(self.review, self._desk.by))


def look(desk: Desk, story_id: str) -> Sight:
    """Read what was said of a story and set the copy for the screen; not for the main thread."""
    review = reviewing.review(desk, story_id)
    pictures = {slot: _("Photo {n}").format(n=slot) for slot in slots_in(review.body)}
    return Sight(review, entries(review), rendered(marked(review), pictures))


def entries(review: Review) -> tuple[Entry, ...]:
    """Return the rows: what waits in the order of the text, then what is settled, then names."""
    waiting: list[tuple[int, Entry]] = []
    settled: list[Entry] = []
    for suggestion in review.suggestions:
        if suggestion.state is SuggestionState.OPEN:
            at = suggestion.span.start if suggestion.span else suggestion.anchor.start
            waiting.append((at, Entry(suggestion)))
    for one in review.remarks:
        if one.answers:
            continue
        thread = [
            Entry(one),
            *(Entry(x, answer=True) for x in review.remarks if x.answers == one.id),
        ]
        if one.resolved_at is not None:
            settled += thread
        else:
            waiting += [(one.span.start if one.span else -1, row) for row in thread]
    names = [Entry(one) for one in review.sign_offs]
    return (*(row for _at, row in sorted(waiting, key=lambda pair: pair[0])), *settled, *names)
