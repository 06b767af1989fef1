"""Marks by key are the same on French and English keyboards."""

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from app.domain.photo import Flag
from ui.captioning.marking import mark


class View(QObject):
    """Keeps the marks told."""

    rated = Signal(int)
    labelled = Signal(str)
    flagged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        for signal in (self.rated, self.labelled, self.flagged):
            signal.connect(self.told.append)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (Qt.Key.Key_3, 3),
        (Qt.Key.Key_QuoteDbl, 3),
        (Qt.Key.Key_7, "yellow"),
        (Qt.Key.Key_Egrave, "yellow"),
        (Qt.Key.Key_P, Flag.PICK),
        (Qt.Key.Key_U, Flag.NONE),
    ],
)
def test_a_key_gives_its_mark(qapp: object, key: Qt.Key, told: object) -> None:
    view = View()
    assert mark(key, view)
    assert view.told == [told]


def test_other_keys_give_none(qapp: object) -> None:
    view = View()
    assert not mark(Qt.Key.Key_A, view)
    assert view.told == []
