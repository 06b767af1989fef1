"""What is dropped or pasted: image files, folders of them, bare pictures."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage

from app.desk.desk import Desk
from app.desk.photos import captioning
from ui.captioning.pasting import image_files, take_pasted_in


def test_images_and_folders_are_picked_out(tmp_path: Path) -> None:
    folder = tmp_path / "card"
    folder.mkdir()
    for name in ("b.JPG", "a.webp", "notes.txt"):
        (folder / name).touch()
    carried = QMimeData()
    carried.setUrls(
        [
            QUrl.fromLocalFile(str(folder)),
            QUrl.fromLocalFile(str(tmp_path / "c.tiff")),
            QUrl("https://example.org/d.png"),
        ]
    )

    assert [path.name for path in image_files(carried)] == ["card", "c.tiff"]


def test_a_picture_from_the_clipboard_is_a_photo_named_after_the_time(desk: Desk) -> None:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)

    taken = take_pasted_in(desk, image).photo

    assert (taken.width, taken.height, taken.file_name[-4:]) == (20, 10, ".png")
    assert captioning.original_of(desk, taken).is_file()
