"""A sheet over the window: a title, its content, and buttons that bear their own verbs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.parts import named
from ui.words import _

TITLE_BAR = 40
"""Pixels a window manager puts around a sheet, at most."""


class Sheet(QDialog):
    """A window-modal dialog. `content` takes the widgets, `say` the sentence beside the buttons.

    Ctrl+Return presses the main button from any field, Escape closes.
    """

    def __init__(self, parent: QWidget | None, object_name: str, title: str) -> None:
        super().__init__(parent)
        named(self, object_name, title)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.content = QVBoxLayout()
        self.content.setSpacing(10)
        self._said = named(QLabel(), f"{object_name}-said")
        self._said.setProperty("kind", "quiet")
        self._said.setWordWrap(True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self._said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(self.content, 1)
        column.addLayout(self._buttons)
        self._main: QPushButton | None = None
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._press)

    def say(self, sentence: str) -> None:
        """Show a sentence beside the buttons; a screen reader finds it as the sheet's description."""
        self._said.setText(sentence)
        self.setAccessibleDescription(sentence)

    def said(self) -> str:
        """Return the sentence beside the buttons."""
        return self._said.text()

    def offer_close(self, words: str = "") -> QPushButton:
        """Add the button that closes the sheet."""
        return self.offer(words or _("Close"), self.reject, f"{self.objectName()}-close")

    def offer(
        self, words: str, action: Callable[[], object], object_name: str, *, main: bool = False
    ) -> QPushButton:
        """Add a button; the main one is pressed by Ctrl+Return too."""
        button = named(QPushButton(words), object_name)
        button.setAutoDefault(False)
        button.clicked.connect(partial(_do, action))
        if main:
            button.setProperty("kind", "primary")
            button.setDefault(False)
            self._main = button
        self._buttons.addWidget(button)
        return button

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Stay within the screen, the title bar too: buttons below its edge could not be pressed."""
        screen = self.screen().availableSize() - QSize(0, TITLE_BAR)
        self.resize(self.size().boundedTo(screen))
        super().showEvent(event)

    def _press(self) -> None:
        if self._main is not None and self._main.isEnabled():
            self._main.click()


def _do(action: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's own
    action()
