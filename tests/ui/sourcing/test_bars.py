"""Bars are drawn to scale and told to who does not see them."""

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.domain.quote import QuoteKind
from ui import theme
from ui.sourcing.bars import Bars
from ui.sourcing.lines import Tally

TALLIES = (
    Tally("Hélène Carvin", 40, 3, (QuoteKind.DIRECT,), (), (1, 2, 4), ((0.0, 0.2), (0.5, 0.7))),
    Tally("Tomasz Orlik", 10, 1, (QuoteKind.DIRECT,), (), (3,), ((0.3, 0.4),)),
    Tally("", 5, 1, (QuoteKind.DIRECT,), (), (5,), ((0.9, 0.9001),)),
)


def drawn(bars: Bars, token: str) -> int:
    image = bars.grab().toImage()
    wanted = theme.colour(token).rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def test_turns_are_as_long_as_their_words(qtbot: QtBot) -> None:
    bars = Bars()
    qtbot.addWidget(bars)
    bars.resize(400, 200)
    bars.show_tallies(TALLIES[:1])
    one = drawn(bars, "accent")
    bars.show_tallies(TALLIES[:2])

    assert 1.15 < drawn(bars, "accent") / one < 1.35


def test_words_without_a_source_stand_out(qtbot: QtBot) -> None:
    bars = Bars()
    qtbot.addWidget(bars)
    bars.resize(400, 200)
    bars.show_tallies(TALLIES[:2])
    assert drawn(bars, "error") == 0
    bars.show_tallies(TALLIES)
    assert drawn(bars, "error") > 0


def test_the_figures_are_spoken(qtbot: QtBot) -> None:
    bars = Bars()
    qtbot.addWidget(bars)
    bars.show_tallies(TALLIES)
    told = QAccessible.queryAccessibleInterface(bars)

    assert told.role() == QAccessible.Role.Graphic
    assert told.text(QAccessible.Text.Name) == "Who speaks, in words"
    assert "Hélène Carvin: 40 words · 3 quotes (1, 2, 4)" in told.text(QAccessible.Text.Description)
    assert "No source: 5 words · 1 quote" in told.text(QAccessible.Text.Description)
    assert bars.sizeHint().height() > 3 * bars.fontMetrics().height()
