"""What machines read of a site, read as machines read it."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from lxml import etree

from app.export.article import Article
from app.export.cards import card_of
from app.export.edition import Card, Edition, PictureFile
from app.export.siteindex import FED, machine_files

DAY = datetime(2026, 3, 4, tzinfo=UTC)
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"


def cards(told: Article, count: int) -> list[Card]:
    file = PictureFile(
        name="media/a.jpg", data=b"abc", media_type="image/jpeg", width=1200, height=630
    )
    first = card_of(told, file)
    return [
        replace(first, slug=f"port-{n}", published=first.published - timedelta(hours=12 * n))
        for n in range(count)
    ]


def test_every_story_is_mapped_and_searched_the_newest_are_fed(
    told: Article, edition: Edition
) -> None:
    made = machine_files(cards(told, 50), edition, DAY)

    mapped = [node.text for node in etree.fromstring(made["sitemap.xml"]).iter(f"{MAP}loc")]
    assert mapped == [edition.address(f"port-{n}/") for n in range(50)]
    assert [row["path"] for row in json.loads(made["search.json"])] == [
        f"port-{n}/" for n in range(50)
    ]
    assert len(json.loads(made["feed.json"])["items"]) == FED
    assert len(etree.fromstring(made["feed.atom.xml"]).findall(f"{ATOM}entry")) == FED
    assert len(etree.fromstring(made["feed.rss.xml"]).findall("channel/item")) == FED


def test_the_news_map_names_two_days_with_the_words_news_search_asks_for(
    told: Article, edition: Edition
) -> None:
    root = etree.fromstring(machine_files(cards(told, 50), edition, DAY)["news-sitemap.xml"])

    assert len(root.findall(f"{MAP}url")) == 5
    assert root.findtext(f".//{NEWS}language") == "fr"
    assert root.findtext(f".//{NEWS}name") == edition.site_name
    assert root.findtext(f".//{NEWS}title") == told.headline


def test_the_same_stories_give_the_same_bytes(told: Article, edition: Edition) -> None:
    first, again = (machine_files(cards(told, 3), edition, DAY) for _ in range(2))
    assert first == again


def test_a_site_with_no_story_left_has_its_files_still(edition: Edition) -> None:
    made = machine_files([], edition, DAY)

    assert made.keys() >= {"feed.atom.xml", "feed.rss.xml", "feed.json", "sitemap.xml"}
    assert etree.fromstring(made["feed.atom.xml"]).findtext(f"{ATOM}updated") == DAY.isoformat()
    assert not json.loads(made["search.json"])
    assert not etree.fromstring(made["news-sitemap.xml"]).findall(f"{MAP}url")
