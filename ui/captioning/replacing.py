"""Find and replace in the words of many photos, seen before it is done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QWidget

from app import sentences
from app.desk.desk import Desk
from app.desk.photos import batching
from app.desk.photos.batching import Preview
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.picking import Hunt
from ui.captioning.batch import PAUSE
from ui.captioning.edits import Line
from ui.captioning.previews import PreviewTable, name_of, rows_of
from ui.parts import named
from ui.parts.sheet import Sheet
from ui.words import _, ngettext
from ui.work import Work

FIELDS = ("description", "headline", "alt", "credit", "city", "event")
"""Fields that are offered; those ticked are searched."""

FIRST = frozenset({"description", "headline", "alt"})
PREVIEW = "replace-preview"


class ReplaceSheet(Sheet):
    """Replaces words, or what a regular expression finds, in ticked fields; one step."""

    def __init__(self, desk: Desk, work: Work, ids: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(parent, "replace-sheet", _("Find and Replace in Captions"))
        self._desk, self._work, self._ids = desk, work, tuple(ids)
        self.sought = named(Line(), "replace-find", _("Find"))
        self.words = named(Line(), "replace-words", _("Replace with"))
        self.regex = named(QCheckBox(_("Regular expression")), "replace-regex")
        self.case = named(QCheckBox(_("Match case")), "replace-case")
        self.ticks = {name: self._tick(name) for name in FIELDS}
        self.preview = PreviewTable("replace-preview")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)
        self._build()
        self.offer_close(_("Cancel"))
        self._apply = self.offer(_("Replace"), self.apply, "replace-apply", main=True)
        self._apply.setEnabled(False)
        self.resize(900, 560)
        self.sought.setFocus()

    def look(self) -> None:
        """Ask what would change."""
        self._pause.stop()
        if not self.sought.text():
            self._show([])
            return
        ask = partial(batching.preview_replace, self._desk, self._ids, self._hunt())
        self._work.ask(ask, self._show, self._sorry, about=PREVIEW)

    def apply(self) -> None:
        """Replace, as one step, and close."""
        self._apply.setEnabled(False)
        act = partial(batching.replace_words, self._desk, self._ids, self._hunt())
        self._work.act(act, self._done, self._sorry)

    def _hunt(self) -> Hunt:
        return Hunt(
            find=self.sought.text(),
            words=self.words.text(),
            fields=tuple(name for name, tick in self.ticks.items() if tick.isChecked()),
            regex=self.regex.isChecked(),
            case=self.case.isChecked(),
        )

    def _tick(self, name: str) -> QCheckBox:
        tick = named(QCheckBox(name_of(name)), f"replace-tick-{name}")
        tick.setChecked(name in FIRST)
        return tick

    def _build(self) -> None:
        lines = QFormLayout()
        lines.addRow(_("Find"), self.sought)
        lines.addRow(_("Replace with"), self.words)
        how, where = QHBoxLayout(), QHBoxLayout()
        for tick in (self.regex, self.case):
            how.addWidget(tick)
        for tick in self.ticks.values():
            where.addWidget(tick)
        for row in (how, where):
            row.setSpacing(14)
            row.addStretch(1)
        lines.addRow("", how)
        lines.addRow(_("In"), where)
        self.content.addLayout(lines)
        self.content.addWidget(self.preview, 1)
        for edit in (self.sought, self.words):
            edit.textChanged.connect(lambda _words: self._pause.start())
            edit.escaped.connect(self.reject)
        for tick in (self.regex, self.case, *self.ticks.values()):
            tick.toggled.connect(lambda _on: self._pause.start())

    def _show(self, previews: Sequence[Preview]) -> None:
        rows = rows_of(previews)
        self.preview.rows.show_rows(rows)
        self._apply.setEnabled(bool(rows))
        changed = sum(bool(one.changes) for one in previews)
        words = ngettext("{n} photo will change.", "{n} photos will change.", changed)
        said = words.format(n=changed) if rows else _("Nothing would change.")
        if quoted := sum(one.quoted for one in previews):
            said += " " + sentences.left_quoted(quoted)
        self.say(said)

    def _sorry(self, error: DeskError) -> None:
        self.preview.rows.show_rows([])
        self._apply.setEnabled(False)
        self.say(sentences.sentence(error))

    def _done(self, _changes: Changes) -> None:
        self.accept()
