"""Captions as a table: written for a spreadsheet, and taken in again after a look."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app import sentences
from app.desk.desk import Desk
from app.desk.photos import sheets
from app.desk.photos.sheets import CaptionsIn
from app.domain.errors import DeskError
from ui.captioning.previews import PreviewTable, rows_of
from ui.parts.sheet import Sheet
from ui.words import _, ngettext
from ui.work import Work

MOST_NAMED = 5
"""Names of missing photos told in one sentence."""


def write_table(desk: Desk, ids: Sequence[str], path: Path) -> Path:
    """Write the captions of photos as CSV that spreadsheets open with accents right; return where.

    Raises:
        DeskError: `photo.not-written`.
    """
    table = sheets.captions_table(desk, ids)
    try:
        path.write_bytes(table)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DeskError("photo.not-written", name=path.name, reason=reason) from error
    return path


class TableSheet(Sheet):
    """Shows what a table of captions would change; taking it in is one step."""

    def __init__(self, desk: Desk, work: Work, path: Path, parent: QWidget | None) -> None:
        super().__init__(parent, "table-sheet", _("Import Captions"))
        self._desk, self._work, self._path = desk, work, path
        self.preview = PreviewTable("table-preview")
        self.content.addWidget(self.preview, 1)
        self.offer_close(_("Cancel"))
        self._take = self.offer(_("Take These In"), self.take, "table-take", main=True)
        self._take.setEnabled(False)
        self.resize(900, 520)
        self._data = b""
        work.ask(partial(_read, desk, path), self._show, self._sorry)

    def take(self) -> None:
        """Take the words in and close."""
        self._take.setEnabled(False)
        self._work.act(
            partial(sheets.take_captions_in, self._desk, self._data), self._done, self._sorry
        )

    def _show(self, read: tuple[bytes, CaptionsIn]) -> None:
        self._data, table = read
        changed = len(table.previews)
        self.preview.rows.show_rows(rows_of(table.previews))
        self._take.setEnabled(bool(changed))
        words = ngettext("{n} photo will change.", "{n} photos will change.", changed)
        said = [words.format(n=changed) if changed else _("Nothing would change.")]
        if table.unknown:
            named = ", ".join(table.unknown[:MOST_NAMED])
            said.append(_("Not found here: {names}.").format(names=named))
        if table.ignored:
            said.append(_("Columns left out: {names}.").format(names=", ".join(table.ignored)))
        self.say(" ".join(said))

    def _sorry(self, error: DeskError) -> None:
        self.say(sentences.sentence(error))

    def _done(self, _taken: CaptionsIn) -> None:
        self.accept()


def _read(desk: Desk, path: Path) -> tuple[bytes, CaptionsIn]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DeskError("captions.unreadable", line="0") from error
    return data, sheets.preview_captions(desk, data)
