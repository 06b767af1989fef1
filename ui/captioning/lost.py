"""What is said of a photo whose original is gone, with the way to find it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from ui.parts import named
from ui.words import _


class Lost(QFrame):
    """A note over the words of a photo. `asked()` says that the person wants to show the file."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "caption-form-lost")
        self.setProperty("kind", "card")
        words = QLabel(_("The file cannot be found. The words are safe."))
        words.setWordWrap(True)
        button = named(QPushButton(_("Locate…")), "caption-form-locate", _("Locate the file"))
        button.setAutoDefault(False)
        button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(words)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(False)

    def show_for(self, *, there: bool) -> None:
        """Show the note unless the file is there."""
        self.setVisible(not there)
