"""Setting finished copy: order of headings, quotations, links, and typography, on the tree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html
from lxml.html import HtmlElement

from app.export.spacing import typeset_pieces

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_INLINE = {
    *("a", "abbr", "b", "cite", "del", "em", "i", "ins", "mark", "q", "s", "small", "span"),
    *("strong", "u"),
}
_AS_WRITTEN = {"code", "pre", "sup", "sub"}
"""Elements whose text is not prose: no space is put into a formula or the number of a note."""

_HOLDERS = {*_HEADINGS, "p", "li", "td", "th", "dt", "dd", "caption", "blockquote", "div"}
_PAIRS = {"«": "»", "“": "”"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How copy is set: its language, the words of its notes, and what opens the first paragraph."""

    language: str
    note_back: str = ""
    note_back_words: str = ""
    dateline: str = ""
    dash: str = " — "


def set_copy(tree: HtmlElement, style: Style) -> None:
    """Set the copy under `tree` in place."""
    _order_headings(tree)
    _drop_empty(tree)
    _mend_links(tree)
    for cell in tree.iter("th"):
        cell.set("scope", "col")
    for pieces in _texts(tree):
        _typeset(pieces, style.language)
    _open(tree, style)
    _mark_quotations(tree)


def paragraphs(tree: HtmlElement) -> tuple[str, ...]:
    """Return the running text of each paragraph, without the numbers of notes."""
    found = []
    for paragraph in tree.iter("p"):
        if any(parent.get("class") == "footnote" for parent in paragraph.iterancestors("div")):
            continue
        text = "".join(_running(paragraph))
        found.append(" ".join(text.split(" ")).replace("\n", " ").strip())
    return tuple(text for text in found if text)


def _running(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != "sup":
            yield from _running(child)
        yield child.tail or ""


def inner_html(tree: HtmlElement) -> str:
    """Return what stands inside `tree` as HTML."""
    parts = [html.tostring(child, encoding="unicode") for child in tree]
    return html_escape(tree.text or "") + "".join(parts)


def html_escape(text: str) -> str:
    """Return text as HTML text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _order_headings(tree: HtmlElement) -> None:
    """Let subheads begin at the second level and never skip one (the headline is the first)."""
    level = 1
    for heading in tree.iter(*_HEADINGS):
        level = max(2, min(int(str(heading.tag)[1]), level + 1))
        heading.tag = f"h{level}"


def _drop_empty(tree: HtmlElement) -> None:
    for tag in ("p", "blockquote", "li", "ul", "ol", *_HEADINGS):
        for element in list(tree.iter(tag)):
            if not "".join(element.itertext()).strip() and element.find(".//figure") is None:
                element.drop_tree()


def _mend_links(tree: HtmlElement) -> None:
    """Ask for the secure form of every page linked to; a link without address is only words."""
    for link in list(tree.iter("a")):
        address = link.get("href", "")
        if not address:
            link.drop_tag()
        elif address.lower().startswith("http://"):
            link.set("href", f"https{address[4:]}")


_Place = tuple[HtmlElement, str]
"""A string of the tree: the element and "text" or "tail"."""


def _texts(tree: HtmlElement) -> list[list[_Place]]:
    """Return the strings of the tree, those of one paragraph together."""
    runs: list[list[_Place]] = [[]]
    _collect(tree, runs)
    return [run for run in runs if run]


def _collect(element: HtmlElement, runs: list[list[_Place]]) -> None:
    if element.tag not in _AS_WRITTEN:
        if element.text:
            runs[-1].append((element, "text"))
        for child in element:
            _collect_child(child, runs)


def _collect_child(child: HtmlElement, runs: list[list[_Place]]) -> None:
    apart = child.tag not in _INLINE and child.tag not in _AS_WRITTEN
    if apart:
        runs.append([])
    _collect(child, runs)
    if apart:
        runs.append([])
    if child.tail:
        runs[-1].append((child, "tail"))


def _typeset(places: list[_Place], language: str) -> None:
    pieces = [str(getattr(element, side)) for element, side in places]
    if not "".join(pieces).strip():
        return
    for (element, side), words in zip(places, typeset_pieces(pieces, language), strict=True):
        setattr(element, side, words)


def _open(tree: HtmlElement, style: Style) -> None:
    """Mark the first paragraph, and put the place and date before its first word."""
    first = next((child for child in tree if child.tag != "figure"), None)
    if first is None or first.tag != "p":
        return
    if style.dateline:
        place = etree.Element("span", {"class": "dateline"})
        place.text = style.dateline
        place.tail = style.dash + (first.text or "")
        first.text = None
        first.insert(0, place)
    elif re.match(r"[^\W\d_]", "".join(first.itertext()).strip()):
        first.set("class", "opening")


def _mark_quotations(tree: HtmlElement) -> None:
    """Make a paragraph that is one quotation from its first sign to its last a block quotation."""
    for paragraph in [child for child in tree if child.tag == "p"]:
        if is_quotation("".join(paragraph.itertext()).strip()):
            block = html.fragment_fromstring('<blockquote class="said"></blockquote>')
            parent = paragraph.getparent()
            if parent is None:
                continue
            block.tail, paragraph.tail = paragraph.tail, None
            parent.replace(paragraph, block)
            paragraph.attrib.pop("class", None)
            block.append(paragraph)


def is_quotation(text: str) -> bool:
    """Say whether `text` is one pair of quotation marks with what stands between them."""
    closing = _PAIRS.get(text[:1], "")
    end = text.rstrip(".!?…")
    if not closing or not end.endswith(closing):
        return False
    depth = 0
    for index, char in enumerate(end):
        depth += (char == text[0]) - (char == closing)
        if depth == 0:
            return index == len(end) - 1
    return False
