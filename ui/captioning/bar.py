"""The bar under the search: which marks the photos shown bear, and how they are sorted."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from app.domain.photo import Flag
from app.domain.picking import Order
from ui import theme
from ui.captioning.lines import Marks
from ui.captioning.marks import DOT, MOST, paint_dot
from ui.captioning.model import FLAGS, LABELS
from ui.parts import named
from ui.words import N_, _, ngettext

LETTERS = 10
"""Letters of a choice that are always seen."""

ORDERS = {
    Order.TAKEN_IN: N_("Newest in first"),
    Order.CREATED: N_("As they were shot"),
    Order.NAME: N_("By name"),
    Order.RATING: N_("Best first"),
}
ICONS = {Flag.PICK: ("check", "ok"), Flag.REJECT: ("close", "error")}


class FilterBar(QWidget):
    """Buttons for flags and labels, a choice of stars and of the order. `changed()` says so."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "photo-marks", _("Photos by mark"))
        self.flags = {flag: self._flag_button(flag) for flag in FLAGS}
        self.labels = {code: self._label_button(code) for code in LABELS}
        self.stars = named(QComboBox(), "photo-stars", _("Stars at least"))
        self.stars.addItems([_("Any rating"), *(_stars(count) for count in range(1, MOST + 1))])
        self.orders = named(QComboBox(), "photo-order", _("Order of the photos"))
        self.orders.addItems([_(words) for words in ORDERS.values()])
        for choice in (self.stars, self.orders):
            # In a small window the words of a choice give way before the form does.
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(LETTERS)
        self.stars.activated.connect(self.changed)
        self.orders.activated.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 8)
        row.setSpacing(2)
        for button in (*self.flags.values(), *self.labels.values()):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.stars, 1)
        row.addStretch(1)
        row.addWidget(self.orders, 1)

    def marks(self) -> Marks:
        """Return the marks asked for."""
        return Marks(
            rating=self.stars.currentIndex() or None,
            labels=frozenset(code for code, one in self.labels.items() if one.isChecked()),
            flags=frozenset(flag for flag, one in self.flags.items() if one.isChecked()),
        )

    def order(self) -> Order:
        """Return the order asked for."""
        return list(ORDERS)[self.orders.currentIndex()]

    def set_order(self, order: Order) -> None:
        """Show an order as the one asked for."""
        self.orders.setCurrentIndex(list(ORDERS).index(order))

    def clear(self) -> None:
        """Ask for no marks."""
        for button in (*self.flags.values(), *self.labels.values()):
            button.setChecked(False)
        self.stars.setCurrentIndex(0)

    def _flag_button(self, flag: Flag) -> QToolButton:
        button = self._button(f"photo-flag-{flag.value}", _(FLAGS[flag]))
        theme.dress(button, *ICONS[flag])
        return button

    def _label_button(self, code: str) -> QToolButton:
        button = self._button(
            f"photo-label-{code}", _("Label: {words}").format(words=_(LABELS[code]))
        )
        button.setIcon(label_icon(code))
        return button

    def _button(self, object_name: str, words: str) -> QToolButton:
        button = named(QToolButton(), object_name, words, words)
        button.setProperty("kind", "mark")
        button.setCheckable(True)
        button.setIconSize(QSize(16, 16))
        button.toggled.connect(self.changed)
        return button


def label_icon(code: str) -> QIcon:
    """Return a colour label as an icon."""
    picture = QPixmap(32, 32)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    spot = QRect(0, 0, DOT + 2, DOT + 2)
    spot.moveCenter(QRect(0, 0, 16, 16).center())
    paint_dot(painter, spot, code)
    painter.end()
    return QIcon(picture)


def _stars(count: int) -> str:
    return ngettext("{n} star and more", "{n} stars and more", count).format(n=count)
