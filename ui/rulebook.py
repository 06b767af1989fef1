"""The stylebook in the window: what a rule says, why, an example, how to mend."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from app import stylebook
from app.domain.errors import DeskError
from ui import theme
from ui.parts import named
from ui.words import _, language


def rule_title(code: str) -> str:
    """Return the title of a rule; one that left the stylebook since keeps its code."""
    try:
        return stylebook.page(code, language()).title
    except DeskError:
        return code


def show_rule(parent: QWidget, code: str) -> QDialog:
    """Open the page of a rule; return the dialog, which goes when it is closed."""
    page = stylebook.page(code, language())
    sheet = named(QDialog(parent), "rule-sheet", page.title)
    sheet.setWindowTitle(f"{page.title} — {code}")
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    text = named(QTextBrowser(), "rule-page", page.title)
    text.setFont(theme.serif(theme.serif().pointSizeF() * 1.1))
    text.setMarkdown(f"# {page.title}\n\n{page.text}")
    text.setOpenLinks(False)
    text.setProperty("kind", "paper")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(sheet.reject)
    named(buttons, "rule-buttons", _("Close the page"))
    column = QVBoxLayout(sheet)
    column.setContentsMargins(20, 16, 20, 16)
    column.addWidget(text)
    column.addWidget(buttons)
    sheet.resize(560, 560)
    sheet.open()
    text.setFocus(Qt.FocusReason.OtherFocusReason)
    return sheet
