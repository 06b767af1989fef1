"""What the register window decides: which entries are shown, what is kept, merged, taken in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from app import sentences
from app.desk import undoing
from app.desk.desk import Desk
from app.desk.sources import register_files, register_imports, registering
from app.desk.sources.register_imports import Imported, Plan
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.person import Person, PersonKind
from ui.errands import Errands
from ui.parts.banner import Notice
from ui.words import _, ngettext

ENTRIES = "register-entries"
ENTRY = "register-entry"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry appears: ready words, and the story to go to, "" for none."""

    words: str
    story_id: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """One entry with where it is quoted and pictured."""

    person: Person
    quoted: tuple[Place, ...] = ()
    pictured: tuple[Place, ...] = ()


class Screen(Protocol):
    """What the presenter tells the window."""

    def show_entries(self, people: tuple[Person, ...], everyone: tuple[Person, ...]) -> None:
        """Show the entries found, and offer all of them to be merged with."""

    def show_entry(self, known: Known | None) -> None:
        """Show one entry to be changed; None for none."""

    def show_plan(self, plan: Plan) -> None:
        """Show what a file would do to the register."""

    def notify(self, notice: Notice) -> None:
        """Show a notice."""


class RegisterPresenter:
    """Keeps the register window in step with the desk. All calls come from the main thread."""

    def __init__(self, desk: Desk, work: Errands, screen: Screen) -> None:
        self._desk = desk
        self._work = work
        self._screen = screen
        self._words = ""
        self._kind: PersonKind | None = None
        self.people: tuple[Person, ...] = ()
        self.chosen = ""

    def search(self, words: str, kind: PersonKind | None = None) -> None:
        """Look for words in the entries, of one kind or of all."""
        self._words, self._kind = words, kind
        self.look()

    def look(self) -> None:
        """Read the register afresh."""
        find = partial(found, self._desk, self._words, self._kind)
        self._work.ask(find, self._seen, self._sorry, about=ENTRIES)

    def refresh(self, changes: Changes) -> None:
        """Look again when the register, or who is quoted in a story, changed."""
        if changes.people or changes.stories:
            self.look()

    def choose(self, person_id: str) -> None:
        """Choose an entry."""
        self.chosen = person_id
        if not person_id:
            self._screen.show_entry(None)
            return
        ask = partial(known, self._desk, person_id)
        self._work.ask(ask, self._screen.show_entry, self._gone, about=ENTRY)

    def enter(self, name: str) -> None:
        """Add an entry and choose it."""
        person = Person(id="", name=name)
        self._work.act(partial(registering.enter, self._desk, person), self._entered, self._sorry)

    def keep(self, person_id: str, fields: dict[str, Any]) -> None:
        """Keep what was typed of an entry."""
        before = next((one for one in self.people if one.id == person_id), None)
        if before and any(getattr(before, name) != value for name, value in fields.items()):
            self._work.act(
                partial(registering.amend, self._desk, person_id, **fields), sorry=self._sorry
            )

    def remove(self) -> None:
        """Take the entry chosen out."""
        if self.chosen:
            gone, self.chosen = self.chosen, ""
            self._work.act(partial(registering.remove, self._desk, gone), sorry=self._sorry)

    def merge(self, other_name: str) -> None:
        """Make the entry chosen and another, told by name or code, one."""
        kept = self.chosen

        def merged() -> Changes:
            other = registering.entry(self._desk, other_name)
            return registering.merge(self._desk, kept, other.id)

        if kept and other_name.strip():
            told = Notice(_("Two entries are one now; Undo parts them again."), "ok")
            self._work.act(merged, lambda _changes: self._screen.notify(told), self._sorry)

    def plan(self, source: Path) -> None:
        """Read a file and show what taking it in would do."""
        ask = partial(register_imports.planned, self._desk, source)
        self._work.ask(ask, self._screen.show_plan, self._sorry, about="register-plan")

    def take_in(self, plan: Plan) -> None:
        """Take a file in, as one step."""
        act = partial(register_imports.take_in, self._desk, plan)
        self._work.act(act, self._taken_in, self._sorry)

    def export(self, to: Path, *, codes: bool) -> None:
        """Write the register as a table, or as a photo desk's code file."""
        write = register_files.export_codes if codes else register_files.export_csv
        self._work.ask(
            partial(write, self._desk, to), partial(self._exported, to), self._sorry, about="export"
        )

    def take_back(self, *, again: bool = False) -> None:
        """Take the last act back, or do it again."""
        do: Callable[[Desk], Changes | None] = undoing.redo if again else undoing.undo
        self._work.act(partial(do, self._desk), partial(self._taken_back, again=again))

    def _seen(self, answer: tuple[tuple[Person, ...], tuple[Person, ...]]) -> None:
        shown, self.people = answer
        self._screen.show_entries(shown, self.people)
        if all(one.id != self.chosen for one in shown):
            self.chosen = shown[0].id if shown else ""
        self.choose(self.chosen)

    def _entered(self, answer: tuple[str, Changes]) -> None:
        self.chosen = answer[0]

    def _taken_in(self, done: Imported) -> None:
        told = _("{added} added, {changed} changed.").format(added=done.added, changed=done.changed)
        self._screen.notify(Notice(told + " " + _("Undo takes all of it back."), "ok"))

    def _exported(self, to: Path, count: int) -> None:
        entries = ngettext("{n} entry", "{n} entries", count).format(n=count)
        self._screen.notify(Notice(f"{entries} · {to}", "ok"))

    def _taken_back(self, changes: Changes | None, *, again: bool) -> None:
        if changes is None:
            told = _("Nothing to redo.") if again else _("Nothing to undo.")
        else:
            told = _("Made again.") if again else _("Undone.")
        self._screen.notify(Notice(told, seconds=4))

    def _gone(self, _error: DeskError) -> None:
        self._screen.show_entry(None)

    def _sorry(self, error: DeskError) -> None:
        self._screen.notify(Notice(sentences.sentence(error), "error", seconds=0))


def found(
    desk: Desk, words: str, kind: PersonKind | None
) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Return the entries that hold the words, and all entries."""
    return registering.entries(desk, words=words, kind=kind), registering.entries(desk)


def known(desk: Desk, person_id: str) -> Known:
    """Return an entry with where it appears.

    Raises:
        DeskError: `person.unknown`.
    """
    person = registering.entry(desk, person_id)
    quoted = tuple(
        Place(f"{one.headline or one.slug}: {one.words}", one.story_id)
        for one in registering.quoted(desk, person_id)
    )
    pictured = tuple(
        Place(" · ".join((one.file_name, *one.stories)))
        for one in registering.pictured(desk, person_id)
    )
    return Known(person, quoted, pictured)
