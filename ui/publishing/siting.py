"""What publishing a whole site decides: when it runs, when it stops, what is told of it."""

from functools import partial
from pathlib import Path
from typing import Protocol

from app import sentences
from app.desk.desk import Desk
from app.desk.pages import site
from app.desk.pages.site import Site
from app.desk.progress import Progress
from app.domain.errors import DeskError
from ui.errands import Errands


class SiteScreen(Protocol):
    """What is told while a site is written."""

    def show_going(self, *, going: bool) -> None:
        """Show that the site is being written, or no longer."""

    def tell_progress(self, done: int, of: int) -> None:
        """Take note of how far it has come; called from any thread."""

    def show_site(self, done: Site) -> None:
        """Show what was written."""

    def show_trouble(self, sentence: str) -> None:
        """Say why nothing was written."""


class Siting:
    """Publishes the site of a desk, one writing at a time."""

    def __init__(self, desk: Desk, work: Errands, screen: SiteScreen) -> None:
        self._desk = desk
        self._work = work
        self._screen = screen
        self._progress: Progress | None = None

    @property
    def going(self) -> bool:
        """Say whether a site is being written."""
        return self._progress is not None

    def publish(self, to: Path) -> None:
        """Bring the site in a folder up to date, wholly or not at all."""
        if self._progress is not None:
            return
        self._progress = Progress(self._screen.tell_progress)
        self._screen.show_going(going=True)
        act = partial(site.publish_site, self._desk, to, progress=self._progress)
        self._work.act(act, self._published, self._not_published)

    def stop(self) -> None:
        """Ask the writing to stop; the old site stays."""
        if self._progress is not None:
            self._progress.stop()

    def _published(self, done: Site) -> None:
        self._settle()
        self._screen.show_site(done)

    def _not_published(self, error: DeskError) -> None:
        self._settle()
        self._screen.show_trouble(sentences.sentence(error))

    def _settle(self) -> None:
        self._progress = None
        self._screen.show_going(going=False)
