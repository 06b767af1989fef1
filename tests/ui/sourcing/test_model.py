"""Quotes and figures as Qt lists them, spoken in full."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from ui.sourcing.lines import Tally, seen
from ui.sourcing.model import FIRST_WORDS, Quotes, Tallies, cells, first_words, spoken


def test_the_models_keep_qts_rules(desk: Desk, story_id: str) -> None:
    sight = seen(desk, story_id)
    quotes, tallies = Quotes(), Tallies()
    testers = [QAbstractItemModelTester(model) for model in (quotes, tallies)]
    quotes.show_lines(sight.lines)
    tallies.show_tallies(sight.tallies)

    assert quotes.rowCount() == len(sight.lines)
    assert tallies.rowCount() == len(sight.tallies)
    for tester in testers:
        tester.deleteLater()


def test_the_same_quotes_again_keep_the_selection(qtbot: QtBot, desk: Desk, story_id: str) -> None:
    quotes = Quotes()
    quotes.show_lines(seen(desk, story_id).lines)

    with qtbot.assertNotEmitted(quotes.modelReset):
        quotes.show_lines(seen(desk, story_id).lines)


def test_a_quote_is_spoken_whole_and_shown_cut(desk: Desk, story_id: str) -> None:
    for line in seen(desk, story_id).lines:
        assert line.row.words in spoken(line)
        assert len(first_words(line)) <= FIRST_WORDS
        assert "\n" not in first_words(line)


def test_the_table_has_the_figures_under_their_heads(desk: Desk, story_id: str) -> None:
    sight = seen(desk, story_id)
    tallies = Tallies()
    tallies.show_tallies(sight.tallies)
    shown = [tallies.index(0, column).data() for column in range(tallies.columnCount())]

    assert tuple(shown) == cells(sight.tallies[0])
    assert tallies.headerData(1, Qt.Orientation.Horizontal) == "Words"
    assert tallies.headerData(1, Qt.Orientation.Vertical) is None


def test_of_very_many_quotes_of_one_source_the_first_numbers_are_named() -> None:
    tally = Tally("Odile Marchand", 9000, 900, (), order=tuple(range(1, 901)))

    named = cells(tally)[3]

    assert named.startswith("1, 2, 3")
    assert named.endswith("60, …")
