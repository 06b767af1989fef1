"""A card shows what a slot has and what it lacks."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from ui.writing import cards
from ui.writing.cards import Card


def painted(card: Card, *, current: bool = False) -> QImage:
    image = QImage(500, 120, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    cards.paint(painter, QRectF(0, 0, 500, cards.height()), card, current=current)
    painter.end()
    return image


def test_every_state_of_a_slot_looks_different(qapp: QApplication) -> None:
    picture = QPixmap(40, 30)
    picture.fill("red")
    states = [
        Card(1),
        Card(2),
        Card(1, filled=True),
        Card(1, filled=True, caption="Une légende"),
        Card(1, filled=True, caption="Une légende", credit="Agence"),
        Card(1, filled=True, picture=picture),
    ]
    images = [painted(card) for card in states]
    images.append(painted(Card(1), current=True))

    different = [i for i, image in enumerate(images) if all(image != other for other in images[:i])]
    assert different == list(range(len(images)))


def test_a_card_is_as_tall_as_its_words_need(qapp: QApplication) -> None:
    assert cards.height() > 4 * QFontMetrics(qapp.font()).height()
