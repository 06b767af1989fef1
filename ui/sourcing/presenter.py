"""What the sources place decides: which quote is shown, what is decided about it, which comes next."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from app import sentences
from app.desk.desk import Desk
from app.desk.sources import sourcing
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.finding import Finding, Part
from app.domain.person import Person
from app.domain.quote import LedgerRow
from app.domain.text import Span
from ui.errands import Errands, nothing
from ui.parts.banner import Notice
from ui.sourcing.lines import QuoteLine, Sight, Standing, seen
from ui.words import _

SIGHT = "sourcing-sight"


class Screen(Protocol):
    """What the presenter tells the view."""

    def show_sight(self, sight: Sight) -> None:
        """Show the quotes, the text and who speaks."""

    def show_choice(self, line: QuoteLine | None) -> None:
        """Show one quote in the list, in the text and on the card; None for none."""

    def ask_speaker(self) -> None:
        """Put the caret where a source is named."""

    def looked_at(self) -> bool:
        """Say whether the place is shown."""

    def notify(self, notice: Notice) -> None:
        """Show a notice over the place."""


class SourcingPresenter:
    """Keeps the sources place in step with the desk. All calls come from the main thread."""

    def __init__(self, desk: Desk, work: Errands, screen: Screen) -> None:
        self._desk = desk
        self._work = work
        self._screen = screen
        self._decided: set[str] = set()
        self._stale = False
        self._awaited = False
        self._sought: Span | None = None
        self.story_id = ""
        self.sight = Sight()
        self.chosen = ""

    def show_story(self, story_id: str) -> None:
        """Turn to another story."""
        self.story_id = story_id
        self.chosen = ""
        self.sight = Sight()
        self._screen.show_sight(self.sight)
        self._screen.show_choice(None)
        self.look()

    def refresh(self, changes: Changes) -> None:
        """Look again when the open story or the register changed."""
        if changes.people or self.story_id in changes.stories:
            self.look()

    def look(self) -> None:
        """Read the quotes of the story afresh, once they are looked at."""
        self._stale = not self._screen.looked_at()
        self._awaited = bool(self.story_id) and not self._stale
        if self._awaited:
            self._work.ask(partial(seen, self._desk, self.story_id), self._seen, about=SIGHT)

    def arrive(self) -> None:
        """Be shown: read what changed meanwhile."""
        if self._stale:
            self.look()

    def line(self) -> QuoteLine | None:
        """Return the quote chosen, or None."""
        return next((line for line in self.sight.lines if line.row.id == self.chosen), None)

    def row(self) -> LedgerRow | None:
        """Return the row of the quote chosen while its words stand, or None."""
        line = self.line()
        return line.row if line and line.row.span else None

    def choose(self, row_id: str) -> None:
        """Choose a quote."""
        self.chosen = row_id
        self._screen.show_choice(self.line())

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) quote, decided or not; the ends stop."""
        lines = self.sight.lines
        at = next((n for n, line in enumerate(lines) if line.row.id == self.chosen), -1)
        if 0 <= at + by < len(lines):
            self.choose(lines[at + by].row.id)

    def step_open(self, by: int) -> bool:
        """Choose the next (1) or previous (-1) open quote, around the end; say whether there is one."""
        lines = self.sight.lines
        at = next((n for n, line in enumerate(lines) if line.row.id == self.chosen), -1)
        start = at if at >= 0 or by > 0 else 0
        for offset in range(1, len(lines) + 1):
            line = lines[(start + by * offset) % len(lines)]
            if line.is_open and line.row.id not in self._decided:
                self.choose(line.row.id)
                return True
        return False

    def confirm(self) -> None:
        """Confirm the source shown and go on; ask for one where there is none."""
        line = self.line()
        if line is None:
            return
        if line.standing is Standing.NO_SOURCE:
            self._screen.ask_speaker()
        elif line.is_open:
            self._decide(partial(sourcing.confirm, self._desk, self.story_id, line.row.id))
        else:
            self.step_open(1)

    def set_speaker(self, name: str) -> None:
        """Give the quote its source by name, which confirms it, and go on."""
        line = self.line()
        if line and name.strip():
            act = partial(
                sourcing.set_speaker, self._desk, self.story_id, line.row.id, name.strip()
            )
            self._decide(act)

    def introduce(self, person: Person) -> None:
        """Give the quote a source the register does not know yet, and go on."""
        line = self.line()
        if line:
            act = partial(sourcing.introduce, self._desk, self.story_id, line.row.id, person)
            self._decide(act)

    def not_a_quote(self) -> None:
        """Say that the words are nobody’s speech, and go on."""
        line = self.line()
        if line and line.standing not in {Standing.NOT_A_QUOTE, Standing.GONE}:
            self._decide(partial(sourcing.not_a_quote, self._desk, self.story_id, line.row.id))

    def reopen(self) -> None:
        """Take the decision about the quote away."""
        line = self.line()
        if line and line.row.decided_at:
            self._decided.discard(line.row.id)
            self._work.act(
                partial(sourcing.reopen, self._desk, self.story_id, line.row.id), sorry=self._sorry
            )

    def can(self) -> frozenset[str]:
        """Return the codes of the actions that make sense for the quote chosen."""
        line = self.line()
        codes = {"next-quote", "previous-quote"} if self.sight.open_count() else set()
        codes |= {"attach-transcript", "print-sources", "write-sources"} if self.story_id else set()
        codes |= {"waive-source", "mute-rule", "rule-page"} if self.sight.findings else set()
        if line is None:
            return frozenset(codes)
        codes |= {"next-row", "previous-row"}
        if line.standing is not Standing.GONE:
            codes |= {"set-speaker", "confirm", "evidence", "anonymity", "next-terms"}
            codes |= {"not-a-quote"} - ({"not-a-quote"} if _is_none(line) else set())
        if line.row.decided_at:
            codes.add("reopen")
        return frozenset(codes)

    def point(self, finding: Finding) -> None:
        """Choose the quote a finding of the body is about."""
        span = finding.place.span
        if finding.place.part is Part.BODY and span:
            self.choose_at(span)
            # What is shown may be older than the finding: once more when it is read afresh.
            self._sought = span if self._awaited or self._stale else None

    def choose_at(self, span: Span) -> None:
        """Choose the first quote that shares words with a stretch of the body."""
        for line in self.sight.lines:
            if line.row.span and line.row.span.overlaps(span):
                self.choose(line.row.id)
                return

    def _decide(self, act: Callable[[], Changes]) -> None:
        """Do an act about the quote chosen and choose the next open one at once."""
        self._decided.add(self.chosen)
        more = self.step_open(1)
        self._work.act(act, nothing if more else self._told_all_decided, self._sorry)

    def _told_all_decided(self, _changes: Changes) -> None:
        self._screen.notify(Notice(_("Every quote has been decided."), "ok", seconds=5))

    def _seen(self, sight: Sight) -> None:
        self.sight = sight
        self._decided &= {line.row.id for line in sight.lines if line.is_open}
        self._screen.show_sight(sight)
        if self.line() is None:
            opened = [line for line in sight.lines if line.is_open] or list(sight.lines)
            self.chosen = opened[0].row.id if opened else ""
        self._screen.show_choice(self.line())
        self._awaited = False
        sought, self._sought = self._sought, None
        if sought:
            self.choose_at(sought)

    def _sorry(self, error: DeskError) -> None:
        self._decided.clear()
        self._screen.notify(Notice(sentences.sentence(error), "error", seconds=0))
        self.look()


def _is_none(line: QuoteLine) -> bool:
    return line.standing is Standing.NOT_A_QUOTE
