"""What stands behind the quote chosen: its terms, the anonymity of its source, the evidence."""

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desk.sources.vouching import Verified
from app.domain.quote import EvidenceKind, LedgerRow, Record
from app.sentences.standings import EVIDENCE, RECORDS
from ui.parts import named
from ui.parts.heading import heading
from ui.parts.listing import Listing, Row
from ui.sourcing.words import evidence_words
from ui.words import _


class Behind(QWidget):
    """The form. Every change is an act of its own, so there is nothing to save.

    Signals: `noted(EvidenceKind, reference, Verified | None)`, `verified(evidence id)`,
    `removed(evidence id)`, `agreed_terms(Record)`, `hidden(reason, approved by)`, `named_again()`,
    `done()` when the person goes back to the list.
    """

    noted = Signal(object, str, object)
    verified = Signal(str)
    removed = Signal(str)
    agreed_terms = Signal(object)
    hidden = Signal(str, str)
    named_again = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "behind", _("What stands behind the quote"))
        self.record = named(QComboBox(), "behind-record", _("Terms the words were given on"))
        for record, words in RECORDS.items():
            self.record.addItem(_(words), record.value)
        self.reason = named(QLineEdit(), "anonymity-reason", _("Why the source is not named"))
        self.approved = named(QLineEdit(), "anonymity-approved", _("Who agreed"))
        self.keep = named(QPushButton(_("Keep")), "anonymity-keep", _("Keep the anonymity"))
        self.unhide = named(QPushButton(_("Name Again")), "anonymity-off")
        self.list = Listing("evidence-list", _("Evidence"))
        self.kind = named(QComboBox(), "evidence-kind", _("Sort of evidence"))
        for kind, words in EVIDENCE.items():
            self.kind.addItem(_(words), kind.value)
        self.reference = named(QLineEdit(), "evidence-reference", _("Where the evidence is"))
        self.by = named(QLineEdit(), "evidence-by", _("Verified by"))
        self.when = named(QDateTimeEdit(), "evidence-when", _("Verified when"))
        self.when.setCalendarPopup(True)
        named(self.when.lineEdit(), "evidence-when-line", _("Verified when"))
        self.add = named(QPushButton(_("Add")), "evidence-add", _("Add the evidence"))
        self.verify = named(QPushButton(_("Verified")), "evidence-verify", _("I have verified it"))
        self.remove = named(QPushButton(_("Remove")), "evidence-remove", _("Remove the evidence"))
        self._shown = ""
        self._build()
        self._connect()
        self.show_row(None)

    def show_row(self, row: LedgerRow | None) -> None:
        """Show a quote; what is being typed stays while the quote does."""
        self.setEnabled(row is not None and row.span is not None)
        record = row.record if row else Record.ON
        self.record.setCurrentIndex(self.record.findData(record.value))
        if row is None or row.id != self._shown:
            self._shown = row.id if row else ""
            self._begin(row)
        self.unhide.setEnabled(bool(row and row.anonymity))
        evidence = row.evidence if row else ()
        self.list.show_rows([Row(evidence_words(one), one.id) for one in evidence])
        self.list.setVisible(self.list.count() > 0)
        self._offer()

    def ask_evidence(self) -> None:
        """Put the caret where the evidence is said to be."""
        self.reference.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.reference.selectAll()

    def ask_anonymity(self) -> None:
        """Put the caret where the reason is given."""
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.reason.selectAll()

    def _begin(self, row: LedgerRow | None) -> None:
        anonymity = row.anonymity if row else None
        self.reason.setText(anonymity.reason if anonymity else "")
        self.approved.setText(anonymity.approved_by if anonymity else "")
        self.reference.clear()
        self.by.clear()
        self.when.setDateTime(QDateTime.currentDateTime())

    def _build(self) -> None:
        terms = QFormLayout()
        terms.addRow(_("Terms"), self.record)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addLayout(terms)
        column.addWidget(heading(_("Evidence"), self.list))
        column.addWidget(self.list)
        column.addLayout(_row(self.verify, self.remove))
        form = _form((_("Kind"), self.kind), (_("Where"), self.reference))
        form.addRow(_("Verified by"), self.by)
        form.addRow(_("When"), self.when)
        column.addLayout(form)
        column.addLayout(_row(self.add))
        column.addWidget(heading(_("Anonymity"), self.reason))
        column.addLayout(_form((_("Why"), self.reason), (_("Agreed by"), self.approved)))
        column.addLayout(_row(self.keep, self.unhide))
        column.addStretch(1)
        self.reference.setPlaceholderText(_("tape 3, 12:40 · page 4 · an address"))
        self.by.setPlaceholderText(_("nobody yet"))
        self.list.setFixedHeight(84)

    def _connect(self) -> None:
        self.record.activated.connect(
            lambda _index: self.agreed_terms.emit(Record(self.record.currentData()))
        )
        for line in (self.reference, self.by):
            line.returnPressed.connect(self._note)
        self.add.clicked.connect(self._note)
        for line in (self.reason, self.approved):
            line.returnPressed.connect(self._hide_name)
        self.keep.clicked.connect(self._hide_name)
        self.unhide.clicked.connect(self.named_again)
        self.verify.clicked.connect(lambda: self._emit_chosen(self.verified))
        self.remove.clicked.connect(lambda: self._emit_chosen(self.removed))
        self.list.moved.connect(self._offer)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(lambda: self._emit_chosen(self.removed))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.done)

    def _note(self) -> None:
        reference, by = self.reference.text().strip(), self.by.text().strip()
        if not reference:
            self.ask_evidence()
            return
        at = datetime.fromtimestamp(self.when.dateTime().toSecsSinceEpoch(), UTC)
        seen = Verified(by, at) if by else None
        self.noted.emit(EvidenceKind(self.kind.currentData()), reference, seen)
        self.reference.clear()

    def _hide_name(self) -> None:
        reason, by = self.reason.text().strip(), self.approved.text().strip()
        if reason and not by and self.reason.hasFocus():
            self.approved.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.hidden.emit(reason, by)

    def _emit_chosen(self, signal: SignalInstance) -> None:
        if evidence_id := self.list.value():
            signal.emit(str(evidence_id))

    def _offer(self) -> None:
        some = self.list.row() >= 0
        for button in (self.verify, self.remove):
            button.setVisible(some)


def _form(*rows: tuple[str, QWidget]) -> QFormLayout:
    form = QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setHorizontalSpacing(8)
    form.setVerticalSpacing(6)
    for words, widget in rows:
        form.addRow(words, widget)
    return form


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
