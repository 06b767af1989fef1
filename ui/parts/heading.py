"""The small heading over a list or a field."""

from PySide6.QtWidgets import QLabel, QWidget


def heading(words: str = "", over: QWidget | None = None) -> QLabel:
    """Return a heading; a letter after "&" in it leads by Alt to the field it stands over."""
    label = QLabel(words)
    label.setProperty("kind", "section")
    if over is not None:
        label.setBuddy(over)
    return label
