"""An .odt file: its text as the page it would make, sorted like copy; nothing outside is opened."""

import io
import zipfile
from collections.abc import Iterator

import lxml.etree
from lxml.html import HtmlElement, builder, tostring

from app.domain.errors import DeskError
from app.intake.blocks import Walk
from app.intake.page import sheet_of_pieces, tree
from app.intake.sheet import Sheet
from app.intake.unpacking import TROUBLE, check
from app.intake.wire import sort_open

CONTENT = "content.xml"

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LINK = "{http://www.w3.org/1999/xlink}href"

# Styles as LibreOffice names them in the file, whatever language it speaks.
_TITLES = frozenset({"Title"})
_STANDFIRSTS = frozenset({"Subtitle"})
_CAPTIONS = frozenset({"Caption", "Illustration", "Figure", "Drawing"})
_QUOTES = frozenset({"Quotations"})
_LEFT_OUT = {
    f"{_OFFICE}annotation": "comments-left-out",
    f"{_OFFICE}annotation-end": "",
    f"{_TEXT}tracked-changes": "deletions-left-out",
    f"{_TEXT}note": "notes-left-out",
    f"{_TEXT}sequence-decls": "",
    f"{_OFFICE}forms": "",
}
"""Elements that are no copy, and the notice each is owed."""


def sort_opendocument(data: bytes) -> Sheet:
    """Return the lines of an .odt file, every one with its place.

    Raises:
        DeskError: "intake.unreadable" for a damaged file, "intake.unsafe" for one that is made to
            exhaust the machine or declares entities, "intake.protected", "intake.empty".
    """
    reading = _Reading(_content(data))
    sheet = sheet_of_pieces(Walk(everything=True).read(tree(reading.html())))
    sheet.notices.extend(reading.notices)
    sort_open(sheet)
    return sheet


def _content(data: bytes) -> lxml.etree._Element:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check(archive)
            text = archive.read(CONTENT)
        parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        return lxml.etree.fromstring(text, parser)
    except TROUBLE as trouble:
        raise DeskError("intake.unreadable", reason=str(trouble)[:200]) from trouble


class _Reading:
    """One pass over the content of a document."""

    def __init__(self, root: lxml.etree._Element) -> None:
        self._root = root
        self._looks = dict(_looks(root))
        self.notices: list[str] = []

    def html(self) -> str:
        """Return the document as HTML of a few plain elements."""
        body = self._root.find(f"{_OFFICE}body/{_OFFICE}text")
        if body is None:
            raise DeskError("intake.unreadable", reason=CONTENT)
        made = builder.BODY(*self._blocks(body))
        return str(tostring(made, encoding="unicode"))

    def _blocks(self, element: lxml.etree._Element) -> Iterator[HtmlElement]:
        for child in element:
            if self._is_left_out(child):
                continue
            if child.tag == f"{_TEXT}h":
                level = child.get(f"{_TEXT}outline-level") or "2"
                # The first level is the headline only where the style says "Title".
                level = level if level in {"2", "3", "4", "5", "6"} else "2"
                yield self._inline(child, getattr(builder, f"H{level}"))
            elif child.tag == f"{_TEXT}p":
                yield self._paragraph(child)
            elif child.tag == f"{_TEXT}list":
                yield builder.UL(*(builder.LI(*self._blocks(item)) for item in child))
            elif child.tag == f"{_TABLE}table":
                yield self._table(child)
            elif isinstance(child.tag, str):
                yield from self._blocks(child)

    def _paragraph(self, element: lxml.etree._Element) -> HtmlElement:
        style = self._looks.get(element.get(f"{_TEXT}style-name") or "", ("", ""))[0]
        if style in _QUOTES:
            return builder.BLOCKQUOTE(self._inline(element, builder.P))
        kinds = ((_TITLES, builder.H1), (_CAPTIONS, builder.FIGCAPTION))
        made = next((kind for styles, kind in kinds if style in styles), builder.P)
        found = self._inline(element, made)
        if style in _STANDFIRSTS:
            found.set("class", "standfirst")
        return found

    def _table(self, element: lxml.etree._Element) -> HtmlElement:
        rows = element.iter(f"{_TABLE}table-row")
        return builder.TABLE(
            *(
                builder.TR(
                    *(
                        builder.TD(" ".join("".join(map(str, cell.itertext())).split()))
                        for cell in row.iterchildren(f"{_TABLE}table-cell")
                    )
                )
                for row in rows
            )
        )

    def _inline(self, element: lxml.etree._Element, made: type) -> HtmlElement:
        found: HtmlElement = made()
        _append(found, element.text)
        for child in element:
            if not self._is_left_out(child):
                self._child(found, child)
            _append(found, child.tail)
        return found

    def _child(self, into: HtmlElement, child: lxml.etree._Element) -> None:
        if child.tag == f"{_TEXT}s":
            _append(into, " " * min(int(child.get(f"{_TEXT}c") or "1"), 100))
        elif child.tag == f"{_TEXT}tab":
            _append(into, " ")
        elif child.tag == f"{_TEXT}line-break":
            into.append(builder.BR())
        elif child.tag == f"{_TEXT}a":
            link = self._inline(child, builder.A)
            link.set("href", child.get(_LINK) or "")
            into.append(link)
        elif isinstance(child.tag, str):
            look = self._looks.get(child.get(f"{_TEXT}style-name") or "", ("", ""))[1]
            made = {"strong": builder.STRONG, "em": builder.EM}.get(look, builder.SPAN)
            into.append(self._inline(child, made))

    def _is_left_out(self, element: lxml.etree._Element) -> bool:
        if element.tag not in _LEFT_OUT:
            return not isinstance(element.tag, str)
        notice = _LEFT_OUT[element.tag]
        if notice and notice not in self.notices:
            self.notices.append(notice)
        return True


def _looks(root: lxml.etree._Element) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each style with the named style it comes from, and the mark it makes of its words."""
    for name in (*_TITLES, *_STANDFIRSTS, *_CAPTIONS, *_QUOTES):
        yield name, (name, "")
    for style in root.iter(f"{_STYLE}style"):
        told = style.find(f"{_STYLE}text-properties")
        bold = told is not None and told.get(f"{_FO}font-weight") == "bold"
        italic = told is not None and told.get(f"{_FO}font-style") == "italic"
        look = "strong" if bold else "em" if italic else ""
        name = style.get(f"{_STYLE}name") or ""
        yield name, (style.get(f"{_STYLE}parent-style-name") or name, look)


def _append(into: HtmlElement, text: str | None) -> None:
    """Add words after all that stands in an element."""
    if not text:
        return
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    else:
        into.text = (into.text or "") + text
