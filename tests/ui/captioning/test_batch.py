"""The batch sheet: fields ticked by typing, seen before and after, put as one step, by keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning, templating
from ui.captioning.batch import NAMES, BatchSheet, typed
from ui.captioning.entries import NotADateError
from ui.work import Work


@pytest.fixture
def ids(desk: Desk) -> tuple[str, ...]:
    return tuple(photo.id for photo in captioning.photos(desk))


@pytest.fixture
def sheet(qtbot: QtBot, desk: Desk, work: Work, ids: tuple[str, ...]) -> Iterator[BatchSheet]:
    made = BatchSheet(desk, work, ids, "", None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(work.idle)
    yield made
    made.close()


def test_typing_ticks_and_the_preview_shows_each_photo(
    qtbot: QtBot, sheet: BatchSheet, work: Work
) -> None:
    QTest.keyClicks(sheet.edits["description"], "Photo {seq}, {file}.")
    qtbot.waitUntil(lambda: sheet.preview.rows.rowCount() == 2)
    qtbot.waitUntil(work.idle)

    assert sheet.ticks["description"].isChecked()
    after = [sheet.preview.rows.index(row, 3).data() for row in range(2)]
    assert after[0].startswith("Photo 1, ")
    assert after[1].startswith("Photo 2, ")
    assert sheet.said() == "1 field will change on 2 photos."


def test_it_is_put_by_keys_as_one_step(
    qtbot: QtBot, sheet: BatchSheet, work: Work, desk: Desk, *, ids: tuple[str, ...]
) -> None:
    before = [captioning.photo(desk, one).metadata for one in ids]
    QTest.keyClicks(sheet.edits["description"], "Le port.")
    QTest.keyClick(sheet.edits["description"], Qt.Key.Key_Tab)
    QTest.keyClicks(sheet.edits["persons"], "Anne Carvin; Rex Arnaud")
    qtbot.waitUntil(sheet._apply.isEnabled)
    QTest.keyClick(sheet.edits["persons"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not sheet.isVisible())

    words = captioning.photo(desk, ids[1]).metadata
    assert (words.description, words.persons) == ("Le port.", ("Anne Carvin", "Rex Arnaud"))
    undoing.undo(desk)
    assert [captioning.photo(desk, one).metadata for one in ids] == before


def test_a_ticked_empty_field_empties_it(
    qtbot: QtBot, sheet: BatchSheet, work: Work, desk: Desk, *, ids: tuple[str, ...]
) -> None:
    assert any(captioning.photo(desk, one).metadata.description for one in ids)
    sheet.ticks["description"].setChecked(True)
    qtbot.waitUntil(sheet._apply.isEnabled)
    sheet.apply()
    qtbot.waitUntil(lambda: not sheet.isVisible())

    assert not any(captioning.photo(desk, one).metadata.description for one in ids)


def test_what_nobody_knows_is_told(qtbot: QtBot, sheet: BatchSheet, work: Work) -> None:
    QTest.keyClicks(sheet.edits["city"], "{towne}")
    qtbot.waitUntil(lambda: "towne" in sheet.said())


def test_a_wrong_day_is_told_and_nothing_is_put(qtbot: QtBot, sheet: BatchSheet) -> None:
    QTest.keyClicks(sheet.edits["expires"], "31/02/2026")
    qtbot.waitUntil(lambda: "31/02/2026" in sheet.said())

    assert not sheet._apply.isEnabled()


def test_a_template_is_kept_under_a_name_and_taken_again(
    qtbot: QtBot, sheet: BatchSheet, work: Work, desk: Desk
) -> None:
    QTest.keyClicks(sheet.edits["city"], "Port-Sable")
    QTest.keyClicks(sheet.name, "Port")
    QTest.keyClick(sheet.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.choice.count() == 2)
    qtbot.waitUntil(work.idle)
    assert [one.fields for one in templating.templates(desk)] == [{"city": "Port-Sable"}]

    sheet._take_template(0)
    assert not sheet.ticks["city"].isChecked()
    sheet._take_template(1)
    assert (sheet.ticks["city"].isChecked(), sheet.edits["city"].text()) == (True, "Port-Sable")


def test_words_are_taken_as_the_field_holds_them() -> None:
    assert typed("created", "16/02/2026") == "2026-02-16"
    assert typed("created", "") == ""
    assert typed("keywords", "port; fête") == ("port", "fête")
    assert typed("description", " {city} ") == "{city}"
    with pytest.raises(NotADateError):
        typed("embargo", "hier")


def test_every_box_has_a_name(sheet: BatchSheet) -> None:
    assert set(sheet.edits) == set(NAMES)
    assert all(edit.accessibleName() for edit in sheet.edits.values())
    assert all(tick.accessibleName() for tick in sheet.ticks.values())
