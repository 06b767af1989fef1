"""Where somebody of the register is quoted and pictured."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.heading import heading
from ui.parts.listing import Listing, Row
from ui.register.presenter import Known, Place
from ui.words import _


class Places(QWidget):
    """Two lists. `opened(story id)` when a quote is activated."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.quoted = Listing("person-quoted", _("Where quoted"))
        self.pictured = Listing("person-pictured", _("Where pictured"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._titles = []
        for listed in (self.quoted, self.pictured):
            title = heading(over=listed)
            self._titles.append(title)
            column.addWidget(title)
            column.addWidget(listed, 1)
            listed.setMinimumHeight(60)
        self.quoted.opened.connect(self._open)
        self.show_known(None)

    def show_known(self, known: Known | None) -> None:
        """Show where an entry appears."""
        quoted = known.quoted if known else ()
        pictured = known.pictured if known else ()
        self._titles[0].setText(_("Quoted: {n}").format(n=len(quoted)))
        self._titles[1].setText(_("Pictured: {n}").format(n=len(pictured)))
        self.quoted.show_rows([_row(place) for place in quoted])
        self.pictured.show_rows([_row(place) for place in pictured])

    def _open(self) -> None:
        if story := self.quoted.value():
            self.opened.emit(str(story))


def _row(place: Place) -> Row:
    return Row(" ".join(place.words.split()), place.story_id)
