"""The newest stories for feed readers: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import Any

from lxml import etree

from app.export.article import Article
from app.export.edition import Edition, PictureFile
from app.export.jsonfile import json_file

_ATOM = "http://www.w3.org/2005/Atom"
_NAMES: dict[Any, str] = {None: _ATOM}


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """What a feed says of itself.

    `address` is the folder its files stand in, with a slash; `updated` the newest change told.
    """

    title: str
    home: str
    address: str
    language: str
    description: str
    rights: str
    updated: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One story in a feed. `summary` is plain text; `topics` its categories."""

    address: str
    title: str
    summary: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    language: str
    published: datetime
    modified: datetime
    image: str
    image_type: str
    image_bytes: int


def channel(article: Article, edition: Edition) -> Channel:
    """Return the channel of the feed beside a page."""
    return Channel(
        title=edition.site_name,
        home=edition.address(),
        address=article.address,
        language=article.language,
        description=edition.tagline or edition.site_name,
        rights=f"© {article.published.year} {edition.copyright_holder or edition.house()}",
        updated=article.modified,
    )


def entry(article: Article, image: PictureFile) -> Entry:
    """Return a story as feeds tell it."""
    return Entry(
        address=article.address,
        title=article.headline,
        summary=article.description,
        authors=tuple(author.name for author in article.authors),
        topics=article.topics,
        language=article.language,
        published=article.published,
        modified=article.modified,
        image=article.address + image.name,
        image_type=image.media_type,
        image_bytes=len(image.data),
    )


def atom(about: Channel, entries: Sequence[Entry]) -> bytes:
    """Return an Atom feed; `entries` are newest first."""
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap=_NAMES)
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", about.language)
    _atom_add(feed, "id", about.address)
    _atom_add(feed, "title", about.title)
    _atom_add(feed, "updated", about.updated.isoformat())
    _atom_add(feed, "rights", about.rights)
    _atom_add(
        feed, "link", rel="self", type="application/atom+xml", href=f"{about.address}feed.atom.xml"
    )
    _atom_add(feed, "link", rel="alternate", type="text/html", href=about.home)
    for one in entries:
        _atom_entry(_atom_add(feed, "entry"), one)
    return _xml(feed)


def _atom_entry(node: "etree._Element", one: Entry) -> None:
    _atom_add(node, "id", one.address)
    _atom_add(node, "title", one.title)
    _atom_add(node, "published", one.published.isoformat())
    _atom_add(node, "updated", one.modified.isoformat())
    for name in one.authors:
        _atom_add(_atom_add(node, "author"), "name", name)
    _atom_add(
        node, "link", rel="alternate", type="text/html", hreflang=one.language, href=one.address
    )
    _atom_add(
        node,
        "link",
        rel="enclosure",
        type=one.image_type,
        length=str(one.image_bytes),
        href=one.image,
    )
    for topic in one.topics:
        _atom_add(node, "category", term=topic)
    _atom_add(node, "summary", one.summary)


def _atom_add(
    parent: "etree._Element", name: str, text: str = "", **attributes: str
) -> "etree._Element":
    return _add(parent, f"{{{_ATOM}}}{name}", text, **attributes)


def rss(about: Channel, entries: Sequence[Entry]) -> bytes:
    """Return an RSS 2.0 feed; `entries` are newest first."""
    root = etree.Element("rss", version="2.0", nsmap={"atom": _ATOM})
    node = _add(root, "channel")
    _add(node, "title", about.title)
    _add(node, "link", about.home)
    _add(node, "description", about.description)
    _add(node, "language", about.language.lower())
    _add(node, "copyright", about.rights)
    _add(node, "lastBuildDate", _rfc822(about.updated))
    _atom_add(
        node, "link", rel="self", type="application/rss+xml", href=f"{about.address}feed.rss.xml"
    )
    for one in entries:
        _rss_item(_add(node, "item"), one)
    return _xml(root)


def _rss_item(node: "etree._Element", one: Entry) -> None:
    _add(node, "title", one.title)
    _add(node, "link", one.address)
    _add(node, "guid", one.address, isPermaLink="true")
    _add(node, "pubDate", _rfc822(one.published))
    _add(node, "description", one.summary)
    for topic in one.topics:
        _add(node, "category", topic)
    _add(node, "enclosure", url=one.image, length=str(one.image_bytes), type=one.image_type)


def json_feed(about: Channel, entries: Sequence[Entry]) -> bytes:
    """Return a JSON Feed 1.1; `entries` are newest first."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": about.title,
        "home_page_url": about.home,
        "feed_url": f"{about.address}feed.json",
        "description": about.description,
        "language": about.language,
        "items": [_json_item(one) for one in entries],
    }
    return json_file(feed)


def _json_item(one: Entry) -> dict[str, object]:
    return {
        "id": one.address,
        "url": one.address,
        "title": one.title,
        "content_text": one.summary,
        "summary": one.summary,
        "image": one.image,
        "date_published": one.published.isoformat(),
        "date_modified": one.modified.isoformat(),
        "authors": [{"name": name} for name in one.authors],
        "tags": list(one.topics),
        "language": one.language,
    }


def _rfc822(at: datetime) -> str:
    return format_datetime(at, usegmt=True)


def _add(
    parent: "etree._Element", name: str, text: str = "", **attributes: str
) -> "etree._Element":
    node = etree.SubElement(parent, name, attributes)
    if text:
        node.text = text
    return node


def _xml(root: "etree._Element") -> bytes:
    etree.indent(root, " ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
