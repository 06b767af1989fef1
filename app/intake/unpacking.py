"""Documents that are zips: refused before they are unpacked when that would not be safe."""

import struct
import zipfile
import zlib
from xml.parsers.expat import ExpatError

import lxml.etree

from app.domain.errors import DeskError

_PARTS_LIMIT = 5_000
_PART_LIMIT = 4_000_000
"""Bytes of one XML part, unpacked; a hundred thousand words of Word take as much."""
_XML_LIMIT = 12_000_000
_RATIO_LIMIT = 200
_RATIO_FROM = 1_000_000
_DECLARATIONS = tuple(
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)

# What the libraries below were seen to raise on damaged files.
TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ExpatError,
    lxml.etree.LxmlError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


def check(archive: zipfile.ZipFile) -> None:
    """Refuse what is not safe to unpack.

    Raises:
        DeskError: "intake.protected", "intake.unsafe", "intake.too-large".
    """
    parts = [part for part in archive.infolist() if _is_xml(part.filename)]
    _check_sizes(archive.infolist(), parts)
    for part in parts:
        content = archive.read(part)
        if any(mark in content for mark in _DECLARATIONS):
            raise DeskError("intake.unsafe")


def _check_sizes(everything: list[zipfile.ZipInfo], parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in everything):
        raise DeskError("intake.protected")
    sizes = [part.file_size for part in parts]
    swollen = any(
        part.file_size > _RATIO_FROM and part.file_size > part.compress_size * _RATIO_LIMIT
        for part in parts
    )
    if swollen or len(everything) > _PARTS_LIMIT:
        raise DeskError("intake.unsafe")
    if max(sizes, default=0) > _PART_LIMIT or sum(sizes) > _XML_LIMIT:
        raise DeskError("intake.too-large", limit=str(_PART_LIMIT // 1_000_000))


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))
