"""The sheets of the photo desk: which one opens for which action, on the photos chosen."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app import sentences
from app.desk.photos import locating, templating
from app.desk.photos.locating import Located
from app.desk.photos.templating import CodesIn
from app.domain.changes import Changes
from app.domain.errors import DeskError
from ui.captioning.arrival_sheet import ArrivalSheet
from ui.captioning.arrivals import Report
from ui.captioning.batch import BatchSheet
from ui.captioning.conflicts import ConflictSheet
from ui.captioning.contact import ContactSheet
from ui.captioning.cropping import CropSheet
from ui.captioning.presenter import CaptioningPresenter
from ui.captioning.replacing import ReplaceSheet
from ui.captioning.stamping import StampSheet
from ui.captioning.tables import TableSheet, write_table
from ui.parts.banner import Notice
from ui.place import Bench
from ui.words import _, ngettext

Told = Callable[[Notice], None]


class Tasks:
    """Opens the sheets over a place and tells what became of files chosen by hand."""

    def __init__(
        self,
        bench: Bench,
        presenter: CaptioningPresenter,
        place: QWidget,
        tell: Told,
        learn: Callable[[], None],
    ) -> None:
        self._desk, self._work = bench.desk, bench.work
        self._presenter = presenter
        self._place = place
        self._tell = tell
        self._learn = learn

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by action code."""
        found: dict[str, Callable[[], None]] = {
            "captions-in": self._table_in,
            "codes-in": self._codes_in,
            "locate-photos": self._locate,
        }
        if self._presenter.target.chosen():
            found |= {
                "batch-words": self._batch,
                "replace-words": self._replace,
                "write-files": self._stamp,
                "contact-sheet": self._contact,
                "captions-out": self._table_out,
            }
        if self._presenter.target.photo and not self._presenter.target.ids:
            found |= {"crop": self._crop, "conflicts": self._conflicts}
        return found

    def show_arrival(self, report: Report, show_alike: Callable[[], None]) -> None:
        """List what came in and what did not."""
        ArrivalSheet(report, show_alike, self._place).open()

    def _ids(self) -> tuple[str, ...]:
        return self._presenter.target.chosen()

    def _batch(self) -> None:
        story_id = self._presenter.wish.story_id
        BatchSheet(self._desk, self._work, self._ids(), story_id, self._place).open()

    def _replace(self) -> None:
        ReplaceSheet(self._desk, self._work, self._ids(), self._place).open()

    def _stamp(self) -> None:
        StampSheet(self._desk, self._work, self._ids(), self._place).open()

    def _contact(self) -> None:
        ContactSheet(self._desk, self._work, self._ids(), self._place).open()

    def _crop(self) -> None:
        photo = self._presenter.target.photo
        if photo:
            CropSheet(self._desk, self._work, photo, self._place).open()

    def _conflicts(self) -> None:
        photo = self._presenter.target.photo
        if photo:
            ConflictSheet(self._desk, self._work, photo, self._place).open()

    def _table_out(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self._place, _("Export Captions"), "captions.csv", _("Tables (*.csv)")
        )
        if name:
            self._work.ask(
                partial(write_table, self._desk, self._ids(), Path(name)),
                self._told_out,
                self._sorry,
            )

    def _table_in(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self._place, _("Import Captions"), "", _("Tables (*.csv *.tsv *.txt)")
        )
        if name:
            TableSheet(self._desk, self._work, Path(name), self._place).open()

    def _codes_in(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self._place, _("Import Codes"), "", _("Code lists (*.txt *.tsv *.csv)")
        )
        if name:
            self._work.act(
                partial(templating.take_codes_in, self._desk, Path(name)),
                self._told_codes,
                self._sorry,
            )

    def _locate(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._place, _("Locate Missing Files"))
        if folder:
            self._work.act(
                partial(locating.locate, self._desk, Path(folder)), self._told_located, self._sorry
            )

    def locate_one(self) -> None:
        """Ask which file is the original of the photo the form is about."""
        photo = self._presenter.target.photo
        if photo is None:
            return
        title = _("Locate {name}").format(name=photo.file_name)
        name, _kind = QFileDialog.getOpenFileName(self._place, title, photo.file_name)
        if name:
            act = partial(locating.relocate, self._desk, photo.id, Path(name))
            self._work.act(act, partial(self._told_relocated, photo.file_name), self._sorry)

    def _told_relocated(self, name: str, _changes: Changes) -> None:
        self._tell(Notice(_("{name} was found again.").format(name=name), "ok", seconds=6))

    def _told_out(self, path: Path) -> None:
        self._tell(Notice(_("The captions are in {name}.").format(name=path.name), "ok", seconds=6))

    def _told_codes(self, taken: CodesIn) -> None:
        self._learn()
        said = ngettext("{n} code taken in.", "{n} codes taken in.", taken.count)
        parts = [said.format(n=taken.count)]
        if taken.doubled:
            parts.append(_("Given twice: {words}.").format(words=", ".join(taken.doubled)))
        if taken.odd:
            parts.append(_("Lines left out: {words}.").format(words=", ".join(map(str, taken.odd))))
        self._tell(Notice(" ".join(parts), "warning" if taken.odd else "ok", seconds=10))

    def _told_located(self, located: Located) -> None:
        found, missing = len(located.found), len(located.missing)
        said = [ngettext("{n} file found again.", "{n} files found again.", found).format(n=found)]
        if missing:
            words = ngettext("{n} is still missing.", "{n} are still missing.", missing)
            said.append(words.format(n=missing))
        self._tell(Notice(" ".join(said), "warning" if missing else "ok", seconds=8))

    def _sorry(self, error: DeskError) -> None:
        self._tell(Notice(sentences.sentence(error), "error", seconds=0))
