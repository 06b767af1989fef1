"""Captions go out as a table and come in again after a look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import batching, captioning
from app.domain.errors import DeskError
from ui.captioning.tables import TableSheet, write_table
from ui.work import Work


@pytest.fixture
def table(desk: Desk, tmp_path: Path) -> Path:
    ids = [photo.id for photo in captioning.photos(desk)]
    batching.describe(desk, ids, description="Le port en fête.")
    return write_table(desk, ids, tmp_path / "captions.csv")


@pytest.fixture
def sheet(qtbot: QtBot, desk: Desk, work: Work, table: Path) -> Iterator[TableSheet]:
    table.write_bytes(table.read_bytes().replace(b"Le port", b"Le quai"))
    made = TableSheet(desk, work, table, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.said()))
    yield made
    made.close()


def test_what_would_change_is_seen_and_taken_in(
    qtbot: QtBot, sheet: TableSheet, desk: Desk, work: Work
) -> None:
    assert sheet.said() == "2 photos will change."
    assert sheet.preview.rows.index(0, 3).data() == "Le quai en fête."

    sheet.take()
    qtbot.waitUntil(lambda: not sheet.isVisible())
    qtbot.waitUntil(work.idle)
    said = {photo.metadata.description for photo in captioning.photos(desk)}
    assert said == {"Le quai en fête."}


def test_what_is_no_table_is_told(qtbot: QtBot, desk: Desk, work: Work, tmp_path: Path) -> None:
    made = TableSheet(desk, work, tmp_path / "gone.csv", None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: bool(made.said()))

    assert not made._take.isEnabled()


def test_a_folder_is_no_place_for_a_table(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DeskError) as caught:
        write_table(desk, (), tmp_path)
    assert caught.value.code == "photo.not-written"
