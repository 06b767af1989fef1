"""What the publishing place decides: what is checked, drawn and written, and when."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from app import sentences
from app.desk import house
from app.desk.desk import Desk
from app.desk.pages import amending, copying, correcting, naming, publishing
from app.desk.pages.amending import Amendment
from app.desk.pages.publishing import Publication
from app.desk.progress import Progress
from app.desk.stories import filing
from app.domain.changes import Changes
from app.domain.correction import CorrectionKind
from app.domain.errors import DeskError
from app.domain.finding import Finding
from app.domain.story import Status
from ui.errands import Errands
from ui.parts.banner import Notice
from ui.publishing.lines import Sight, look
from ui.publishing.serving import Contents
from ui.publishing.words import published_words
from ui.words import _, ngettext

SIGHT = "publishing-sight"
PAGE = "publishing-page"
INDEX = "index.html"
STOPPED = "publish.stopped"


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall be published, while readers are thought of."""

    story_id: str = ""
    to: Path = Path()
    overrides: Mapping[str, str] = field(default_factory=dict)
    by: str = ""


class Screen(Protocol):
    """What the presenter tells the view."""

    def show_sight(self, sight: Sight) -> None:
        """Show the preflight and the publications."""

    def show_page(self, contents: Contents) -> None:
        """Show the page as it would be published."""

    def show_page_trouble(self, sentence: str) -> None:
        """Say why the page cannot be drawn."""

    def show_busy(self, *, publishing: bool) -> None:
        """Show that the page is being written, or no longer."""

    def tell_progress(self, done: int, of: int) -> None:
        """Take note of how far publishing has come; called from any thread."""

    def ask_correction(self, amendment: Amendment) -> None:
        """Ask what readers are told of a change; the answer comes by `correct`."""

    def ask_withdrawal(self, places: Sequence[Path]) -> None:
        """Ask for the reason and the name; the answer comes by `withdraw`."""

    def undo(self) -> None:
        """Take the last act back."""

    def show_blocked(self) -> None:
        """Bring what blocks publication before the eyes."""

    def give_reasons(self) -> None:
        """Open the form of reasons for publishing past blocks."""

    def put_reasons_away(self) -> None:
        """Close that form: what it asked for is done."""

    def open_outside(self, path: Path) -> None:
        """Show a file in the program the system has for it."""

    def hand_over(self, article: str) -> None:
        """Put HTML on the clipboard."""

    def notify(self, notice: Notice) -> None:
        """Show a notice over the place."""


class PublishingPresenter:
    """Keeps the publishing place in step with the desk. All calls come from the main thread.

    Checking and drawing wait until the place is shown: they cost more than the others look at.
    """

    def __init__(self, desk: Desk, work: Errands, screen: Screen) -> None:
        self._desk = desk
        self._work = work
        self._screen = screen
        self._outside: tempfile.TemporaryDirectory[str] | None = None
        self._shown = False
        self._stale = True
        self._publishing = False
        self._wish = Wish()
        self._progress = Progress()
        self._drawing = Progress()
        self._exact = False
        self.story_id = ""
        self.sight = Sight()

    def show_story(self, story_id: str) -> None:
        """Turn to another story."""
        self.story_id = story_id
        self.sight = Sight()
        self._screen.show_sight(self.sight)
        self._stale = True
        self._look_if_shown()

    def refresh(self, changes: Changes) -> None:
        """Look again when the open story, a photo or the register changed."""
        if self.story_id in changes.stories or changes.photos or changes.people:
            self._stale = True
            self._look_if_shown()

    def arrive(self) -> None:
        """Be shown: look when anything changed since."""
        self._shown = True
        self._look_if_shown()

    def leave(self) -> None:
        """Be hidden: stop looking, and go on making the page when shown again."""
        self._shown = False
        self._drawing.stop()

    def look(self) -> None:
        """Check the story and draw its page again."""
        if not self.story_id:
            return
        self._stale = False
        self._work.ask(partial(self._desk.apart, look, self.story_id), self._seen, about=SIGHT)
        self._drawing.stop()
        self._drawing = Progress()
        self._work.ask(
            partial(first_drawn, self._desk, self.story_id),
            self._drawn,
            self._not_drawn,
            about=PAGE,
        )

    def draw_exact(self) -> None:
        """Make the files of the pictures still missing and show the page to the byte.

        Publishing then finds them made; leaving the place stops the making.
        """
        waits = self._exact or not self._shown or self._publishing or self._desk.read_only
        if self.story_id and not waits:
            make = partial(made, self._desk, self.story_id, self._drawing)
            self._work.ask(make, self._made, self._not_made, about=PAGE)

    def publish(self, to: Path, overrides: Mapping[str, str], by: str) -> None:
        """Write the page; blocking rules pass only with a reason each and a name.

        Where readers have seen another text of the story, they are thought of first.
        """
        if self._publishing or not self.story_id:
            return
        if not self.sight.checked:
            self._screen.notify(Notice(_("The story is still being checked."), seconds=4))
            return
        left = [code for code in self.sight.blocking_codes() if code not in overrides]
        if left:
            self._refuse(len(self.sight.blocks))
            return
        self._wish = Wish(self.story_id, to, dict(overrides), by)
        ask = partial(amending.amendment, self._desk, self.story_id)
        self._work.ask(ask, self._weigh, about="publishing-amendment")

    def correct(self, kind: CorrectionKind | None, notice: str) -> None:
        """Publish what was asked for, with a notice to readers unless `kind` is None."""
        self._write((kind, notice) if kind else None)

    def stop(self) -> None:
        """Ask the publishing under way to stop; what stood there before stays."""
        self._progress.stop()

    def ask_withdrawal(self) -> None:
        """Begin to take the story back, where it stands anywhere."""
        if self.can_withdraw():
            self._screen.ask_withdrawal(self.sight.places)

    def can_withdraw(self) -> bool:
        """Say whether there is a page to be taken back."""
        return bool(self.story_id and self.sight.places and not self._desk.read_only)

    def withdraw(self, reason: str, by: str) -> None:
        """Put a notice in every place where the story stands."""
        act = partial(correcting.withdraw, self._desk, self.story_id, reason=reason, by=by)
        self._begin()
        self._work.act(act, self._withdrawn, self._not_published)

    def copy_article(self) -> None:
        """Hand the article over as HTML, to be pasted elsewhere; what blocks the page stops it."""
        if self.story_id:
            copy = partial(copying.article_html, self._desk, self.story_id)
            self._work.ask(copy, self._copied, self._not_copied, about="publishing-copy")

    def open_house(self) -> None:
        """Open the settings of the house in the program for texts; make the file at first."""
        words = _(
            "The settings of the house. Take the # away from a line to put it in force.\n"
            "All of them are explained in docs/house.md; “marbre house” checks the file."
        )
        make = partial(house.settings_file, self._desk, words)
        self._work.ask(make, self._screen.open_outside, about="publishing-house")

    def open_page_outside(self) -> None:
        """Write the page beside nothing of the person's and show it in the browser."""
        if not self.story_id:
            return
        if self._outside is None:
            self._outside = tempfile.TemporaryDirectory(prefix="marbre-preview-")
        write = partial(written_out, self._desk, self.story_id, Path(self._outside.name))
        self._work.ask(write, self._screen.open_outside, about="publishing-outside")

    def close(self) -> None:
        """Remove what was written for the browser."""
        if self._outside is not None:
            self._outside.cleanup()
            self._outside = None

    def _weigh(self, amendment: Amendment | None) -> None:
        if self._wish.story_id != self.story_id:
            return
        if amendment is None:
            self._write(None)
        else:
            self._screen.ask_correction(amendment)

    def _write(self, correction: tuple[CorrectionKind, str] | None) -> None:
        wish = self._wish
        self._begin()
        act = partial(
            publishing.publish, self._desk, wish.story_id, wish.to, overrides=wish.overrides,
            by=wish.by, correction=correction, progress=self._progress,
        )  # fmt: skip
        self._work.act(act, self._published, self._not_published)

    def _begin(self) -> None:
        self._publishing = True
        self._progress = Progress(self._screen.tell_progress)
        # What the preview makes, publishing makes in its stead.
        self._drawing.stop()
        self._screen.show_busy(publishing=True)

    def _withdrawn(self, done: Publication) -> None:
        self._publishing = False
        self._screen.show_busy(publishing=False)
        words = _("Withdrawn: a notice stands at {path}.").format(path=done.folder)
        self._screen.notify(Notice(words, "ok", _("Undo"), self._screen.undo, seconds=0))

    def _look_if_shown(self) -> None:
        if self._shown and self._stale:
            self.look()

    def _seen(self, sight: Sight) -> None:
        self.sight = sight
        self._screen.show_sight(sight)
        if sight.unnamed and not sight.issues and not self._desk.read_only:
            self._work.act(partial(naming.name, self._desk, self.story_id))

    def _drawn(self, found: tuple[Contents, bool]) -> None:
        contents, self._exact = found
        self._screen.show_page(contents)

    def _not_drawn(self, error: DeskError) -> None:
        self._screen.show_page_trouble(sentences.sentence(error))

    def _made(self, contents: Contents) -> None:
        self._exact = True
        self._screen.show_page(contents)

    def _not_made(self, error: DeskError) -> None:
        if error.code != STOPPED:
            self._not_drawn(error)

    def _refuse(self, count: int) -> None:
        words = ngettext(
            "{n} thing must be mended before publishing.",
            "{n} things must be mended before publishing.",
            count,
        )
        told = words.format(n=count)
        self._screen.notify(
            Notice(told, "warning", _("Give Reasons"), self._screen.give_reasons, seconds=0)
        )
        self._screen.show_blocked()

    def _published(self, publication: Publication) -> None:
        self._publishing = False
        self._screen.show_busy(publishing=False)
        self._screen.put_reasons_away()
        show = partial(self._screen.open_outside, publication.page)
        words = published_words(publication)
        self._screen.notify(Notice(words, "ok", _("Open"), show, seconds=0))

    def _copied(self, article: str) -> None:
        self._screen.hand_over(article)
        self._screen.notify(Notice(_("The article is on the clipboard as HTML."), "ok", seconds=5))

    def _not_copied(self, error: DeskError) -> None:
        self._screen.notify(Notice(sentences.sentence(error), "error", seconds=0))
        self._screen.show_blocked()

    def _not_published(self, error: DeskError) -> None:
        self._publishing = False
        self._screen.show_busy(publishing=False)
        weight = "info" if error.code == STOPPED else "error"
        self._screen.notify(Notice(sentences.sentence(error), weight, seconds=0))
        self.look()


def drawn(desk: Desk, story_id: str) -> Contents:
    """Return the files of the page as it would be published now."""
    return publishing.preview(desk, story_id).contents()


def first_drawn(desk: Desk, story_id: str) -> tuple[Contents, bool]:
    """Return the page at once, and whether it is the one to be published, to the byte.

    Where the story was withdrawn, it is the notice that stands in its place.
    """
    if filing.unread(desk, story_id).story.status is Status.KILLED:
        notice = correcting.standing_notice(desk, story_id)
        if notice is not None:
            return notice.contents(), True
    if publishing.lacking(desk, story_id):
        return drawn(desk, story_id), False
    return publishing.proof(desk, story_id).contents(), True


def made(desk: Desk, story_id: str, progress: Progress) -> Contents:
    """Return the files of the page to the byte as they would be published now."""
    return publishing.proof(desk, story_id, progress=progress).contents()


def written_out(desk: Desk, story_id: str, folder: Path) -> Path:
    """Write the page into a folder of our own and return the file to open."""
    for name, data in drawn(desk, story_id).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder / INDEX


def jump_target(sight: Sight, row: int) -> Finding | None:
    """Return the finding of a row, or None past the end."""
    findings = sight.findings
    return findings[row] if 0 <= row < len(findings) else None
