"""The one dialect of body copy: Markdown with tables and notes, made safe at the very end."""

import re
import threading
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

import markdown as library
import nh3
from lxml import html
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from typing_extensions import override

from app.domain.story import SLOT, SLOT_ANYWHERE
from app.export import setting
from app.export.bounds import bounded, restored, shallow
from app.export.spacing import seemly, without_unseen

_SLOT_MARK = re.compile(r'<figure data-slot="(\d{1,4})"></figure>')

_TAGS = {
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "div"),
    *("strong", "b", "em", "i", "a", "q", "cite", "abbr", "code", "s", "del", "ins", "small"),
    *("sup", "sub", "mark", "span", "dl", "dt", "dd", "figure"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}  # fmt: skip
"""The editorial allow-list: nothing that loads, runs, asks or covers."""

_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "hreflang", "id", "role", "title"},
    "abbr": {"title"},
    "ol": {"start", "reversed"},
    "li": {"id", "value"},
    "sup": {"id"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "figure": {"data-slot"},
}

_CLASSES = {
    "blockquote": {"said"},
    "p": {"opening"},
    "span": {"dateline"},
    "div": {"footnote"},
    "a": {"footnote-ref", "footnote-backref"},
}

_CONTENT_GONE = {
    "script",
    "style",
    "template",
    "title",
    "noscript",
    "iframe",
    "textarea",
    "svg",
    "math",
}
"""Elements dropped with what they hold: their content is no copy."""

_NOTE = re.compile(r"^fn(ref)?\d*:[A-Za-z0-9_-]{1,60}$")
_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")
_NUMBER = re.compile(r"^\d{1,4}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Body copy as a reader gets it. `html` is safe; `paragraphs` are its plain paragraphs.

    `slots` are the photo slots that stand in `html`, in reading order, each marked by
    `<figure data-slot="N"></figure>`. `leads` says that the first of them comes before any word.
    """

    html: str
    paragraphs: tuple[str, ...]
    slots: tuple[int, ...]
    leads: bool

    def with_figures(self, figures: dict[int, str]) -> str:
        """Return the HTML with each photo slot filled once; slots without a figure vanish."""
        left = dict(figures)
        return _SLOT_MARK.sub(lambda match: left.pop(int(match[1]), ""), self.html)


def render(body: str, style: setting.Style) -> Body:
    """Return body Markdown as safe HTML, set in the typography of its language.

    Raw HTML is sanitised before the copy is set and once more after it, so that the sanitiser
    is the last hand on every character of the result.
    """
    spaced = bounded(SLOT_ANYWHERE.sub(r"\n\n\g<0>\n\n", seemly(body)))
    # Markup is not composed as copy is: ">" and a combining stroke would become one sign.
    first = without_unseen(shallow(_clean(restored(_dialect(style).convert(spaced)))))
    tree = html.fragment_fromstring(first, create_parent="div")
    setting.set_copy(tree, style)
    paragraphs = setting.paragraphs(tree)
    # No-break spaces are characters of the copy like any other; the page is UTF-8.
    safe = _clean(setting.inner_html(tree)).strip().replace("&nbsp;", "\u00a0")
    slots = tuple(dict.fromkeys(int(match[1]) for match in _SLOT_MARK.finditer(safe)))
    return Body(
        html=safe,
        paragraphs=paragraphs,
        slots=slots,
        leads=safe.startswith("<figure data-slot="),
    )


def plain(words: str) -> str:
    """Return a stretch of Markdown without its marks, on one line."""
    bare = seemly(words)
    if not _MARKED.search(bare):
        return " ".join(bare.split())
    made = without_unseen(shallow(_clean(restored(_simple().convert(bounded(bare))))))
    tree = html.fragment_fromstring(made, create_parent="div")
    return " ".join(str(tree.text_content()).split())


_MARKED = re.compile(
    r"[^\w\s,.;:!?…'’\"«»“”‘’(){}%€$£/+°–—-]|[\r\n\x00-\x08]|_|^\s*(?:[+-]|\d+[.)])|:/|^\s{4}|\t"
)
"""A sign that Markdown or HTML could read as more than itself."""

_own = threading.local()
"""Each thread has dialects of its own: one is made once and remembers the text it reads."""


def _simple() -> library.Markdown:
    made: library.Markdown | None = getattr(_own, "simple", None)
    if made is None:
        made = _own.simple = library.Markdown()
    made.reset()
    return made


def _dialect(style: setting.Style) -> library.Markdown:
    kept: dict[tuple[str, str], library.Markdown] = _own.__dict__.setdefault("dialects", {})
    words = (style.note_back, style.note_back_words)
    if words not in kept:
        kept[words] = _new_dialect(style)
    kept[words].reset()
    return kept[words]


def _new_dialect(style: setting.Style) -> library.Markdown:
    notes = FootnoteExtension(BACKLINK_TITLE=style.note_back, BACKLINK_TEXT=style.note_back_words)
    made = library.Markdown(
        extensions=[_PhotoSlots(), notes, TableExtension(), "sane_lists"],
        output_format="html",
    )
    # Wire copy comes with lines set in by spaces, and a newsroom prints no program listings.
    made.parser.blockprocessors.deregister("code")
    return made


class _SlotBlock(BlockProcessor):
    """A paragraph that is a photo slot becomes the mark of a figure."""

    @override
    def test(self, parent: Element, block: str) -> bool:
        """Say whether the block is a photo slot."""
        return SLOT.fullmatch(block.strip()) is not None

    @override
    def run(self, parent: Element, blocks: list[str]) -> None:
        """Put the mark in the place of the block."""
        found = SLOT.fullmatch(blocks.pop(0).strip())
        if found:
            figure = SubElement(parent, "figure")
            figure.set("data-slot", found[1])


class _PhotoSlots(Extension):
    """Photo slots in Markdown."""

    @override
    def extendMarkdown(self, md: library.Markdown) -> None:
        """Take slots before any other block does."""
        md.parser.blockprocessors.register(_SlotBlock(md.parser), "photo-slot", 200)


def _clean(markup: str) -> str:
    return nh3.clean(
        markup,
        tags=_TAGS,
        clean_content_tags=_CONTENT_GONE,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        allowed_classes=_CLASSES,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


_FILTERS = {
    "id": _NOTE,
    "lang": _LANGUAGE,
    "hreflang": _LANGUAGE,
    "dir": re.compile(r"^(ltr|rtl|auto)$"),
    "scope": re.compile(r"^(col|row)$"),
    "role": re.compile(r"^doc-(noteref|backlink)$"),
    "href": re.compile(r"^(https?://[^/\s]|mailto:\S|tel:\+?\d|#fn)", re.IGNORECASE),
    "start": _NUMBER,
    "value": _NUMBER,
    "colspan": _NUMBER,
    "rowspan": _NUMBER,
    "data-slot": _NUMBER,
}


def _attribute(_tag: str, name: str, value: str) -> str | None:
    """Keep an attribute only when its value is of the kind that copy needs."""
    wanted = _FILTERS.get(name)
    return value if wanted is None or wanted.match(value) else None
