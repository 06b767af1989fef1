"""Renditions for pages and thumbnails for the desk; the same input gives the same bytes."""

import io
from pathlib import Path

import pyexiv2
from PIL import Image, ImageFile, PngImagePlugin

from app.domain.errors import DeskError
from app.domain.photo import PhotoMetadata
from app.domain.rendition import ImageFormat, RenditionSpec
from app.photo.charset import UTF8_MARK
from app.photo.fields import FIELDS, RENDITION_FIELDS
from app.photo.homes import CHARACTER_SET, Homes
from app.photo.metadata import read, words_of
from app.photo.opening import ODD_FILE_ERRORS, opened, orientation_of
from app.photo.pixels import decoded_part, turned, upright, upright_size
from app.photo.writing import iim_values, xmp_values
from app.photo.xmp import Packet

_QUALITY = {ImageFormat.AVIF: 58, ImageFormat.WEBP: 76, ImageFormat.JPEG: 80, ImageFormat.PNG: 0}
"""Looks the same side by side on news photos; AVIF about half the bytes of JPEG."""

_LEAST_QUALITY = 30
_STEP = 6
_THUMBNAIL_QUALITY = 82
_LARGEST_EMBEDDED = 320
"""Cameras embed 160 pixels, a few of them more; above this, looking costs more than it finds."""

_SAME_SHAPE = 0.02
"""Cameras that letterbox their embedded thumbnail miss the picture's shape by far more."""

_OPTIONS: dict[ImageFormat, dict[str, object]] = {
    # One thread: several may cut the picture differently from one machine to the next. Speed 8 takes
    # two fifths of the time of 6, the encoder's usual one, for files a fourteenth larger.
    ImageFormat.AVIF: {"format": "AVIF", "speed": 8, "max_threads": 1, "subsampling": "4:2:0"},
    ImageFormat.WEBP: {"format": "WEBP", "method": 4},
    ImageFormat.JPEG: {"format": "JPEG", "optimize": True, "progressive": True, "subsampling": 2},
    ImageFormat.PNG: {"format": "PNG", "optimize": True},
}


def rendition(path: Path, spec: RenditionSpec) -> bytes:
    """Return the file a page is given for this spec.

    Upright, in sRGB without a profile, transparency laid on white; the words of the spec are
    inside, and nothing else of the original: no position, no serial number, no thumbnail.

    Raises:
        DeskError: the codes of `opening.probe`.
    """
    words = read(path)[0] if spec.words is None else spec.words
    whole = upright_size(path)
    image = upright(path, spec.crop_of(*whole), spec.size_of(*whole))
    quality = spec.quality or _QUALITY[spec.format]
    data = encoded(image, spec.format, quality, words)
    while spec.max_bytes and len(data) > spec.max_bytes and quality - _STEP >= _LEAST_QUALITY:
        quality -= _STEP
        data = encoded(image, spec.format, quality, words)
    return data


def encoded(
    image: Image.Image, image_format: ImageFormat, quality: int, words: PhotoMetadata
) -> bytes:
    """Return a picture as a file with these words inside."""
    packet = _packet(words).encode()
    options = dict(_OPTIONS[image_format])
    if image_format is ImageFormat.PNG:
        chunks = PngImagePlugin.PngInfo()
        chunks.add_itxt("XML:com.adobe.xmp", packet.decode())
        options["pnginfo"] = chunks
    else:
        options |= {"quality": quality, "xmp": packet}
    stream = io.BytesIO()
    image.save(stream, **options)  # type: ignore[arg-type]  # options differ by format
    data = stream.getvalue()
    return _with_iim(data, words) if image_format is ImageFormat.JPEG else data


def thumbnail(path: Path, size: int) -> bytes:
    """Return a small JPEG, its longer side at most `size` pixels, upright and in sRGB.

    The thumbnail a camera embedded is used when it is large enough and has the picture's shape.

    Raises:
        DeskError: the codes of `opening.probe`.
    """
    small = embedded(path, size) if size <= _LARGEST_EMBEDDED else None
    return jpeg(small or miniature(path, size))


def miniature(path: Path, size: int) -> Image.Image:
    """Return the picture decoded and brought to `size` pixels on its longer side.

    Raises:
        DeskError: the codes of `opening.probe`.
    """
    whole = upright_size(path)
    return upright(path, (0, 0, *whole), _fitted(whole, size))


def embedded(path: Path, size: int) -> Image.Image | None:
    """Return the camera's own thumbnail, upright, or None when there is none fit for `size`.

    Raises:
        DeskError: the codes of `opening.probe`, when the file itself does not open.
    """
    with opened(path) as image:
        whole, orientation = image.size, orientation_of(image)
    try:
        with Homes(path.read_bytes()) as homes:
            data = bytes(homes.image.read_thumbnail())
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as small:
            return _fit_for(small, whole, orientation, size)
    except (DeskError, *ODD_FILE_ERRORS):
        return None


def jpeg(image: Image.Image) -> bytes:
    """Return a picture as a JPEG for the desk's own lists."""
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=_THUMBNAIL_QUALITY, optimize=True)
    return stream.getvalue()


def _fit_for(
    small: ImageFile.ImageFile, whole: tuple[int, int], orientation: int, size: int
) -> Image.Image | None:
    shapes = (small.width / small.height, whole[0] / whole[1])
    if max(small.size) < min(size, max(whole)) or abs(shapes[0] / shapes[1] - 1) > _SAME_SHAPE:
        return None
    box = (0, 0, *turned(small.size, orientation))
    return decoded_part(small, orientation, box, _fitted(turned(whole, orientation), size))


def _fitted(whole: tuple[int, int], size: int) -> tuple[int, int]:
    share = min(1.0, size / max(whole))
    return max(1, round(whole[0] * share)), max(1, round(whole[1] * share))


def _packet(words: PhotoMetadata) -> str:
    packet = Packet("")
    for row in FIELDS:
        if row.name in RENDITION_FIELDS and (told := words_of(row, words)):
            packet.change(row, xmp_values(row, told))
    return packet.text()


def _with_iim(data: bytes, words: PhotoMetadata) -> bytes:
    """Add the block that programs blind to XMP read."""
    changes: dict[str, object] = {}
    for row in FIELDS:
        if row.iim and row.name in RENDITION_FIELDS and (told := words_of(row, words)):
            changes |= iim_values(row, told)
    if not changes:
        return data
    image = pyexiv2.ImageData(data)
    try:
        image.modify_iptc({CHARACTER_SET: UTF8_MARK, **changes})
        return bytes(image.get_bytes())
    finally:
        image.close()
