"""A field over the body: one paragraph that grows, its guide for length, its place in the column."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.parts import named
from ui.words import _, ngettext
from ui.writing.copy_edit import CopyEdit
from ui.writing.document import from_raw, to_raw


class Field(CopyEdit):
    """One paragraph of words; Return goes on to the next field."""

    def __init__(self, object_name: str, words: str, font: QFont, line_height: float) -> None:
        super().__init__(font, markdown=False, line_height=line_height)
        named(self, object_name, words)
        self.setPlaceholderText(words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit(1)
        else:
            super().keyPressEvent(event)

    @override
    def insert(self, text: str) -> None:
        super().insert(
            " ".join(from_raw(to_raw(text)).split("\n\n")).strip("\n").replace("\n", " ")
        )


class Counter(QLabel):
    """How long a field is against its guide: quiet while it fits, marked when it does not."""

    def __init__(self, field: Field, guide: int, font: QFont | None = None) -> None:
        super().__init__()
        self.setFont(font or theme.sans())
        named(self, f"{field.objectName()}-count")
        self._field = field
        self._guide = guide
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        field.document().contentsChanged.connect(self.count)
        self.count()

    def count(self) -> None:
        """Count the characters again."""
        length = len(self._field.body())
        over = length > self._guide
        self.setVisible(bool(length))
        self.setText(f"{length}/{self._guide}{' !' if over else ''}")
        if self.property("kind") != (kind := "over" if over else "faint"):
            self.setProperty("kind", kind)
            self.style().polish(self)
        spoken = ngettext("{n} character of {guide}", "{n} characters of {guide}", length)
        self.setAccessibleName(spoken.format(n=length, guide=self._guide))
        self.setToolTip(
            _("Beyond {guide} characters, screens and feeds may cut it.").format(guide=self._guide)
            if over
            else self.accessibleName()
        )


class Labelled(QWidget):
    """A small field under its name and its guide for length."""

    def __init__(self, field: Field, words: str, guide: int) -> None:
        super().__init__()
        label = QLabel(words)
        label.setProperty("kind", "faint")
        label.setFont(theme.sans(theme.sans().pointSizeF() * 0.9))
        label.setBuddy(field)
        counter = Counter(field, guide, label.font())
        head = QHBoxLayout()
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(counter)
        field.setPlaceholderText("")
        field.setProperty("kind", "small-copy")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(field)
