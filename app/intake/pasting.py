"""Copy pasted from the web or from an office program: its words as clean Markdown, the rest told."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from lxml.html import HtmlElement

from app.domain.errors import DeskError
from app.intake.blocks import Piece, Walk
from app.intake.escape import at_start, escaped
from app.intake.page import tree

LIMIT = 4_000_000
"""Characters of HTML cleaned while the person waits, a book of them; more is pasted as plain words."""

LEFT_OUT = {
    "img": "pictures",
    "svg": "pictures",
    "video": "media",
    "audio": "media",
    "iframe": "media",
    "object": "media",
    "embed": "media",
    "script": "scripts",
    "form": "forms",
    "input": "forms",
    "button": "forms",
    "font": "looks",
    "style": "looks",
}
"""Elements that do not come along, and what they are called."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """Clean Markdown, and how much of what was left out: "pictures", "media", "looks", "scripts" and so on."""

    text: str
    left_out: tuple[tuple[str, int], ...] = ()


def clean(html: str) -> Pasted:
    """Return HTML of the clipboard as Markdown: paragraphs, subheads, lists, links, emphasis.

    Raises:
        DeskError: "intake.empty", "intake.unreadable", "intake.too-large".
    """
    if len(html) > LIMIT:
        raise DeskError("intake.too-large", name="", limit="1")
    document = tree(html)
    pieces = Walk(everything=True).read(document)
    words = [piece for piece in pieces if piece.kind != "alt"]
    if not words:
        raise DeskError("intake.empty", name="")
    groups = groupby(words, key=lambda piece: piece.group)
    text = "\n\n".join(_paragraph(list(group)) for _number, group in groups)
    return Pasted(text, _left_out(document))


def _paragraph(group: list[Piece]) -> str:
    return "\n".join(_line(piece) for piece in group)


def _line(piece: Piece) -> str:
    if piece.kind in {"title", "heading"}:
        # A story has one headline, which stands in a field of its own.
        return f"{'#' * max(2, piece.level)} {piece.run.markdown}"
    if piece.kind == "quote":
        return f"> {at_start(piece.run.markdown)}"
    if piece.kind in {"item", "row", "code"}:
        return piece.run.markdown
    return at_start(piece.run.markdown) if piece.run.marked else escaped(piece.run.words)


def _left_out(document: HtmlElement) -> tuple[tuple[str, int], ...]:
    found: Counter[str] = Counter()
    for element in document.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in LEFT_OUT:
            found[LEFT_OUT[element.tag]] += 1
        elif element.get("style"):
            found["looks"] += 1
    return tuple(sorted(found.items()))
