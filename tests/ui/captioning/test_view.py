"""The photo desk through its real widgets."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.stories import filing
from app.domain.finding import Finding, Part, Place, Severity
from app.domain.photo import PhotoUse
from ui.captioning.view import CaptioningPlace
from ui.window import Window
from ui.work import Work


@pytest.fixture
def place(qtbot: QtBot, window: Window, work: Work, story_id: str) -> CaptioningPlace:
    window.open_story(story_id, "captioning")
    here = window.here()
    assert isinstance(here, CaptioningPlace)
    qtbot.waitUntil(lambda: here.slots.rowCount() == 2)
    qtbot.waitUntil(work.idle)
    return here


def use_of(desk: Desk, story_id: str, slot: int) -> PhotoUse:
    return next(use for use in filing.package(desk, story_id).uses if use.slot == slot)


def test_twenty_words_and_the_next_photo_by_keys_alone(
    qtbot: QtBot, place: CaptioningPlace, work: Work, desk: Desk, story_id: str
) -> None:
    place.rack.select(1)
    QTest.keyClick(place.rack.strip, Qt.Key.Key_Return)
    edit = place.form.fields["caption"].edit
    edit.selectAll()
    QTest.keyClicks(edit, "Le moulin.")
    slot = place.presenter.target.key()[1]
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(work.idle)

    assert use_of(desk, story_id, slot).caption == "Le moulin."
    assert place.presenter.target.key()[1] != slot
    assert place.form.focused_field() == "caption"


def test_leaving_a_field_keeps_it(
    qtbot: QtBot, place: CaptioningPlace, work: Work, desk: Desk, story_id: str
) -> None:
    place.presenter.choose_slot(2)
    place.form.focus_field("alt")
    edit = place.form.fields["alt"].edit
    edit.selectAll()
    QTest.keyClicks(edit, "Deux personnes")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    qtbot.waitUntil(work.idle)

    assert use_of(desk, story_id, 2).alt == "Deux personnes"


def test_going_to_another_place_loses_nothing(
    qtbot: QtBot, window: Window, place: CaptioningPlace, work: Work, *, desk: Desk, story_id: str
) -> None:
    place.presenter.choose_slot(1)
    place.form.fields["credit"].write("Rivage")
    window.go("writing")
    qtbot.waitUntil(work.idle)

    assert use_of(desk, story_id, 1).credit == "Rivage"


def test_a_finding_is_shown_at_its_field(
    qtbot: QtBot, window: Window, place: CaptioningPlace
) -> None:
    finding = Finding(code="PHO001", severity=Severity.BLOCK, place=Place(Part.CREDIT, slot=2))
    window.point(finding)

    qtbot.waitUntil(lambda: place.form.focused_field() == "credit")
    assert place.presenter.target.key()[1] == 2


def test_space_shows_the_photo_large_and_the_grid_again(place: CaptioningPlace) -> None:
    place.presenter.choose_slot(1)
    place.gallery.grid.setFocus()
    QTest.keyClick(place.gallery.grid, Qt.Key.Key_Space)
    assert place.gallery.large.isVisible()

    QTest.keyClick(place.gallery.large, Qt.Key.Key_Escape)
    assert place.gallery.grid.isVisible()


def test_the_menu_offers_only_what_can_be_done(window: Window, place: CaptioningPlace) -> None:
    place.presenter.choose_slot(1)
    assert window.book["take-out"].isEnabled()
    assert not window.book["put-in-slot"].isEnabled()


def test_a_photo_goes_out_of_a_slot_and_in_again_by_actions(
    qtbot: QtBot, window: Window, place: CaptioningPlace, work: Work, *, desk: Desk, story_id: str
) -> None:
    before = use_of(desk, story_id, 1)
    place.presenter.choose_slot(1)
    window.book["take-out"].trigger()
    qtbot.waitUntil(lambda: place.presenter.waiting_slot() == 1)
    assert use_of(desk, story_id, 1).caption == before.caption

    place.presenter.choose_photo(before.photo_id or "")
    window.book["put-in-slot"].trigger()
    qtbot.waitUntil(lambda: use_of(desk, story_id, 1).photo_id == before.photo_id)
    qtbot.waitUntil(work.idle)


def test_photos_come_in_from_the_file_dialog(
    qtbot: QtBot,
    window: Window,
    place: CaptioningPlace,
    *,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "mur.png"
    Image.new("RGB", (60, 40), (1, 2, 3)).save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(path)], ""))

    window.book["add-photos"].trigger()

    qtbot.waitUntil(lambda: place.photos.rowCount() == 3, timeout=10_000)
    notice = window.banner.notice()
    assert notice is not None
    assert "1 photo added." in notice.text


def test_a_picture_is_pasted(qtbot: QtBot, window: Window, place: CaptioningPlace) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)
    place.gallery.grid.setFocus()

    window.run("paste")

    qtbot.waitUntil(lambda: place.photos.rowCount() == 3, timeout=10_000)


def test_pasting_in_a_field_pastes_words(place: CaptioningPlace, window: Window) -> None:
    QGuiApplication.clipboard().setText("Rivage")
    place.presenter.choose_slot(1)
    place.form.focus_field("credit")
    place.form.fields["credit"].edit.selectAll()
    assert QApplication.focusWidget() is place.form.fields["credit"].edit

    window.run("paste")

    assert place.form.fields["credit"].text() == "Rivage"


def test_a_file_dropped_on_a_slot_goes_in(
    qtbot: QtBot, place: CaptioningPlace, work: Work, desk: Desk, *, story_id: str, tmp_path: Path
) -> None:
    path = tmp_path / "roue.png"
    Image.new("RGB", (60, 40), (9, 2, 3)).save(path)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])

    assert place.slots.dropMimeData(carried, Qt.DropAction.CopyAction, -1, -1, place.slots.index(1))

    qtbot.waitUntil(lambda: place.presenter.target.key()[1] == 2, timeout=10_000)
    qtbot.waitUntil(work.idle)
    photo = captioning.photo(desk, use_of(desk, story_id, 2).photo_id or "")
    assert photo.file_name == "roue.png"


def test_no_control_is_without_a_name(place: CaptioningPlace) -> None:
    edits = [field.edit for field in place.form.fields.values()]

    assert all(edit.accessibleName() and edit.objectName() for edit in edits)
    assert all(pane.accessibleName() for pane in place.panes())
