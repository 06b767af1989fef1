"""Colours, fonts and icons: two themes of our own, since a desktop's dark mode cannot be relied on."""

import os
import tomllib
from dataclasses import dataclass
from string import Template
from types import MappingProxyType

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyleFactory

import resources

SERIF = "IBM Plex Serif"
SANS = "IBM Plex Sans"
PORTAL_PATIENCE = 300
"""Milliseconds the desktop portal may take to answer at start."""

ICON_SIZES = (16, 20, 24, 32, 40, 48)


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours; tokens are those of `resources/themes/*.toml`."""

    name: str
    colours: MappingProxyType[str, str]


def load(name: str) -> Theme:
    """Return the theme "light" or "dark" as it ships."""
    table = tomllib.loads(resources.read_text(f"themes/{name}.toml"))
    return Theme(name, MappingProxyType(table["colours"]))


_current = load("light")
_icons: dict[tuple[str, str, str], QIcon] = {}
_pixmaps: dict[tuple[str, str, str, int, float], QPixmap] = {}


def current() -> Theme:
    """Return the theme worn now."""
    return _current


def colour(token: str) -> QColor:
    """Return a colour of the theme worn now."""
    return QColor(_current.colours[token])


def add_fonts() -> None:
    """Make the shipped fonts known, so that copy looks the same on every machine."""
    for file in sorted(resources.path("fonts").glob("*.woff2")):
        QFontDatabase.addApplicationFont(str(file))


def sans(points: float = 0, *, strong: bool = False) -> QFont:
    """Return the font of the interface, in the application's size unless `points` is given."""
    return _font(SANS, points or QApplication.font().pointSizeF(), strong=strong)


def serif(points: float = 0, *, strong: bool = False) -> QFont:
    """Return the font of copy, in the application's size unless `points` is given."""
    return _font(SERIF, points or QApplication.font().pointSizeF(), strong=strong)


def _font(family: str, points: float, *, strong: bool) -> QFont:
    font = QFont(family)
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def apply(app: QApplication, choice: str) -> None:
    """Dress the application in "light", "dark" or what "system" asks for; live, no restart."""
    global _current  # noqa: PLW0603  one application, one theme
    name = desktop_scheme(app) if choice == "system" else choice
    _current = load(name)
    _icons.clear()
    _pixmaps.clear()
    # Without the sheet of before, all widgets are dressed once; with it, Qt takes six times as long.
    app.setStyleSheet("")
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_palette())
    app.setStyleSheet(_sheet())
    for widget in app.topLevelWidgets():
        redress(widget)


def start_fonts(app: QApplication) -> None:
    """Give the application its font, in the size the desktop asks for and never under 10 points."""
    add_fonts()
    size = max(10.0, QFontInfo(app.font()).pointSizeF())
    app.setFont(_font(SANS, size, strong=False))


def desktop_scheme(app: QApplication) -> str:
    """Return "dark" when the desktop asks for it, otherwise "light"."""
    scheme = app.styleHints().colorScheme()
    if scheme == Qt.ColorScheme.Unknown and _portal_asks_for_dark():
        return "dark"
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def _portal_asks_for_dark() -> bool:
    """Ask the desktop portal, since Qt knows the scheme of few desktops under X11.

    `color-scheme` is 1 for dark (XDG Desktop Portal, org.freedesktop.portal.Settings).
    """
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return False
    question = QDBusMessage.createMethodCall(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
        "ReadOne",
    )
    question.setArguments(["org.freedesktop.appearance", "color-scheme"])
    bus = QDBusConnection.sessionBus()
    answer = bus.call(question, QDBus.CallMode.Block, PORTAL_PATIENCE).arguments()
    value = answer[0] if answer else 0
    return getattr(value, "variant", lambda: value)() == 1


def _palette() -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "paper",
        QPalette.ColorRole.AlternateBase: "window",
        QPalette.ColorRole.ToolTipBase: "paper",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "faint",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "window",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "error",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "selection-text",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "hint",
        QPalette.ColorRole.Light: "paper",
        QPalette.ColorRole.Midlight: "hover",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "edge",
        QPalette.ColorRole.Shadow: "edge",
        QPalette.ColorRole.Accent: "accent",
    }
    palette = QPalette()
    for role, token in roles.items():
        palette.setColor(role, colour(token))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("edge"))
    return palette


def _sheet() -> str:
    tokens = {key.replace("-", "_"): value for key, value in _current.colours.items()}
    tokens["combo_arrow"] = resources.path("icons/combo-arrow.svg").as_posix()
    tokens["tick"] = resources.path(f"icons/tick-{_current.name}.svg").as_posix()
    return Template(resources.read_text("themes/window.qss")).substitute(tokens)


def icon(name: str, tint: str = "text") -> QIcon:
    """Return a shipped icon in a colour of the theme, sharp at every size, grey when disabled."""
    key = (_current.name, name, tint)
    if key not in _icons:
        made = QIcon()
        for mode, shade in ((QIcon.Mode.Normal, tint), (QIcon.Mode.Disabled, "edge")):
            for size in ICON_SIZES:
                made.addPixmap(pixmap(name, shade, size), mode)
        _icons[key] = made
    return _icons[key]


def pixmap(name: str, token: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return a shipped icon as a picture of `size` logical pixels at the given pixel ratio."""
    key = (_current.name, name, token, size, ratio)
    if key not in _pixmaps:
        _pixmaps[key] = _drawn(name, token, size, ratio)
    return _pixmaps[key]


def _drawn(name: str, token: str, size: int, ratio: float) -> QPixmap:
    svg = resources.read_text(f"icons/{name}.svg").replace("#000000", _current.colours[token])
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def app_icon() -> QIcon:
    """Return the mark of the application."""
    return QIcon(str(resources.path("icons/marbre.svg")))


def dress(target: QAction | QAbstractButton, name: str, tint: str = "text") -> None:
    """Give an action or button an icon that follows the theme."""
    target.setProperty("icon-name", name)
    target.setProperty("icon-tint", tint)
    target.setIcon(icon(name, tint))


def redress(root: QObject) -> None:
    """Give every dressed action and button under `root` its icon in the theme worn now."""
    targets: list[QAction | QAbstractButton] = [
        *root.findChildren(QAction),
        *root.findChildren(QAbstractButton),
    ]
    for target in targets:
        if name := target.property("icon-name"):
            target.setIcon(icon(str(name), str(target.property("icon-tint"))))
