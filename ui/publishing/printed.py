"""A box for the few words a person writes for readers, beside the copy itself."""

from PySide6.QtWidgets import QPlainTextEdit

from ui.parts import named

LINES = 3


class Printed(QPlainTextEdit):
    """Holds one paragraph, some lines high; Tab leaves it."""

    def __init__(self, object_name: str, name: str) -> None:
        super().__init__()
        named(self, object_name, name)
        self.setTabChangesFocus(True)
        self.setFixedHeight((LINES + 1) * self.fontMetrics().lineSpacing())

    def words(self) -> str:
        """Return the words as one paragraph: `toPlainText` would lose their no-break spaces."""
        return self.document().toRawText().replace("\u2029", " ").strip()
