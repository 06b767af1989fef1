"""The sheet that publishes the whole site: where to, how far, and what was held back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from app.desk.desk import Desk
from app.desk.pages.site import Held, Site
from ui import theme
from ui.errands import Errands
from ui.parts import named
from ui.parts.heading import heading
from ui.parts.lines import Line, LineList
from ui.parts.sheet import Sheet
from ui.publishing.siting import Siting
from ui.publishing.words import INDEX
from ui.rulebook import rule_title
from ui.words import _, ngettext

SHEET_SIZE = (640, 420)


class SiteSheet(Sheet):
    """Asks where to, writes, and says what became of each story. Closing stops a writing first.

    `told(done, of)` carries how far it has come home to the main thread; `kept(folder)` says
    where a site was published.
    """

    told = Signal(int, int)
    kept = Signal(str)

    def __init__(self, parent: QWidget | None, desk: Desk, work: Errands, folder: Path) -> None:
        super().__init__(parent, "site-sheet", _("Publish the Site"))
        self.siting = Siting(desk, work, self)
        self.folder = named(QLineEdit(str(folder)), "site-folder", _("Folder of the site"))
        self.bar = named(QProgressBar(), "site-progress", _("Publishing the site"))
        self.held = LineList("site-held", _("Stories held back"))
        self.open_path: Callable[[Path], None] | None = None
        self._build()
        self.resize(*SHEET_SIZE)

    def focus(self) -> None:
        """Begin with the button: the folder is mostly that of the last time."""
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_progress(self, done: int, of: int) -> None:
        """Show how far it has come; called from any thread."""
        self.told.emit(done, of)

    def show_going(self, *, going: bool) -> None:
        """Show that the site is being written."""
        self.bar.setRange(0, 0)
        self.bar.setVisible(going)
        self._go.setEnabled(not going)
        self.folder.setEnabled(not going)
        self._close.setText(_("Stop") if going else _("Close"))
        if going:
            self.say(_("Publishing…"))

    def show_site(self, done: Site) -> None:
        """Show what was written, and what was held back."""
        self.kept.emit(self.folder.text().strip())
        stories = ngettext("{n} story on the site", "{n} stories on the site", done.stories)
        words = [stories.format(n=done.stories)]
        if done.identical:
            words.append(_("nothing changed since the last time"))
        else:
            files = ngettext("{n} file written", "{n} files written", done.files)
            words.append(files.format(n=done.files))
        if done.held:
            held = ngettext("{n} held back", "{n} held back", len(done.held))
            words.append(held.format(n=len(done.held)))
        self.say(" · ".join(words))
        self.held.show_lines([_held_line(one) for one in done.held])
        self._open.setVisible(self.open_path is not None)
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, sentence: str) -> None:
        """Say why nothing was written."""
        self.say(sentence)

    @override
    def reject(self) -> None:
        if self.siting.going:
            self.siting.stop()
            self.say(_("Stopping…"))
        else:
            super().reject()

    def _build(self) -> None:
        self.content.addWidget(heading(_("Folder of the site"), self.folder))
        choose = named(QToolButton(), "site-choose", _("Choose a folder"), _("Choose a folder"))
        theme.dress(choose, "folder")
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        self.content.addLayout(row)
        note = QLabel(_("Ready and published stories go out; those that something stops wait."))
        note.setProperty("kind", "quiet")
        note.setWordWrap(True)
        self.content.addWidget(note)
        self.bar.setTextVisible(False)
        self.content.addWidget(self.bar)
        self.content.addWidget(self.held, 1)
        self._open = self.offer(_("Open"), self._open_site, "site-open")
        self._open.hide()
        self._close = self.offer_close()
        self._go = self.offer(_("Publish"), self._publish, "site-publish", main=True)
        self.told.connect(self._show_progress)
        self.show_going(going=False)

    def _show_progress(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.say(_("{done} of {n} stories").format(done=done, n=of) if of else _("Publishing…"))

    def _publish(self) -> None:
        if folder := self.folder.text().strip():
            self.siting.publish(Path(folder).expanduser())

    def _open_site(self) -> None:
        if self.open_path is not None:
            self.open_path(Path(self.folder.text().strip()).expanduser() / INDEX)

    def _choose(self) -> None:
        start = str(Path(self.folder.text()).parent)
        if found := QFileDialog.getExistingDirectory(self, _("Folder of the site"), start):
            self.folder.setText(found)


def _held_line(one: Held) -> Line:
    embargo = _("under embargo")
    reasons = ", ".join(embargo if code == "embargo" else rule_title(code) for code in one.codes)
    return Line(one.slug, reasons, "", "block", "block")
