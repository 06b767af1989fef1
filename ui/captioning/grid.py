"""The photos as cards that fill the width; nothing is read from disk while painting."""

from collections import OrderedDict

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from ui import theme
from ui.captioning.cards import GAP, Look, ground_of, paint_card, painted, picture_room
from ui.captioning.lines import Card
from ui.captioning.marking import mark
from ui.captioning.model import LINE
from ui.captioning.thumbnails import Thumbnails
from ui.parts import named
from ui.words import _

NARROWEST = 170
PAINTED = 120
"""Cards kept as they were painted: two windows full, some 20 MB."""

SEEN = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
"""What of an item's state changes its looks."""


class CardDelegate(QStyledItemDelegate):
    """Paints a photo card: picture, what is answered, file name, marks, state.

    A card is painted once and laid down again while it stays as it is: its letters and round
    corners take longer than a frame of scrolling may.
    """

    def __init__(self, thumbnails: Thumbnails, grid: QListView) -> None:
        super().__init__(grid)
        self._thumbnails = thumbnails
        self._grid = grid
        self._painted: OrderedDict[str, tuple[Look, QPixmap]] = OrderedDict()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self._grid.gridSize()

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        card: Card | None = index.data(LINE)
        if card is None:
            ground = ground_of(option.rect)
            paint_card(painter, ground, option.state)
            painter.fillRect(picture_room(ground), theme.colour("sunken"))
            return
        photo_id = card.photo.id
        picture = self._thumbnails.picture(photo_id)
        failed = self._thumbnails.failure(photo_id) is not None
        ratio = painter.device().devicePixelRatioF()
        state = option.state & SEEN
        look = Look(card, picture, failed, state, option.rect.size(), ratio, theme.current().name)
        painter.drawPixmap(option.rect.topLeft(), self._card(photo_id, look))

    def _card(self, photo_id: str, look: Look) -> QPixmap:
        known = self._painted.pop(photo_id, None)
        made = known[1] if known and known[0].same(look) else painted(look)
        self._painted[photo_id] = (look, made)
        while len(self._painted) > PAINTED:
            self._painted.popitem(last=False)
        return made


class Grid(QListView):
    """The grid of photos, of which many may be chosen.

    `enlarged()` and `filled_in()` say that Space and Return were pressed; `rated`, `labelled` and
    `flagged` that a key for a mark was.
    """

    enlarged = Signal()
    filled_in = Signal()
    rated = Signal(int)
    labelled = Signal(str)
    flagged = Signal(object)

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        named(self, "photo-grid", _("Photos"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setWordWrap(False)
        self.setSpacing(0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setItemDelegate(CardDelegate(thumbnails, self))
        self.doubleClicked.connect(lambda _index: self.enlarged.emit())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every column its share of the width, so that no strip is left over."""
        self.fit()
        super().resizeEvent(event)

    def fit(self) -> None:
        """Lay the columns out; the bar to scroll by stands only where there is more than fits."""
        outer = self.maximumViewportSize()
        size, columns = self._cell(outer.width())
        rows = -(-self.model().rowCount() // columns)
        more = rows * size.height() > outer.height()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if more else policy.ScrollBarAlwaysOff
        )
        bar = self.verticalScrollBar().sizeHint().width() if more else 0
        self.setGridSize(self._cell(outer.width() - bar)[0])

    @override
    def selectAll(self) -> None:
        """Choose every photo, as one range however many there are."""
        model = self.model()
        if last := model.rowCount():
            whole = QItemSelection(model.index(0, 0), model.index(last - 1, 0))
            self.selectionModel().select(whole, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return all that is in sight: to ask each of ten thousand cards takes a person's breath."""
        return QRegion(self.viewport().rect())

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are marks here, and words are sought in the search field."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain not in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.enlarged.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.filled_in.emit()
        elif not mark(key, self):
            super().keyPressEvent(event)

    def _cell(self, outer: int) -> tuple[QSize, int]:
        """Return the size of a cell and how many stand in a row of this width."""
        width = outer - 2
        columns = max(1, width // NARROWEST)
        cell = width // columns
        words = 2 * self.fontMetrics().height() + 4 * GAP + 2
        return QSize(cell, round((cell - 3 * GAP) * 2 / 3) + words), columns
