"""The sheet of a correction: what changed since publication, what was wrong, what readers are told."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from app.desk.pages.amending import Amendment
from app.domain.correction import CorrectionKind
from ui.differing import NOW, WAS, page
from ui.parts import named
from ui.parts.heading import heading
from ui.parts.sheet import Sheet
from ui.parts.sides import Sides
from ui.publishing.printed import Printed
from ui.publishing.words import manifest_words, moment_words
from ui.words import N_, _, ngettext

KINDS = {
    CorrectionKind.FACT: N_("&Fact"),
    CorrectionKind.NAME: N_("&Name"),
    CorrectionKind.FIGURE: N_("F&igure"),
    CorrectionKind.QUOTE: N_("&Quotation"),
    CorrectionKind.PICTURE: N_("&Picture"),
    CorrectionKind.CLARIFICATION: N_("&Clarification"),
}
"""What was wrong; the letter after "&" chooses it with Alt."""

NO_NOTICE = "none"
KINDS_IN_A_ROW = 4
SHEET_SIZE = (940, 640)


class CorrectionSheet(Sheet):
    """`asked(kind, notice)` says that the page shall go out; kind None prints no notice."""

    asked = Signal(object, str)

    def __init__(self, parent: QWidget | None, amendment: Amendment) -> None:
        super().__init__(parent, "correction-sheet", _("Correct a Published Story"))
        self._amendment = amendment
        self.sides = Sides("correction-side", (_("Published"), _("To be published")))
        self.notice = Printed("correction-notice", _("Notice to readers"))
        self.kinds: dict[str, QRadioButton] = {}
        self._build()
        self.resize(*SHEET_SIZE)

    def kind(self) -> CorrectionKind | None:
        """Return what was wrong, None for a change readers are not told of."""
        chosen = next(name for name, button in self.kinds.items() if button.isChecked())
        return None if chosen == NO_NOTICE else CorrectionKind(chosen)

    def focus(self) -> None:
        """Begin with the notice where one is proposed, else with the kind."""
        chosen = next(button for button in self.kinds.values() if button.isChecked())
        target: QWidget = self.notice if self.notice.isEnabled() else chosen
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.content.addWidget(self._told())
        self.content.addWidget(self.sides, 1)
        self.content.addWidget(heading(_("What was wrong")))
        self.content.addLayout(self._choices())
        self.content.addWidget(heading(_("Notice to readers"), self.notice))
        self.notice.setPlainText(self._amendment.notice)
        self.content.addWidget(self.notice)
        self.offer_close(_("Cancel"))
        self._go = self.offer(_("Publish"), self._publish, "correction-publish", main=True)
        self.notice.textChanged.connect(self._weigh)
        for button in self.kinds.values():
            button.toggled.connect(self._weigh)
        self._weigh()

    def _told(self) -> QLabel:
        before, found = self._amendment.before, self._amendment.differences
        told = named(QLabel(), "correction-before")
        told.setWordWrap(True)
        told.setProperty("kind", "quiet")
        sentence = _("Published {when} in {folder}, manifest {digest}.")
        words = sentence.format(
            when=moment_words(before.at),
            folder=before.folder,
            digest=manifest_words(before.manifest),
        )
        if found:
            changed = ngettext("{n} change for readers.", "{n} changes for readers.", len(found))
            words += " " + changed.format(n=len(found))
            self.sides.show_sides(
                [
                    (_("Published"), page(found, WAS)),
                    (_("To be published"), page(found, NOW)),
                ]
            )
        else:
            words += " " + _("The log does not say which version it was: nothing can be compared.")
            self.sides.hide()
        told.setText(words)
        return told

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        group = QButtonGroup(self)
        labels = {kind.value: _(words) for kind, words in KINDS.items()}
        labels[NO_NOTICE] = _("N&o notice: a slip, or only layout")
        proposed = self._amendment.kind.value if self._amendment.kind else NO_NOTICE
        for number, (name, words) in enumerate(labels.items()):
            button = named(QRadioButton(words), f"correction-{name}", words.replace("&", ""))
            button.setChecked(name == proposed)
            group.addButton(button)
            grid.addWidget(button, *divmod(number, KINDS_IN_A_ROW))
            self.kinds[name] = button
        return grid

    def _weigh(self) -> None:
        """Say what readers will see, and let nothing out that wants a notice and has none."""
        kind = self.kind()
        self.notice.setEnabled(kind is not None)
        self._go.setEnabled(kind is None or bool(self.notice.words()))
        if kind is None:
            self.say(_("The page only bears the time of its update."))
        elif self.notice.words():
            self.say(_("The notice is printed on the page from now on."))
        else:
            self.say(_("A correction needs its notice."))

    def _publish(self) -> None:
        kind = self.kind()
        self.asked.emit(kind, self.notice.words() if kind else "")
        self.accept()
