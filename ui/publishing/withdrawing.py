"""The sheet that takes a published story back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui.parts import named
from ui.parts.heading import heading
from ui.parts.sheet import Sheet
from ui.publishing.printed import Printed
from ui.words import _, ngettext

SHEET_SIZE = (560, 420)
PLACES_NAMED = 4


class WithdrawSheet(Sheet):
    """`asked(reason, name)` says that the story shall be withdrawn."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None, places: Sequence[Path], by: str) -> None:
        super().__init__(parent, "withdraw-sheet", _("Withdraw the Story"))
        self.reason = Printed("withdraw-reason", _("Reason, printed on the page"))
        self.by = named(QLineEdit(by), "withdraw-by", _("Your name"))
        self._build(places)
        self.resize(*SHEET_SIZE)

    def focus(self) -> None:
        """Begin with the reason."""
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, places: Sequence[Path]) -> None:
        count = len(places)
        words = ngettext(
            "A short notice takes the place of the page in this folder:",
            "A short notice takes the place of the page in these {n} folders:",
            count,
        ).format(n=count)
        named_places = [str(place) for place in places[:PLACES_NAMED]]
        if count > PLACES_NAMED:
            named_places.append("…")
        told = named(QLabel("\n".join([words, *named_places])), "withdraw-places")
        told.setTextFormat(Qt.TextFormat.PlainText)
        after = named(
            QLabel(
                _(
                    "Sites lose it from their lists and feeds. The story becomes “killed”: "
                    "Undo takes that back, and publishing again brings the page back."
                )
            ),
            "withdraw-after",
        )
        after.setProperty("kind", "quiet")
        for label in (told, after):
            label.setWordWrap(True)
            self.content.addWidget(label)
        for title, field in (
            (_("Reason, printed on the page"), self.reason),
            (_("Your name"), self.by),
        ):
            self.content.addWidget(heading(title, field))
            self.content.addWidget(field)
        self.content.addStretch(1)
        self.offer_close(_("Cancel"))
        self._go = self.offer(_("Withdraw"), self._withdraw, "withdraw-go", main=True)
        self.by.textChanged.connect(self._weigh)
        self.reason.textChanged.connect(self._weigh)
        self._weigh()

    def _weigh(self) -> None:
        signed = bool(self.by.text().strip())
        self._go.setEnabled(signed and bool(self.reason.words()))
        if not self.reason.words():
            self.say(_("Readers are told why."))
        else:
            self.say("" if signed else _("The log needs a name."))

    def _withdraw(self) -> None:
        self.asked.emit(self.reason.words(), self.by.text().strip())
        self.accept()
