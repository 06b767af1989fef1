"""A saved web page, or HTML from elsewhere: its visible text, sorted like raw copy."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from app.domain.errors import DeskError
from app.intake.blocks import INVISIBLE, Piece, Walk
from app.intake.captions import is_doubled
from app.intake.escape import at_start
from app.intake.inline import collapsed
from app.intake.sheet import Entry, Sheet, cleaned
from app.intake.wire import sort_open

_PAGE = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*){0,5}"
    r"<(?:!doctype\s+html|html|head|body|meta|article|main|section|figure|div|p|h[1-6]|ul|ol|table"
    r"|blockquote|span|a|b|i|em|strong|br)\b[^<]{0,2000}>",
    re.IGNORECASE | re.DOTALL,
)
_HALF = 0.5
_ELEMENTS = 50_000
"""Elements of a page; real ones have a tenth of it."""
_WORDS = 2_000_000
"""Characters a page may show; as much as copy may have."""
_DEPTH = 250
"""Levels of nesting; real pages have a tenth of it, and the parser's own limit is close above."""


def is_page(text: str) -> bool:
    """Say whether text is the source of a page or a piece of one."""
    return _PAGE.match(text) is not None


def sort_page(text: str) -> Sheet:
    """Return the visible lines of a page: the article sorted like copy, the rest left out.

    The sheet's raw text is what a reader of the page sees, not its source.

    Raises:
        DeskError: "intake.empty" for a page without words, "intake.unreadable" for one nested
            too deep to be a page.
    """
    document = tree(text)
    walk = Walk(_article(document))
    pieces = list(_with_one_title(walk.read(document)))
    sheet = sheet_of_pieces(pieces)
    titled = any(piece.kind == "title" and not piece.dropped for piece in pieces)
    if not titled and (title := _title(document)):
        sheet.fields["headline"] = title
    if language := document.get("lang") or "":
        sheet.fields["language"] = language
    if published := _published(document):
        sheet.fields["published"] = published
    sort_open(sheet)
    return sheet


def tree(text: str) -> HtmlElement:
    """Parse HTML; nothing is fetched, comments are left out."""
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        document = lxml.html.document_fromstring(text.encode(), parser=parser)
    except lxml.etree.ParserError as trouble:
        raise DeskError("intake.empty") from trouble
    deep = any("depth" in entry.message.casefold() for entry in parser.error_log)
    if deep or _depth(document) > _DEPTH:
        raise DeskError("intake.unreadable", reason="nesting")
    if sum(1 for _ in document.iter()) > _ELEMENTS:
        raise DeskError("intake.unreadable", reason="elements")
    if _shown(document) > _WORDS:
        raise DeskError("intake.too-large", limit=str(_WORDS // 1_000_000))
    return document


def sheet_of_pieces(pieces: list[Piece]) -> Sheet:
    """Lay pieces out as lines, groups parted by blank lines; what their markup tells is placed."""
    entries: list[Entry] = []
    for _, group in groupby(pieces, key=lambda piece: piece.group):
        if entries:
            entries.append(Entry(len(entries) + 1, "", "", 0, role="blank"))
        for piece in group:
            entries.append(_entry(piece, len(entries) + 1))
    if not any(entry.words for entry in entries):
        raise DeskError("intake.empty")
    _join_captions(entries)
    _one_headline(entries)
    return Sheet("\n".join(entry.text for entry in entries), entries)


def _entry(piece: Piece, number: int) -> Entry:
    words = cleaned(piece.run.words)
    entry = Entry(number, words, words, block=piece.group, file=piece.file)
    if piece.dropped:
        entry.drop(piece.dropped)
    elif piece.kind in {"alt", "caption"}:
        entry.place("caption", "alt-text" if piece.kind == "alt" else "")
    elif piece.kind in {"title", "heading", "standfirst"}:
        _place_heading(entry, piece)
    elif piece.kind != "text":
        entry.place("body", piece.kind)
        markdown = piece.run.markdown
        entry.markdown = f"> {at_start(markdown)}" if piece.kind == "quote" else markdown
    elif piece.run.marked:
        entry.markdown = at_start(piece.run.markdown)
    return entry


def _place_heading(entry: Entry, piece: Piece) -> None:
    if piece.kind == "standfirst":
        entry.place("standfirst", "marked")
        return
    entry.place("headline" if piece.kind == "title" else "subhead", "marked")
    entry.markdown = f"{'#' * max(2, piece.level)} {piece.run.markdown}"


def _one_headline(entries: list[Entry]) -> None:
    """Keep the first headline; a second one is a subhead, the same words again are left out."""
    titles = [entry for entry in entries if entry.role == "headline"]
    for entry in titles[1:]:
        if entry.words == titles[0].words:
            entry.drop("repeated-headline")
        else:
            entry.place("subhead", "marked")


def _join_captions(entries: list[Entry]) -> None:
    """Bring a picture, with its alternative text, and the caption below it together."""
    lines = [entry for entry in entries if entry.role not in {"blank", "dropped"}]
    for one, other in pairwise(lines):
        if one.reason != "alt-text":
            continue
        if (
            other.role == "caption"
            and other.reason != "alt-text"
            and not one.file == other.file != ""
        ):
            other.block, other.file = one.block, one.file
        elif not other.role and is_doubled(one.words, other.words):
            other.place("caption", "doubled")
            other.block, other.file = one.block, one.file


def _with_one_title(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces with the page's only headline kept even when it stands outside the article."""
    inside = any(piece.kind == "title" and not piece.dropped for piece in pieces)
    outside = [
        piece for piece in pieces if piece.kind == "title" and piece.dropped == "outside-article"
    ]
    chosen = outside[0] if outside and not inside else None
    for piece in pieces:
        if piece is chosen:
            yield Piece(piece.kind, piece.run, piece.group, piece.level)
        else:
            yield piece


def _article(document: HtmlElement) -> HtmlElement | None:
    """Return the element that holds most of the running text and says it is the story, if any."""
    running: dict[HtmlElement, int] = {}
    total = 0
    for paragraph in document.iter("p"):
        length = len("".join(paragraph.itertext()))
        total += length
        for above in paragraph.iterancestors("article", "main"):
            running[above] = running.get(above, 0) + length
    for tag in ("article", "main"):
        best = max(
            (each for each in running if each.tag == tag), key=running.__getitem__, default=None
        )
        if best is not None and running[best] > total * _HALF:
            return best
    return None


def _title(document: HtmlElement) -> str:
    """Return the title of the page without the name of the site behind it."""
    found = document.findtext(".//title") or ""
    return collapsed(re.split(r"\s[|–—-]\s(?=[^|–—]{1,40}$)", found, maxsplit=1)[0]).strip()


def _published(document: HtmlElement) -> str:
    """Return the day the page says it was put on line, as ISO 8601, or ""."""
    found = document.xpath(
        "//meta[@property='article:published_time']/@content | //article//time/@datetime"
    )
    return str(found[0])[:10] if found else ""


def _shown(document: HtmlElement) -> int:
    """Return the number of characters outside scripts and the like."""
    return sum(
        len(element.tail or "") + (0 if element.tag in INVISIBLE else len(element.text or ""))
        for element in document.iter()
    )


def _depth(document: HtmlElement) -> int:
    depth = deepest = 0
    for event, _ in lxml.etree.iterwalk(document, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
