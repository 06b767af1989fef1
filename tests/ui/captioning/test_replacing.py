"""Find and replace over photos, seen before it is done."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import batching, captioning
from ui.captioning.replacing import ReplaceSheet
from ui.work import Work


@pytest.fixture
def ids(desk: Desk) -> tuple[str, ...]:
    found = tuple(photo.id for photo in captioning.photos(desk))
    batching.describe(desk, found, description="Une photo du port, le 3 mars.")
    return found


@pytest.fixture
def sheet(qtbot: QtBot, desk: Desk, work: Work, ids: tuple[str, ...]) -> Iterator[ReplaceSheet]:
    made = ReplaceSheet(desk, work, ids, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_what_would_change_is_seen_and_then_done(
    qtbot: QtBot, sheet: ReplaceSheet, desk: Desk, ids: tuple[str, ...]
) -> None:
    sheet.regex.setChecked(True)
    QTest.keyClicks(sheet.sought, r"(\d) mars")
    QTest.keyClicks(sheet.words, r"\1 avril")
    qtbot.waitUntil(lambda: sheet.preview.rows.rowCount() == 2)
    qtbot.waitUntil(
        lambda: sheet.preview.rows.index(0, 3).data() == "Une photo du port, le 3 avril."
    )
    assert sheet.said() == "2 photos will change."

    sheet.apply()
    qtbot.waitUntil(lambda: not sheet.isVisible())
    assert captioning.photo(desk, ids[0]).metadata.description == "Une photo du port, le 3 avril."


def test_what_stays_for_its_quotation_marks_is_told(
    qtbot: QtBot, sheet: ReplaceSheet, desk: Desk, ids: tuple[str, ...]
) -> None:
    batching.describe(desk, ids, description="« Le port », une photo du port.")
    QTest.keyClicks(sheet.sought, "du port")
    QTest.keyClicks(sheet.words, "de la digue")
    qtbot.waitUntil(lambda: sheet.said() == "2 photos will change.")

    sheet.sought.setText("port")
    told = "2 photos will change. 2 places inside quotation marks stay as they are."
    qtbot.waitUntil(lambda: sheet.said() == told)

    sheet.sought.setText("le port")
    told = "Nothing would change. 2 places inside quotation marks stay as they are."
    qtbot.waitUntil(lambda: sheet.said() == told)
    assert not sheet._apply.isEnabled()


def test_a_wrong_expression_is_told(qtbot: QtBot, sheet: ReplaceSheet) -> None:
    sheet.regex.setChecked(True)
    QTest.keyClicks(sheet.sought, "(port")
    qtbot.waitUntil(lambda: bool(sheet.said()))

    assert sheet.preview.rows.rowCount() == 0
    assert not sheet._apply.isEnabled()


def test_nothing_to_find_changes_nothing(qtbot: QtBot, sheet: ReplaceSheet) -> None:
    QTest.keyClicks(sheet.sought, "x")
    QTest.keyClick(sheet.sought, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: sheet.said() == "Nothing would change.")

    assert not sheet._apply.isEnabled()
