"""What a file is, told by its first bytes and never by its name."""

import io
import re
import zipfile
import zlib
from enum import StrEnum

from app.domain.errors import DeskError


class Kind(StrEnum):
    """Kinds of input as intake treats them."""

    TEXT = "text"
    WORD = "word"
    OPENDOCUMENT = "opendocument"
    IMAGE = "image"
    PROTECTED = "protected"
    FOREIGN = "foreign"


# Signatures from the public formats' own specifications.
_IMAGES = (
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"GIF87a",
    b"GIF89a",
    b"II*\0",
    b"MM\0*",
    b"\0\0\1\0",
)
_FOREIGN = (
    b"%PDF-",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # old Word, Excel, PowerPoint
    b"\x1f\x8b",
    b"BZh",
    b"7z\xbc\xaf\x27\x1c",
    b"\xfd7zXZ\0",
    b"Rar!\x1a\x07",
    b"\x7fELF",
    b"SQLite format 3\0",
    b"OggS",
    b"ID3",
    b"fLaC",
    b"\x1aE\xdf\xa3",
)
_IMAGE_BRANDS = (b"avif", b"avis", b"heic", b"heix", b"mif1", b"msf1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_PART = re.compile(r"^/?word/document\w{0,20}\.xml$", re.IGNORECASE)
_WORD_TYPE = b"wordprocessingml.document.main+xml"
_TYPES_LIMIT = 1_000_000
_OPENDOCUMENT = b"application/vnd.oasis.opendocument.text"
_BITMAP = b"BM"
_BITMAP_HEADER = 54


def kind_of(data: bytes) -> Kind:
    """Say what `data` is; TEXT when no known signature stands at its beginning."""
    if data.startswith(_IMAGES) or _is_boxed_image(data) or _is_bitmap(data):
        return Kind.IMAGE
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_zip(data)
    if data.startswith(_FOREIGN) or data[4:8] == b"ftyp" or data.startswith(b"RIFF"):
        return Kind.PROTECTED if _ENCRYPTED in data else Kind.FOREIGN
    return Kind.TEXT


def _is_boxed_image(data: bytes) -> bool:
    """Say whether a WebP, AVIF or HEIC box begins the file."""
    if data[4:8] == b"ftyp":
        return data[8:12] in _IMAGE_BRANDS
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _is_bitmap(data: bytes) -> bool:
    # "BM" may begin a sentence; in a bitmap its four reserved bytes, 6 to 9, are zero.
    return data.startswith(_BITMAP) and len(data) >= _BITMAP_HEADER and data[6:10] == b"\0\0\0\0"


def _kind_of_zip(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if _is_opendocument(archive):
                return Kind.OPENDOCUMENT
            if any(_WORD_PART.match(name) for name in names) or _declares_word(archive):
                return Kind.WORD
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as trouble:
        raise DeskError("intake.unreadable", reason=str(trouble)) from trouble
    return Kind.FOREIGN


def _is_opendocument(archive: zipfile.ZipFile) -> bool:
    try:
        with archive.open("mimetype") as told:
            return told.read(len(_OPENDOCUMENT) + 1).strip() == _OPENDOCUMENT
    except (KeyError, EOFError, zlib.error):
        return False


def _declares_word(archive: zipfile.ZipFile) -> bool:
    try:
        with archive.open("[Content_Types].xml") as types:
            return _WORD_TYPE in types.read(_TYPES_LIMIT)
    except (KeyError, EOFError, zlib.error):
        return False
