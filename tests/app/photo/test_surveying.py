"""One visit brings back all that taking a picture in needs."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from app.domain.errors import DeskError
from app.domain.photo import PhotoMetadata
from app.photo.surveying import survey
from app.photo.writing import write, write_sidecar

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


def test_a_sidecar_is_believed_before_the_file(draw: Draw) -> None:
    path = draw("pont.jpg")
    write(path, path, PhotoMetadata(city="Brume", headline="Le pont"))
    write_sidecar(path.with_suffix(".xmp"), PhotoMetadata(city="Port-Sablé", rating=4))

    metadata = survey(path, 64).metadata

    assert (metadata.city, metadata.headline, metadata.rating) == ("Port-Sablé", "Le pont", 4)


def test_a_damaged_sidecar_says_nothing(draw: Draw) -> None:
    path = draw("pont.jpg")
    path.with_suffix(".xmp").write_text("no packet", "utf-8")

    assert survey(path, 64).metadata == PhotoMetadata()
