"""Colours, fonts and icons: two themes of our own, since a desktop's dark mode cannot be relied on."""

import os
import re
import tomllib
from dataclasses import dataclass
from functools import cache, partial
from string import Template
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QIcon,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyleFactory

import resources
from ui.dressing import Dressing
from ui.glyphs import Glyph, drawn

SERIF = "IBM Plex Serif"
SANS = "IBM Plex Sans"
PORTAL_PATIENCE = 300
"""Milliseconds the desktop portal may take to answer at start."""

_Role = QPalette.ColorRole

ROLES = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Base: "paper",
    _Role.AlternateBase: "sunken",
    _Role.PlaceholderText: "faint",
    _Role.Text: "text",
    _Role.Button: "window",
    _Role.ButtonText: "text",
    _Role.BrightText: "error",
    _Role.Highlight: "selection",
    _Role.HighlightedText: "selection-text",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent-hover",
    _Role.Midlight: "hover",
    _Role.Mid: "line",
    _Role.Dark: "edge",
    _Role.Accent: "accent",
    # Nothing is painted with these but what the style sheet says, tooltips too.
    _Role.Light: "accent-tint",
    _Role.Shadow: "quiet",
    _Role.ToolTipBase: "warning",
    _Role.ToolTipText: "accent-text",
}
"""The colours of the palette. The style sheet has its own from there, so that it is the same in all
themes: to set another sheet dresses every widget before it returns.
"""


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours; tokens are those of `resources/themes/*.toml`."""

    name: str
    colours: MappingProxyType[str, str]


@cache
def load(name: str) -> Theme:
    """Return the theme "light" or "dark" as it ships."""
    table = tomllib.loads(resources.read_text(f"themes/{name}.toml"))
    return Theme(name, MappingProxyType(table["colours"]))


_current = load("light")
_icons: dict[tuple[str, str], QIcon] = {}
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


def apply(app: QApplication, choice: str) -> Dressing:
    """Dress the application in "light", "dark" or what "system" asks for; live, no restart.

    What can be seen is dressed when this returns, what cannot soon after: see `Dressing`.
    """
    global _current  # noqa: PLW0603  one application, one theme
    _current = load(desktop_scheme(app) if choice == "system" else choice)
    dressing = app.findChild(Dressing) or Dressing(app)
    if app.styleSheet():
        app.setPalette(_palette())
        dressing.begin()
    else:
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setPalette(_palette())
        app.setStyleSheet(_sheet())
    return dressing


def prepare(app: QApplication) -> Dressing:
    """Dress soon what was never shown, so that a place comes up the faster."""
    dressing = app.findChild(Dressing) or Dressing(app)
    dressing.prepare()
    return dressing


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
    palette = QPalette()
    for role, token in ROLES.items():
        palette.setColor(role, colour(token))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("edge"))
    return palette


def _sheet() -> str:
    """Return the style sheet, its colours named by their role in the palette."""
    tokens = {token.replace("-", "_"): f"palette({_named(role)})" for role, token in ROLES.items()}
    tokens["combo_arrow"] = resources.path("icons/combo-arrow.svg").as_posix()
    tokens["tick"] = resources.path("icons/tick.svg").as_posix()
    return Template(resources.read_text("themes/window.qss")).substitute(tokens)


def _named(role: QPalette.ColorRole) -> str:
    """Return the name a style sheet has for a role: "PlaceholderText" is "placeholder-text"."""
    return re.sub("(?<=[a-z])(?=[A-Z])", "-", role.name.replace("ToolTip", "Tooltip")).lower()


def icon(name: str, tint: str = "text") -> QIcon:
    """Return a shipped icon that has a colour of the theme whenever it is painted; grey if disabled."""
    if (name, tint) not in _icons:
        _icons[name, tint] = QIcon(Glyph(partial(pixmap, name), tint))
    return _icons[name, tint]


def pixmap(name: str, token: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return a shipped icon as a picture of `size` logical pixels at the given pixel ratio."""
    key = (_current.name, name, token, size, ratio)
    if key not in _pixmaps:
        _pixmaps[key] = drawn(name, colour(token), size, ratio)
    return _pixmaps[key]


def app_icon() -> QIcon:
    """Return the mark of the application."""
    return QIcon(str(resources.path("icons/marbre.svg")))


def dress(target: QAction | QAbstractButton, name: str, tint: str = "text") -> None:
    """Give an action or button an icon that follows the theme."""
    target.setIcon(icon(name, tint))
