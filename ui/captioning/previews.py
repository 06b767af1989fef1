"""What an act on many photos would change, as a table: photo, field, before, after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ui import theme
from ui.captioning.fields import SHAPES
from ui.parts import named
from ui.words import N_, _

Index = QModelIndex | QPersistentModelIndex

HEADS = (N_("Photo"), N_("Field"), N_("Before"), N_("After"))
AFTER = 3

NAMES = {shape.name: shape.label for shape in SHAPES} | {
    "created": N_("Date"),
    "title": N_("Title"),
    "organisations": N_("Organisations"),
    "job_id": N_("Job"),
    "rating": N_("Stars"),
    "label": N_("Colour label"),
    "country_code": N_("Country code"),
    "creator_title": N_("Role of the photographer"),
    "web_statement": N_("Address of the terms"),
    "description_writer": N_("Writer of the description"),
}
"""What a field of `PhotoMetadata` is called."""


class Changed(Protocol):
    """One field before and after."""

    @property
    def field(self) -> str:
        """The name of the field."""

    @property
    def before(self) -> object:
        """What stands there."""

    @property
    def after(self) -> object:
        """What would stand there."""


class Previewed(Protocol):
    """One photo with what would change."""

    @property
    def file_name(self) -> str:
        """The name of its file."""

    @property
    def changes(self) -> Sequence[Changed]:
        """The fields that would change."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, in words."""

    photo: str
    field: str
    before: str
    after: str


class PreviewModel(QAbstractTableModel):
    """The lines of a preview."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

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
        row = self._rows[index.row()]
        words = (row.photo, row.field, row.before or "—", row.after or "—")[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words.replace("\n", " ¶ ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return words
        if role == Qt.ItemDataRole.ForegroundRole and index.column() < AFTER:
            return theme.colour("quiet" if index.column() else "text")
        return None


class PreviewTable(QTableView):
    """Shows a preview; rows are read, not edited."""

    def __init__(self, object_name: str) -> None:
        super().__init__()
        named(self, object_name, _("Before and after"))
        self.rows = PreviewModel(self)
        self.setModel(self.rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for column, letters in enumerate((16, 21)):
            self.setColumnWidth(column, letters * self.fontMetrics().averageCharWidth())
        for column in (AFTER - 1, AFTER):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)


def rows_of(previews: Iterable[Previewed]) -> list[Row]:
    """Return the lines of a preview in words."""
    return [
        Row(one.file_name, name_of(change.field), told(change.before), told(change.after))
        for one in previews
        for change in one.changes
    ]


def name_of(field: str) -> str:
    """Return what a field is called in the interface."""
    return _(NAMES[field]) if field in NAMES else field.replace("_", " ")


def told(value: object) -> str:
    """Return a value of any field as one line."""
    if isinstance(value, tuple | list):
        return "; ".join(map(str, value))
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return "" if value is None else str(value)
