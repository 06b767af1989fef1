"""The register window, worked by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.sources import registering
from ui.register.view import RegisterWindow
from ui.window import Window
from ui.work import Work


@pytest.fixture
def register(qtbot: QtBot, window: Window, work: Work, desk: Desk) -> Iterator[RegisterWindow]:
    window.go("sourcing")
    window.book["register"].trigger()
    found = window.here()
    assert found is not None
    made = found.findChild(RegisterWindow)
    assert isinstance(made, RegisterWindow)
    qtbot.waitUntil(lambda: made.list.count() == 2)
    qtbot.waitUntil(work.idle)
    yield made
    made.close()
    qtbot.waitUntil(work.idle)


def test_it_opens_from_every_place(window: Window) -> None:
    for place in ("filing", "writing", "captioning", "sourcing", "publishing"):
        window.go(place)
        assert window.book["register"].isEnabled()


def test_a_name_is_found_changed_and_taken_back(
    qtbot: QtBot, register: RegisterWindow, work: Work, desk: Desk
) -> None:
    QTest.keyClicks(register.search, "orl")
    qtbot.waitUntil(lambda: register.list.count() == 1)
    qtbot.waitUntil(lambda: register.form.name.text() == "Tomasz Orlik")
    register.form.code.setText("to")
    register.keep()
    qtbot.waitUntil(work.idle)
    assert registering.entry(desk, "to").name == "Tomasz Orlik"

    register.presenter.take_back()
    qtbot.waitUntil(work.idle)
    assert registering.entry(desk, "Tomasz Orlik").code == ""
    assert register.form.code.text() == ""


def test_a_wrong_day_is_told_and_nothing_kept(
    qtbot: QtBot, register: RegisterWindow, work: Work
) -> None:
    register.form._held.setData(register.form._held.index(0, 1), "hier")
    register.keep()

    assert "hier" in register.banner._text.text()
    assert work.idle()
    register.form._held.setData(register.form._held.index(0, 1), "")


def test_a_file_is_previewed_and_left_by_escape(
    qtbot: QtBot, register: RegisterWindow, work: Work, desk: Desk, tmp_path: Path
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("name\nAya Besse\n", encoding="utf-8")
    register.presenter.plan(table)
    qtbot.waitUntil(register.preview.isVisible)
    QTest.keyClick(register, Qt.Key.Key_Escape)
    assert not register.preview.isVisible()
    assert register.isVisible()

    register.presenter.plan(table)
    qtbot.waitUntil(register.preview.isVisible)
    register.preview.take.click()
    qtbot.waitUntil(lambda: register.list.count() == 3)
    qtbot.waitUntil(work.idle)
    assert registering.entry(desk, "Aya Besse").name == "Aya Besse"


def test_two_entries_become_one_by_name(
    qtbot: QtBot, register: RegisterWindow, work: Work, desk: Desk
) -> None:
    register.other.setText("Tomasz Orlik")
    QTest.keyClick(register.other, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: register.list.count() == 1)
    qtbot.waitUntil(work.idle)

    assert "Tomasz Orlik" in registering.entry(desk, "hc").names()
    assert register.form.variants.toPlainText() == "Tomasz Orlik\nT. Orlik"


def test_a_quote_leads_to_the_sources_of_its_story(
    qtbot: QtBot, window: Window, register: RegisterWindow, work: Work
) -> None:
    assert register.places.quoted.count() == 1
    register.places.quoted.opened.emit(0)
    qtbot.waitUntil(work.idle)

    assert window.story
    here = window.here()
    assert here is not None
    assert here.code == "sourcing"


def test_everything_has_a_name_for_a_screen_reader(register: RegisterWindow) -> None:
    fields = [
        widget
        for widget in register.findChildren(QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.objectName().startswith(("register-", "person-"))
    ]

    assert len(fields) > 10
    assert [one.objectName() for one in fields if not one.accessibleName()] == [
        one.objectName() for one in fields if one.objectName() == "register-new"
    ]
