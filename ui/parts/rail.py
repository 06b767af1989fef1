"""The switcher on the left edge: one tall column of icons with words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.parts import named


class Rail(QWidget):
    """A column of exclusive buttons, each bound to a checkable action."""

    def __init__(self, words: str) -> None:
        super().__init__()
        named(self, "rail", words)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # A group of buttons would trigger the action it unchecks, which goes back to the old place.
        self._group = QActionGroup(self)
        self._buttons: list[QToolButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 10, 0, 10)
        self._column.setSpacing(2)
        self._low = QVBoxLayout()
        self._low.setSpacing(2)
        self._column.addStretch(1)
        self._column.addLayout(self._low)

    def add(self, action: QAction, object_name: str, *, low: bool = False) -> QToolButton:
        """Add a button for a checkable action, at the foot when `low`, and return it."""
        button = named(QToolButton(), object_name, action.text())
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(24, 24))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.addAction(action)
        self._buttons.append(button)
        if low:
            self._low.addWidget(button)
        else:
            self._column.insertWidget(self._column.count() - 2, button)
        return button

    def first(self) -> QWidget:
        """Return the button that is down, or the first: where the focus lands."""
        down = (button for button in self._buttons if button.isChecked())
        return next(down, self._buttons[0])
