"""What a page says to those who share it: Open Graph, and the card of short-message sites."""

from app.export.article import Article
from app.export.edition import Edition, Picture, PictureFile

Tag = tuple[str, str]
"""A name and its content."""


def open_graph(article: Article, edition: Edition, card: Picture) -> list[Tag]:
    """Return the Open Graph properties of a page, each name as often as it has values."""
    image = share_image(article, card)
    tags = [
        ("og:type", "article"),
        ("og:title", article.headline),
        ("og:description", article.description),
        ("og:url", article.address),
        ("og:site_name", edition.site_name),
        ("og:locale", article.words.locale()),
        ("og:image", article.address + image.name),
        ("og:image:type", image.media_type),
        ("og:image:width", str(image.width)),
        ("og:image:height", str(image.height)),
        ("og:image:alt", image_words(article, edition)),
        ("article:published_time", article.published.isoformat()),
        ("article:modified_time", article.modified.isoformat()),
        ("article:section", article.section),
    ]
    tags += [("article:author", author.page) for author in article.authors]
    return tags + [("article:tag", topic) for topic in article.topics]


def card_tags(article: Article, edition: Edition) -> list[Tag]:
    """Return the tags of the large card; title, text and picture are Open Graph's."""
    return [
        ("twitter:card", "summary_large_image"),
        ("twitter:image:alt", image_words(article, edition)),
    ]


def share_image(article: Article, card: Picture) -> PictureFile:
    """Return the file shown when the page is shared: the first picture's, else the house card.

    Raises:
        ValueError: the card has no file in the role "og".
    """
    own = article.lead.picture.in_role("og") if article.lead else None
    image = own or card.in_role("og")
    if image is None:
        message = "the card of the edition has no file in the role og"
        raise ValueError(message)
    return image


def image_words(article: Article, edition: Edition) -> str:
    """Return what the shared picture shows, in words."""
    lead = article.lead
    return (lead.alt or lead.caption if lead else "") or edition.site_name
