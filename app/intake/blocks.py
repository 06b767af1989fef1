"""A page's tree into pieces: each visible paragraph, heading and picture, in reading order."""

import re
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from app.intake.escape import at_start
from app.intake.inline import Run, joined, plain_run, run_of
from app.intake.sheet import check_count


def _names(tags: str) -> frozenset[str]:
    return frozenset(tags.split())


INVISIBLE = _names(
    "script style noscript template svg math iframe object embed canvas audio video head title "
    "meta link select option textarea input colgroup map"
)
_BLOCKS = _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html img legend li main menu nav ol p "
    "picture pre section summary table tbody td tfoot th thead tr ul button label br"
)
_FURNITURE_TAGS = _names("nav footer aside form button dialog menu label")
_FURNITURE_ROLES = _names("navigation banner contentinfo complementary search dialog")
_FURNITURE_NAMES = re.compile(
    r"(?:^|[-_\s])(?:share|sharing|social|newsletter|related|cookies?|consent|comments?|promo|advert\w*"
    r"|ads?|breadcrumbs?|sidebar|menu|nav|navbar|navigation|footer|toolbar|recommend\w*|subscribe"
    r"|paywall|sr-only)(?:$|[-_\s])",
    re.IGNORECASE,
)
_STANDFIRST = re.compile(
    r"(?:^|[-_\s])(?:standfirst|chapo|chapeau|lede|deck|dek)(?:$|[-_\s])", re.IGNORECASE
)
_HEADING = re.compile(r"h[1-6]")
_GROUPED = _names("ul ol table figure blockquote")


@dataclass(frozen=True, slots=True)
class Piece:
    """One visible line of a page; pieces with the same `group` belong together.

    `kind` is "title", "heading", "text", "standfirst", "item", "quote", "row", "code", "alt" or
    "caption". `dropped` is the reason it is no part of the story.
    """

    kind: str
    run: Run
    group: int
    level: int = 0
    dropped: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class _Around:
    """What the elements around a place say of it."""

    kind: str = "text"
    level: int = 0
    group: int = 0
    dropped: str = ""
    ordered: bool = False


class Walk:
    """One pass over a tree; `pieces` holds what was read."""

    def __init__(self, root: HtmlElement | None = None, *, everything: bool = False) -> None:
        """Read only what stands inside `root` as story; `everything` knows no site furniture."""
        self.pieces: list[Piece] = []
        self._root = root
        self._everything = everything
        self._above = set(root.iterancestors()) if root is not None else set()
        self._runs: list[Run] = []
        self._groups = 0
        self._containers: set[HtmlElement] = set()

    def read(self, document: HtmlElement) -> list[Piece]:
        """Return the pieces of a document."""
        for element in document.iter(*_BLOCKS):
            for above in element.iterancestors():
                if above in self._containers:
                    break
                self._containers.add(above)
        start = "outside-article" if self._root is not None else ""
        self._element(document, _Around(dropped=start))
        self._end_paragraph(_Around(dropped=start))
        return self.pieces

    def _element(self, element: HtmlElement, around: _Around) -> None:
        if not isinstance(element.tag, str) or element.tag in INVISIBLE:
            return
        if element.tag not in _BLOCKS and element not in self._containers:
            self._runs.append(run_of(element))
            return
        check_count(len(self.pieces))
        inside = self._around(element, around)
        self._end_paragraph(around)
        if not self._whole(element, inside):
            self._children(element, inside)
        self._end_paragraph(inside)

    def _children(self, element: HtmlElement, inside: _Around) -> None:
        self._runs.append(plain_run(element.text))
        for child in element:
            self._element(child, inside)
            self._runs.append(plain_run(child.tail))

    def _whole(self, element: HtmlElement, inside: _Around) -> bool:
        """Read an element that is more than its children; say whether it was one."""
        if element.tag == "pre":
            self._code(element, inside)
        elif element.tag == "tr" and self._is_plain_row(element):
            self._row(element, inside)
        elif element.tag == "img":
            self._picture(element, inside)
        else:
            return False
        return True

    def _around(self, element: HtmlElement, around: _Around) -> _Around:
        """Return what this element adds to its surroundings."""
        if element is self._root:
            around = replace(around, dropped="")
        if self._is_furniture(element):
            around = replace(around, dropped=around.dropped or "page-furniture")
        if _HEADING.fullmatch(element.tag):
            level = int(element.tag[1])
            return replace(around, kind="title" if level == 1 else "heading", level=level)
        if element.tag in _GROUPED:
            return self._grouped(element, around)
        group = 0 if element.tag in {"td", "th"} else around.group
        return replace(around, kind=_kind(element, around), group=group)

    def _grouped(self, element: HtmlElement, around: _Around) -> _Around:
        """Open a list, a table, a figure or a long quotation; the outermost one makes the group."""
        if element.tag == "blockquote":
            return replace(around, kind="quote", group=0)
        if element.tag == "figure":
            pictured = element.find(".//img") is not None
            return replace(around, kind="caption", group=self._next_group()) if pictured else around
        group = around.group or self._next_group()
        if element.tag == "table":
            return replace(around, group=group)
        level = around.level + 1 if around.kind == "item" else 1
        return replace(around, kind="item", level=level, group=group, ordered=element.tag == "ol")

    def _is_furniture(self, element: HtmlElement) -> bool:
        if self._everything or element in self._above or element is self._root:
            return False
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        return (
            element.tag in _FURNITURE_TAGS
            or (element.get("role") or "") in _FURNITURE_ROLES
            or _FURNITURE_NAMES.search(names) is not None
        )

    def _end_paragraph(self, around: _Around) -> None:
        """Make a piece of the words gathered so far, if any."""
        run = joined(self._runs)
        self._runs = []
        if not run.words.strip():
            return
        kind, group = around.kind, around.group or self._next_group()
        if kind == "item":
            mark = "1." if around.ordered else "-"
            indent = "    " * (around.level - 1)
            run = Run(run.words, f"{indent}{mark} {at_start(run.markdown)}", marked=True)
        self.pieces.append(Piece(kind, run, group, around.level, around.dropped))

    def _code(self, element: HtmlElement, inside: _Around) -> None:
        group = self._next_group()
        for line in "".join(element.itertext()).strip("\n").splitlines():
            if line.strip():
                run = Run(line.strip(), f"    {line}", marked=True)
                self.pieces.append(Piece("code", run, group, 0, inside.dropped))

    def _is_plain_row(self, row: HtmlElement) -> bool:
        """Say whether a row holds figures: a table that only lays out a page has blocks inside."""
        cells = all(cell.tag in {"td", "th"} and self._is_plain_cell(cell) for cell in row)
        stray = [row.text, *(cell.tail for cell in row)]
        return cells and not "".join(filter(None, stray)).strip()

    def _is_plain_cell(self, cell: HtmlElement) -> bool:
        """Say whether a cell holds words alone; office programs put them into one paragraph."""
        if cell not in self._containers:
            return True
        inside = list(cell)
        lone = len(inside) == 1 and inside[0].tag == "p" and inside[0] not in self._containers
        return self._everything and lone and not (cell.text or "").strip()

    def _row(self, element: HtmlElement, inside: _Around) -> None:
        cells = [joined([run_of(cell)]) for cell in element]
        words = " | ".join(cell.words for cell in cells)
        if not words.strip(" |"):
            return
        first = not any(piece.group == inside.group for piece in self.pieces[-1:])
        markdown = f"| {' | '.join(cell.markdown.replace('|', '&#124;') for cell in cells)} |"
        rule = "\n|" + " --- |" * len(cells) if first else ""
        run = Run(words, markdown + rule, marked=True)
        self.pieces.append(Piece("row", run, inside.group or self._next_group(), 0, inside.dropped))

    def _picture(self, image: HtmlElement, inside: _Around) -> None:
        """Read a picture; one without words outside a figure is an ornament."""
        words, file = plain_run(image.get("alt")).words.strip(), image.get("src") or ""
        if words or inside.kind == "caption":
            kept = "" if file.startswith("data:") else file
            group = inside.group or self._next_group()
            self.pieces.append(Piece("alt", Run(words, words), group, 0, inside.dropped, kept))

    def _next_group(self) -> int:
        self._groups += 1
        return self._groups


def _kind(element: HtmlElement, around: _Around) -> str:
    """Return what an element makes of the text in it."""
    if element.tag == "figcaption":
        return "caption"
    if element.tag == "li" and around.kind == "text":
        return "item"
    standfirst = element.tag == "p" and _STANDFIRST.search(element.get("class") or "")
    return "standfirst" if standfirst and around.kind == "text" else around.kind
