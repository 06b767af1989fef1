"""Photos coming in: one file after the other, so that the person can stop in between."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from app import sentences
from app.desk.desk import Desk
from app.desk.photos import ingesting, selecting
from app.desk.photos.ingesting import How, Ingested, Progress
from app.domain.errors import DeskError
from ui.captioning.stepping import Stepping
from ui.errands import Errands, nothing
from ui.parts.banner import Notice
from ui.words import _, ngettext

LOOK_EVERY = 12
"""Files after which the grid is looked at again while more come in."""


class Screen(Protocol):
    """What those who take photos in tell the view."""

    def show_progress(self, done: int, total: int, name: str) -> None:
        """Show how far taking photos in has come; equal numbers end it."""

    def notify(self, notice: Notice) -> None:
        """Show a notice over the place."""

    def show_arrival(self, report: "Report") -> None:
        """List what came in, what did not and why."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the files: ids of photos, and file names with why they were refused."""

    taken: tuple[str, ...] = ()
    already: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    alike: tuple[tuple[str, ...], ...] = ()
    conflicting: tuple[str, ...] = ()
    stopped: bool = False


class Arrivals:
    """Takes files in by the desk's ingest. All calls come from the main thread."""

    def __init__(self, desk: Desk, work: Errands, screen: Screen, look: Callable[[], None]) -> None:
        self._desk = desk
        self._work = work
        self._screen = screen
        self._look = look
        self._waiting: list[tuple[tuple[Path, ...], How, Callable[[str], None]]] = []
        self._running = False
        self._stop = False
        self._then: Callable[[str], None] = nothing

    def take_in(
        self, paths: Sequence[Path], how: How = How.COPY, then: Callable[[str], None] = nothing
    ) -> None:
        """Take files and folders in; `then` is told the id of the first photo."""
        if paths:
            self._waiting.append((tuple(paths), how, then))
            self._next()

    def stop(self) -> None:
        """Leave the files that still wait where they are; those taken in stay."""
        self._stop = True
        self._waiting.clear()

    def _next(self) -> None:
        if self._running or not self._waiting:
            return
        paths, how, self._then = self._waiting.pop(0)
        self._running, self._stop = True, False
        coming = ingesting.ingest(self._desk, paths, how=how, stop=lambda: self._stop)
        Stepping(self._work, coming, self._arrived, self._over).go()

    def _arrived(self, progress: Progress) -> None:
        if progress.photo_id:
            self._then(progress.photo_id)
            self._then = nothing
        done = progress.total if progress.result else min(progress.done, progress.total - 1)
        self._screen.show_progress(done, progress.total, progress.name)
        if progress.result:
            self._finish(progress.result)
        elif progress.done % LOOK_EVERY == 0:
            self._look()

    def _over(self, error: DeskError | None) -> None:
        self._running = False
        if error:
            self._screen.show_progress(0, 0, "")
            self._screen.notify(Notice(sentences.sentence(error), "error", seconds=0))
        self._next()

    def _finish(self, result: Ingested) -> None:
        # A file known before changes nothing in the store, but its lost original is back.
        self._look()
        if result.taken:
            ask = partial(selecting.alike, self._desk, result.taken)
            self._work.ask(ask, partial(self._report, result), self._lost)
        else:
            self._report(result, ())

    def _report(self, result: Ingested, alike: tuple[tuple[str, ...], ...]) -> None:
        report = report_of(result, alike)
        self._screen.notify(arrival_notice(report, partial(self._screen.show_arrival, report)))

    def _lost(self, error: DeskError) -> None:
        self._screen.notify(Notice(sentences.sentence(error), "error", seconds=0))


def report_of(result: Ingested, alike: tuple[tuple[str, ...], ...]) -> Report:
    """Return what the desk says of an ingest, with its troubles as sentences."""
    failed = tuple((one.name, sentences.sentence(one.error)) for one in result.failed)
    return Report(result.taken, result.already, failed, alike, result.conflicting, result.stopped)


def arrival_notice(report: Report, see: Callable[[], None]) -> Notice:
    """Return what is said once files were taken in: how many, how many were known, why not."""
    refused, known, new = len(report.failed), len(report.already), len(report.taken)
    odd, alike = len(report.conflicting), sum(map(len, report.alike))
    parts = [
        (new, ngettext("{n} photo added.", "{n} photos added.", new)),
        (known, ngettext("{n} was already here.", "{n} were already here.", known)),
        (alike, ngettext("{n} looks like another.", "{n} look alike.", alike)),
        (
            odd,
            ngettext(
                "{n} has metadata that disagree: check its words.",
                "{n} have metadata that disagree: check their words.",
                odd,
            ),
        ),
    ]
    said = [words.format(n=count) for count, words in parts if count]
    if report.stopped:
        said.insert(0, _("Stopped."))
    if refused == 1:
        said.append(report.failed[0][1])
    elif refused:
        said.append(_("{n} files could not be taken in.").format(n=refused))
    if not said:
        said = [_("No photo was found there.")]
    told = bool(refused or alike or odd)
    return Notice(
        " ".join(said),
        "warning" if refused else "ok",
        label=_("See") if told else "",
        action=see if told else None,
        seconds=0 if told else 8,
    )
