"""Small widgets without editorial sense."""

from typing import TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, object_name: str, words: str = "", tip: str = "") -> W:
    """Give a widget its stable id and the name a screen reader speaks; return it."""
    widget.setObjectName(object_name)
    widget.setAccessibleIdentifier(object_name)
    if words:
        widget.setAccessibleName(words)
    if tip:
        widget.setToolTip(tip)
    if isinstance(widget, QPushButton):
        # Return presses it as Space does, in the window as in its sheets.
        widget.setAutoDefault(True)
    return widget
