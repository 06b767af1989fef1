"""The switcher on the left edge: one tall column of icons with words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.parts import named


class Rail(QWidget):
    """A column of exclusive buttons, each bound to a checkable action."""

    def __init__(self, words: str) -> None:
        super().__init__()
        named(self, "rail", words)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 10, 0, 10)
        self._column.setSpacing(2)
        self._column.addStretch(1)

    def add(self, action: QAction, object_name: str) -> QToolButton:
        """Add a button for a checkable action and return it."""
        button = named(QToolButton(), object_name, action.text())
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(24, 24))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.addButton(button)
        self._column.insertWidget(self._column.count() - 1, button)
        return button

    def first(self) -> QWidget:
        """Return the button that is down, or the first: where the focus lands."""
        return self._group.checkedButton() or self._group.buttons()[0]
