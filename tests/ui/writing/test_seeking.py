"""Finding and replacing by key: previews, quoted words left alone, one step back for all stories."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import filing, writing
from app.domain.text import Span
from ui.parts.banner import Notice
from ui.window import Window
from ui.writing.finder import Finder
from ui.writing.hits import Row
from ui.writing.view import WritingPlace

Opened = Callable[..., WritingPlace]
BODY = "Le moulin rouvre.\n\nElle dit « le moulin » et le moulin tourne."


def rows(place: WritingPlace) -> tuple[Row, ...]:
    return panel(place).model.rows


def panel(place: WritingPlace) -> Finder:
    return place.seeking.finder


def press(place: WritingPlace, name: str) -> None:
    button = panel(place).findChild(QPushButton, name)
    assert button is not None
    button.click()


@pytest.fixture
def place(opened: Opened) -> WritingPlace:
    return opened(BODY, headline="Le moulin")


def look(qtbot: QtBot, window: Window, place: WritingPlace, words: str, count: int) -> None:
    place.sheet.paper.go_to(Span(0, 0))
    window.run("find")
    QTest.keyClicks(panel(place).words, words)
    qtbot.waitUntil(lambda: len(rows(place)) == count)


def test_the_list_takes_room_once_something_is_looked_for(
    qtbot: QtBot, window: Window, place: WritingPlace
) -> None:
    window.run("find")
    assert panel(place).isVisible()
    assert not panel(place).list.isVisible()

    QTest.keyClicks(panel(place).words, "moulin")
    qtbot.waitUntil(panel(place).list.isVisible)


def test_accents_are_ignored_when_asked(qtbot: QtBot, window: Window, place: WritingPlace) -> None:
    place.sheet.paper.insert("Élysée. ")
    look(qtbot, window, place, "elysee", 0)

    panel(place).bare.click()

    qtbot.waitUntil(lambda: len(rows(place)) == 1)
    panel(place).pattern.click()
    assert not panel(place).bare.isEnabled()


def test_what_is_found_is_listed_and_walked_in_reading_order(
    qtbot: QtBot, window: Window, place: WritingPlace
) -> None:
    look(qtbot, window, place, "moulin", 4)
    assert [row.where for row in rows(place)] == ["Headline", "§\u00a01", "§\u00a02", "§\u00a02"]

    place.sheet.paper.go_to(Span(0, 0))
    met = []
    for _time in range(4):
        window.run("find-next")
        edit = place.remarks.edit_in_use()
        met.append((edit.objectName(), edit.textCursor().selectionStart()))
        assert edit.textCursor().selectedText() == "moulin"

    assert [name for name, _at in met] == [
        "field-body",
        "field-body",
        "field-body",
        "field-headline",
    ]
    window.run("find-previous")
    assert place.remarks.edit_in_use().textCursor().selectionStart() == met[2][1]


def test_words_chosen_in_the_copy_are_looked_for(
    qtbot: QtBot, window: Window, place: WritingPlace
) -> None:
    paper = place.sheet.paper
    paper.setTextCursor(paper.cursor_on(Span(3, 9)))
    paper.setFocus()

    window.run("find")

    assert panel(place).words.text() == "moulin"
    qtbot.waitUntil(lambda: len(rows(place)) == 4)
    QTest.keyClick(panel(place).words, Qt.Key.Key_Escape)
    assert panel(place).isHidden()


def test_one_place_is_replaced_as_a_step_of_the_text(
    qtbot: QtBot, window: Window, place: WritingPlace
) -> None:
    look(qtbot, window, place, "moulin", 4)
    window.run("replace")
    QTest.keyClicks(panel(place).instead, "quai")
    qtbot.waitUntil(lambda: rows(place)[1].hit.instead == "quai")
    assert "moulin → quai" in rows(place)[1].spoken()

    panel(place).select(1)
    press(place, "finder-replace")
    assert place.sheet.paper.body().startswith("Le quai rouvre.")

    place.sheet.paper.undo()
    assert place.sheet.paper.body() == BODY


def test_all_stories_are_replaced_but_quotes_and_taken_back_at_once(
    qtbot: QtBot, window: Window, place: WritingPlace, desk: Desk
) -> None:
    other, _changes = filing.new_story(desk, "fr-FR")
    writing.autosave(desk, other, body="Un moulin « moulin ».")
    said: list[Notice] = []
    place.noticed.connect(said.append)

    window.run("find-everywhere")
    QTest.keyClicks(panel(place).words, "moulin")
    window.run("replace")
    panel(place).everywhere.setCurrentIndex(1)
    QTest.keyClicks(panel(place).instead, "quai")
    qtbot.waitUntil(lambda: [row.hit.instead for row in rows(place)] == ["quai"] * 6)
    assert len(panel(place).model.chosen()) == 4

    press(place, "finder-replace-all")
    qtbot.waitUntil(lambda: bool(said))
    assert filing.package(desk, other).story.body == "Un quai « moulin »."
    qtbot.waitUntil(
        lambda: (
            place.sheet.paper.body()
            == "Le quai rouvre.\n\nElle dit « le moulin » et le quai tourne."
        )
    )
    assert said[-1].text == "4 places replaced in 2 stories."

    assert said[-1].action is not None
    said[-1].action()
    qtbot.waitUntil(lambda: place.sheet.paper.body() == BODY)
    assert filing.package(desk, other).story.body == "Un moulin « moulin »."


def test_a_row_left_out_is_not_replaced(qtbot: QtBot, window: Window, place: WritingPlace) -> None:
    look(qtbot, window, place, "moulin", 4)
    window.run("replace")
    QTest.keyClicks(panel(place).instead, "quai")
    qtbot.waitUntil(lambda: rows(place)[1].hit.instead == "quai")
    model = panel(place).model
    model.setData(model.index(1), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert not model.setData(model.index(2), 0, Qt.ItemDataRole.CheckStateRole), "quoted"

    press(place, "finder-replace-all")

    qtbot.waitUntil(lambda: place.sheet.edits["headline"].body() == "Le quai")
    assert place.sheet.paper.body() == BODY.replace("et le moulin", "et le quai")


def test_a_hit_in_another_story_opens_it_there(
    qtbot: QtBot, window: Window, place: WritingPlace, desk: Desk
) -> None:
    other, _changes = filing.new_story(desk, "fr-FR")
    writing.autosave(desk, other, body="Rien.\n\nUne vanne.")
    window.run("find-everywhere")
    QTest.keyClicks(panel(place).words, "vanne")
    qtbot.waitUntil(lambda: len(rows(place)) == 1)

    panel(place).opened.emit(0)

    qtbot.waitUntil(lambda: place.sheet.paper.textCursor().selectedText() == "vanne")
    assert window.story == other


def test_a_pattern_that_cannot_be_read_is_told_where_it_is_typed(
    qtbot: QtBot, window: Window, place: WritingPlace
) -> None:
    look(qtbot, window, place, "moulin", 4)
    panel(place).pattern.setChecked(True)
    panel(place).words.setText("(")

    qtbot.waitUntil(lambda: "cannot be read" in panel(place)._count.text())
    assert rows(place) == ()


def test_what_is_typed_meanwhile_is_looked_through_again(
    qtbot: QtBot, window: Window, place: WritingPlace
) -> None:
    look(qtbot, window, place, "moulin", 4)
    place.sheet.paper.go_to(Span(0, 0))
    QTest.keyClicks(place.sheet.paper, "moulin ")

    qtbot.waitUntil(lambda: len(rows(place)) == 5)
