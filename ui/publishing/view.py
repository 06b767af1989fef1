"""Publishing: what still stands in the way, where the page goes, and how it will look."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.desk.pages.amending import Amendment
from app.domain.changes import Changes
from app.domain.finding import Finding
from ui.parts import named
from ui.parts.banner import Notice
from ui.parts.empty import Empty
from ui.parts.heading import heading
from ui.place import Bench, Handlers, Place
from ui.publishing.correction import CorrectionSheet
from ui.publishing.lines import Issue, Sight
from ui.publishing.lists import Cell, Listing
from ui.publishing.logbook import LogSheet
from ui.publishing.model import Rows
from ui.publishing.presenter import PublishingPresenter, jump_target
from ui.publishing.press import Press
from ui.publishing.preview import Preview
from ui.publishing.serving import Contents
from ui.publishing.site_sheet import SiteSheet
from ui.publishing.withdrawing import WithdrawSheet
from ui.publishing.words import embargo_words, issue_words
from ui.rulebook import show_rule
from ui.wording import GLYPHS, finding_words, place_words, severity_words
from ui.words import _, ngettext

SHARES = [380, 820]
LEFT_WIDTH = 288
ISSUES_SHOWN = 2
SITE_KEY = "publish-site-to"
LOOKED_AT = 2500
"""Milliseconds after which a page is looked at, not passed by: its pictures are worth making."""


class PublishingPlace(Place):
    """Preflight and press on the left, the page on the right."""

    code: ClassVar[str] = "publishing"
    everywhere: ClassVar[frozenset[str]] = frozenset(
        {"withdraw", "publication-log", "publish-site", "house-settings"}
    )
    progressed = Signal(int, int)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.presenter = PublishingPresenter(bench.desk, bench.work, self)
        self.findings: Rows[Finding] = Rows(self._spoken_finding)
        self.issues: Rows[Issue] = Rows(lambda issue: ", ".join(issue_words(issue)))
        self.checklist = Listing("preflight-list", _("What was found"), self._finding_cell)
        self.log = Listing("publication-list", _("Publications"), _issue_cell)
        self.press = Press(bench.desk.by)
        self.preview = Preview(bench.work, bench.actions)
        self._build()
        self._connect()
        self.show_sight(Sight())

    @override
    def show_story(self, story_id: str) -> None:
        self.presenter.show_story(story_id)
        self.preview.say(_("Preparing the preview…"))
        self.answers_changed.emit()

    @override
    def refresh(self, changes: Changes) -> None:
        self.presenter.refresh(changes)

    @override
    def arrive(self) -> None:
        self.presenter.arrive()
        clear = self.presenter.sight.checked and not self.findings.rowCount()
        shown = self.press.button if clear else self.checklist
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def leave(self) -> None:
        self._looked_at.stop()
        self.presenter.leave()
        self.bench.settings.set_layout("publishing", self._splitter.saveState())

    @override
    def point(self, finding: Finding) -> None:
        rows = range(self.findings.rowCount())
        for row in rows:
            if self.findings.at(row) == finding:
                self.checklist.setCurrentIndex(self.findings.index(row))

    @override
    def handlers(self) -> Handlers:
        found: dict[str, Callable[[], None]] = {}
        if not self.bench.desk.read_only:
            found |= {"publish-site": self._show_site, "house-settings": self.presenter.open_house}
        if self.presenter.story_id:
            found |= self._handlers_of_story()
        return found

    def _handlers_of_story(self) -> dict[str, Callable[[], None]]:
        found: dict[str, Callable[[], None]] = {
            "publish": self.press.ask,
            "open-in-browser": self.presenter.open_page_outside,
            "refresh-preview": self.presenter.look,
            "copy-article": self.presenter.copy_article,
        }
        found |= self.preview.handlers()
        if self.presenter.sight.findings:
            found["rule-page"] = self._explain
        if self.presenter.sight.issues:
            found["publication-log"] = self._show_log
        if self.presenter.can_withdraw():
            found["withdraw"] = self.presenter.ask_withdrawal
        return found

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.checklist, self.press.folder, self.log, self.preview.focus_target())

    def hand_over(self, article: str) -> None:
        """Put HTML on the clipboard."""
        carried = QMimeData()
        carried.setHtml(article)
        carried.setText(article)
        QGuiApplication.clipboard().setMimeData(carried)

    def _explain(self) -> None:
        """Show the stylebook page of the finding chosen, or of the first."""
        row = max(0, self.checklist.currentIndex().row())
        if finding := jump_target(self.presenter.sight, row):
            show_rule(self, finding.code)

    def show_sight(self, sight: Sight) -> None:
        """Show the preflight and the publications."""
        self.answers_changed.emit()
        self._body = sight.body
        self.findings.show_rows(sight.findings)
        self.issues.show_rows(sight.issues)
        self._count.setText(preflight_words(sight))
        clear = sight.checked and not sight.findings
        self._clear.setVisible(clear)
        self.checklist.setVisible(not clear)
        self.press.show_checked(checked=sight.checked)
        self.press.show_blocks(() if sight.killed else sight.blocks)
        self.press.show_embargo(
            embargo_words(sight.embargo, datetime.now(UTC)) if sight.embargo else ""
        )
        kept = self.bench.settings.text(self._folder_key())
        self.press.show_folder(kept or (str(sight.usual) if sight.checked else ""))
        self._log_box.setVisible(bool(sight.issues))
        self._pages.setCurrentWidget(self._splitter if self.presenter.story_id else self._empty)

    def show_page(self, contents: Contents) -> None:
        """Show the page as it would be published; if it is still looked at soon, to the byte."""
        self.preview.show_contents(contents)
        self._looked_at.start()

    def show_page_trouble(self, sentence: str) -> None:
        """Say why the page cannot be drawn."""
        self.preview.say(_("No preview"), sentence)

    def show_busy(self, *, publishing: bool) -> None:
        """Show that the page is being written."""
        self.press.show_busy(publishing=publishing)

    def tell_progress(self, done: int, of: int) -> None:
        """Show how far publishing has come; called from any thread."""
        self.progressed.emit(done, of)

    def ask_correction(self, amendment: Amendment) -> None:
        """Ask what readers are told of a change."""
        sheet = CorrectionSheet(self.window(), amendment)
        sheet.asked.connect(self.presenter.correct)
        sheet.open()
        sheet.focus()

    def ask_withdrawal(self, places: Sequence[Path]) -> None:
        """Ask for the reason and the name."""
        sheet = WithdrawSheet(self.window(), places, self.bench.desk.by)
        sheet.asked.connect(self.presenter.withdraw)
        sheet.open()
        sheet.focus()

    def undo(self) -> None:
        """Take the last act back: not the typing of a field that has the focus."""
        self.log.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bench.actions["undo"].trigger()

    def show_blocked(self) -> None:
        """Choose the first thing that blocks publication."""
        self.checklist.setCurrentIndex(self.findings.index(0))
        self.checklist.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_reasons(self) -> None:
        """Open the form of reasons for publishing past blocks."""
        self.press.give_reasons()

    def put_reasons_away(self) -> None:
        """Close that form."""
        self.press.put_reasons_away()

    def open_outside(self, path: Path) -> None:
        """Show a file in the program the system has for it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = _("No program here opens web pages. The page stands at {path}.")
            if path.suffix != ".html":
                words = _("No program here opens this: {path}.")
            self.notify(Notice(words.format(path=path), "warning", seconds=0))

    def notify(self, notice: Notice) -> None:
        """Show a notice over the place."""
        self.noticed.emit(notice)

    def _build(self) -> None:
        self._body = ""
        self._looked_at = QTimer(self)
        self._looked_at.setSingleShot(True)
        self._looked_at.setInterval(LOOKED_AT)
        self._looked_at.timeout.connect(self.presenter.draw_exact)
        self.checklist.setModel(self.findings)
        self.log.setModel(self.issues)
        self._splitter = named(QSplitter(Qt.Orientation.Horizontal), "publishing-panes")
        self._splitter.addWidget(self._left())
        self._splitter.addWidget(self.preview)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes(SHARES)
        if state := self.bench.settings.layout("publishing"):
            self._splitter.restoreState(state)
        self._empty = Empty("publish", "publishing-empty")
        self._empty.say(_("Publish"), _("Choose a story first."))
        self._pages = named(QStackedWidget(), "publishing-pages")
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _left(self) -> QWidget:
        self._count = named(heading(), "preflight-count")
        self._count.setWordWrap(True)
        self._count.setContentsMargins(14, 12, 14, 6)
        self._clear = Empty("ok", "preflight-clear")
        self._clear.say(_("Ready to publish"), _("Nothing was found that needs a hand."))
        left = QWidget()
        left.setMinimumWidth(LEFT_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._count)
        column.addWidget(self.checklist, 1)
        column.addWidget(self._clear, 1)
        column.addWidget(_line())
        column.addWidget(self.press)
        column.addWidget(self._publications())
        return left

    def _publications(self) -> QWidget:
        self._log_box = named(QWidget(), "publications")
        column = QVBoxLayout(self._log_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = heading(_("Publications"))
        title.setContentsMargins(14, 8, 14, 4)
        row = 2 * self.fontMetrics().lineSpacing() + 18
        self.log.setFixedHeight(ISSUES_SHOWN * row)
        for widget in (_line(), title, self.log):
            column.addWidget(widget)
        return self._log_box

    def _connect(self) -> None:
        self.checklist.entered.connect(self._jump)
        self.log.entered.connect(self._open_issue)
        self.press.asked.connect(self._publish)
        self.press.stopped.connect(self.presenter.stop)
        self.progressed.connect(self.press.show_progress)
        self.preview.ready.connect(self.answers_changed)
        self.preview.outside_asked.connect(self.presenter.open_page_outside)
        if application := QCoreApplication.instance():
            application.aboutToQuit.connect(self.presenter.close)

    def _publish(self, folder: Path, overrides: dict[str, str], by: str) -> None:
        usual = self.presenter.sight.usual
        self.bench.settings.set_text(self._folder_key(), "" if folder == usual else str(folder))
        self.presenter.publish(folder, overrides, by)

    def _folder_key(self) -> str:
        return f"publish-to/{self.presenter.story_id}"

    def _jump(self, row: int) -> None:
        if finding := jump_target(self.presenter.sight, row):
            self.pointed.emit(finding)

    def _open_issue(self, row: int) -> None:
        if issue := self.issues.at(row):
            self.open_outside(issue.page)

    def _show_site(self) -> None:
        kept = self.bench.settings.text(SITE_KEY)
        folder = Path(kept) if kept else self.bench.desk.path.parent / "site"
        sheet = SiteSheet(self.window(), self.bench.desk, self.bench.work, folder)
        sheet.open_path = self.open_outside
        sheet.kept.connect(lambda place: self.bench.settings.set_text(SITE_KEY, place))
        sheet.open()
        sheet.focus()

    def _show_log(self) -> None:
        sheet = LogSheet(self.window(), self.presenter.sight.issues, self.open_outside)
        sheet.open()
        sheet.focus()

    def _finding_cell(self, value: object) -> Cell:
        if not isinstance(value, Finding):
            return ("info", "quiet", "", "")
        glyph = GLYPHS[value.severity]
        under = f"{place_words(value.place, self._body)} · {severity_words(value.severity)}"
        return (glyph, glyph, finding_words(value), f"{under} · {value.code}")

    def _spoken_finding(self, finding: Finding) -> str:
        _icon, _token, words, under = self._finding_cell(finding)
        return f"{under}: {words}"


def preflight_words(sight: Sight) -> str:
    """Return what stands in the way, in one line."""
    if not sight.checked:
        return _("Checking the story…")
    if sight.killed:
        return _("Withdrawn: give the story another status to publish it again")
    blocks, others = len(sight.blocks), len(sight.others)
    if not blocks and not others:
        return _("Nothing stands in the way")
    parts = []
    if blocks:
        words = ngettext("{n} finding blocks publication", "{n} findings block publication", blocks)
        parts.append(words.format(n=blocks))
    if others:
        words = ngettext("{n} other finding", "{n} other findings", others)
        parts.append(words.format(n=others))
    return " · ".join(parts)


def _issue_cell(value: object) -> Cell:
    if not isinstance(value, Issue):
        return ("info", "quiet", "", "")
    head, under = issue_words(value)
    if value.withdrawn:
        return ("bin", "error", head, under)
    if value.correction:
        return ("edit", "warning", head, under)
    return ("publish", "warning" if value.overrides else "ok", head, under)


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    line.setFixedHeight(1)
    return line
