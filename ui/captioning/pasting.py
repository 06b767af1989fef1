"""Image files in what is dropped or pasted."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from app.desk.desk import Desk
from app.desk.photos.captioning import PhotoIn, take_photo_in
from app.desk.photos.ingesting import IMAGES

NAMES = IMAGES
"""Suffixes of files worth trying; the desk looks inside each before it believes them."""


def image_files(carried: QMimeData) -> list[Path]:
    """Return the image files and folders among what is carried."""
    paths = [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in NAMES or path.is_dir()]


def take_pasted_in(desk: Desk, image: QImage) -> PhotoIn:
    """Take a picture from the clipboard in, named after the time; takes too long for a window.

    Raises:
        DeskError: `photo.…` or `store.…`.
    """
    moment = datetime.now(UTC).astimezone().strftime("%Y-%m-%d-%H%M%S")
    with tempfile.TemporaryDirectory(prefix="marbre-") as folder:
        path = Path(folder) / f"{moment}.png"
        image.save(str(path))
        return take_photo_in(desk, path)
