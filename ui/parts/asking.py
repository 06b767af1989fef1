"""A small sheet that asks for one line of text."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.parts import named
from ui.words import _


def ask_line(
    parent: QWidget, object_name: str, title: str, text: str, then: Callable[[str], None]
) -> QDialog:
    """Open the sheet; `then` gets the line once Return is pressed. Return the sheet."""
    sheet = named(QDialog(parent), object_name, title)
    sheet.setWindowTitle(title)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    field = named(QLineEdit(text), f"{object_name}-field", title)
    field.selectAll()
    buttons = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
    )
    buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("Keep"))
    buttons.accepted.connect(sheet.accept)
    buttons.rejected.connect(sheet.reject)
    sheet.accepted.connect(lambda: then(field.text().strip()))
    column = QVBoxLayout(sheet)
    column.setContentsMargins(20, 20, 20, 16)
    column.setSpacing(12)
    for part in (QLabel(title), field, buttons):
        column.addWidget(part)
    sheet.resize(440, sheet.sizeHint().height())
    sheet.open()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    return sheet
