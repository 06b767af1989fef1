"""A small picture beside words."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.parts.pictogram import Pictogram


def colours(picture: Pictogram) -> set[str]:
    image = picture.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(32) for y in range(32)}


def test_it_shows_its_icon_in_the_theme_worn_now(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light").finish()
    picture = Pictogram("bold", "accent", 32)
    qtbot.addWidget(picture)
    picture.show()
    assert theme.colour("accent").name() in colours(picture)

    theme.apply(qapp, "dark").finish()
    assert theme.colour("accent").name() in colours(picture)

    picture.show_icon("bold", "warning")
    assert theme.colour("warning").name() in colours(picture)
    theme.apply(qapp, "light").finish()
