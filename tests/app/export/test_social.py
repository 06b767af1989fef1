from dataclasses import replace

import pytest

from app.export.article import Article
from app.export.edition import Edition, Picture
from app.export.social import card_tags, open_graph, share_image
from app.export.theme import theme_of


def test_a_shared_page_brings_every_property(told: Article, edition: Edition) -> None:
    tags = dict(open_graph(told, edition, theme_of(edition).card))

    assert tags["og:title"] == told.headline
    assert tags["og:locale"] == "fr_FR"
    assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")
    assert tags["og:image"].startswith(told.address)
    assert all(tags.values())


def test_every_topic_is_a_tag(told: Article, edition: Edition) -> None:
    tags = open_graph(told, edition, theme_of(edition).card)

    assert [value for name, value in tags if name == "article:tag"] == ["Ports", "Pêche"]


def test_a_story_without_a_picture_shares_the_card_of_the_house(
    told: Article, edition: Edition
) -> None:
    card = theme_of(edition).card
    bare = replace(told, figures=())

    assert share_image(bare, card) == card.in_role("og")
    assert dict(card_tags(bare, edition))["twitter:image:alt"] == edition.site_name


def test_a_card_without_a_picture_to_share_is_a_mistake_of_the_house(told: Article) -> None:
    with pytest.raises(ValueError, match="og"):
        share_image(replace(told, figures=()), Picture(files=()))


def test_the_picture_cut_for_sharing_stands_for_the_story_wherever_it_stands(
    told: Article, edition: Edition
) -> None:
    turned = replace(told, figures=told.figures[::-1])

    assert turned.lead == told.lead
    assert share_image(turned, theme_of(edition).card).role == "og"
