"""The palette: commands after “>”, everything else by name, all by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.sources import registering
from app.desk.stories import filing, writing
from app.domain.person import Person
from ui.palette import Palette, matching
from ui.register.view import RegisterWindow
from ui.window import Window
from ui.work import Work


@pytest.fixture
def palette(window: Window) -> Palette:
    return window.palette_


def titles(palette: Palette) -> list[str]:
    return [line.title for line in palette.list.lines()]


def test_a_command_is_found_and_given_by_keys(window: Window, palette: Palette) -> None:
    window.run("palette")
    QTest.keyClicks(palette.field, "versions")
    assert titles(palette)[0] == "Versions"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)

    here = window.here()
    assert here is not None
    assert here.code == "history"
    assert not palette.isVisible()


def test_only_commands_that_can_be_given_are_offered(window: Window) -> None:
    codes = {one.code for one in matching("", window.book)}

    assert "new-story" in codes
    assert "hand-over" not in codes
    assert "palette" not in codes


def test_a_story_is_opened_by_a_few_letters(
    qtbot: QtBot, window: Window, work: Work, desk: Desk, palette: Palette
) -> None:
    story_id, _changes = filing.new_story(desk, "fr-FR")
    writing.autosave(desk, story_id, headline="Été sur les quais")
    registering.enter(desk, Person(id="", name="Ettore Esposito"))
    window.run("quick-open")
    QTest.keyClicks(palette.field, "ete")
    qtbot.waitUntil(lambda: "Été sur les quais" in titles(palette))
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(work.idle)

    here = window.here()
    assert here is not None
    assert (window.story, here.code) == (story_id, "writing")


def test_escape_closes_it_and_nothing_is_done(window: Window, palette: Palette) -> None:
    before = window.here()
    window.run("quick-open")
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)

    assert not palette.isVisible()
    assert window.here() is before


def test_its_rows_and_field_are_spoken(window: Window, palette: Palette) -> None:
    window.run("palette")

    assert palette.field.accessibleName()
    row = palette.list.model().index(0, 0)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole)
    palette.hide()
    assert QApplication.activePopupWidget() is None


def test_a_person_opens_in_the_register(
    qtbot: QtBot, window: Window, palette: Palette, desk: Desk
) -> None:
    registering.enter(desk, Person(id="", name="Hélène Carvin"))
    registering.enter(desk, Person(id="", name="Hélène Carvin-Roux"))
    window.run("quick-open")
    QTest.keyClicks(palette.field, "carvin")
    qtbot.waitUntil(lambda: "Hélène Carvin" in titles(palette))
    palette.list.opened.emit(titles(palette).index("Hélène Carvin"))

    register = window.findChild(RegisterWindow)
    assert register is not None
    form = register.findChild(QLineEdit, "person-name")
    assert form is not None
    qtbot.waitUntil(lambda: form.text() == "Hélène Carvin")
    register.close()
