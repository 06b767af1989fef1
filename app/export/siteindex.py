"""The files by which machines read a site: feeds, site maps, the search index."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from lxml import etree

from app.export import feeds
from app.export.cards import entry_of
from app.export.edition import Card, Edition
from app.export.feeds import Channel
from app.export.lists import language_of

FED = 30
"""Stories in each feed."""

NEWS_DAYS = 2
NEWS_MOST = 1000
"""A news site map names the stories of two days, a thousand at most (Google's limits)."""

_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def machine_files(cards: Sequence[Card], edition: Edition, moment: datetime) -> dict[str, bytes]:
    """Return feeds, maps and search index by name.

    `cards` are newest first; `moment` dates the feeds of a site that has none left.
    """
    newest = cards[0].published if cards else moment
    channel = Channel(
        title=edition.site_name,
        home=edition.address(),
        address=edition.address(),
        language=language_of(cards, edition),
        description=edition.tagline or edition.site_name,
        updated=max((card.modified for card in cards[:FED]), default=moment),
        rights=f"© {newest.year} {edition.copyright_holder or edition.house()}",
    )
    entries = [entry_of(card, edition) for card in cards[:FED]]
    return {
        "feed.atom.xml": feeds.atom(channel, entries),
        "feed.rss.xml": feeds.rss(channel, entries),
        "feed.json": feeds.json_feed(channel, entries),
        "sitemap.xml": site_map(cards, edition),
        "news-sitemap.xml": news_map(cards, edition),
        "robots.txt": _robots(edition),
        "search.json": search_index(cards),
    }


def site_map(cards: Sequence[Card], edition: Edition) -> bytes:
    """Return the site map (sitemaps.org 0.9) of all stories, 50,000 at most as it allows."""
    root = etree.Element(f"{{{_MAP}}}urlset", nsmap={None: _MAP})  # type: ignore[dict-item]  # the stubs know no default namespace
    for card in cards[:50_000]:
        node = etree.SubElement(root, f"{{{_MAP}}}url")
        _add(node, _MAP, "loc", edition.address(f"{card.slug}/"))
        _add(node, _MAP, "lastmod", card.modified.isoformat())
    return _xml(root)


def news_map(cards: Sequence[Card], edition: Edition) -> bytes:
    """Return the news site map: the stories of the two days before the newest one."""
    spaces = {None: _MAP, "news": _NEWS}
    root = etree.Element(f"{{{_MAP}}}urlset", nsmap=spaces)  # type: ignore[arg-type]  # the stubs know no default namespace
    fresh = [
        card for card in cards if cards[0].published - card.published <= timedelta(days=NEWS_DAYS)
    ]
    for card in fresh[:NEWS_MOST]:
        node = etree.SubElement(root, f"{{{_MAP}}}url")
        _add(node, _MAP, "loc", edition.address(f"{card.slug}/"))
        news = etree.SubElement(node, f"{{{_NEWS}}}news")
        paper = etree.SubElement(news, f"{{{_NEWS}}}publication")
        _add(paper, _NEWS, "name", edition.site_name)
        _add(paper, _NEWS, "language", card.language.split("-", maxsplit=1)[0])
        _add(news, _NEWS, "publication_date", card.published.isoformat())
        _add(news, _NEWS, "title", card.headline)
    return _xml(root)


def search_index(cards: Sequence[Card]) -> bytes:
    """Return every story with the words to search it by, as JSON, newest first."""
    rows = [
        {
            "path": f"{card.slug}/",
            "headline": card.headline,
            "summary": card.summary,
            "section": card.section,
            "topics": list(card.topics),
            "authors": list(card.authors),
            "language": card.language,
            "published": card.published.isoformat(),
        }
        for card in cards
    ]
    return (json.dumps(rows, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _robots(edition: Edition) -> bytes:
    lines = ["User-agent: *", "Allow: /"]
    lines += [f"Sitemap: {edition.address(name)}" for name in ("sitemap.xml", "news-sitemap.xml")]
    return ("\n".join(lines) + "\n").encode()


def _add(parent: "etree._Element", space: str, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{space}}}{name}").text = text


def _xml(root: "etree._Element") -> bytes:
    etree.indent(root, " ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
