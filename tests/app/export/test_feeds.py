import json

from lxml import etree

from app.export import feeds
from app.export.article import Article
from app.export.edition import Edition
from app.export.social import share_image
from app.export.theme import theme_of

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def made(told: Article, edition: Edition) -> tuple[feeds.Channel, tuple[feeds.Entry, ...]]:
    image = share_image(told, theme_of(edition).card)
    return feeds.channel(told, edition), (feeds.entry(told, image),)


def test_an_atom_feed_tells_the_story(told: Article, edition: Edition) -> None:
    root = etree.fromstring(feeds.atom(*made(told, edition)))

    assert root.findtext("a:entry/a:id", namespaces=ATOM) == told.address
    assert root.findtext("a:entry/a:title", namespaces=ATOM) == told.headline
    assert root.findtext("a:updated", namespaces=ATOM) == "2026-11-20T14:30:00+00:00"
    assert [n.text for n in root.findall("a:entry/a:author/a:name", namespaces=ATOM)] == [
        "Clémence Aubrac",
        "Yann Le Dantec",
    ]


def test_an_rss_feed_tells_the_story(told: Article, edition: Edition) -> None:
    root = etree.fromstring(feeds.rss(*made(told, edition)))

    assert root.findtext("channel/item/guid") == told.address
    assert root.findtext("channel/item/pubDate") == "Fri, 20 Nov 2026 09:30:00 GMT"
    assert root.find("channel/a:link[@rel='self']", namespaces=ATOM) is not None


def test_a_json_feed_tells_the_story(told: Article, edition: Edition) -> None:
    feed = json.loads(feeds.json_feed(*made(told, edition)))

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["items"][0]["title"] == told.headline
    assert feed["items"][0]["tags"] == ["Ports", "Pêche"]
