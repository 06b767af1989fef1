"""Gain maps and other pictures behind the first stay reachable when the head grows."""

import io
import struct

import pytest
from PIL import Image

from app.photo.multipicture import mended


def _jpeg(colour: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(stream, "JPEG")
    return stream.getvalue()


def _two_pictures() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(
        stream, "MPO", save_all=True, append_images=[Image.new("RGB", (20, 10), "blue")]
    )
    return stream.getvalue()


def _with_comment(data: bytes, words: bytes) -> bytes:
    return data[:2] + b"\xff\xfe" + struct.pack(">H", len(words) + 2) + words + data[2:]


def _second(data: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(data)) as image:
        image.seek(1)
        image.load()
        return image.size


def test_the_second_picture_is_found_after_the_head_grew() -> None:
    before = _two_pictures()
    after = mended(before, _with_comment(before, b"Une longue remarque" * 9))
    assert _second(after) == _second(before) == (20, 10)


def test_a_single_picture_comes_back_as_it_is() -> None:
    before = _jpeg("red")
    after = _with_comment(before, b"mot")
    assert mended(before, after) is after
    assert mended(b"\x89PNG", b"\x89PNG+") == b"\x89PNG+"


@pytest.mark.parametrize("damage", ["index lost", "picture changed"])
def test_a_lost_picture_is_noticed(damage: str) -> None:
    before = _two_pictures()
    after = _jpeg("red") if damage == "index lost" else before[:-40] + bytes(40)
    with pytest.raises(ValueError, match="MPF"):
        mended(before, after)


def test_an_index_that_cannot_be_followed_is_no_index() -> None:
    data = b"\xff\xd8\xff\xe2\x00\x0aMPF\x00II*\x00"
    assert mended(data, data) == data
