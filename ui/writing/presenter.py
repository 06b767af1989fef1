"""Decides for the writing place: what is saved when, what is checked, what is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from app.desk.desk import Desk
from app.desk.photos import captioning, placing
from app.desk.sources import sourcing
from app.desk.stories import filing, spelling, writing
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.finding import Finding, Fix
from app.domain.package import Package
from app.domain.story import TEXT_FIELDS, Revision, word_count
from app.language.readability import Readability, readability
from app.language.typing import correction
from ui.errands import Errands
from ui.writing.walk import in_order

Texts = Mapping[str, str]
THUMB_SIZE = 256
_FIRST_WORDS = "« Un »"
ABOUT_ALL = frozenset({"add-word", "drop-word", "undo", "redo"})
"""Acts that may change what is remarked in any story."""


class View(Protocol):
    """What the presenter needs of the screen."""

    def texts(self) -> dict[str, str]:
        """Return every text field as it stands on the screen."""

    def proposed(self) -> dict[str, str]:
        """Return every text field as it is checked: with the suggestions on the screen accepted."""

    def show_package(self, package: Package) -> None:
        """Show another story, or the same one afresh with nothing to undo."""

    def bring_to(self, texts: Texts) -> None:
        """Bring fields to what the store holds, as a step that can be undone."""

    def show_around(self, package: Package) -> None:
        """Show what stands around the words: photos, language, set-aside findings."""

    def show_nothing(self) -> None:
        """Show that no story is open."""

    def show_checked(self, body: str, findings: tuple[Finding, ...]) -> None:
        """Show the findings of the words that stood on the screen with this body."""

    def show_saved(self, at: datetime) -> None:
        """Say when the story was last safe."""

    def show_unsaved(self, error: DeskError) -> None:
        """Say that the story could not be saved; what is typed stays on the screen."""

    def show_refused(self, error: DeskError) -> None:
        """Say why a field was not changed, and show what the store holds."""

    def show_thumbnail(self, photo_id: str, jpeg: bytes) -> None:
        """Show the small picture of a photo."""

    def show_kept(self, revision: Revision | None) -> None:
        """Say that this version was kept, or that it already was."""


class Presenter:
    """One story being written. The view calls it; it calls the desk through `work`."""

    def __init__(self, desk: Desk, work: Errands, view: View) -> None:
        self._desk = desk
        self._work = work
        self._view = view
        self._sent: dict[str, str] = {}
        self._owed: dict[str, dict[str, str]] = {}
        """Words of stories turned away from that the store refused, to be handed to it again."""
        self._epoch = 0
        self._in_flight = 0
        self._stale = False
        self._thumbs: set[str] = set()
        self._visit = 0
        self._checking = 0
        """Which visit is being checked; 0 while none is."""
        self._again = False
        self.story_id = ""
        self.package: Package | None = None
        self.findings: tuple[Finding, ...] = ()

    def open(self, story_id: str) -> None:
        """Turn to another story ("" for none), once what was typed is on its way to the store."""
        self.save()
        self.story_id = story_id
        self.package = None
        self.findings = ()
        self._stale = False
        self._visit += 1
        if not story_id:
            self._view.show_nothing()
            return
        load = partial(_fetched, self._desk, story_id)
        self._work.ask(load, partial(self._opened, story_id), self._gone, about="writing")

    def open_now(self) -> None:
        """Open the story asked for without waiting: what was typed for it is to be saved now."""
        if self.story_id and self.package is None:
            try:
                package = filing.package(self._desk, self.story_id)
            except DeskError as error:
                self._gone(error)
            else:
                self._opened(self.story_id, package)

    def refresh(self, changes: Changes) -> None:
        """Take in what another act changed; our own saving is no news."""
        ours = self.story_id in changes.stories and changes.act != "autosave"
        if (ours or changes.act in ABOUT_ALL) and self.package:
            self._reload()

    def save(self) -> None:
        """Hand to the store what was typed since the last time, and what it refused before."""
        owed, self._owed = self._owed, {}
        for story_id, texts in owed.items():
            self._send(story_id, texts, 0)
        if self.package is None or self._desk.read_only:
            return
        texts = self._view.texts()
        new = {name: text for name, text in texts.items() if self._sent.get(name) != text}
        if not new:
            return
        self._sent |= new
        self._epoch += 1
        self._send(self.story_id, new, self._visit)

    def unsaved(self) -> bool:
        """Say whether words typed here are not in the store, as far as is known."""
        if self._owed or self.package is None or self._desk.read_only:
            return bool(self._owed)
        return any(self._sent.get(name) != text for name, text in self._view.texts().items())

    def _send(self, story_id: str, texts: dict[str, str], visit: int) -> None:
        """Hand words to the store; `visit` is that of the story on the screen, 0 for another."""
        self._in_flight += 1
        self._work.act(
            partial(writing.autosave, self._desk, story_id, **texts),
            lambda _changes: self._saved(story_id, visit),
            partial(self._not_saved, story_id, visit, texts),
        )

    def snapshot(self) -> Package | None:
        """Return the story as it stands on the screen, None while none is open."""
        return _with(self.package, self._view.texts()) if self.package else None

    def measure(self, then: Callable[[Readability | None], None]) -> None:
        """Bring home how easily the story reads as it stands on the screen."""
        if story := self.snapshot():
            read = partial(readability, story.story.body, story.story.language)
            self._work.ask(read, then, about="readability")

    def check(self) -> None:
        """Examine the words as they stand on the screen, off the main thread, one check at a time."""
        if self.package is None:
            return
        if self._checking == self._visit:
            self._again = True
            return
        texts = self._view.proposed()
        visit, self._again = self._visit, False
        self._checking = visit
        self._work.ask(
            partial(_examined, self._desk, self.story_id, texts),
            partial(self._checked, visit, texts),
            partial(self._not_checked, visit),
        )

    def waive(self, finding: Finding, reason: str) -> None:
        """Set a finding aside, with a reason."""
        self.save()
        self._work.act(partial(sourcing.waive, self._desk, self.story_id, finding, reason))

    def place_photos(self, sources: Sequence[Path], after: int) -> None:
        """Take image files in and put them after a paragraph, counted from 0."""
        self.save()
        self._work.act(partial(placing.place_photos, self._desk, self.story_id, sources, after))

    def near(self, word: str, paragraph: str, then: Callable[[tuple[str, ...]], None]) -> None:
        """Bring home the words near one that no dictionary knows."""
        language = self.package.story.language if self.package else ""
        look = partial(spelling.near, word, paragraph, language)
        self._work.ask(look, then, about="near")

    def add_word(self, word: str, own: bool) -> None:  # noqa: FBT001  whose dictionary, as the menu says
        """Add a word to the dictionary of the desk, or to one's own; it can be undone."""
        self._work.act(partial(spelling.add_word, self._desk, word, own=own))

    def mend(self, fix: Fix) -> None:
        """Apply a mend that touches more than the words on the screen."""
        self.save()
        self._work.act(partial(sourcing.mend, self._desk, self.story_id, [fix]))

    def revise(self, field: str, value: object) -> None:
        """Change a field that is chosen, not typed; it can be undone."""
        self.save()
        act = partial(writing.revise, self._desk, self.story_id, **{field: value})
        self._work.act(act, sorry=self._view.show_refused)

    def keep(self) -> None:
        """Keep the story as it stands as a version of its own."""
        self.save()
        self._work.act(partial(writing.keep, self._desk, self.story_id), self._view.show_kept)

    def _opened(self, story_id: str, package: Package) -> None:
        if story_id != self.story_id or self.package is not None:
            return
        self.package = package
        self._sent = {name: getattr(package.story, name) for name in TEXT_FIELDS}
        self._view.show_package(package)
        self._view.show_saved(package.story.updated_at)
        self._take_owed()
        self._ask_thumbnails(package)
        self.check()
        self._reload_when_quiet()

    def _gone(self, _error: DeskError) -> None:
        self.story_id = ""
        self._view.show_nothing()

    def _reload(self) -> None:
        self._stale = False
        load = partial(filing.unread, self._desk, self.story_id)
        then = partial(self._reloaded, self.story_id, self._epoch)
        self._work.ask(load, then, self._gone, about="writing")

    def _reloaded(self, story_id: str, epoch: int, package: Package) -> None:
        """Take the store's words in, unless words were typed or sent since it was asked."""
        if story_id != self.story_id:
            return
        if epoch != self._epoch or self._in_flight:
            self._stale = True
            self._reload_when_quiet()
            return
        on_screen = self._view.texts()
        held = {name: getattr(package.story, name) for name in TEXT_FIELDS}
        untouched = [name for name in held if on_screen[name] == self._sent.get(name)]
        self._view.bring_to({name: held[name] for name in untouched})
        self._sent |= {name: held[name] for name in untouched}
        self.package = package
        self._view.show_around(package)
        self._ask_thumbnails(package)
        # In a turn of its own: long copy has taken up this one.
        self._work.ask(lambda: None, lambda _done: self.check(), about="writing-check")

    def _reload_when_quiet(self) -> None:
        if self._stale and self.package is not None and not self._in_flight:
            self._reload()

    def _saved(self, story_id: str, visit: int) -> None:
        self._in_flight -= 1
        # The story may have been opened again before words of an earlier visit were in the store.
        self._stale |= story_id == self.story_id and not visit
        if story_id == self.story_id:
            self._view.show_saved(datetime.now(UTC))
            self._reload_when_quiet()

    def _not_saved(
        self, story_id: str, visit: int, texts: dict[str, str], error: DeskError
    ) -> None:
        self._in_flight -= 1
        if visit == self._visit:
            for name in texts:
                self._sent.pop(name, None)
        elif error.code != "story.unknown":
            self._owed.setdefault(story_id, {}).update(texts)
            self._take_owed()
        self._view.show_unsaved(error)

    def _take_owed(self) -> None:
        """Put words the store refused back on the screen, where their story is opened again."""
        if self.package is not None and (owed := self._owed.pop(self.story_id, None)):
            self._view.bring_to(owed)

    def _checked(
        self,
        visit: int,
        texts: dict[str, str],
        findings: tuple[Finding, ...],
    ) -> None:
        """Show what was found, unless words were typed meanwhile; check again if that was asked."""
        if visit != self._visit:
            return
        self._checking = 0
        if self.package is not None and self._view.proposed() == texts:
            self.findings = findings
            self._view.show_checked(texts["body"], self.findings)
        if self._again:
            self.check()

    def _not_checked(self, visit: int, error: DeskError) -> None:
        """Wait for the next reason to check: a story that is gone is told of by whoever took it."""
        if visit == self._visit:
            self._checking = 0
            if error.code != "story.unknown":
                self._view.show_refused(error)

    def _ask_thumbnails(self, package: Package) -> None:
        for photo_id in package.photos:
            if photo_id not in self._thumbs:
                self._thumbs.add(photo_id)
                self._work.ask(
                    partial(captioning.thumbnail, self._desk, photo_id, THUMB_SIZE),
                    partial(self._view.show_thumbnail, photo_id),
                    partial(self._no_thumbnail, photo_id),
                )

    def _no_thumbnail(self, photo_id: str, _error: DeskError) -> None:
        """A picture that cannot be read is shown as such by the photo desk; here a frame is enough."""
        self._thumbs.discard(photo_id)


def _fetched(desk: Desk, story_id: str) -> Package:
    """Return a story to be written in, with what typing in its language needs read ahead."""
    package = filing.unread(desk, story_id)
    # The rules are compiled when first asked for: better here than upon the first key. The words
    # of a line are counted once.
    correction(_FIRST_WORDS, len(_FIRST_WORDS), package.story.language)
    word_count(package.story.body)
    return package


def _examined(desk: Desk, story_id: str, texts: Texts) -> tuple[Finding, ...]:
    """Return what is remarked in a story with these texts, in reading order."""
    return in_order(desk.apart(sourcing.remarks, story_id, dict(texts)))


def _with(package: Package, texts: Texts) -> Package:
    fields: dict[str, Any] = dict(texts)
    return replace(package, story=replace(package.story, **fields))
