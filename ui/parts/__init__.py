"""Small widgets without editorial sense."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, object_name: str, words: str = "", tip: str = "") -> W:
    """Give a widget its stable id and the name a screen reader speaks; return it."""
    widget.setObjectName(object_name)
    widget.setAccessibleIdentifier(object_name)
    if words:
        widget.setAccessibleName(words)
    if tip:
        widget.setToolTip(tip)
    return widget
