"""A .docx file: its text by mammoth, sorted like copy; nothing outside the file is opened."""

import io
import re
import zipfile

import mammoth

from app.domain.errors import DeskError
from app.intake.blocks import Walk
from app.intake.page import sheet_of_pieces, tree
from app.intake.sheet import Sheet
from app.intake.unpacking import TROUBLE, check
from app.intake.wire import sort_open

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
    except TROUBLE as trouble:
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
    except TROUBLE as trouble:
        raise DeskError("intake.unreadable", reason=str(trouble)[:200]) from trouble


def _inspect(data: bytes) -> list[str]:
    """Refuse what is not safe to unpack; return notices of what the text will be without."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check(archive)
            return _left_out(archive)
    except TROUBLE as trouble:
        raise DeskError("intake.unreadable", reason=str(trouble)[:200]) from trouble


def _left_out(archive: zipfile.ZipFile) -> list[str]:
    """Say which marks of the desk the text comes without: comments, struck passages."""
    names = set(archive.namelist())
    notices = ["comments-left-out"] if "word/comments.xml" in names else []
    main = "word/document.xml"
    if main in names and re.search(rb"<w:del[\s>]", archive.read(main)):
        notices.append("deletions-left-out")
    return notices
