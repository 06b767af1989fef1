"""Renditions: upright, cropped around the focus, in the words of the story, the same every time."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyexiv2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps

from app.domain.photo import Focus, PhotoMetadata
from app.domain.rendition import ImageFormat, RenditionSpec
from app.photo.renditions import rendition, thumbnail

Draw = Callable[..., Path]
ExifTool = Callable[[Path], dict[str, Any]]

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def _opened(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        return image


def _near(image: Image.Image, point: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    found = image.convert("RGB").getpixel(point)
    assert isinstance(found, tuple)
    return all(abs(a - b) < 40 for a, b in zip(found, colour, strict=True))


def _corners(image: Image.Image) -> list[str]:
    w, h = image.width - 4, image.height - 4
    names = {"red": RED, "green": GREEN, "blue": BLUE, "white": WHITE}
    points = ((3, 3), (w, 3), (w, h), (3, h))
    return [next((n for n, c in names.items() if _near(image, p, c)), "?") for p in points]


@pytest.mark.parametrize("image_format", list(ImageFormat))
def test_every_format_is_what_it_says_and_as_large_as_asked(
    draw: Draw, image_format: ImageFormat
) -> None:
    path = draw(size=(300, 200))
    data = rendition(path, RenditionSpec(width=150, format=image_format))
    image = _opened(data)
    assert Image.MIME[str(image.format)] == image_format.media_type
    assert image.size == (150, 100)
    assert _corners(image) == ["red", "green", "blue", "white"]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("image_format", [ImageFormat.JPEG, ImageFormat.AVIF])
def test_pixels_are_upright_whatever_way_the_camera_was_held(
    draw: Draw, orientation: int, image_format: ImageFormat
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = draw(size=(300, 200), exif=exif, quality=95)
    with Image.open(path) as original:
        expected = _corners(ImageOps.exif_transpose(original))
    width = 200 if orientation >= 5 else 300
    image = _opened(rendition(path, RenditionSpec(width=width, format=image_format)))
    assert image.width == width
    assert _corners(image) == expected
    assert image.getexif().get(0x0112, 1) == 1


def test_a_crop_keeps_the_focus(draw: Draw) -> None:
    path = draw(size=(300, 200))
    for focus, colours in (
        (Focus(0, 0), ["red", "?", "?", "white"]),
        (Focus(1, 0), ["?", "green", "blue", "?"]),
    ):
        spec = RenditionSpec(width=100, ratio=(1, 1), focus=focus)
        image = _opened(rendition(path, spec))
        assert image.size == (100, 100)
        assert _corners(image) == colours


def test_a_rendition_is_never_larger_than_the_picture(draw: Draw) -> None:
    assert _opened(rendition(draw(), RenditionSpec(width=4000))).size == (90, 60)


@given(
    st.integers(1, 400),
    st.integers(1, 400),
    st.integers(1, 500),
    st.sampled_from([None, (1, 1), (3, 2), (16, 9), (1200, 630)]),
    st.builds(Focus, st.floats(0, 1), st.floats(0, 1)),
)
def test_a_crop_lies_inside_and_holds_its_size(
    width: int, height: int, wanted: int, ratio: tuple[int, int] | None, focus: Focus
) -> None:
    spec = RenditionSpec(width=wanted, ratio=ratio, focus=focus)
    left, top, right, bottom = spec.crop_of(width, height)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    wide, high = spec.size_of(width, height)
    assert 1 <= wide <= min(wanted, right - left)
    assert high >= 1


@pytest.mark.parametrize("image_format", list(ImageFormat))
def test_the_same_input_gives_the_same_bytes(
    draw: Draw, full: PhotoMetadata, image_format: ImageFormat
) -> None:
    path = draw(size=(300, 200))
    spec = RenditionSpec(width=120, ratio=(16, 9), format=image_format, words=full)
    assert rendition(path, spec) == rendition(path, spec)


@pytest.mark.parametrize("image_format", list(ImageFormat))
def test_words_travel_and_private_things_stay(
    draw: Draw, tmp_path: Path, full: PhotoMetadata, exiftool: ExifTool, image_format: ImageFormat
) -> None:
    path = draw()
    image = pyexiv2.Image(str(path))
    image.modify_exif(
        {
            "Exif.GPSInfo.GPSLatitude": "48/1 0/1 0/1",
            "Exif.GPSInfo.GPSLatitudeRef": "N",
            "Exif.Photo.BodySerialNumber": "SN-90210",
        }
    )
    image.close()
    out = tmp_path / f"rendition.{image_format.value}"
    out.write_bytes(rendition(path, RenditionSpec(width=80, format=image_format, words=full)))
    tags = exiftool(out)
    expected = {
        "XMP-dc:Creator": list(full.creator),
        "XMP-dc:Rights": full.copyright_notice,
        "XMP-dc:Description": full.description,
        "XMP-photoshop:Credit": full.credit,
        "XMP-iptcCore:AltTextAccessibility": full.alt,
    }
    assert {key: tags.get(key) for key in expected} == expected
    assert tags["XMP-iptcExt:DigitalSourceType"].endswith("/digitalCapture")
    private = ("GPS", "Serial", "SN-90210", full.instructions, full.job_id, "Rating")
    assert not [word for word in private if word in str(tags)]
    if image_format is ImageFormat.JPEG:
        assert tags["IPTC:CodedCharacterSet"] == "UTF8"
        assert tags["IPTC:By-line"] == list(full.creator)


def test_the_words_of_the_file_are_used_when_none_are_given(draw: Draw, tmp_path: Path) -> None:
    path = draw()
    image = pyexiv2.Image(str(path))
    image.modify_xmp({"Xmp.photoshop.Credit": "Agence Littorale"})
    image.close()
    out = rendition(path, RenditionSpec(width=80))
    assert b"Agence Littorale" in out
    assert b"Agence Littorale" not in rendition(
        path, RenditionSpec(width=80, words=PhotoMetadata())
    )


def test_a_byte_limit_lowers_the_quality(draw: Draw, tmp_path: Path) -> None:
    path = tmp_path / "bruit.png"
    Image.effect_noise((400, 300), 60).convert("RGB").save(path)
    free = rendition(path, RenditionSpec(width=400, words=PhotoMetadata()))
    limited = RenditionSpec(width=400, max_bytes=len(free) * 2 // 3, words=PhotoMetadata())
    assert len(rendition(path, limited)) <= len(free) * 2 // 3


def test_another_colour_space_is_brought_to_srgb(draw: Draw, tmp_path: Path) -> None:
    grey = Image.new("LAB", (40, 30), (128, 200, 128))
    path = tmp_path / "lab.tif"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    grey.save(path, icc_profile=profile)
    out = _opened(rendition(path, RenditionSpec(width=40)))
    assert out.mode == "RGB"
    assert "icc_profile" not in out.info
    red, green, _ = out.getpixel((20, 15))  # type: ignore[misc]  # RGB pixels are triples
    assert red > green + 60


@pytest.mark.parametrize(
    ("mode", "colour", "seen"),
    [
        ("RGBA", (255, 0, 0, 0), WHITE),
        ("RGBA", (0, 0, 255, 255), BLUE),
        ("LA", (0, 0), WHITE),
        ("CMYK", (0, 255, 255, 0), RED),
        ("P", 0, (0, 0, 0)),
        ("1", 1, WHITE),
        ("I;16", 65535, WHITE),
    ],
)
def test_every_kind_of_pixel_becomes_rgb_on_white(
    tmp_path: Path, mode: str, colour: Any, seen: tuple[int, int, int]
) -> None:
    path = tmp_path / "image.tif"
    Image.new(mode, (40, 30), colour).save(path)
    assert _near(_opened(rendition(path, RenditionSpec(width=40))), (20, 15), seen)


def test_thumbnails_fit_and_keep_their_shape(draw: Draw) -> None:
    image = _opened(thumbnail(draw(size=(600, 400)), 256))
    assert (image.format, image.size) == ("JPEG", (256, 171))
    assert _opened(thumbnail(draw(size=(30, 20)), 256)).size == (30, 20)


@pytest.mark.parametrize(("shape", "used"), [((180, 120), True), ((160, 120), False)])
def test_an_embedded_thumbnail_is_used_when_it_has_the_shape(
    draw: Draw, shape: tuple[int, int], *, used: bool
) -> None:
    path = draw(size=(900, 600))
    stream = io.BytesIO()
    Image.new("RGB", shape, "black").save(stream, "JPEG")
    image = pyexiv2.Image(str(path))
    image.modify_exif({"Exif.Image.Make": "Optique"})
    image.modify_thumbnail(stream.getvalue())
    image.close()
    assert _near(_opened(thumbnail(path, 150)), (3, 3), (0, 0, 0)) is used


def test_real_photos_give_thumbnails_of_their_shape(shared: Path) -> None:
    for path in sorted((shared / "photos" / "real").glob("*.jpg"))[:12]:
        with Image.open(path) as image:
            whole = ImageOps.exif_transpose(image).size
        small = _opened(thumbnail(path, 120)).size
        assert max(small) <= 120
        assert abs(small[0] * whole[1] / whole[0] - small[1]) <= 1


def test_credit_of_this_use_replaces_the_one_in_the_file(draw: Draw, full: PhotoMetadata) -> None:
    spec = RenditionSpec(width=60, words=replace(full, credit="Littorale / Est"))
    assert b"Littorale / Est" in rendition(draw(), spec)
