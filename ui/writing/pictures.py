"""Pictures that come by drag and drop or by the clipboard."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".heic", ".heif", ".avif"})


def pictures_in(data: QMimeData) -> list[Path]:
    """Return the image files among what is dropped or pasted, in its order."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in SUFFIXES]


def pasted_picture(data: QMimeData) -> list[Path]:
    """Return a picture of the clipboard as a file of its own, nothing where words come with it.

    Office programs put a picture of the words beside the words.
    """
    if not data.hasImage() or data.hasText():
        return []
    image = QImage(data.imageData())
    if image.isNull():
        return []
    place = Path(tempfile.mkdtemp(prefix="marbre-")) / "pasted.png"
    return [place] if image.save(str(place)) else []
