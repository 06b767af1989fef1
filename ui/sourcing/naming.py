"""The line a source is named on: names are offered while one types, whatever part is typed."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView
from typing_extensions import override

from ui.parts import named
from ui.words import _

RETURNS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NameLine(QLineEdit):
    """`handed_over()` when Return is pressed or an offered name is taken, `given_up()` on Escape.

    Down opens all names; typing narrows them, letter case aside.
    """

    handed_over = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "quote-speaker", _("Source of the quote"))
        self.setPlaceholderText(_("Name the source"))
        self._names = QStringListModel(self)
        self._offers = QCompleter(self._names, self)
        self._offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._offers.setFilterMode(Qt.MatchFlag.MatchContains)
        self._popup = QListView()
        popup = self._popup
        self._offers.setPopup(popup)
        named(popup, "quote-speaker-names", _("Sources that are known"))
        popup.installEventFilter(self)
        self.setCompleter(self._offers)

    def offer(self, names: tuple[str, ...]) -> None:
        """Offer these names."""
        self._names.setStringList(list(names))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in RETURNS:
            self.handed_over.emit()
        elif key is Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key is Qt.Key.Key_Down:
            self._offers.setCompletionPrefix("")
            self._offers.complete()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the name chosen among those offered, or the one typed, and hand it over."""
        popup = self._popup
        pressed = watched is popup and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in RETURNS:
            index = popup.currentIndex()
            if index.isValid():
                self.setText(str(index.data()))
            popup.hide()
            self.handed_over.emit()
            return True
        return super().eventFilter(watched, event)
