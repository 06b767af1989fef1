"""Camera raw: the largest picture the camera put in is shown, turned as it says; nothing is written."""

import io
import struct
from pathlib import Path

import pytest
from PIL import Image

from app.domain.errors import DeskError
from app.domain.photo import PhotoMetadata
from app.photo.opening import kind_of, probe
from app.photo.surveying import survey
from app.photo.writing import write

Entry = tuple[int, int, int]
LONG = 4


def directory(entries: list[Entry], at: int) -> bytes:
    """A TIFF directory of numbers, of which none is larger than four bytes."""
    told = [struct.pack("<HHII", tag, LONG, 1, value) for tag, _, value in sorted(entries)]
    assert at % 2 == 0
    return struct.pack("<H", len(told)) + b"".join(told) + bytes(4)


def jpeg(size: tuple[int, int]) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "green").save(stream, "JPEG")
    return stream.getvalue()


def raw_file(path: Path, turn: int = 6, *, preview: bytes = b"", sensor: bytes = b"") -> Path:
    """A file as cameras make them: a small picture, a larger one, and what the sensor saw."""
    small = jpeg((32, 24))
    pieces, places, at = [small, preview, sensor], [], 512
    for piece in pieces:
        places.append(at)
        at += len(piece) + len(piece) % 2
    subs = [
        directory(
            [(0x00FE, 0, 1), (0x0103, 0, 6), (0x0201, 0, places[1]), (0x0202, 0, len(preview))], 200
        ),
        directory(
            [(0x00FE, 0, 0), (0x0103, 0, 7), (0x0111, 0, places[2]), (0x0117, 0, len(sensor))], 300
        ),
    ]
    first = [(0x0103, 0, 6), (0x0112, 0, turn), (0x0201, 0, places[0]), (0x0202, 0, len(small))]
    entries = [struct.pack("<HHII", tag, LONG, 1, value) for tag, _, value in first]
    entries.append(struct.pack("<HHII", 0x014A, LONG, 2, 400))
    head = (
        b"II*\x00"
        + struct.pack("<I", 8)
        + struct.pack("<H", len(entries))
        + b"".join(entries)
        + bytes(4)
    )
    data = bytearray(at)
    for place, piece in (
        (0, head),
        (200, subs[0]),
        (300, subs[1]),
        (400, struct.pack("<II", 200, 300)),
    ):
        data[place : place + len(piece)] = piece
    for place, piece in zip(places, pieces, strict=True):
        data[place : place + len(piece)] = piece
    path.write_bytes(bytes(data))
    return path


SENSOR = b"\xff\xd8\xff\xc3\x00\x08" + bytes(9_000)
"""Lossless JPEG, as sensors' data comes: larger than any preview, and no picture."""


def test_the_largest_picture_is_shown_turned(tmp_path: Path) -> None:
    path = raw_file(tmp_path / "vue.nef", preview=jpeg((300, 200)), sensor=SENSOR)

    facts = probe(path)

    assert (facts.media_type, facts.width, facts.height) == ("image/x-nikon-nef", 200, 300)
    assert facts.orientation == 6
    found = survey(path, 60)
    with Image.open(io.BytesIO(found.thumbnail)) as small:
        assert small.size == (40, 60)


def test_the_same_bytes_under_a_plain_name_are_a_tiff(tmp_path: Path) -> None:
    path = raw_file(tmp_path / "vue.tif", preview=jpeg((300, 200)))

    assert kind_of(path)[0] == "image/tiff"


def test_a_raw_file_is_never_written(tmp_path: Path) -> None:
    path = raw_file(tmp_path / "vue.dng", preview=jpeg((300, 200)))
    before = path.read_bytes()

    with pytest.raises(DeskError, match=r"photo\.read-only-format"):
        write(path, path, PhotoMetadata(headline="La digue"))

    assert path.read_bytes() == before


@pytest.mark.parametrize("data", [b"II*\x00", b"II*\x00" + bytes(400), b"IIRO" + bytes(90)])
def test_a_broken_raw_file_has_a_clear_reason(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "vue.orf"
    path.write_bytes(data)

    with pytest.raises(DeskError, match=r"photo\."):
        probe(path)
