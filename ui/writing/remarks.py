"""The findings of the open story: in the copy, in the margin, in the list; walked and mended."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.finding import Edit, Finding, Fix, Part, Severity
from app.domain.text import Span
from ui.parts import named
from ui.parts.banner import Notice
from ui.rulebook import show_rule
from ui.spelling import CODES as SPELLING
from ui.spelling import SpellingMenu, Unknown
from ui.wording import finding_words, fix_words, place_words, severity_words
from ui.words import _
from ui.writing import walk
from ui.writing.copy_edit import CopyEdit
from ui.writing.hover import hover
from ui.writing.marks import Mark
from ui.writing.problems import Problem, ProblemsPanel
from ui.writing.sheet import Sheet

SOURCES = "ATT"
"""How the codes of the rules begin that ask who answers for words."""


class Remarks(QObject):
    """Joins the sheet and the panel.

    Signals: `noticed(Notice)`; `waived(Finding, reason)`; `mended_elsewhere(Fix)` for a mend that
    touches more than the words on the sheet; `recheck()` asks for a check at once; `pointed(Finding)`
    for one that is mended in another place, `sourced(Finding)` for one decided among the sources;
    `shown(bool)` when the panel opens or closes.
    """

    noticed = Signal(object)
    waived = Signal(object, str)
    mended_elsewhere = Signal(object)
    recheck = Signal()
    pointed = Signal(object)
    sourced = Signal(object)
    shown = Signal(bool)

    def __init__(
        self,
        sheet: Sheet,
        panel: ProblemsPanel,
        fresh: Callable[[], bool],
        spelling: SpellingMenu,
    ) -> None:
        """`fresh` says whether no word was typed since the last check."""
        super().__init__(sheet)
        self._spelling = spelling
        self._body = ""
        self._sheet = sheet
        self._panel = panel
        self._fresh = fresh
        self._last_edit: CopyEdit = sheet.paper
        self._pending: Finding | None = None
        self.findings: tuple[Finding, ...] = ()
        self.checked = False
        sheet.finding_pressed.connect(self._pressed_in_margin)
        panel.chosen.connect(self.show_finding)
        panel.opened.connect(self._open)
        panel.mended.connect(self._mend)
        panel.waived.connect(self._waive)
        panel.closed.connect(self.turn_panel)
        for edit in (*sheet.edits.values(), sheet.tracked):
            edit.explain = self.hover

    def begin(self) -> CopyEdit:
        """Forget the story that was open; return the text where work on the new one begins."""
        headline = self._sheet.edits["headline"]
        self._last_edit = self._sheet.paper if headline.body() else headline
        self.findings = ()
        self.checked = False
        self._panel.show_problems(())
        return self._last_edit

    def show(self, body: str, findings: tuple[Finding, ...]) -> None:
        """Show findings in the copy, the margin and the list."""
        self.findings = findings
        self.checked = True
        self._body = body
        self._show_marks()
        self._panel.show_problems(_Problems(findings, body))
        self._go_to_pending()

    def point(self, finding: Finding) -> None:
        """Go to a finding another place pointed to, once the check knows it here."""
        self._pending = finding
        self._go_to_pending()

    def blocks(self) -> int:
        """Return how many findings stop publication."""
        return sum(finding.severity is Severity.BLOCK for finding in self.findings)

    def _show_marks(self) -> None:
        marks: dict[str, list[tuple[Span, Mark]]] = {name: [] for name in self._shown()}
        for index, finding in enumerate(self.findings):
            field = walk.FIELD_OF.get(finding.place.part)
            if field and finding.place.span:
                marks[field].append((finding.place.span, Mark(0, 0, finding.severity, index)))
        for name, found in marks.items():
            self._shown()[name].show_marks(found)
        self._sheet.gutter.update()

    def explain(self, index: int) -> str:
        """Return what a finding says, with its weight."""
        if not 0 <= index < len(self.findings):
            return ""
        finding = self.findings[index]
        return f"{severity_words(finding.severity)} · {finding_words(finding)}"

    def hover(self, index: int) -> str:
        """Return what is shown over a finding: why it is one, and the keys that mend it."""
        if not 0 <= index < len(self.findings):
            return ""
        here = self.findings[index]
        others = (one for one in self.findings if one is not here)
        return hover(here, sum(walk.at_one_place(here, one) for one in others))

    def edit_in_use(self) -> CopyEdit:
        """Return the text the caret is in, or was in last."""
        focus, shown = QApplication.focusWidget(), self._shown()
        if isinstance(focus, CopyEdit) and focus in shown.values():
            self._last_edit = focus
        return self._last_edit if self._last_edit in shown.values() else shown["body"]

    def _shown(self) -> Mapping[str, CopyEdit]:
        """Return the texts on the sheet by field, the body as it is proposed where it is."""
        tracked = self._sheet.tracked
        return self._sheet.edits if tracked.isHidden() else {**self._sheet.edits, "body": tracked}

    def turn_panel(self) -> None:
        """Show or hide the list of findings."""
        show = self._panel.isHidden()
        self._panel.setVisible(show)
        self.shown.emit(show)
        if not show:
            self.edit_in_use().setFocus(Qt.FocusReason.OtherFocusReason)

    def open_panel(self) -> None:
        """Show the list of findings."""
        if self._panel.isHidden():
            self.turn_panel()

    def step(self, direction: int) -> None:
        """Go to the next finding (1) or the one before (-1)."""
        self._step_among(range(len(self.findings)), direction, _("No problems found."))

    def step_spelling(self) -> None:
        """Go to the next word no dictionary knows and offer what to write instead."""
        doubts = [at for at, one in enumerate(self.findings) if one.code in SPELLING]
        if self._step_among(doubts, 1, _("Every word is known.")):
            # Once the panel that may just have opened has its place.
            QTimer.singleShot(0, self._sheet, self.offer_fixes)

    def _step_among(self, indices: Sequence[int], direction: int, none: str) -> bool:
        edit = self.edit_in_use()
        name = next(name for name, one in self._shown().items() if one is edit)
        here = walk.stop_at(name, edit.caret())
        if self._panel.current() >= 0 and not edit.hasFocus():
            here = walk.stop_of(self.findings[self._panel.current()])
        found = walk.step([self.findings[at] for at in indices], here, direction)
        if found is None:
            self.noticed.emit(Notice(none, "ok", seconds=4))
            return False
        self.open_panel()
        self.show_finding(indices[found])
        return True

    def show_finding(self, index: int) -> None:
        """Choose a finding in the list and put the caret on it, unless it is mended elsewhere."""
        finding = self.findings[index]
        self._panel.select(index)
        field = walk.FIELD_OF.get(finding.place.part)
        in_list = self._panel.list.hasFocus()
        if field:
            edit = self._shown()[field]
            edit.go_to(finding.place.span or Span(0, 0))
            # Later too: the panel may just have opened, and the sheet is smaller then.
            self._sheet.show_caret(edit)
            QTimer.singleShot(0, self._sheet, partial(self._sheet.show_caret, edit))
        if in_list or not field:
            self._panel.list.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(
            QAccessibleAnnouncementEvent(self._sheet, self.explain(index))
        )

    def _open(self, index: int, _checked: object = None) -> None:
        """Go to where a finding is mended: into the text, or to another place."""
        finding = self.findings[index]
        if field := walk.FIELD_OF.get(finding.place.part):
            self._panel.select(index)
            self._shown()[field].go_to(finding.place.span or Span(0, 0))
            self._sheet.show_caret(self._shown()[field])
        else:
            self.pointed.emit(finding)

    def _go_to_pending(self) -> None:
        """Show the finding another place pointed to, once the check knows it here."""
        if self._pending is None or not self.checked:
            return
        wanted = self._pending.fingerprint()
        self._pending = None
        for index, finding in enumerate(self.findings):
            if finding.fingerprint() == wanted:
                self.open_panel()
                self.show_finding(index)
                return

    def _finding_here(self) -> int:
        """Return the finding at the caret, or the one chosen in the list where that is in use."""
        edit, current = self.edit_in_use(), self._panel.current()
        if not edit.hasFocus():
            return current
        here = edit.findings_at(edit.textCursor().position())
        found = current if current in here else next(iter(here), -1)
        if found < 0 and current >= 0:
            place = self.findings[current].place
            about_field = self._shown().get(walk.FIELD_OF.get(place.part, "")) is edit
            return current if about_field and place.span is None else -1
        return found

    def _pressed_in_margin(self, index: int, at: QPoint) -> None:
        self.show_finding(index)
        self._menu_for(index).popup(at)

    def offer_fixes(self) -> None:
        """Open the ways to mend the finding at the caret."""
        index = self._finding_here()
        if index < 0:
            self.noticed.emit(Notice(_("There is no finding at the caret."), seconds=4))
            return
        menu = self._menu_for(index)
        menu.popup(self._place_of_menu())
        menu.setActiveAction(menu.actions()[2])

    def _place_of_menu(self) -> QPoint:
        edit = self.edit_in_use()
        if edit.hasFocus():
            return edit.viewport().mapToGlobal(edit.cursorRect().bottomLeft())
        rows = self._panel.list
        return rows.viewport().mapToGlobal(rows.visualRect(rows.currentIndex()).bottomLeft())

    def _menu_for(self, index: int) -> QMenu:
        finding = self.findings[index]
        menu = named(QMenu(self._sheet), "fixes-menu", _("Ways to mend"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(finding_words(finding)).setEnabled(False)
        menu.addSeparator()
        for number, fix in enumerate(finding.fixes):
            action = menu.addAction(fix_words(fix))
            action.triggered.connect(partial(self._mend, index, number))
        if finding.code in SPELLING:
            quoted = bool(dict(finding.params).get("quoted"))
            unknown = Unknown(finding.excerpt, self._paragraph_of(finding), quoted)
            self._spelling.fill(menu, unknown, partial(self._write_instead, finding))
        if finding.code.startswith(SOURCES) and finding.place.span:
            to_sources = menu.addAction(_("Go to Sources"))
            to_sources.triggered.connect(lambda: self.sourced.emit(finding))
        if finding.place.part not in walk.FIELD_OF:
            elsewhere = menu.addAction(_("Go There"))
            elsewhere.triggered.connect(partial(self._open, index))
        menu.addAction(_("Set Aside…")).triggered.connect(partial(self._ask_waiver_of, index))
        return menu

    def _write_instead(self, finding: Finding, word: str) -> None:
        edits = (Edit(finding.place, word),)
        self._mend_by(Fix("write-instead", edits, (("right", word),)))

    def _paragraph_of(self, finding: Finding) -> str:
        """Return the paragraph a finding stands in, which tells the language of its words."""
        span = finding.place.span
        if finding.place.part is not Part.BODY or span is None:
            return ""
        start = self._body.rfind("\n", 0, span.start) + 1
        end = self._body.find("\n", span.end)
        return self._body[start : end if end >= 0 else len(self._body)]

    def show_rule(self) -> None:
        """Show the stylebook page of the finding at the caret, or of the one chosen in the list."""
        index = self._finding_here()
        index = self._panel.current() if index < 0 else index
        if index >= 0:
            show_rule(self._sheet, self.findings[index].code)
        else:
            self.noticed.emit(Notice(_("There is no finding at the caret."), seconds=4))

    def ask_waiver(self) -> None:
        """Ask why the finding at the caret is set aside."""
        if (index := self._finding_here()) >= 0:
            self._ask_waiver_of(index)

    def _ask_waiver_of(self, index: int, _checked: object = None) -> None:
        self.open_panel()
        self._panel.select(index)
        self._panel.ask_reason()

    def _waive(self, index: int, reason: str) -> None:
        if 0 <= index < len(self.findings):
            self.waived.emit(self.findings[index], reason)

    def _mend(self, index: int, number: int, _checked: object = None) -> None:
        """Apply a mend: in the text itself where it can be undone by key, else by the desk."""
        if not 0 <= index < len(self.findings):
            return
        self._mend_by(self.findings[index].fixes[number])

    def _mend_by(self, fix: Fix) -> None:
        if not self._fresh():
            # Words were typed since the finding was made: its places may have moved.
            self.recheck.emit()
            return
        if all(edit.place.part in walk.FIELD_OF for edit in fix.edits):
            self._mend_here(fix)
        else:
            self.mended_elsewhere.emit(fix)

    def _mend_here(self, fix: Fix) -> None:
        by_field: dict[str, list[Edit]] = {}
        for edit in fix.edits:
            by_field.setdefault(walk.FIELD_OF[edit.place.part], []).append(edit)
        for name, edits in by_field.items():
            self._shown()[name].replace(
                [(edit.place.span, edit.text) for edit in edits if edit.place.span]
            )
        self.recheck.emit()


class _Problems:
    """Findings as rows of the list, each put in words when it is first asked for."""

    def __init__(self, findings: Sequence[Finding], body: str) -> None:
        self._findings = findings
        self._body = body
        self._rows: dict[int, Problem] = {}

    def __len__(self) -> int:
        return len(self._findings)

    def __getitem__(self, at: int, /) -> Problem:
        if at not in self._rows:
            finding = self._findings[at]
            self._rows[at] = Problem(
                finding.severity,
                finding_words(finding),
                place_words(finding.place, self._body),
                tuple(fix_words(fix) for fix in finding.fixes),
            )
        return self._rows[at]
