"""Decides for the stories place: what is listed, taken in, put into the bin and taken back."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from app.desk.desk import Desk
from app.desk.pages import naming
from app.desk.stories import filing, sorting, templates
from app.desk.stories.filing import TakenIn
from app.domain.changes import Changes
from app.domain.package import Package
from app.domain.story import StoryLine
from ui.errands import Errands


class View(Protocol):
    """What the presenter needs of the screen."""

    def show_stories(self, lines: tuple[StoryLine, ...], words: str, *, binned: bool) -> None:
        """Show the stories found; `words` is what was searched."""

    def show_story_card(self, package: Package) -> None:
        """Show the chosen story to be read."""

    def tell_taken_in(self, taken: TakenIn) -> None:
        """Say what was made of copy taken in, and turn to it."""

    def tell_binned(self, story_id: str, headline: str) -> None:
        """Say that a story went into the bin, and offer to take it back."""

    def tell_new(self, story_id: str) -> None:
        """Turn to a new story."""


class Presenter:
    """The list of stories. The view calls it; it calls the desk through `work`."""

    def __init__(self, desk: Desk, work: Errands, view: View) -> None:
        self._desk = desk
        self._work = work
        self._view = view
        self._words = ""
        self.binned = False

    def list(self) -> None:
        """Fetch the stories afresh."""
        ask = partial(filing.stories, self._desk, words=self._words, binned=self.binned)
        show = partial(self._listed, self._words, self.binned)
        self._work.ask(ask, show, about="stories")

    def search(self, words: str) -> None:
        """List only the stories that hold these words."""
        self._words = words.strip()
        self.list()

    def show_bin(self, *, binned: bool) -> None:
        """List what lies in the bin, or the stories."""
        self.binned = binned
        self.list()

    def read(self, story_id: str) -> None:
        """Fetch a story to be shown beside the list."""
        ask = partial(filing.unread, self._desk, story_id)
        self._work.ask(ask, self._view.show_story_card, lambda _error: None, about="story-card")

    def new(self, language: str) -> None:
        """Start an empty story."""
        act = partial(filing.new_story, self._desk, language)
        self._work.act(act, lambda answer: self._view.tell_new(answer[0]))

    def new_of(self, language: str, code: str) -> None:
        """Start a story of a type."""
        act = partial(templates.new_story, self._desk, language, code)
        self._work.act(act, lambda answer: self._view.tell_new(answer[0]))

    def take_in(self, sources: Sequence[Path]) -> None:
        """Take stories in from files, one after the other; each is one act."""
        for source in sources:
            act = partial(filing.take_in, self._desk, source)
            self._work.act(act, self._view.tell_taken_in)

    def take_in_text(self, text: str) -> None:
        """Take a story in from the clipboard."""
        act = partial(filing.take_in_text, self._desk, text)
        self._work.act(act, self._view.tell_taken_in)

    def resort(self, taken: TakenIn, roles: Mapping[int, str]) -> None:
        """Sort the copy of a story taken in again, some lines placed by hand."""
        if roles:
            self._work.act(partial(sorting.resort, self._desk, taken.story_id, taken.draft, roles))

    def spike(self, line: StoryLine) -> None:
        """Put a story into the bin."""

        def then(_changes: Changes) -> None:
            self._view.tell_binned(line.id, naming.called(line.headline, line.slug))

        self._work.act(partial(filing.spike, self._desk, line.id), then)

    def unspike(self, story_id: str) -> None:
        """Take a story out of the bin."""
        self._work.act(partial(filing.unspike, self._desk, story_id))

    def _listed(self, words: str, binned: bool, lines: tuple[StoryLine, ...]) -> None:  # noqa: FBT001  bound by partial above
        self._view.show_stories(lines, words, binned=binned)
