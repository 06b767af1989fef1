"""The completeness strip: who, what, where, when, credit and alt text, answered or not."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from app.domain import completeness
from ui import theme
from ui.captioning.model import ASKED
from ui.parts import named
from ui.words import _

COLUMNS = 3


class Answers(QWidget):
    """Six questions with a glyph each. `asked(question)` says that one was clicked."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        named(self, "caption-form-answers", _("What the caption answers"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        self._buttons = {}
        for place, question in enumerate(completeness.ASKED):
            button = self._button(question)
            grid.addWidget(button, place // COLUMNS, place % COLUMNS)
            self._buttons[question] = button
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)

    def show_lacking(self, lacks: Collection[str]) -> None:
        """Show which questions are open."""
        for question, button in self._buttons.items():
            is_open = question in lacks
            words = _("lacking") if is_open else _("answered")
            button.setAccessibleName(f"{button.text()}: {words}")
            button.setProperty("kind", "open" if is_open else "answered")
            button.style().polish(button)
            theme.dress(button, "warning" if is_open else "ok", "warning" if is_open else "ok")

    def _button(self, question: str) -> QToolButton:
        button = named(QToolButton(), f"answer-{question}")
        button.setText(_(ASKED[question]))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(14, 14))
        # The strip tells; the fields under it are what Tab walks through.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.asked.emit(question))
        return button
