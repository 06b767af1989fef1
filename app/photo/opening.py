"""Opening image files of unknown honesty: an allow-list by content, limits, and a reason for every no."""

import io
import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

import pi_heif
from PIL import Image, ImageFile, UnidentifiedImageError

from app.domain.errors import DeskError
from app.photo import raw
from app.photo.facts import Facts
from app.photo.raw_types import TYPES

PIXEL_LIMIT = 100_000_000
"""Most pixels of a picture: a little over the largest cameras; more is taken for a bomb."""

FILE_LIMIT = 200_000_000
"""Most bytes of a file, so that it fits in a worker's memory beside its pixels."""

ODD_FILE_ERRORS = (
    OSError,
    ValueError,
    SyntaxError,
    RuntimeError,
    ArithmeticError,
    LookupError,
    EOFError,
    TypeError,
    AttributeError,
    AssertionError,
    struct.error,
    ParseError,
)
"""What the imaging libraries were seen to raise on damaged files, in eleven thousand of them."""

_KINDS = (
    (
        "image/jpeg",
        "JPEG",
        re.compile(rb"\xff\xd8\xff"),
        (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"),
    ),
    ("image/png", "PNG", re.compile(rb"\x89PNG\r\n\x1a\n"), (".png", ".apng")),
    ("image/webp", "WEBP", re.compile(rb"RIFF.{4}WEBP", re.DOTALL), (".webp",)),
    ("image/tiff", "TIFF", re.compile(rb"II[*+]\x00|MM\x00[*+]"), (".tif", ".tiff")),
    ("image/gif", "GIF", re.compile(rb"GIF8[79]a"), (".gif",)),
    ("image/avif", "AVIF", re.compile(rb".{4}ftypavi[fs]", re.DOTALL), (".avif", ".avifs")),
    (
        "image/heic",
        "HEIF",
        re.compile(rb".{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)", re.DOTALL),
        (".heic", ".heif", ".hif"),
    ),
)
"""Media type, Pillow's name of the format, the beginning of the file, the suffixes it goes by."""

_SUFFIXES = frozenset(suffix for *_, suffixes in _KINDS for suffix in suffixes)
_ENDS = {
    "image/jpeg": (b"\xff\xd9", 65_536),
    "image/png": (b"IEND", 64),
    "image/gif": (b"\x3b", 64),
}
"""What a whole file must hold near its end, and how near: programs append things of their own."""

_ORIENTATION = 0x0112
_RAW = "raw"
_SIDEWAYS = 5

pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
Image.MAX_IMAGE_PIXELS = PIXEL_LIMIT


def probe(path: Path) -> Facts:
    """Return what an image file is, from its content.

    Raises:
        DeskError: "photo.missing", "photo.empty", "photo.too-large", "photo.unknown-type",
            "photo.lying", "photo.bomb", "photo.truncated", "photo.unreadable"; each with `name`.
    """
    with opened(path) as image:
        facts = _facts(path, image)
        if not _end_is_there(path, facts):
            image.draft("RGB", (1, 1))
            image.load()
    return facts


@contextmanager
def opened(path: Path) -> Iterator[ImageFile.ImageFile]:
    """Give an image of an allowed kind, its pixels not yet decoded.

    Whatever goes wrong while the image is held, decoding included, comes out as a `DeskError`
    of the codes of `probe`.
    """
    _, pillow_name, *_ = kind_of(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with _image(path, pillow_name) as image:
                _refuse_bomb(path, image)
                yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _trouble("photo.bomb", path) from error
    except UnidentifiedImageError as error:
        raise _trouble("photo.unreadable", path) from error
    except MemoryError as error:
        raise _trouble("photo.too-large", path) from error
    except ODD_FILE_ERRORS as error:
        cut = "truncated" in str(error) or isinstance(error, EOFError)
        raise _trouble("photo.truncated" if cut else "photo.unreadable", path) from error


def _image(path: Path, pillow_name: str) -> ImageFile.ImageFile:
    """Return the image of a file, of a raw one the picture inside, turned as the raw file says."""
    if pillow_name != _RAW:
        return Image.open(path, formats=[pillow_name])
    data, turn = raw.picture_in(path.read_bytes())
    image = Image.open(io.BytesIO(data), formats=["JPEG"])
    Image.Image.getexif(image)[_ORIENTATION] = turn
    return image


def kind_of(path: Path) -> tuple[str, str]:
    """Return the media type of a file and Pillow's name for it, by its first bytes.

    Raises:
        DeskError: "photo.missing", "photo.empty", "photo.too-large", "photo.unknown-type",
            "photo.lying" (an image by its name, something else inside).
    """
    try:
        with path.open("rb") as stream:
            head, size = stream.read(16), _size(stream)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _trouble("photo.missing", path) from error
    except OSError as error:
        raise _trouble("photo.unreadable", path) from error
    if size == 0:
        raise _trouble("photo.empty", path)
    if size > FILE_LIMIT:
        raise _trouble("photo.too-large", path)
    for media_type, pillow_name, begin, _ in _KINDS:
        if begin.match(head):
            if raw.is_raw(path.suffix.lower(), media_type):
                return TYPES[path.suffix.lower()], _RAW
            return media_type, pillow_name
    lying = path.suffix.lower() in _SUFFIXES
    raise _trouble("photo.lying" if lying else "photo.unknown-type", path)


def orientation_of(image: Image.Image) -> int:
    """Return the Exif orientation the stored pixels still need, 1 when none or not valid."""
    try:
        # The PNG reader's own way would decode the whole picture first.
        found = Image.Image.getexif(image).get(_ORIENTATION, 1)
    except ODD_FILE_ERRORS:
        return 1
    return found if found in range(1, 9) else 1


def _facts(path: Path, image: ImageFile.ImageFile) -> Facts:
    media_type, _ = kind_of(path)
    orientation = orientation_of(image)
    width, height = image.size if orientation < _SIDEWAYS else image.size[::-1]
    suffix = path.suffix.lower()
    other = suffix in _SUFFIXES and suffix not in _suffixes_of(media_type)
    return Facts(
        media_type=media_type,
        width=width,
        height=height,
        orientation=orientation,
        size=path.stat().st_size,
        notices=("photo.named-otherwise",) if other else (),
    )


def _suffixes_of(media_type: str) -> tuple[str, ...]:
    known = (suffixes for name, _, _, suffixes in _KINDS if name == media_type)
    return next(known, tuple(TYPES))


def _refuse_bomb(path: Path, image: Image.Image) -> None:
    if image.width * image.height > PIXEL_LIMIT:
        raise _trouble("photo.bomb", path)


def _end_is_there(path: Path, facts: Facts) -> bool:
    """Say whether the end mark of the format stands near the end of the file.

    Without it only decoding tells a file cut short from one with a film appended to it.
    """
    mark, within = _ENDS.get(facts.media_type, (b"", 1))
    with path.open("rb") as stream:
        stream.seek(max(0, facts.size - within))
        return mark in stream.read()


def _size(stream: BinaryIO) -> int:
    return stream.seek(0, 2)


def _trouble(code: str, path: Path) -> DeskError:
    return DeskError(code, name=path.name)
