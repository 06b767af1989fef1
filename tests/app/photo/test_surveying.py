"""One visit brings back all that taking a picture in needs."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from app.domain.errors import DeskError
from app.domain.photo import PhotoMetadata
from app.photo.surveying import survey
from app.photo.writing import write

Draw = Callable[..., Path]


def test_facts_words_thumbnail_and_likeness_come_together(draw: Draw, full: PhotoMetadata) -> None:
    path = draw(size=(300, 200))
    write(path, path, full)
    found = survey(path, 120)
    with Image.open(io.BytesIO(found.thumbnail)) as small:
        assert (small.format, small.size) == ("JPEG", (120, 80))
    assert (found.facts.width, found.facts.height) == (300, 200)
    assert found.metadata == full
    assert len(found.likeness) == 16


def test_a_picture_that_is_not_whole_is_not_taken_in(draw: Draw) -> None:
    path = draw("vue.webp", size=(300, 200))
    path.write_bytes(path.read_bytes()[:-60])
    with pytest.raises(DeskError):
        survey(path, 120)
