"""Pixels: upright, sRGB, on white, whatever the file holds."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from app.domain.errors import DeskError
from app.photo.pixels import stored_box, turned, upright, upright_size

Draw = Callable[..., Path]


@given(
    st.integers(1, 8),
    st.tuples(st.integers(0, 5), st.integers(0, 3), st.integers(6, 9), st.integers(4, 7)),
)
def test_a_box_of_the_upright_picture_is_found_in_the_stored_one(
    orientation: int, box: tuple[int, int, int, int]
) -> None:
    stored = Image.frombytes("L", turned((9, 7), orientation), bytes(range(63)))
    stored.getexif()[0x0112] = orientation
    part = stored.crop(stored_box(box, (9, 7), orientation))
    part.getexif()[0x0112] = orientation
    assert ImageOps.exif_transpose(part).tobytes() == (
        ImageOps.exif_transpose(stored).crop(box).tobytes()
    )


def test_sizes_are_as_displayed(draw: Draw) -> None:
    exif = Image.Exif()
    exif[0x0112] = 8
    assert upright_size(draw(exif=exif)) == (60, 90)


def test_a_picture_may_be_enlarged(draw: Draw) -> None:
    assert upright(draw(), (0, 0, 90, 60), (180, 120)).size == (180, 120)


def test_a_damaged_colour_profile_is_left_aside(draw: Draw) -> None:
    image = upright(draw(icc_profile=b"no profile"), (0, 0, 90, 60), (90, 60))
    assert (image.mode, image.info) == ("RGB", {})


def test_a_picture_cut_short_gives_its_reason(draw: Draw) -> None:
    path = draw(size=(900, 600), quality=95)
    path.write_bytes(path.read_bytes()[:4000])
    with pytest.raises(DeskError, match=r"photo\.truncated"):
        upright(path, (0, 0, 900, 600), (90, 60))
