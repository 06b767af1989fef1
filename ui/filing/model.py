"""The rows of the stories list: frozen lines from the store, neither fetched nor sorted here."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from app.desk.pages import naming
from app.domain.story import Status, StoryLine
from app.sentences import status_words
from ui.words import _, day, ngettext

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
LINE_ROLE = Qt.ItemDataRole.UserRole


class StoriesModel(QAbstractListModel):
    """One row a story, in the order the store gave."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[StoryLine, ...] = ()

    def show(self, lines: Sequence[StoryLine]) -> None:
        """Show other stories."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def row_of(self, story_id: str) -> int:
        """Return the row of a story, or -1."""
        return next((row for row, line in enumerate(self.lines) if line.id == story_id), -1)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return title(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title(line)}. {about(line)}. {state(line)}"
        return line if role == LINE_ROLE else None


def title(line: StoryLine) -> str:
    """Return what a story is called in the list."""
    return naming.called(line.headline, line.slug) or _("Untitled")


def about(line: StoryLine) -> str:
    """Return the second line of a row: credit, day, words, photos."""
    parts = [
        line.agency_credit,
        day(line.updated_at),
        ngettext("{n} word", "{n} words", line.words).format(n=line.words),
    ]
    if line.photos:
        parts.append(ngettext("{n} photo", "{n} photos", line.photos).format(n=line.photos))
    return " · ".join(part for part in parts if part)


def state(line: StoryLine) -> str:
    """Return where a story stands, in a word."""
    if line.published_at and line.status is Status.DRAFT:
        return _("Published")
    return status_words(line.status)
