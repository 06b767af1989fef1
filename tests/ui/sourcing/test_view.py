"""Sources reviewed through the real widgets, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.sources import sourcing
from app.desk.stories import filing
from app.domain.quote import LedgerState
from ui.sourcing.lines import Standing
from ui.sourcing.view import SourcingPlace
from ui.window import Window
from ui.work import Work


@pytest.fixture
def place(qtbot: QtBot, window: Window, work: Work, story_id: str) -> SourcingPlace:
    window.open_story(story_id, "sourcing")
    here = window.here()
    assert isinstance(here, SourcingPlace)
    qtbot.waitUntil(lambda: here.quotes.rowCount() > 0)
    qtbot.waitUntil(work.idle)
    return here


def press(place: SourcingPlace, key: Qt.Key) -> int:
    """Press one key where the focus is meant to be; return 1, to count."""
    QTest.keyClick(place.roll, key)
    return 1


def test_the_sample_is_reviewed_by_keys(
    qtbot: QtBot, place: SourcingPlace, work: Work, desk: Desk, story_id: str
) -> None:
    keys = 0
    while (line := place.presenter.line()) and line.is_open:
        bare = line.standing is Standing.NO_SOURCE
        keys += press(place, Qt.Key.Key_X if bare else Qt.Key.Key_Return)
        qtbot.waitUntil(work.idle)

    assert keys <= 35
    assert place._counter.text().endswith("all decided")
    decided = {row.state for row in sourcing.ledger(desk, story_id)}
    assert decided <= {LedgerState.CONFIRMED, LedgerState.NOT_A_QUOTE}


def test_s_names_the_source_and_gives_the_list_back(
    qtbot: QtBot, place: SourcingPlace, work: Work, desk: Desk, story_id: str
) -> None:
    first = place.presenter.chosen
    press(place, Qt.Key.Key_S)
    assert place.card.speaker.selectedText() == place.card.speaker.text()
    QTest.keyClicks(place.card.speaker, "Aya Besse")
    QTest.keyClick(place.card.speaker, Qt.Key.Key_Return)
    qtbot.waitUntil(work.idle)

    named = next(row for row in sourcing.ledger(desk, story_id) if row.id == first)
    assert (named.speaker, named.state) == ("Aya Besse", LedgerState.CONFIRMED)
    assert place.roll.hasFocus()
    assert "Aya Besse" in place.side.bars.accessibleDescription()


def test_every_key_is_also_in_the_menu(window: Window, place: SourcingPlace) -> None:
    for code in ("confirm", "set-speaker", "not-a-quote", "next-quote", "previous-quote"):
        assert window.book[code].isEnabled()
    assert not window.book["reopen"].isEnabled()


def test_undo_reopens_the_last_decision(
    qtbot: QtBot, window: Window, place: SourcingPlace, work: Work
) -> None:
    waiting = place.presenter.sight.open_count()
    press(place, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place.presenter.sight.open_count() == waiting - 1)

    window.book["undo"].trigger()

    qtbot.waitUntil(lambda: place.presenter.sight.open_count() == waiting)
    qtbot.waitUntil(work.idle)


def test_choosing_in_the_list_moves_the_text_and_the_card(place: SourcingPlace) -> None:
    press(place, Qt.Key.Key_J)

    line = place.presenter.line()
    assert line is place.quotes.line(1)
    assert line is not None
    assert place.card.speaker.text() == line.row.speaker


def test_without_a_story_a_sentence_is_shown(window: Window, place: SourcingPlace) -> None:
    window.open_story("", "")

    assert place._empty.isVisible()


def test_every_pane_has_a_name(place: SourcingPlace) -> None:
    assert all(pane.accessibleName() and pane.objectName() for pane in place.panes())


def test_no_quotes_are_spoken_of_before_the_story_is_read(
    qtbot: QtBot, place: SourcingPlace, work: Work, desk: Desk
) -> None:
    bare, _changes = filing.new_story(desk, "fr-FR")
    place.show_story(bare)
    assert place._empty.accessibleName() == "Reading the quotes…"

    qtbot.waitUntil(work.idle)
    assert place._empty.accessibleName().startswith("No quotes in this story")
