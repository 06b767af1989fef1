"""A story as lists tell it, and as feeds do."""

from app.export.article import STREAMS, Article
from app.export.edition import AVIF, JPEG, PNG, WEBP, Card, Edition, Picture, PictureFile, Thumb
from app.export.feeds import Entry
from app.export.wording import wording

THUMB_WIDTH = 480
"""Pixels: a list shows a picture in a third of the width of a page, or whole on a telephone."""


def card_of(told: Article, image: PictureFile) -> Card:
    """Return the card of a story; `image` is its picture for sharing."""
    return Card(
        slug=told.slug,
        language=told.language,
        section=_section(told),
        headline=told.headline,
        eyebrow=told.eyebrow,
        summary=told.standfirst or told.description,
        authors=tuple(author.name for author in told.authors),
        topics=told.topics,
        published=told.published,
        modified=told.modified,
        image=image.name,
        image_type=image.media_type,
        image_bytes=len(image.data),
        thumbs=_thumbs(told.lead.picture) if told.lead else (),
    )


def _section(told: Article) -> str:
    """Return the section a story is listed under: a stream such as "latest news" names no subject."""
    if told.section.casefold() in STREAMS:
        return wording(told.language).say("section")
    return told.section


def entry_of(card: Card, edition: Edition) -> Entry:
    """Return a story as the feeds of its site tell it."""
    address = edition.address(f"{card.slug}/")
    return Entry(
        address=address,
        title=card.headline,
        summary=card.summary,
        authors=card.authors,
        topics=card.topics,
        language=card.language,
        published=card.published,
        modified=card.modified,
        image=address + card.image,
        image_type=card.image_type,
        image_bytes=card.image_bytes,
    )


def _thumbs(picture: Picture) -> tuple[Thumb, ...]:
    found = []
    for kind in (AVIF, WEBP, JPEG, PNG):
        files = picture.displays(kind)
        if files:
            wide = [file for file in files if file.width >= THUMB_WIDTH]
            file = (wide or files[-1:])[0]
            found.append(
                Thumb(name=file.name, media_type=kind, width=file.width, height=file.height)
            )
    return tuple(found)
