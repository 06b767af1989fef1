"""The two themes are complete, legible, and can be changed while the window stands."""

import re

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import resources
from ui import theme

WORDS = ("text", "quiet", "faint", "accent", "block", "error", "warning", "hint", "ok")
GROUNDS = ("window", "paper", "sunken")
PAIRS = [
    *((words, ground) for words in WORDS for ground in GROUNDS),
    *((f"author-{n}", ground) for n in range(1, 6) for ground in ("paper", "quote", "accent-tint")),
    *(("text", ground) for ground in ("hover", "quote", "accent-tint")),
    *(("text", f"{kind}-tint") for kind in ("error", "warning", "ok", "info")),
    ("accent", "accent-tint"),
    ("accent-text", "accent"),
    ("accent-text", "accent-hover"),
    ("selection-text", "selection"),
    ("block", "quote"),
    ("error", "quote"),
]
NAMES = ("light", "dark")


def luminance(colour: QColor) -> float:
    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    low, high = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_are_legible(name: str, words: str, ground: str) -> None:
    colours = theme.load(name).colours

    assert contrast(colours[words], colours[ground]) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ground", ["window", "paper"])
def test_the_edges_of_controls_can_be_seen(name: str, ground: str) -> None:
    colours = theme.load(name).colours

    assert contrast(colours["edge"], colours[ground]) >= 3
    assert contrast(colours["accent"], colours[ground]) >= 3


def test_both_themes_have_the_same_colours() -> None:
    assert theme.load("light").colours.keys() == theme.load("dark").colours.keys()


def test_the_theme_changes_while_a_window_stands(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("x", window)
    theme.dress(button, "search")
    window.show()
    before = button.icon().pixmap(24).toImage()

    theme.apply(qapp, "dark").finish()

    assert QApplication.palette().window().color() == theme.colour("window")
    assert window.palette().window().color() == theme.colour("window")
    assert button.icon().pixmap(24).toImage() != before


@pytest.mark.parametrize(
    "file", sorted(resources.path("fonts").glob("*.woff2")), ids=lambda f: f.stem
)
def test_shipped_fonts_hold_the_letters_of_both_languages(file: str, qapp: QApplication) -> None:
    font = QRawFont(str(file), 16)

    missing = [
        c
        for c in "ÀÉÈÊËÎÏÔÙÛÜŸÇŒÆàéèêëîïôùûüÿçœæ«»“”‘’–—…\u00a0\u202f€"
        if not font.supportsCharacter(ord(c))
    ]
    assert missing == []


def test_the_fonts_of_the_window_and_of_copy_are_known(qapp: QApplication) -> None:
    theme.add_fonts()

    assert {theme.SANS, theme.SERIF} <= set(QFontDatabase.families())


def test_each_role_the_sheet_names_is_known_to_qt(qapp: QApplication) -> None:
    theme.apply(qapp, "light")

    named = set(re.findall(r"palette\(([a-z-]+)\)", qapp.styleSheet()))
    known = {role.name.lower() for role in theme.ROLES}
    assert {name.replace("-", "") for name in named} <= known
    assert "$" not in qapp.styleSheet()
