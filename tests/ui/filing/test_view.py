"""Stories are listed, searched, taken in, binned and taken back through the real widgets."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import filing, writing
from ui.filing.model import LINE_ROLE
from ui.filing.view import FilingPlace
from ui.window import Window

WIRE = "La grève continue à Valmont\n\nLes employés du port ont voté mercredi la poursuite du mouvement.\n"


def title_rows(place: FilingPlace) -> list[str]:
    return [line.headline for line in place.model.lines]


@pytest.fixture
def place(qtbot: QtBot, window: Window, desk: Desk) -> FilingPlace:
    for headline in ("Le tramway rouvrira", "État des routes"):
        made, _changes = filing.new_story(desk, "fr-FR")
        writing.autosave(desk, made, headline=headline, body="Un texte.")
    here = window.here()
    assert isinstance(here, FilingPlace)
    here.presenter.list()
    qtbot.waitUntil(lambda: len(here.model.lines) == 2)
    return here


def test_an_empty_store_says_what_to_do(qtbot: QtBot, window: Window) -> None:
    here = window.here()

    assert isinstance(here, FilingPlace)
    assert here.empty.isVisible()
    assert here.empty.findChild(QPushButton, "stories-empty-import")


def test_the_search_folds_accents_and_can_be_cleared(qtbot: QtBot, place: FilingPlace) -> None:
    QTest.keyClicks(place.search, "etat")
    qtbot.waitUntil(lambda: title_rows(place) == ["État des routes"])

    QTest.keyClicks(place.search, "xyz")
    qtbot.waitUntil(lambda: not place.model.lines)
    everything = place.findChild(QPushButton, "stories-show-all")
    assert everything is not None
    everything.click()
    qtbot.waitUntil(lambda: len(place.model.lines) == 2)


def test_return_opens_the_chosen_story_for_writing(
    qtbot: QtBot, window: Window, place: FilingPlace
) -> None:
    place.list.setFocus()
    QTest.keyClick(place.list, Qt.Key.Key_Down)
    chosen = place.list.currentIndex().data(LINE_ROLE)
    QTest.keyClick(place.list, Qt.Key.Key_Return)

    here = window.here()
    assert here is not None
    assert here.code == "writing"
    assert window.story == chosen.id


def test_choosing_a_row_turns_every_place_to_it(
    qtbot: QtBot, window: Window, place: FilingPlace
) -> None:
    place.list.setFocus()
    place.list.setCurrentIndex(place.model.index(1))

    qtbot.waitUntil(lambda: window.story == place.model.lines[1].id)
    assert window.here() is place


def test_a_story_goes_to_the_bin_and_comes_back_from_the_notice(
    qtbot: QtBot, window: Window, place: FilingPlace
) -> None:
    place.list.setCurrentIndex(place.model.index(0))
    window.run("spike")
    qtbot.waitUntil(lambda: len(place.model.lines) == 1)
    notice = window.banner.notice()
    assert notice is not None
    assert notice.action is not None

    notice.action()
    qtbot.waitUntil(lambda: len(place.model.lines) == 2)


def test_the_bin_shows_what_lies_in_it(qtbot: QtBot, window: Window, place: FilingPlace) -> None:
    place.list.setCurrentIndex(place.model.index(0))
    gone = place.model.lines[0].id
    window.run("spike")
    qtbot.waitUntil(lambda: len(place.model.lines) == 1)
    place._bin.click()

    qtbot.waitUntil(lambda: [line.id for line in place.model.lines] == [gone])


def test_files_chosen_are_taken_in_and_opened(
    qtbot: QtBot, window: Window, place: FilingPlace, tmp_path: Path, desk: Desk
) -> None:
    source = tmp_path / "depeche.txt"
    source.write_text(WIRE, encoding="utf-8")
    place.choose_files = lambda: [str(source)]
    window.run("import")

    qtbot.waitUntil(lambda: window.story != "")
    assert filing.package(desk, window.story).story.headline == "La grève continue à Valmont"
    notice = window.banner.notice()
    assert notice is not None
    assert notice.text.startswith("Taken in: ")


def test_dropped_files_are_taken_in(
    qtbot: QtBot, window: Window, place: FilingPlace, tmp_path: Path
) -> None:
    source = tmp_path / "depeche.txt"
    source.write_text(WIRE, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(place.rect().center().toPointF(), Qt.DropAction.CopyAction, data, left, none)
    place.dropEvent(drop)

    qtbot.waitUntil(lambda: window.story != "")


def test_wire_copy_is_pasted_from_the_clipboard(
    qtbot: QtBot, window: Window, place: FilingPlace
) -> None:
    QApplication.clipboard().setText(WIRE)
    window.run("paste-story")

    qtbot.waitUntil(lambda: window.story != "")


def test_a_file_that_cannot_be_read_is_told_and_nothing_is_filed(
    qtbot: QtBot, window: Window, place: FilingPlace, tmp_path: Path, desk: Desk
) -> None:
    place.take_in([str(tmp_path / "missing.txt")])

    qtbot.waitUntil(lambda: window.banner.notice() is not None)
    notice = window.banner.notice()
    assert notice is not None
    assert notice.weight == "error"
    assert len(filing.stories(desk)) == 2


def test_a_row_says_all_to_a_screen_reader(place: FilingPlace) -> None:
    spoken = place.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert "État des routes" in spoken
    assert "2 words" in spoken
    assert "Draft" in spoken
