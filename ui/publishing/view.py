"""Preflight and preview."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from ui.parts.empty import Empty
from ui.place import Bench, Place
from ui.words import _


class PublishingPlace(Place):
    """Waits for its work."""

    code: ClassVar[str] = "publishing"

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._empty = Empty("publish", "publishing-empty")
        self._empty.say(_("Publish"), _("Choose a story first."))
        layout = QVBoxLayout(self)
        layout.addWidget(self._empty)

    @override
    def arrive(self) -> None:
        self._empty.setFocus()
