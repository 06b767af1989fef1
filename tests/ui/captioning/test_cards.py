"""A card is painted from all that it shows, and is another one when any of it changes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QStyle

from app.desk.desk import Desk
from app.domain.photo import Flag
from ui import theme
from ui.captioning.cards import GLYPHS, Look, painted
from ui.captioning.lines import State, Wish, fetch, look

PLAIN = QStyle.StateFlag.State_None
SIZE = QSize(190, 180)


@pytest.fixture
def seen(desk: Desk) -> Look:
    """The first photo of the sample without its picture."""
    card = fetch(desk, look(desk, Wish()).ids)[0]
    return Look(card, None, failed=False, state=PLAIN, size=SIZE, ratio=1.0, theme="light")


def image_of(seen: Look) -> QImage:
    return painted(seen).toImage()


def test_every_change_that_shows_gives_another_card(qapp: object, seen: Look) -> None:
    blue = QPixmap(60, 40)
    blue.fill("blue")
    card = seen.card
    others = [
        replace(seen, picture=blue),
        replace(seen, failed=True),
        replace(seen, state=QStyle.StateFlag.State_Selected),
        replace(seen, state=QStyle.StateFlag.State_MouseOver),
        replace(seen, card=replace(card, line=replace(card.line, rating=3))),
        replace(seen, card=replace(card, line=replace(card.line, flag=Flag.PICK))),
        replace(seen, card=replace(card, line=replace(card.line, there=False))),
    ]

    assert seen.same(replace(seen))
    for other in others:
        assert not seen.same(other)
        assert image_of(other) != image_of(seen)


def test_a_card_is_sharp_on_a_fine_screen(qapp: object, seen: Look) -> None:
    fine = painted(replace(seen, ratio=2.0))

    assert fine.size() == SIZE * 2
    assert fine.deviceIndependentSize().toSize() == SIZE


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_a_shape_of_its_own_kind(state: State) -> None:
    icon, token = GLYPHS[state]

    assert isinstance(theme.pixmap(icon, token, 16), QPixmap)
