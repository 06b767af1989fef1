"""The door of intake: a file, bytes or text in, a draft out; the kind is told by content."""

import re
from dataclasses import replace
from pathlib import Path

from app.domain.draft import Draft
from app.domain.errors import DeskError
from app.intake import markdown, opendocument, page, word
from app.intake.assembly import draft_of
from app.intake.decoding import decoded, storable
from app.intake.kinds import Kind, kind_of
from app.intake.sheet import Sheet
from app.intake.wire import sort_wire

TEXT_LIMIT = 20_000_000
"""Bytes of a file of text; the source of a page may be far longer than what it shows."""
COPY_LIMIT = 2_000_000
"""Characters of copy: three novels, and what still sorts within seconds."""
WORD_LIMIT = 200_000_000
"""Bytes of a .docx file, whose pictures may be large; its text has the limit of all text."""
_SNIFF = 64
_REFUSALS = {
    Kind.IMAGE: "intake.image",
    Kind.PROTECTED: "intake.protected",
    Kind.FOREIGN: "intake.unknown-type",
}
_SORTERS = {Kind.WORD: word.sort_word, Kind.OPENDOCUMENT: opendocument.sort_opendocument}
_FOREIGN_TEXT = re.compile(
    r"\s*<(?:\?xml|!DOCTYPE|!ENTITY|(?P<tag>[a-z][\w:.-]*)[\s>/])", re.IGNORECASE
)


def read(source: Path) -> Draft:
    """Read the file `source` into a draft.

    Raises:
        DeskError: "intake.missing", "intake.unreadable", or as `read_bytes`; `name` is the file's.
    """
    name = source.name
    try:
        if not source.exists():
            raise DeskError("intake.missing", name=name)
        if not source.is_file():
            raise DeskError("intake.unreadable", name=name, reason="")
        with source.open("rb") as file:
            begin = file.read(_SNIFF)
            limit = WORD_LIMIT if begin.startswith(b"PK") else TEXT_LIMIT
            data = begin + file.read(limit + 1 - len(begin))
    except OSError as trouble:
        raise DeskError("intake.unreadable", name=name, reason=trouble.strerror or "") from trouble
    except ValueError as trouble:  # a name no file can have
        raise DeskError("intake.missing", name=name) from trouble
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> Draft:
    """Read the content of a file named `name` into a draft.

    Raises:
        DeskError: "intake.empty", "intake.too-large" (`limit` in megabytes), "intake.too-many-lines",
            "intake.image", "intake.protected", "intake.unknown-type", "intake.binary" or
            "intake.unreadable" (`reason` may be empty); `name` is always set.
    """
    try:
        return _draft_of_bytes(data, name)
    except DeskError as trouble:
        raise DeskError(trouble.code, **{"name": name, **trouble.params}) from trouble


def read_text(text: str, name: str = "") -> Draft:
    """Read text, typed or pasted, into a draft: raw copy, Markdown or the source of a page.

    Raises:
        DeskError: as `read_bytes`, for what text can be.
    """
    try:
        safe, notices = storable(text)
        return _draft_of_text(safe, notices)
    except DeskError as trouble:
        raise DeskError(trouble.code, **{"name": name, **trouble.params}) from trouble


def _draft_of_bytes(data: bytes, name: str) -> Draft:
    if not data:
        raise DeskError("intake.empty")
    kind = kind_of(data)
    if kind in _REFUSALS:
        raise DeskError(_REFUSALS[kind])
    limit = WORD_LIMIT if kind in _SORTERS else TEXT_LIMIT
    if len(data) > limit:
        raise _too_large(limit)
    if sort := _SORTERS.get(kind):
        return _draft_of_sheet(sort(data), ())
    text, notices = decoded(data)
    return _draft_of_text(text, notices, is_markdown=name.lower().endswith((".md", ".markdown")))


def _draft_of_text(text: str, notices: tuple[str, ...], *, is_markdown: bool = False) -> Draft:
    if not text.strip():
        raise DeskError("intake.empty")
    if page.is_page(text):
        return _draft_of_sheet(page.sort_page(text), notices)
    if _is_foreign(text):
        raise DeskError("intake.unknown-type")
    if len(text) > COPY_LIMIT:
        raise _too_large(COPY_LIMIT)
    if markdown.is_markdown(text, named=is_markdown):
        return _draft_of_sheet(markdown.sort_markdown(text), notices)
    return _draft_of_sheet(sort_wire(text), notices)


def _is_foreign(text: str) -> bool:
    """Say whether text is some other language of tags than HTML."""
    match = _FOREIGN_TEXT.match(text)
    if match is None:
        return False
    return not match["tag"] or (text.rstrip().endswith(">") and f"</{match['tag']}" in text)


def _draft_of_sheet(sheet: Sheet, notices: tuple[str, ...]) -> Draft:
    draft = draft_of(sheet)
    return replace(draft, notices=(*notices, *draft.notices))


def _too_large(limit: int) -> DeskError:
    return DeskError("intake.too-large", limit=str(limit // 1_000_000))
