"""Icons are drawn when they are painted, sharp, and in the colour of that moment."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.glyphs import drawn


def darkest(picture: QImage) -> str:
    """The colour of the pixel least seen through."""
    pixels = (
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    return max(pixels, key=QColor.alpha).name()


def test_an_icon_has_one_colour_and_the_pixels_of_its_screen(qapp: QApplication) -> None:
    picture = drawn("bold", QColor("#c02040"), 24, 2.0)

    assert picture.size() == QSize(48, 48)
    assert picture.devicePixelRatio() == 2.0
    assert darkest(picture.toImage()) == "#c02040"


def test_an_icon_is_grey_where_it_cannot_be_pressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    icon = theme.icon("bold", "accent")

    assert darkest(icon.pixmap(24).toImage()) == theme.colour("accent").name()
    off = icon.pixmap(QSize(24, 24), QIcon.Mode.Disabled)
    assert darkest(off.toImage()) == theme.colour("edge").name()


def test_an_icon_made_before_follows_the_theme(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    icon = theme.icon("bold")
    theme.apply(qapp, "dark").finish()

    assert darkest(icon.pixmap(QSize(24, 24), 2.0).toImage()) == theme.colour("text").name()
    theme.apply(qapp, "light").finish()


def test_an_icon_painted_in_an_oblong_room_stays_square_in_its_middle(qapp: QApplication) -> None:
    picture = QImage(60, 20, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    painter = QPainter(picture)
    theme.icon("bold").paint(painter, picture.rect())
    painter.end()

    seen = [x for x in range(60) if any(picture.pixelColor(x, y).alpha() for y in range(20))]
    assert seen
    assert min(seen) >= 19
    assert max(seen) <= 41


def test_an_icon_can_be_changed_without_the_others(qapp: QApplication) -> None:
    icon = theme.icon("bold")
    other = QIcon(icon)
    other.setIsMask(True)

    assert other.pixmap(16).toImage() == icon.pixmap(16).toImage()
