"""Words go where the person said, with each file told, and nothing is written before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import batching, captioning
from app.desk.photos.stamping import Into
from ui.captioning.stamping import CHOICES, StampSheet
from ui.work import Work


@pytest.fixture
def ids(desk: Desk, tmp_path: Path) -> tuple[str, ...]:
    found = []
    for number in range(3):
        path = tmp_path / f"{number}.jpg"
        Image.new("RGB", (60, 40), (40 * number, 90, 9)).save(path)
        found.append(captioning.take_photo_in(desk, path).photo.id)
    batching.describe(desk, found, description="Le port.")
    return tuple(found)


@pytest.fixture
def sheet(qtbot: QtBot, desk: Desk, work: Work, ids: tuple[str, ...]) -> Iterator[StampSheet]:
    made = StampSheet(desk, work, ids, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_copies_need_a_folder(sheet: StampSheet, tmp_path: Path) -> None:
    assert sheet.into() is Into.SIDECAR
    sheet.choices.button(list(CHOICES).index(Into.COPY)).click()
    assert not sheet._write.isEnabled()

    sheet.folder.setText(str(tmp_path))
    assert sheet._write.isEnabled()


def test_copies_are_written_and_counted(
    qtbot: QtBot, sheet: StampSheet, tmp_path: Path, work: Work
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    sheet.choices.button(list(CHOICES).index(Into.COPY)).click()
    sheet.folder.setText(str(folder))
    sheet.write()
    qtbot.waitUntil(lambda: sheet.said() == "3 files written.", timeout=20_000)

    assert sorted(path.name for path in folder.iterdir()) == ["0.jpg", "1.jpg", "2.jpg"]
    assert sheet.table.isHidden()
    qtbot.waitUntil(work.idle)


def test_a_file_that_cannot_be_written_is_listed(
    qtbot: QtBot, sheet: StampSheet, tmp_path: Path, work: Work
) -> None:
    (tmp_path / "1.jpg").unlink()
    sheet.choices.button(list(CHOICES).index(Into.ORIGINAL)).click()
    sheet.write()
    qtbot.waitUntil(lambda: sheet.said().startswith("2 files written."), timeout=20_000)

    assert not sheet.table.isHidden()
    assert sheet.table.model().index(0, 0).data() == "1.jpg"
    qtbot.waitUntil(work.idle)


def test_cancel_leaves_the_rest_unchanged(qtbot: QtBot, sheet: StampSheet, work: Work) -> None:
    sheet.write()
    sheet._closing()
    qtbot.waitUntil(lambda: "unchanged" in sheet.said(), timeout=20_000)
    assert sheet.isVisible()

    qtbot.waitUntil(work.idle)
    sheet._closing()
    assert not sheet.isVisible()
