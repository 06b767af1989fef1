"""What the rules say of the sources, and what was passed over: set aside, or muted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.finding import Finding, Mute, Severity, Waiver
from app.domain.text import Span
from ui.parts import named
from ui.parts.heading import heading
from ui.parts.listing import Listing, Row
from ui.rulebook import rule_title
from ui.sourcing.lines import Sight
from ui.wording import GLYPHS, finding_words, severity_words
from ui.words import _, quoted


class Passing(QWidget):
    """The two lists.

    Signals: `pointed(Finding)` when one is chosen, `waived(Finding, reason)`,
    `muted(code, reason)`, `taken_up(fingerprint)`, `heard(code)`, `explained(code)`, `missed()`
    when no finding is chosen to be set aside, `done()`.
    """

    pointed = Signal(object)
    waived = Signal(object, str)
    muted = Signal(str, str)
    taken_up = Signal(str)
    heard = Signal(str)
    explained = Signal(str)
    missed = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "passing", _("What the rules say"))
        self.list = Listing("source-findings", _("Findings about sources"))
        self.passed = Listing("source-passed", _("Set aside and muted"))
        self.reason = named(QLineEdit(), "source-reason", _("Reason"))
        self.waive = named(QPushButton(_("Set Aside…")), "source-waive")
        self.mute = named(QPushButton(_("Mute the Rule…")), "source-mute")
        self.explain = named(QPushButton(_("The Rule")), "source-explain")
        self.again = named(QPushButton(_("Take Up Again")), "source-again")
        self._muting = False
        self._findings: tuple[Finding, ...] = ()
        self._build()
        self._connect()
        self.show_sight(Sight())

    def show_sight(self, sight: Sight) -> None:
        """Show the findings that stand and those that were passed over."""
        self._findings = sight.findings
        self.list.show_rows([_row(finding) for finding in sight.findings])
        over: list[Waiver | Mute] = [*sight.waivers, *sight.mutes]
        self.passed.show_rows([_passed(one) for one in over])
        self._offer()

    def show_span(self, span: Span | None) -> None:
        """Choose the first finding that shares words with a quote; none where none does.

        A finding of the quote the person chose stays chosen, and so does one they set aside now.
        """
        if self.reason.isVisible():
            return
        about = [row for row, finding in enumerate(self._findings) if _is_about(finding, span)]
        if self.list.row() not in about:
            self.list.choose(about[0] if about else -1)
        self._offer()

    def ask_waiver(self) -> None:
        """Ask why the chosen finding is set aside."""
        self._ask(muting=False)

    def ask_mute(self) -> None:
        """Ask why the rule of the chosen finding is muted in this story."""
        self._ask(muting=True)

    def chosen_code(self) -> str:
        """Return the code of the rule of the chosen finding, or ""."""
        finding = self._finding()
        return finding.code if finding else ""

    def _finding(self) -> Finding | None:
        row = self.list.row()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def _ask(self, *, muting: bool) -> None:
        if self._finding() is None:
            self.missed.emit()
            return
        self._muting = muting
        self.reason.setPlaceholderText(
            _("Why is the rule muted? Return keeps it with your name.")
            if muting
            else _("Why is it set aside? Return keeps it with your name.")
        )
        self.reason.clear()
        self.reason.show()
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep_reason(self) -> None:
        reason, finding = self.reason.text().strip(), self._finding()
        if not reason or finding is None:
            return
        self.reason.hide()
        if self._muting:
            self.muted.emit(finding.code, reason)
        else:
            self.waived.emit(finding, reason)
        self.done.emit()

    def _take_up(self) -> None:
        one = self.passed.value()
        if isinstance(one, Waiver):
            self.taken_up.emit(one.fingerprint)
        elif isinstance(one, Mute):
            self.heard.emit(one.code)

    def _offer(self) -> None:
        finding = self._finding()
        self.waive.setEnabled(finding is not None)
        self.explain.setEnabled(finding is not None)
        self.mute.setEnabled(finding is not None and finding.severity is not Severity.BLOCK)
        for widget in (self.passed, self._passed_title, self.again):
            widget.setVisible(self.passed.count() > 0)
        self.again.setEnabled(self.passed.row() >= 0)

    def _build(self) -> None:
        self._passed_title = heading(_("Passed over"), self.passed)
        self.passed.setMaximumHeight(150)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 12)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self.reason)
        column.addWidget(self.explain)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.waive)
        row.addWidget(self.mute)
        column.addLayout(row)
        for widget in (self._passed_title, self.passed, self.again):
            column.addWidget(widget)
        self.reason.hide()

    def _connect(self) -> None:
        self.list.moved.connect(self._moved)
        self.passed.moved.connect(self._offer)
        self.passed.opened.connect(self._take_up)
        self.waive.clicked.connect(self.ask_waiver)
        self.mute.clicked.connect(self.ask_mute)
        self.explain.clicked.connect(lambda: self.explained.emit(self.chosen_code()))
        self.again.clicked.connect(self._take_up)
        self.reason.returnPressed.connect(self._keep_reason)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._give_up)

    def _give_up(self) -> None:
        self.reason.hide()
        self.done.emit()

    def _moved(self) -> None:
        self._offer()
        if finding := self._finding():
            self.pointed.emit(finding)


def _is_about(finding: Finding, span: Span | None) -> bool:
    place = finding.place.span
    return span is not None and place is not None and place.overlaps(span)


def _row(finding: Finding) -> Row:
    words = finding_words(finding)
    spoken = f"{severity_words(finding.severity)}: {words}"
    return Row(words, finding, GLYPHS[finding.severity], spoken)


def _passed(one: Waiver | Mute) -> Row:
    how = _("muted") if isinstance(one, Mute) else _("set aside")
    return Row(f"{rule_title(one.code)} · {how} · {one.by}: {quoted(one.reason)}", one)
