"""A story as plain text, for those who paste it elsewhere."""

import re
from functools import lru_cache

from lxml import html

from app.export.article import Article

_SLOT = re.compile(r"<figure[^>]*></figure>")


def text(article: Article) -> bytes:
    """Return the story as UTF-8 text: fields, then blocks parted by blank lines, then captions."""
    parts = [article.eyebrow, article.headline, article.standfirst, article.byline]
    parts += blocks(article)
    parts += [_caption(figure.caption, figure.credit) for figure in article.figures]
    parts += [article.agency_credit, article.address]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def blocks(article: Article) -> list[str]:
    """Return the body as plain blocks in reading order: paragraphs, subheads, items, rows."""
    return list(_blocks(article.body.html))


@lru_cache(maxsize=8)
def _blocks(body: str) -> tuple[str, ...]:
    """Return the blocks of a body, which several files of one story ask for."""
    tree = html.fragment_fromstring(_SLOT.sub("", body), create_parent="div")
    found = []
    for element in tree.iter("p", "h2", "h3", "h4", "h5", "h6", "li", "tr", "dt", "dd", "pre"):
        if element.find("p") is None:
            joint = " | " if element.tag == "tr" else ""
            words = joint.join(part for part in element.itertext() if part.strip() or not joint)
            found.append(words if element.tag == "pre" else _one_line(words))
    return tuple(block for block in found if block)


def _one_line(words: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", words).strip()


def _caption(caption: str, credit: str) -> str:
    return f"[{caption} ({credit})]" if credit and caption else f"[{caption or credit}]"
