"""Writing metadata into files: where to is said, nothing is written before, each failure is told."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app import sentences
from app.desk.desk import Desk
from app.desk.photos import stamping
from app.desk.photos.stamping import Into, Stamped
from app.domain.errors import DeskError
from ui.captioning.arrival_sheet import Refusals, refusal_table
from ui.captioning.stepping import Stepping
from ui.parts import named
from ui.parts.sheet import Sheet
from ui.words import N_, _, ngettext
from ui.work import Work

CHOICES = {
    Into.SIDECAR: (
        N_("Into a sidecar file beside each photo"),
        N_("An .xmp file; the photo itself is not touched."),
    ),
    Into.COPY: (
        N_("Into copies in a folder"),
        N_("The copies carry the words, the photos stay as they are."),
    ),
    Into.ORIGINAL: (
        N_("Into the original files"),
        N_("The pixels stay as they are. Undo brings the former files back, tomorrow too."),
    ),
}


class StampSheet(Sheet):
    """Writes the metadata of photos into files and tells of each."""

    def __init__(self, desk: Desk, work: Work, ids: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(parent, "stamp-sheet", _("Write Metadata to Files"))
        self._desk, self._work, self._ids = desk, work, tuple(ids)
        self._stop = False
        self._failed: list[tuple[str, str]] = []
        self._written, self._left = 0, 0
        self._running = False
        self.choices = QButtonGroup(self)
        self._build()
        self._close = self.offer(_("Close"), self._closing, "stamp-close")
        count = len(self._ids)
        words = ngettext("Write {n} File", "Write {n} Files", count).format(n=count)
        self._write = self.offer(words, self.write, "stamp-write", main=True)
        self.resize(620, 420)
        self._chosen()

    def into(self) -> Into:
        """Return where the words go."""
        return list(CHOICES)[self.choices.checkedId()]

    def write(self) -> None:
        """Begin to write."""
        into = self.into()
        folder = Path(self.folder.text()) if into is Into.COPY else None
        self._stop, self._written = False, 0
        self._failed.clear()
        self._busy(on=True)
        coming = stamping.stamp(self._desk, self._ids, into, folder=folder, stop=lambda: self._stop)
        Stepping(self._work, coming, self._told, self._over).go()

    def _build(self) -> None:
        for number, (into, (words, told)) in enumerate(CHOICES.items()):
            radio = named(QRadioButton(_(words)), f"stamp-into-{into.value}", _(words))
            radio.setAccessibleDescription(_(told))
            self.choices.addButton(radio, number)
            hint = QLabel(_(told))
            hint.setProperty("kind", "quiet")
            hint.setContentsMargins(24, 0, 0, 4)
            column = QVBoxLayout()
            column.setSpacing(1)
            column.addWidget(radio)
            column.addWidget(hint)
            self.content.addLayout(column)
            if into is Into.COPY:
                self.content.addLayout(self._folder_row())
        self.choices.button(0).setChecked(True)
        self.choices.idToggled.connect(lambda _id, _on: self._chosen())
        self.bar = named(QProgressBar(), "stamp-bar", _("Files written"))
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.table = refusal_table("stamp-failed", _("Files that could not be written"))
        self.table.hide()
        self.content.addWidget(self.bar)
        self.content.addWidget(self.table, 1)
        self.content.addStretch(0)

    def _folder_row(self) -> QHBoxLayout:
        self.folder = named(QLineEdit(), "stamp-folder", _("Folder of the copies"))
        self.folder.setPlaceholderText(_("Folder of the copies"))
        self.folder.textChanged.connect(lambda _words: self._chosen())
        self._choose = named(QPushButton(_("Choose…")), "stamp-choose", _("Choose the folder"))
        self._choose.setAutoDefault(False)
        self._choose.clicked.connect(self._ask_folder)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 0, 6)
        row.addWidget(self.folder, 1)
        row.addWidget(self._choose)
        return row

    def _ask_folder(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, _("Folder of the copies")):
            self.folder.setText(folder)

    def _chosen(self) -> None:
        copies = self.into() is Into.COPY
        self.folder.setEnabled(copies)
        self._choose.setEnabled(copies)
        self._write.setEnabled(not copies or bool(self.folder.text().strip()))

    def _busy(self, *, on: bool) -> None:
        self._close.setText(_("Cancel") if on else _("Close"))
        self._write.setEnabled(not on)
        self.bar.setVisible(on)
        for button in self.choices.buttons():
            button.setEnabled(not on)
        self._running = on

    def _told(self, stamped: Stamped) -> None:
        self.bar.setRange(0, stamped.total)
        self.bar.setValue(stamped.done)
        if stamped.result:
            self._written = len(stamped.result.written)
            self._left = len(self._ids) - self._written - len(stamped.result.failed)
            return
        if stamped.error:
            self._failed.append((stamped.name, sentences.sentence(stamped.error)))
        words = _("Writing metadata: {done} of {total} — {name}")
        self.say(words.format(done=stamped.done, total=stamped.total, name=stamped.name))

    def _over(self, error: DeskError | None) -> None:
        self._busy(on=False)
        if error:
            self.say(sentences.sentence(error))
            return
        left = self._left
        parts = [ngettext("{n} file written.", "{n} files written.", self._written)]
        said = [parts[0].format(n=self._written)]
        if self._failed:
            self.table.setModel(Refusals(tuple(self._failed), self.table))
            self.table.show()
            words = ngettext("{n} could not be.", "{n} could not be.", len(self._failed))
            said.append(words.format(n=len(self._failed)))
        if left > 0:
            said.append(ngettext("{n} unchanged.", "{n} unchanged.", left).format(n=left))
        self.say(" ".join(said))

    def _closing(self) -> None:
        if self._running:
            self._stop = True
        else:
            self.reject()
