"""Where the page goes, what is passed over and by whom, and the button that writes it."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.finding import Finding
from ui import theme
from ui.parts import named
from ui.parts.heading import heading
from ui.rulebook import rule_title
from ui.wording import finding_words
from ui.words import _, ngettext

OVERRIDE_HEIGHT = 270
"""Pixels after which the reasons scroll, so that the findings stay in view."""


class Press(QWidget):
    """`asked(folder, overrides, name)`: the page shall be written; `stopped()`: that it shall stop."""

    asked = Signal(object, object, str)
    stopped = Signal()

    def __init__(self, by: str) -> None:
        super().__init__()
        named(self, "press")
        self._reasons: dict[str, QLineEdit] = {}
        self._blocks = 0
        self._checked = self._publishing = False
        self.folder = named(QLineEdit(), "publish-folder", _("Folder of the page"))
        self.by = named(QLineEdit(by), "publish-by", _("Your name"))
        self.override = named(QCheckBox(), "publish-override")
        self.button = named(QPushButton(_("Publish")), "publish-button", _("Publish"))
        self._bar = named(QProgressBar(), "publish-progress", _("Publishing"))
        self._stop = named(QPushButton(_("Stop")), "publish-stop", _("Stop publishing"))
        self._embargo = named(QLabel(), "publish-embargo")
        self._build()
        self._connect()
        self.show_busy(publishing=False)
        self.show_blocks(())

    def show_folder(self, folder: str) -> None:
        """Show where the page goes, "" while that is not known."""
        self.folder.setText(folder)
        self.folder.setCursorPosition(0)
        self.folder.setToolTip(folder)

    def show_checked(self, *, checked: bool) -> None:
        """Offer to publish only what has been checked."""
        self._checked = checked
        self.button.setEnabled(checked and not self._publishing)

    def show_blocks(self, blocks: Sequence[Finding]) -> None:
        """Offer to pass the blocking rules over, each with a reason; none hides the offer."""
        self._blocks = len(blocks)
        first: dict[str, Finding] = {}
        for finding in blocks:
            first.setdefault(finding.code, finding)
        if list(first) != list(self._reasons):
            self._lay_out_reasons(first)
            self.override.setChecked(False)
        words = ngettext(
            "Publish &all the same, past {n} block", "Publish &all the same, past {n} blocks",
            self._blocks,
        )  # fmt: skip
        self.override.setText(words.format(n=self._blocks))
        self.override.setVisible(bool(blocks))
        self._reveal()

    def show_embargo(self, words: str) -> None:
        """Say until when the story must wait; "" for no embargo."""
        self._embargo.setText(words)
        self._embargo.setVisible(bool(words))

    def show_progress(self, done: int, of: int) -> None:
        """Show how many files of pictures are made."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        if of:
            told = _("Publishing… {done} of {n} pictures").format(done=done, n=of)
            self.button.setText(told)
            self._bar.setAccessibleDescription(told)

    def show_busy(self, *, publishing: bool) -> None:
        """Show that the page is being written."""
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setVisible(publishing)
        self._stop.setVisible(publishing)
        self._stop.setEnabled(publishing)
        self._publishing = publishing
        self.button.setEnabled(self._checked and not publishing)
        self.button.setText(_("Publishing…") if publishing else _("Publish"))

    def ask(self) -> None:
        """Say what stands in the form, as the button does."""
        overrides = {}
        self._seek_reason()
        if self.override.isChecked() and self._blocks:
            overrides = {code: line.text() for code, line in self._reasons.items()}
        self.asked.emit(Path(self.folder.text().strip()).expanduser(), overrides, self.by.text())

    def give_reasons(self) -> None:
        """Go on past the blocks: open the form at the first reason that is missing."""
        self.override.setChecked(True)
        self._seek_reason()

    def put_reasons_away(self) -> None:
        """Close the form; the next publication is a decision of its own, what was written stays."""
        self.override.setChecked(False)

    def _seek_reason(self) -> bool:
        """Put the caret where a reason is missing; say whether one is."""
        empty = [line for line in self._reasons.values() if not line.text().strip()]
        if not (self.override.isChecked() and self._blocks and empty):
            return False
        empty[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(empty[0])
        return True

    def _next_reason(self) -> None:
        if not self._seek_reason():
            self.ask()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addWidget(heading(_("Folder of the page"), self.folder))
        column.addLayout(self._folder_row())
        column.addWidget(self.override)
        column.addWidget(self._override_form())
        self._embargo.setProperty("kind", "quiet")
        self._embargo.setWordWrap(True)
        self._embargo.hide()
        column.addWidget(self._embargo)
        going = QHBoxLayout()
        going.addWidget(self._bar, 1)
        going.addWidget(self._stop)
        column.addLayout(going)
        self.button.setProperty("kind", "primary")
        column.addWidget(self.button)

    def _folder_row(self) -> QHBoxLayout:
        self._choose = named(
            QToolButton(), "publish-choose", _("Choose a folder"), _("Choose a folder")
        )
        theme.dress(self._choose, "folder")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.folder, 1)
        row.addWidget(self._choose)
        return row

    def _override_form(self) -> QWidget:
        self._form = named(
            QWidget(), "publish-override-form", _("Reasons for publishing past blocks")
        )
        self._form_column = QVBoxLayout(self._form)
        self._form_column.setContentsMargins(0, 0, 4, 4)
        self._form_column.setSpacing(4)
        note = QLabel(_("Your name and the reasons are kept in the log."))
        note.setProperty("kind", "quiet")
        note.setWordWrap(True)
        label = QLabel(_("Your name"))
        label.setBuddy(self.by)
        for widget in (note, label, self.by):
            self._form_column.addWidget(widget)
        scroll = named(QScrollArea(), "publish-override-scroll", self._form.accessibleName())
        scroll.setWidget(self._form)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMaximumHeight(OVERRIDE_HEIGHT)
        self._scroll = scroll
        return scroll

    def _connect(self) -> None:
        self.button.clicked.connect(self.ask)
        self.override.toggled.connect(self._reveal)
        self.override.clicked.connect(self._seek_reason)
        self._stop.clicked.connect(self._ask_to_stop)
        self._choose.clicked.connect(self._choose_folder)

    def _lay_out_reasons(self, first: dict[str, Finding]) -> None:
        while self._form_column.count() > len((0, 1, 2)):
            item = self._form_column.takeAt(self._form_column.count() - 1)
            if item and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()
        self._reasons = {}
        for code, finding in first.items():
            label = QLabel(_("Reason for “{rule}”").format(rule=rule_title(code)))
            label.setWordWrap(True)
            line = named(QLineEdit(), f"publish-reason-{code}", label.text())
            line.setAccessibleDescription(finding_words(finding))
            line.setToolTip(finding_words(finding))
            label.setBuddy(line)
            self._form_column.addWidget(label)
            self._form_column.addWidget(line)
            line.returnPressed.connect(self._next_reason)
            self._reasons[code] = line
        order = [self.override, self.by, *self._reasons.values(), self._stop, self.button]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _reveal(self) -> None:
        self._scroll.setVisible(self.override.isChecked() and bool(self._blocks))

    def _ask_to_stop(self) -> None:
        self._stop.setEnabled(False)
        self.stopped.emit()

    def _choose_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(
            self, _("Folder of the page"), str(Path(self.folder.text()).parent)
        )
        if found:
            self.show_folder(found)
        self.folder.setFocus(Qt.FocusReason.OtherFocusReason)
