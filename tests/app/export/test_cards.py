from dataclasses import replace

from app.export.article import Article
from app.export.cards import card_of, entry_of
from app.export.edition import AVIF, JPEG, WEBP, Edition, PictureFile

IMAGE = PictureFile(name="media/og.jpg", data=b"abc", media_type=JPEG, width=1200, height=630)


def test_a_card_says_what_lists_need_and_feeds_say_the_same(
    told: Article, edition: Edition
) -> None:
    card = card_of(told, IMAGE)
    entry = entry_of(card, edition)

    assert [thumb.media_type for thumb in card.thumbs] == [AVIF, WEBP, JPEG]
    assert {thumb.width for thumb in card.thumbs} == {480}
    assert (card.headline, card.summary) == (told.headline, told.standfirst)
    assert entry.address == told.address
    assert entry.image == f"{told.address}media/og.jpg"
    assert entry.image_bytes == 3


def test_a_story_without_pictures_or_standfirst_has_a_card_too(told: Article) -> None:
    card = card_of(replace(told, figures=(), standfirst=""), IMAGE)

    assert card.thumbs == ()
    assert card.summary == told.description


def test_a_story_of_a_stream_is_listed_under_the_news(told: Article) -> None:
    assert card_of(replace(told, section="Dernières nouvelles"), IMAGE).section == "Actualités"
    assert card_of(replace(told, section="Ports"), IMAGE).section == "Ports"
