from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.package import Package
from app.export.article import Article, Times, article
from app.export.edition import Edition, Picture
from app.export.sources import Kind

Pictures = dict[int, Picture]
WithStory = Callable[..., Package]


def test_every_field_is_set_for_print(told: Article) -> None:
    assert told.standfirst.endswith("12\u00a0millions d’euros.")
    assert told.address == "https://example.org/a-valmorey-le-port-rouvrira-en-2028/"


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Clémence Aubrac et Yann Le Dantec", ["Clémence Aubrac", "Yann Le Dantec"]),
        ("Par Clémence Aubrac, à Valmorey", ["Clémence Aubrac"]),
        ("Clémence Aubrac avec Sémaphore", ["Clémence Aubrac"]),
        ("", ["Le Courrier du Littoral"]),
    ],
)
def test_a_byline_gives_its_names(
    with_story: WithStory, edition: Edition, times: Times, byline: str, names: list[str]
) -> None:
    made = article(with_story(byline=byline), {}, edition, times)

    assert [author.name for author in made.authors] == names


def test_an_unsigned_story_is_signed_by_the_newsroom(
    with_story: WithStory, edition: Edition, times: Times
) -> None:
    author = article(with_story(byline=""), {}, edition, times).authors[0]

    assert author.kind is Kind.ORGANISATION
    assert author.page == "https://example.org/"


def test_the_label_of_a_stream_is_not_printed_over_the_headline(
    with_story: WithStory, edition: Edition, times: Times
) -> None:
    made = article(with_story(kicker="", section="Dernières nouvelles"), {}, edition, times)

    assert made.eyebrow == ""
    assert made.section == "Dernières nouvelles"


def test_a_story_with_next_to_nothing_still_has_what_machines_need(
    with_story: WithStory, edition: Edition, times: Times
) -> None:
    bare = with_story(
        kicker="", standfirst="", byline="", dateline="", section="", tags=(), agency_credit=""
    )

    made = article(
        replace(bare, attribution=replace(bare.attribution, mentions=())), {}, edition, times
    )

    assert made.section == "Actualités"
    assert made.topics == ("Actualités",)
    assert made.dateline == "20\u00a0novembre 2026"
    assert 50 <= len(made.description) <= 300


def test_the_place_is_the_datelines_then_the_pictures(
    told: Article, with_story: WithStory, pictures: Pictures, edition: Edition, times: Times
) -> None:
    assert told.place == "Valmorey"
    assert article(with_story(dateline=""), pictures, edition, times).place == "Valmorey"
    assert article(with_story(dateline=""), {}, edition, times).place == ""


def test_a_place_in_capitals_is_written_as_a_name(
    with_story: WithStory, edition: Edition, times: Times
) -> None:
    made = article(with_story(dateline="AIX-EN-PROVENCE, 3 mars"), {}, edition, times)

    assert made.place == "Aix-en-Provence"


def test_the_pictures_stand_as_the_copy_brings_them(
    with_story: WithStory, pictures: Pictures, edition: Edition, times: Times
) -> None:
    turned = with_story(body="![](photo:2)\n\nUn.\n\n![](photo:1)")

    made = article(turned, pictures, edition, times)

    assert [figure.slot for figure in made.figures] == [2, 1]
    assert [figure.shape for figure in made.figures] == ["wide", "column"]


def test_a_change_cannot_be_older_than_the_publication(
    package: Package, edition: Edition, times: Times
) -> None:
    turned = Times(published=times.modified, modified=times.published)

    made = article(package, {}, edition, turned)

    assert made.modified == made.published == times.modified
