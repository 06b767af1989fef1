"""The small dialogs of the window: the list of keys, and what Marbre is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from ui.actions import MENUS, in_menu, shown_keys
from ui.parts import named
from ui.parts.lines import Line, LineList
from ui.words import _


def show_keys(parent: QWidget) -> QDialog:
    """Open the list of every action that has keys, menu by menu; return the dialog."""
    rows = LineList("keys-list", _("Keyboard Shortcuts"))
    rows.show_lines(
        [
            Line(
                _(line.words).replace("&", ""),
                _(words).replace("&", ""),
                shown_keys(line),
                line.icon,
            )
            for menu, words in MENUS.items()
            for line in in_menu(menu)
            if line.keys
        ],
        row=0,
    )
    return _sheet(parent, "keys-sheet", _("Keyboard Shortcuts"), rows)


def show_about(parent: QWidget) -> QDialog:
    """Open the sheet that says what Marbre is and under which licence; return the dialog."""
    text = QLabel(
        f"<h2>Marbre {__version__}</h2><p>"
        + _("The offline editorial workstation.")
        + "</p><p>"
        + _("Free software under the GNU General Public License, version 3 or later.")
        + "</p><p>"
        + _("Typefaces: IBM Plex (SIL Open Font License). Icons: Tabler (MIT).")
        + "</p>"
    )
    text.setTextFormat(Qt.TextFormat.RichText)
    text.setWordWrap(True)
    return _sheet(parent, "about-sheet", _("About Marbre"), named(text, "about-text"))


def _sheet(parent: QWidget, object_name: str, title: str, content: QWidget) -> QDialog:
    sheet = named(QDialog(parent), object_name, title)
    sheet.setWindowTitle(title)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(20, 20, 20, 16)
    column.setSpacing(16)
    column.addWidget(content)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(sheet.reject)
    column.addWidget(buttons)
    sheet.resize(520, 600 if isinstance(content, LineList) else 240)
    sheet.open()
    return sheet
