"""A .docx file: its text by mammoth, sorted like copy; nothing outside the file is opened."""

import io
import re
import struct
import zipfile
import zlib
from xml.parsers.expat import ExpatError

import mammoth

from app.domain.errors import DeskError
from app.intake.blocks import Walk
from app.intake.page import sheet_of_pieces, tree
from app.intake.sheet import Sheet
from app.intake.wire import sort_open

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
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Titre'] => h1:fresh
p[style-name='Subtitle'] => p.standfirst:fresh
p[style-name='Sous-titre'] => p.standfirst:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='Légende'] => figcaption:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""
# What mammoth and the parsers below it were seen to raise on damaged files.
_TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ExpatError,
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


def sort_word(data: bytes) -> Sheet:
    """Return the lines of a .docx file, every one with its place.

    Raises:
        DeskError: "intake.unreadable" for a damaged file, "intake.unsafe" for one that is made to
            exhaust the machine or declares entities, "intake.protected", "intake.empty".
    """
    notices = _inspect(data)
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(lambda _image: {"src": ""}),
        )
    except _TROUBLE as trouble:
        raise DeskError("intake.unreadable", reason=str(trouble)[:200]) from trouble
    document = tree(result.value)
    sheet = sheet_of_pieces(Walk(everything=True).read(document))
    sheet.notices.extend(notices)
    sort_open(sheet)
    return sheet


def paragraphs_of(data: bytes) -> str:
    """Return the words of a .docx file alone, a paragraph to a line, nothing sorted.

    Raises:
        DeskError: as `sort_word`.
    """
    _inspect(data)
    try:
        return str(mammoth.extract_raw_text(io.BytesIO(data)).value)
    except _TROUBLE as trouble:
        raise DeskError("intake.unreadable", reason=str(trouble)[:200]) from trouble


def _inspect(data: bytes) -> list[str]:
    """Refuse what is not safe to unpack; return notices of what the text will be without."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [part for part in archive.infolist() if _is_xml(part.filename)]
            _check_sizes(archive.infolist(), parts)
            for part in parts:
                _check_declarations(archive.read(part))
            return _left_out(archive)
    except _TROUBLE as trouble:
        raise DeskError("intake.unreadable", reason=str(trouble)[:200]) from trouble


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


def _check_declarations(content: bytes) -> None:
    if any(mark in content for mark in _DECLARATIONS):
        raise DeskError("intake.unsafe")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _left_out(archive: zipfile.ZipFile) -> list[str]:
    """Say which marks of the desk the text comes without: comments, struck passages."""
    names = set(archive.namelist())
    notices = ["comments-left-out"] if "word/comments.xml" in names else []
    main = "word/document.xml"
    if main in names and re.search(rb"<w:del[\s>]", archive.read(main)):
        notices.append("deletions-left-out")
    return notices
