"""Sources and quotes."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from ui.parts.empty import Empty
from ui.place import Bench, Place
from ui.words import _


class SourcingPlace(Place):
    """Waits for its work."""

    code: ClassVar[str] = "sourcing"

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._empty = Empty("sources", "sourcing-empty")
        self._empty.say(_("Sources"), _("Choose a story first."))
        layout = QVBoxLayout(self)
        layout.addWidget(self._empty)

    @override
    def arrive(self) -> None:
        self._empty.setFocus()
