"""The batch sheet: a template with a tick for each field, seen before it is put on many photos."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app import sentences
from app.desk.desk import Desk
from app.desk.photos import batching, selecting, templating
from app.desk.photos.batching import Preview, Stamp
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.picking import CaptionTemplate
from ui.captioning.edits import Line
from ui.captioning.entries import DAYS, LISTS, NotADateError, kept
from ui.captioning.fields import SUGGESTED
from ui.captioning.previews import PreviewTable, name_of, rows_of, told
from ui.parts import named
from ui.parts.sheet import Sheet
from ui.words import _, ngettext
from ui.work import Work

NAMES = (
    "description", "persons", "event", "city", "sublocation", "country", "created", "credit",
    "creator", "source", "copyright_notice", "usage_terms", "headline", "keywords", "instructions",
    "alt", "extended_description", "digital_source_type", "embargo", "expires",
)  # fmt: skip
"""Fields of a template, in the order a desk fills them in."""

PREVIEW = "batch-preview"
PAUSE = 250
"""Milliseconds after the last key before the preview is asked for."""


class BatchSheet(Sheet):
    """Puts the ticked fields on photos. Words may hold variables and codes, filled in for each."""

    def __init__(
        self, desk: Desk, work: Work, ids: Sequence[str], story_id: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent, "batch-sheet", _("Write on Several Photos"))
        self._desk, self._work = desk, work
        self._ids, self._story_id = tuple(ids), story_id
        self._templates: tuple[CaptionTemplate, ...] = ()
        self.ticks: dict[str, QCheckBox] = {}
        self.edits: dict[str, Line] = {}
        self.preview = PreviewTable("batch-preview")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)
        self._build()
        self.offer_close(_("Cancel"))
        self._apply = self.offer(self._verb(), self.apply, "batch-apply", main=True)
        self._apply.setEnabled(False)
        self.resize(1160, 680)
        work.ask(partial(templating.templates, desk), self._show_templates)
        self.edits["description"].setFocus()

    def template(self) -> dict[str, Any]:
        """Return the ticked fields, as the desk takes them.

        Raises:
            NotADateError: a date field holds no day.
        """
        return {
            name: typed(name, self.edits[name].text())
            for name, tick in self.ticks.items()
            if tick.isChecked()
        }

    def look(self) -> None:
        """Ask what would change."""
        self._pause.stop()
        if stamp := self._stamp():
            ask = partial(batching.preview, self._desk, self._ids, stamp)
            self._work.ask(ask, self._show_preview, self._sorry, about=PREVIEW)

    def apply(self) -> None:
        """Put the template on the photos, as one step, and close."""
        if stamp := self._stamp():
            self._apply.setEnabled(False)
            act = partial(batching.apply, self._desk, self._ids, stamp)
            self._work.act(act, self._done, self._sorry)

    def _stamp(self) -> Stamp | None:
        """Return what is to be put, or None and say why there is none."""
        try:
            return Stamp(fields=self.template(), story_id=self._story_id)
        except NotADateError as error:
            sentence = _("“{words}” is not a date. Write it as 16/02/2017.")
            self._told_trouble(sentence.format(words=error))
        return None

    def _build(self) -> None:
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(14)
        for row, name in enumerate(NAMES):
            self._add(grid, row, name)
        scroll = named(QScrollArea(), "batch-fields", _("Fields of the template"))
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(form)
        scroll.setMinimumWidth(380)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._head())
        column.addWidget(scroll, 1)
        column.addWidget(_hint())
        both = named(QSplitter(Qt.Orientation.Horizontal), "batch-panes")
        both.addWidget(left)
        both.addWidget(self.preview)
        both.setChildrenCollapsible(False)
        both.setSizes([420, 700])
        self.content.addWidget(both, 1)

    def _head(self) -> QHBoxLayout:
        self.choice = named(QComboBox(), "batch-template", _("Template"))
        self.choice.activated.connect(self._take_template)
        self.name = named(QLineEdit(), "batch-template-name", _("Name of the template"))
        self.name.setPlaceholderText(_("Name to keep it under"))
        self.name.returnPressed.connect(self._keep_template)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 10, 0)
        row.addWidget(self.choice, 1)
        row.addWidget(self.name, 1)
        return row

    def _add(self, grid: QGridLayout, row: int, name: str) -> None:
        words = name_of(name)
        tick = named(QCheckBox(words), f"batch-tick-{name}", _("Write {field}").format(field=words))
        edit = named(Line(), f"batch-{name}", words)
        # Tab goes from words to words; a field is ticked by typing in it.
        tick.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.ticks[name], self.edits[name] = tick, edit
        grid.addWidget(tick, row, 0)
        grid.addWidget(edit, row, 1)
        edit.textEdited.connect(lambda _words: tick.setChecked(True))
        edit.textChanged.connect(lambda _words: self._pause.start())
        edit.escaped.connect(self.reject)
        tick.toggled.connect(lambda _on: self._pause.start())
        if name in SUGGESTED:
            edit.entered.connect(partial(self._suggest, name))

    def _suggest(self, name: str) -> None:
        edit = self.edits[name]
        if not edit.offers():
            ask = partial(selecting.known_values, self._desk, name)
            self._work.ask(ask, partial(edit.offer, listed=name in LISTS))

    def _verb(self) -> str:
        count = len(self._ids)
        return ngettext("Write on {n} Photo", "Write on {n} Photos", count).format(n=count)

    def _show_preview(self, previews: tuple[Preview, ...]) -> None:
        rows = rows_of(previews)
        self.preview.rows.show_rows(rows)
        self._apply.setEnabled(bool(rows))
        fields = len({row.field for row in rows})
        changed = sum(bool(one.changes) for one in previews)
        told_fields = ngettext("{n} field will change", "{n} fields will change", fields)
        told_photos = ngettext("on {n} photo.", "on {n} photos.", changed)
        said = f"{told_fields.format(n=fields)} {told_photos.format(n=changed)}"
        if unknown := sorted({word for one in previews for word in one.unknown}):
            said += " " + _("Nobody knows {words}: left as typed.").format(words=", ".join(unknown))
        self.say(said if rows else _("Nothing would change."))

    def _told_trouble(self, sentence: str) -> None:
        self.preview.rows.show_rows([])
        self._apply.setEnabled(False)
        self.say(sentence)

    def _sorry(self, error: DeskError) -> None:
        self._told_trouble(sentences.sentence(error))

    def _done(self, _changes: Changes) -> None:
        self.accept()

    def _show_templates(self, templates: tuple[CaptionTemplate, ...]) -> None:
        self._templates = templates
        self.choice.clear()
        self.choice.addItems([_("No template"), *(one.name for one in templates)])
        self.choice.setEnabled(bool(templates))

    def _take_template(self, row: int) -> None:
        fields = self._templates[row - 1].fields if row else {}
        for name, tick in self.ticks.items():
            tick.setChecked(name in fields)
            self.edits[name].setText(told(fields[name]) if name in fields else "")
        self.name.setText(self._templates[row - 1].name if row else "")

    def _keep_template(self) -> None:
        stamp, name = self._stamp(), self.name.text().strip()
        if stamp and stamp.fields and name:
            act = partial(templating.save_template, self._desk, name, stamp.fields)
            self._work.act(act, self._kept, self._sorry)

    def _kept(self, _changes: Changes) -> None:
        self.say(_("The template {name} is kept.").format(name=self.name.text().strip()))
        self._work.ask(partial(templating.templates, self._desk), self._show_templates)


def _hint() -> QLabel:
    words = _("{city}, {date:long}, {creator}, {seq}… and =codes= are filled in for each.")
    hint = QLabel(words)
    hint.setProperty("kind", "quiet")
    hint.setWordWrap(True)
    return hint


def typed(name: str, words: str) -> Any:  # noqa: ANN401  a field of PhotoMetadata
    """Return the words of a template field as the desk takes them; variables stay as typed.

    Raises:
        NotADateError: a date field holds no day.
    """
    if name == "created":
        day = kept("dated", words)
        return day.isoformat() if isinstance(day, date) else ""
    if name in LISTS or name in DAYS:
        return kept(name, words)
    return words.strip()
