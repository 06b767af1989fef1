"""The photos as cards that fill the width; nothing is read from disk while painting."""

from collections import OrderedDict

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from app.domain.photo import Flag
from ui import theme
from ui.captioning.lines import Card, State
from ui.captioning.marks import paint_marks, paint_strip
from ui.captioning.model import LINE, state_words
from ui.captioning.thumbnails import Thumbnails
from ui.parts import named
from ui.words import _

GAP = 8
NARROWEST = 170
RADIUS = 8
FITTED = 120
"""Pictures kept in the size they are shown in: two windows full."""

LARGEST = 2
"""How many times its own size a picture may be shown."""

GLYPHS = {
    State.MISSING: ("error", "error"),
    State.WAITING: ("waiting", "hint"),
    State.NO_CAPTION: ("warning", "warning"),
    State.NO_CREDIT: ("warning", "warning"),
    State.NO_ALT: ("warning", "warning"),
    State.READY: ("ok", "ok"),
}
"""Icon and colour token of each state; the word always stands beside."""

RATINGS = {
    Qt.Key.Key_0: 0, Qt.Key.Key_Agrave: 0,
    Qt.Key.Key_1: 1, Qt.Key.Key_Ampersand: 1,
    Qt.Key.Key_2: 2, Qt.Key.Key_Eacute: 2,
    Qt.Key.Key_3: 3, Qt.Key.Key_QuoteDbl: 3,
    Qt.Key.Key_4: 4, Qt.Key.Key_Apostrophe: 4,
    Qt.Key.Key_5: 5, Qt.Key.Key_ParenLeft: 5,
}  # fmt: skip
"""Stars by key: figures, and what the same keys give on a French keyboard without Shift."""

LABELS = {
    Qt.Key.Key_6: "red", Qt.Key.Key_Minus: "red",
    Qt.Key.Key_7: "yellow", Qt.Key.Key_Egrave: "yellow",
    Qt.Key.Key_8: "green", Qt.Key.Key_Underscore: "green",
    Qt.Key.Key_9: "blue", Qt.Key.Key_Ccedilla: "blue",
}  # fmt: skip
"""Colour labels by key, as photographers know them from other programs."""

FLAGS = {Qt.Key.Key_P: Flag.PICK, Qt.Key.Key_X: Flag.REJECT, Qt.Key.Key_U: Flag.NONE}


class CardDelegate(QStyledItemDelegate):
    """Paints a photo card: picture, what is answered, file name, marks, state."""

    def __init__(self, thumbnails: Thumbnails, grid: QListView) -> None:
        super().__init__(grid)
        self._thumbnails = thumbnails
        self._grid = grid
        self._fitted: OrderedDict[str, tuple[QPixmap, QPixmap]] = OrderedDict()

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
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ground = option.rect.adjusted(GAP // 2, GAP // 2, -GAP // 2, -GAP // 2)
        paint_card(painter, ground, option)
        metrics = QFontMetrics(theme.sans())
        room = ground.adjusted(GAP, GAP, -GAP, -GAP)
        below = 2 * metrics.height() + GAP + 2
        frame = QRect(room.topLeft(), QSize(room.width(), room.height() - below))
        if card is None:
            painter.fillRect(frame, theme.colour("sunken"))
        else:
            self._paint_picture(painter, frame, card)
            words = QRect(room.left(), frame.bottom() + GAP, room.width(), below)
            paint_strip(
                painter,
                QRect(frame.bottomLeft() + QPoint(0, 2), QSize(frame.width(), 3)),
                card.lacks,
            )
            marks = paint_marks(painter, words, card.line)
            paint_words(painter, words, card.photo.file_name, card.state, marks)
        painter.restore()

    def _paint_picture(self, painter: QPainter, frame: QRect, card: Card) -> None:
        picture = self._fit(card.photo.id, self._thumbnails.picture(card.photo.id), frame)
        gone = card.state is State.MISSING or self._thumbnails.failure(card.photo.id)
        if card.line.flag is Flag.REJECT:
            painter.setOpacity(0.35)
        paint_picture(painter, frame, picture)
        painter.setOpacity(1.0)
        if gone:
            paint_missing(painter, frame)
        if card.use:
            paint_badge(painter, frame.topLeft(), str(card.use.slot))

    def _fit(self, photo_id: str, picture: QPixmap | None, frame: QRect) -> QPixmap | None:
        """Return a picture no larger than its frame, made so once: scaling is most of a frame."""
        if picture is None or picture.isNull():
            return picture
        whole, fitted = self._fitted.get(photo_id, (None, picture))
        room = frame.size().boundedTo(picture.size() * LARGEST)
        wanted = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        if whole is not picture or fitted.size() != wanted:
            fitted = picture.scaled(wanted, mode=Qt.TransformationMode.SmoothTransformation)
            self._fitted[photo_id] = (picture, fitted)
            while len(self._fitted) > FITTED:
                self._fitted.popitem(last=False)
        return fitted


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
        elif not self._mark(key):
            super().keyPressEvent(event)

    def _mark(self, key: Qt.Key) -> bool:
        if key in RATINGS:
            self.rated.emit(RATINGS[key])
        elif key in LABELS:
            self.labelled.emit(LABELS[key])
        elif key in FLAGS:
            self.flagged.emit(FLAGS[key])
        else:
            return False
        return True

    def _cell(self, outer: int) -> tuple[QSize, int]:
        """Return the size of a cell and how many stand in a row of this width."""
        width = outer - 2
        columns = max(1, width // NARROWEST)
        cell = width // columns
        words = 2 * self.fontMetrics().height() + 4 * GAP + 2
        return QSize(cell, round((cell - 3 * GAP) * 2 / 3) + words), columns


def paint_card(painter: QPainter, card: QRect, option: QStyleOptionViewItem) -> None:
    """Paint the ground of a card, ringed when it is the chosen one."""
    state = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    under = bool(state & QStyle.StateFlag.State_MouseOver)
    ground = "accent-tint" if chosen else "hover" if under else "paper"
    painter.setBrush(theme.colour(ground))
    painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 2 if chosen else 1))
    painter.drawRoundedRect(card, RADIUS, RADIUS)


def paint_picture(painter: QPainter, frame: QRect, picture: QPixmap | None) -> None:
    """Paint a picture whole inside a frame, never more than twice its size; a quiet ground first."""
    painter.fillRect(frame, theme.colour("sunken"))
    if picture is None or picture.isNull():
        return
    room = frame.size().boundedTo(picture.size() * LARGEST)
    size = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint(0, 0), size)
    place.moveCenter(frame.center())
    painter.drawPixmap(place, picture)


def paint_missing(painter: QPainter, frame: QRect) -> None:
    """Paint the hatching of a photo whose file is gone or cannot be read over what is shown."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("edge"))
    painter.setOpacity(0.5)
    hatching = painter.brush()
    hatching.setStyle(Qt.BrushStyle.BDiagPattern)
    painter.fillRect(frame, hatching)
    painter.setOpacity(1.0)


def paint_badge(painter: QPainter, corner: QPoint, words: str) -> None:
    """Paint the number of a slot in the corner of a picture."""
    metrics = painter.fontMetrics()
    side = metrics.height() + 2
    badge = QRect(corner, QSize(max(side, metrics.horizontalAdvance(words) + GAP), side))
    painter.fillRect(badge, theme.colour("accent"))
    painter.setPen(theme.colour("accent-text"))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)


def paint_words(painter: QPainter, room: QRect, title: str, state: State, marks: QSize) -> None:
    """Paint a title over the glyph and the word of a state; `marks` is the room marks took.

    They stand at the left of the title (width) and at the right of the state (height).
    """
    metrics = painter.fontMetrics()
    height = metrics.height()
    painter.setPen(theme.colour("text"))
    line = QRect(room.left() + marks.width(), room.top(), room.width() - marks.width(), height)
    cut = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, line.width())
    painter.drawText(line, 0, cut)
    left = room.width() - marks.height()
    paint_state(painter, QRect(room.left(), room.top() + height + 2, left, height), state)


def paint_state(painter: QPainter, room: QRect, state: State) -> None:
    """Paint the glyph and the word of a state on one line."""
    metrics = painter.fontMetrics()
    icon, token = GLYPHS[state]
    size = metrics.height() - 2
    theme.icon(icon, token).paint(painter, QRect(room.left(), room.top() + 1, size, size))
    painter.setPen(theme.colour(token))
    words = room.adjusted(size + GAP // 2, 0, 0, 0)
    cut = metrics.elidedText(state_words(state), Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, 0, cut)
