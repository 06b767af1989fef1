"""Pictures dropped or pasted into the copy become photo slots where they fell."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.domain.text import Span
from ui.writing.pictures import pasted_picture, pictures_in
from ui.writing.view import WritingPlace

Opened = Callable[..., WritingPlace]


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    place = tmp_path / "quai.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0x224466)
    image.save(str(place))
    return place


def test_a_file_dropped_on_the_copy_is_a_slot_after_its_paragraph(
    qtbot: QtBot, opened: Opened, picture: Path
) -> None:
    place = opened("Un.\n\nDeux.")
    place.sheet.paper.go_to(Span(1, 1))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    assert place.sheet.paper.canInsertFromMimeData(data)

    place.sheet.paper.insertFromMimeData(data)

    # The worker that opens image files is another process, which has to start.
    qtbot.waitUntil(
        lambda: place.sheet.paper.body() == "Un.\n\n![](photo:1)\n\nDeux.", timeout=30_000
    )
    qtbot.waitUntil(lambda: place.sheet.paper._cards[1].filled)


def test_a_picture_of_the_clipboard_is_a_photo_unless_words_come_with_it(picture: Path) -> None:
    data = QMimeData()
    data.setImageData(QImage(str(picture)))
    (pasted,) = pasted_picture(data)
    assert QImage(str(pasted)).size() == QImage(str(picture)).size()

    data.setText("des mots")
    assert pasted_picture(data) == []


def test_other_files_are_no_pictures(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls(
        [QUrl.fromLocalFile(str(tmp_path / "a.txt")), QUrl("https://exemple.invalid/a.jpg")]
    )

    assert pictures_in(data) == []
