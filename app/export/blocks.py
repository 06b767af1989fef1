"""The body of a story as a list of blocks, for forms of it that are not HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lxml import html
from lxml.html import HtmlElement

from app.export.article import Article


class Kind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    QUOTATION = "quotation"
    ITEM = "item"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike. `link` is an address or ""."""

    words: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block with its words; `slot` is that of a picture, and `mark` what stands before an item."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    slot: int = 0
    mark: str = ""

    @property
    def words(self) -> str:
        """Return the words alone."""
        return "".join(run.words for run in self.runs)


_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_BOLD = {"strong", "b", "th"}
_ITALIC = {"em", "i", "cite"}


def blocks(article: Article) -> tuple[Block, ...]:
    """Return the blocks of the body in reading order; the row of a table is a paragraph."""
    tree = html.fragment_fromstring(article.body.html, create_parent="div")
    return tuple(block for block in _under(tree, Kind.PARAGRAPH) if block.slot or block.words)


def _under(parent: HtmlElement, kind: Kind) -> Iterator[Block]:
    for number, child in enumerate(parent, 1):
        tag = str(child.tag)
        if tag == "figure":
            yield Block(Kind.PICTURE, slot=int(child.get("data-slot", "0")))
        elif tag in _HEADINGS:
            yield Block(Kind.SUBHEAD, _runs(child))
        elif tag == "blockquote":
            yield from _under(child, Kind.QUOTATION)
        elif tag == "li":
            mark = f"{number}." if parent.tag == "ol" else "•"
            yield Block(Kind.ITEM, _runs(child), mark=mark)
        elif tag == "tr":
            yield Block(kind, _cells(child))
        elif tag in {"p", "pre", "dt", "dd", "caption"}:
            yield Block(kind, _runs(child))
        else:
            yield from _under(child, kind)


def _cells(row: HtmlElement) -> tuple[Run, ...]:
    found: list[Run] = []
    for cell in row:
        found += [Run(" | "), *_runs(cell)] if found else _runs(cell)
    return tuple(found)


def _runs(element: HtmlElement) -> tuple[Run, ...]:
    """Return the words of an element, each blank one space, without any at the ends."""
    found: list[Run] = []
    for run in _pieces(element, Run("")):
        words = " ".join(run.words.replace("\n", " ").replace("\t", " ").split(" "))
        if words and found and found[-1].words.endswith(" "):
            words = words.lstrip(" ")
        if words:
            found.append(Run(words, run.bold, run.italic, run.link))
    return _trimmed(found)


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    if runs:
        runs[0] = Run(runs[0].words.lstrip(" "), runs[0].bold, runs[0].italic, runs[0].link)
        last = runs[-1]
        runs[-1] = Run(last.words.rstrip(" "), last.bold, last.italic, last.link)
    return tuple(run for run in runs if run.words)


def _pieces(element: HtmlElement, outer: Run) -> Iterator[Run]:
    tag = str(element.tag)
    address = element.get("href", "") if tag == "a" else ""
    bold, italic = outer.bold or tag in _BOLD, outer.italic or tag in _ITALIC
    own = Run("", bold, italic, outer.link if address.startswith("#") else address or outer.link)
    yield Run("\n" if tag == "br" else element.text or "", own.bold, own.italic, own.link)
    for child in element:
        yield from _pieces(child, own)
        yield Run(child.tail or "", own.bold, own.italic, own.link)
