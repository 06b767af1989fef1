"""Stars, labels and flags by key, on French and English keyboards."""

from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance

from app.domain.photo import Flag

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


class Marked(Protocol):
    """A view in which photos are marked by key."""

    @property
    def rated(self) -> SignalInstance:
        """The signal that carries stars, 0 to 5."""

    @property
    def labelled(self) -> SignalInstance:
        """The signal that carries the code of a label."""

    @property
    def flagged(self) -> SignalInstance:
        """The signal that carries a flag."""


def mark(key: Qt.Key, view: Marked) -> bool:
    """Tell which mark a key gives; say whether it gives one."""
    if key in RATINGS:
        view.rated.emit(RATINGS[key])
    elif key in LABELS:
        view.labelled.emit(LABELS[key])
    elif key in FLAGS:
        view.flagged.emit(FLAGS[key])
    else:
        return False
    return True
