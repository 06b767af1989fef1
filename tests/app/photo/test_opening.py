"""Opening: the content decides, limits hold, every no has its reason."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from app.domain.errors import DeskError
from app.photo.opening import probe

Draw = Callable[..., Path]


def _refusal(path: Path) -> str:
    with pytest.raises(DeskError) as caught:
        probe(path)
    assert caught.value.params["name"] == path.name
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.jpg", "image/jpeg"),
        ("a.png", "image/png"),
        ("a.webp", "image/webp"),
        ("a.tif", "image/tiff"),
        ("a.avif", "image/avif"),
        ("a.gif", "image/gif"),
    ],
)
def test_each_kind_is_known_by_its_content(draw: Draw, name: str, media_type: str) -> None:
    path = draw(name)
    facts = probe(path)
    assert (facts.media_type, facts.width, facts.height) == (media_type, 90, 60)
    assert (facts.size, facts.notices) == (path.stat().st_size, ())


def test_a_phone_picture_is_opened(shared: Path) -> None:
    heic = next((shared / "photos" / "real").glob("*.heic"))
    facts = probe(heic)
    assert (facts.media_type, facts.width, facts.height) == ("image/heic", 1440, 960)


def test_sizes_are_as_displayed(draw: Draw) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    facts = probe(draw(exif=exif))
    assert (facts.width, facts.height, facts.orientation) == (60, 90, 6)


def test_an_orientation_out_of_range_is_left_aside(draw: Draw) -> None:
    exif = Image.Exif()
    exif[0x0112] = 77
    assert probe(draw(exif=exif)).orientation == 1


def test_an_image_under_another_kinds_name_is_taken_with_a_notice(draw: Draw) -> None:
    path = draw("vue.png").rename(draw().with_name("vue.jpeg"))
    facts = probe(path)
    assert (facts.media_type, facts.notices) == ("image/png", ("photo.named-otherwise",))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.jpg", b"", "photo.empty"),
        ("a.jpg", b"%PDF-1.7 not a picture", "photo.lying"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo.unknown-type"),
        ("a.bin", bytes(range(256)), "photo.unknown-type"),
        ("a.jpg", b"\xff\xd8\xff\xe0 and nothing more", "photo.unreadable"),
    ],
)
def test_what_is_no_picture_is_refused(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert _refusal(path) == code


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "absente.jpg") == "photo.missing"
    assert _refusal(tmp_path) == "photo.unreadable"


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.gif"])
def test_a_file_cut_short_is_refused(draw: Draw, name: str) -> None:
    path = draw(name, size=(300, 200))
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    assert _refusal(path) in {"photo.truncated", "photo.unreadable"}


def test_a_film_behind_the_picture_does_no_harm(draw: Draw) -> None:
    path = draw()
    path.write_bytes(path.read_bytes() + b"\x00\x00\x00\x18ftypmp42" + bytes(100_000))
    assert probe(path).width == 90


def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    path = tmp_path / "bombe.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    assert _refusal(path) == "photo.bomb"
