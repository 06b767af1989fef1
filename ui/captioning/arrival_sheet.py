"""What came of files taken in: those refused, each with its reason, and those that look alike."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from ui.captioning.arrivals import Report
from ui.parts import named
from ui.parts.sheet import Sheet
from ui.words import N_, _, ngettext

Index = QModelIndex | QPersistentModelIndex

HEADS = (N_("File"), N_("Why it was not taken in"))


class Refusals(QAbstractTableModel):
    """File names with the reason each was refused."""

    def __init__(self, failed: tuple[tuple[str, str], ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._failed = failed

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._failed)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(HEADS)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(HEADS[section])
        return None

    @override
    def data(self, index: Index, role: int = 0) -> object:
        shown = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        return self._failed[index.row()][index.column()] if shown else None


def refusal_table(object_name: str, words: str) -> QTableView:
    """Return a table that shows refusals."""
    table = named(QTableView(), object_name, words)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setStretchLastSection(True)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    head.setDefaultSectionSize(220)
    return table


class ArrivalSheet(Sheet):
    """Lists refused files and offers to show look-alikes in the grid."""

    def __init__(
        self, report: Report, show_alike: Callable[[], None], parent: QWidget | None
    ) -> None:
        super().__init__(parent, "arrival-sheet", _("Photos Taken In"))
        self.table = refusal_table("arrival-refused", _("Files that were not taken in"))
        self.table.setModel(Refusals(report.failed, self.table))
        self.table.setVisible(bool(report.failed))
        self.content.addWidget(self.table, 1)
        self.say(summary(report))
        self.offer_close()
        if report.alike:

            def show() -> None:
                self.accept()
                show_alike()

            self.offer(_("Show Look-alikes"), show, "arrival-alike", main=True)
        self.resize(720, 420 if report.failed else 140)


def summary(report: Report) -> str:
    """Return how many files came in, were known, look alike, disagree or were refused."""
    counted = (
        (len(report.taken), ngettext("{n} added", "{n} added", len(report.taken))),
        (len(report.already), ngettext("{n} known", "{n} known", len(report.already))),
        (len(report.failed), ngettext("{n} refused", "{n} refused", len(report.failed))),
        (
            sum(map(len, report.alike)),
            ngettext("{n} alike", "{n} alike", sum(map(len, report.alike))),
        ),
        (
            len(report.conflicting),
            ngettext("{n} in disagreement", "{n} in disagreement", len(report.conflicting)),
        ),
    )
    return " · ".join(words.format(n=count) for count, words in counted if count)
