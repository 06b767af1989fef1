"""The card: what the desk keeps about a story, folded away, changed by acts that can be undone."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import filing, writing
from app.domain.story import Status, Story
from ui.window import Window
from ui.writing.index_card import IndexCard
from ui.writing.view import WritingPlace


@pytest.fixture
def story_id(desk: Desk) -> str:
    made, _changes = filing.new_story(desk, "fr-FR")
    writing.autosave(desk, made, headline="Un titre", body="Un corps.")
    writing.revise(desk, made, slug="un-titre")
    return made


@pytest.fixture
def place(qtbot: QtBot, window: Window, story_id: str) -> WritingPlace:
    window.open_story(story_id, "writing")
    here = window.here()
    assert isinstance(here, WritingPlace)
    qtbot.waitUntil(lambda: here.remarks.checked and window.work.idle())
    window.book["card"].trigger()
    return here


@pytest.fixture
def card(place: WritingPlace) -> IndexCard:
    return place.sheet.card


def stored(desk: Desk, story_id: str) -> Story:
    return filing.package(desk, story_id).story


def about(card: IndexCard) -> str:
    found = card.findChild(QLabel, "card-about")
    assert found is not None
    return found.text()


def fill(widget: QWidget, words: str) -> None:
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, words)
    QTest.keyClick(widget, Qt.Key.Key_Tab)


def test_the_keys_open_and_fold_it_and_the_choice_is_kept(
    window: Window, place: WritingPlace, card: IndexCard
) -> None:
    assert card.status.isVisible()
    assert place.bench.settings.text("card") == "open"

    window.book["card"].trigger()
    assert not card.status.isVisible()
    assert not window.book["card"].isChecked()
    assert place.bench.settings.text("card") == ""


def test_what_is_typed_goes_to_the_store_as_it_is_left(
    qtbot: QtBot, window: Window, card: IndexCard, desk: Desk, story_id: str
) -> None:
    fill(card.slug, "Un jour au Port")
    fill(card.dated, "16/2/2017")
    fill(card.target, "450")
    fill(card.tags, "mer, ports")
    fill(card.note, "Rappeler la mairie")
    qtbot.waitUntil(window.work.idle)

    story = stored(desk, story_id)
    assert (story.slug, story.dated) == ("un-jour-au-port", date(2017, 2, 16))
    assert (story.target_words, story.tags) == (450, ("mer", "ports"))
    assert story.note == "Rappeler la mairie"
    qtbot.waitUntil(lambda: card.slug.text() == "un-jour-au-port")
    assert about(card) == "Draft · un-jour-au-port · 16/02/2017 · mer, ports"


def test_a_status_chosen_can_be_undone(
    qtbot: QtBot, window: Window, card: IndexCard, desk: Desk, story_id: str
) -> None:
    card.status.setFocus()
    QTest.keyClick(card.status, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: stored(desk, story_id).status is Status.REVIEW)

    window.book["undo"].trigger()
    qtbot.waitUntil(lambda: card.status.currentText() == "Draft")
    assert stored(desk, story_id).status is Status.DRAFT


def test_an_embargo_is_set_lifted_and_left_as_it_is_to_the_second(
    qtbot: QtBot, window: Window, card: IndexCard, desk: Desk, story_id: str
) -> None:
    fill(card.embargo, "16/2/2037 18h30")
    qtbot.waitUntil(window.work.idle)
    assert stored(desk, story_id).embargo == datetime(2037, 2, 16, 18, 30).astimezone()
    assert "embargo until 16/02/2037 18:30" in about(card)

    fill(card.embargo, "tomorrow")
    notice = window.banner.notice()
    assert notice is not None
    assert "tomorrow" in notice.text
    assert card.embargo.text() == "16/02/2037 18:30"

    exact = datetime(2037, 2, 16, 17, 30, 12, tzinfo=UTC)
    window.work.act(lambda: writing.revise(desk, story_id, embargo=exact), lambda _done: None)
    qtbot.waitUntil(window.work.idle)
    card.show_afresh(stored(desk, story_id))
    card.commit()
    qtbot.waitUntil(window.work.idle)
    assert stored(desk, story_id).embargo == exact

    card.embargo.clear()
    card.commit()
    qtbot.waitUntil(lambda: stored(desk, story_id).embargo is None)


def test_publishing_is_not_chosen_by_hand(card: IndexCard) -> None:
    offered = [card.status.itemData(row) for row in range(card.status.count())]

    assert Status.READY in offered
    assert Status.PUBLISHED not in offered


def test_a_slug_that_is_taken_is_refused_and_put_back(
    qtbot: QtBot, window: Window, card: IndexCard, desk: Desk
) -> None:
    other, _changes = filing.new_story(desk, "fr-FR")
    writing.revise(desk, other, slug="pris")
    fill(card.slug, "pris")

    qtbot.waitUntil(lambda: card.slug.text() == "un-titre")
    notice = window.banner.notice()
    assert notice is not None
    assert "pris" in notice.text


def test_words_that_are_no_day_are_told_and_put_back(window: Window, card: IndexCard) -> None:
    fill(card.dated, "demain")

    assert card.dated.text() == ""
    notice = window.banner.notice()
    assert notice is not None
    assert "demain" in notice.text


def test_leaving_the_place_takes_what_is_being_typed_along(
    qtbot: QtBot, window: Window, card: IndexCard, desk: Desk, story_id: str
) -> None:
    card.note.setFocus()
    QTest.keyClicks(card.note, "Vu")
    window.go("filing")
    qtbot.waitUntil(window.work.idle)

    assert stored(desk, story_id).note == "Vu"


def test_news_of_other_fields_leave_what_is_being_typed(
    card: IndexCard, desk: Desk, story_id: str
) -> None:
    card.note.setFocus()
    QTest.keyClicks(card.note, "Vu")
    writing.revise(desk, story_id, tags=("mer",))
    card.show_story(stored(desk, story_id))

    assert card.note.toPlainText() == "Vu"
    assert card.tags.text() == "mer"


def test_tab_walks_from_the_fields_through_the_card_into_the_body(place: WritingPlace) -> None:
    walked = []
    place.sheet.edits["agency_credit"].setFocus()
    for _step in range(9):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        walked.append(focus.objectName())

    assert walked == [
        "card-head",
        "card-status",
        "card-slug",
        "card-dated",
        "card-embargo",
        "card-target",
        "card-tags",
        "card-note",
        "field-body",
    ]


def test_every_field_has_a_name_to_be_spoken(card: IndexCard) -> None:
    assert [stop.objectName() for stop in card.stops() if not stop.accessibleName()] == []
