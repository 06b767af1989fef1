"""The panels beside the text: who speaks, what stands behind the quote, the rules, what was said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from ui.actions import ActionBook
from ui.parts import named
from ui.parts.heading import heading
from ui.sourcing.bars import Bars
from ui.sourcing.behind import Behind
from ui.sourcing.heard import Heard
from ui.sourcing.lines import QuoteLine, Sight
from ui.sourcing.model import Tallies
from ui.sourcing.passing import Passing
from ui.sourcing.table import Table
from ui.words import _


class Side(QTabWidget):
    """Four tabs; `turn` brings one to the front."""

    def __init__(self, book: ActionBook) -> None:
        super().__init__()
        named(self, "sources-side", _("About the sources"))
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self.tallies = Tallies()
        self.table = Table(self.tallies)
        self.bars = Bars()
        self.behind = Behind()
        self.passing = Passing()
        self.heard = Heard(book)
        self.voices = _scrolled(self._voices(), "sources-panel", _("Who speaks"))
        self.proof = _scrolled(self.behind, "behind-panel", self.behind.accessibleName())
        for panel, words, whole in (
            (self.voices, _("Voices"), _("Who speaks, where and how much")),
            (self.proof, _("Proof"), self.behind.accessibleName()),
            (self.passing, _("Rules"), self.passing.accessibleName()),
            (self.heard, _("Heard"), self.heard.accessibleName()),
        ):
            at = self.addTab(panel, words)
            self.setTabToolTip(at, whole)
        named(self.tabBar(), "sources-tabs", _("About the sources"))

    def show_sight(self, sight: Sight) -> None:
        """Show other figures, findings and transcripts."""
        self.tallies.show_tallies(sight.tallies)
        self.bars.show_tallies(sight.tallies)
        self.passing.show_sight(sight)
        self.heard.show_sight(sight)
        open_findings = len(sight.findings)
        self.setTabText(2, _("Rules") + (f" {open_findings}" if open_findings else ""))

    def show_line(self, line: QuoteLine | None) -> None:
        """Show another quote."""
        self.behind.show_row(line.row if line else None)
        self.passing.show_span(line.row.span if line else None)
        self.heard.show_line(line)

    def turn(self, panel: QWidget) -> None:
        """Bring a panel to the front: `proof`, `passing`, `heard` or `voices`."""
        self.setCurrentWidget(panel)

    def _voices(self) -> QWidget:
        inner = QWidget()
        title = heading(_("Who speaks, where and how much"))
        title.setWordWrap(True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(self.bars)
        column.addWidget(self.table, 1)
        return inner


def _scrolled(inner: QWidget, object_name: str, words: str) -> QScrollArea:
    scroll = named(QScrollArea(), object_name, words)
    scroll.setWidget(inner)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll
