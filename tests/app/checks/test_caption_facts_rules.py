"""Captions against what is known of the picture: office, day, place, tense."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.checks.mending import mend
from app.domain.finding import Finding
from app.domain.package import Package
from app.domain.person import Person, Title
from app.domain.photo import Photo, PhotoMetadata, PhotoUse

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]
ANNA = Person(
    id="a",
    name="Anna Vidal",
    titles=(
        Title("maire de Brume", since=date(2020, 3, 1)),
        Title("conseillère municipale", since=date(2014, 3, 1), until=date(2020, 2, 29)),
    ),
)


Captioned = Callable[..., Package]


@pytest.fixture
def captioned(make: Make, use: PhotoUse, photo: Photo) -> Captioned:
    """A package with one picture, of this caption and with what is known of it."""

    def made(caption: str, language: str = "fr-FR", **known: Any) -> Package:
        return replace(
            make(language),
            uses=(replace(use, caption=caption),),
            photos={"p1": replace(photo, metadata=PhotoMetadata(**known))},
            people=(ANNA,),
        )

    return made


def test_an_office_of_another_time_is_told_and_mended(captioned: Captioned, found: Found) -> None:
    caption = "Anna Vidal, conseillère municipale, devant le moulin, le 13 mai 2021."
    package = captioned(caption)

    [finding] = found(package, "PHO017")

    params = dict(finding.params)
    assert (params["held"], params["title"]) == ("maire de Brume", "conseillère municipale")
    after = mend(package, finding.fixes)
    assert "maire de Brume, devant" in after.uses[0].caption
    assert found(after, "PHO017") == []


@pytest.mark.parametrize(
    "caption",
    [
        "Anna Vidal, maire de Brume, devant le moulin, le 13 mai 2021.",
        "La conseillère municipale Anna Vidal au moulin, le 13 mai 2016.",
        "Anna Vidal devant le moulin, le 13 mai 2021.",
        "Une conseillère municipale devant le moulin, le 13 mai 2021.",
    ],
)
def test_the_office_of_the_day_is_right(captioned: Captioned, found: Found, caption: str) -> None:
    assert found(captioned(caption), "PHO017") == []


@pytest.mark.parametrize(
    ("caption", "created", "count"),
    [
        ("Le moulin, le 13 mai 2021.", "2021-05-03T10:00:00", 1),
        ("Le moulin, le 13 mai 2021.", "2021-05-12T23:30:00", 0),
        ("Le moulin, le 13 mai 2021.", "", 0),
        ("Le moulin, le 13 mai 2021.", "2021", 0),
        ("Le moulin brûlé le 3 juin 2018, ici le 13 mai 2021.", "2021-05-13", 0),
        ("Le moulin en mai 2021.", "2021-02-03", 0),
    ],
)
def test_the_day_of_the_caption_is_that_of_the_camera(
    captioned: Captioned, found: Found, caption: str, created: str, count: int
) -> None:
    package = captioned(caption, created=created)

    assert len(found(package, "PHO018")) == count


@pytest.mark.parametrize(
    ("caption", "count"),
    [
        ("Anna Vidal devant le moulin.", 1),
        ("Anna Vidal devant le moulin, à Port-Sable.", 0),
        ("Anna Vidal devant le moulin, en France.", 0),
    ],
)
def test_a_caption_names_a_place_it_knows(
    captioned: Captioned, found: Found, caption: str, count: int
) -> None:
    package = captioned(caption, city="Port-Sablé", country="France")

    assert len(found(package, "PHO019")) == count


@pytest.mark.parametrize(
    ("language", "caption", "verb"),
    [
        ("fr-FR", "Anna Vidal a inauguré le moulin, le 13 mai 2021.", "a inauguré"),
        ("fr-FR", "Les élus étaient au moulin, le 13 mai 2021.", "étaient"),
        ("en-GB", "Anna Vidal was outside the mill, 13 May 2021.", "was"),
        ("en-GB", "Anna Vidal, left, greeted the miller, 13 May 2021.", "greeted"),
    ],
)
def test_a_caption_in_the_past_is_told(
    captioned: Captioned, found: Found, language: str, caption: str, verb: str
) -> None:
    [finding] = found(captioned(caption, language), "PHO020")

    assert finding.excerpt == verb


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("fr-FR", "Anna Vidal inaugure le moulin. La roue a été changée en 2020."),
        ("fr-FR", "Anna Vidal, qui a financé les travaux, inaugure le moulin."),
        ("fr-FR", "Le moulin a deux étages, le 13 mai 2021."),
        ("fr-FR", "Le moulin après que la pluie a cessé."),
        ("fr-FR", "« Il a gagné », lit-on sur le mur du moulin."),
        ("en-GB", "Anna Vidal greets the miller. The mill was rebuilt in 2020."),
        ("en-GB", "Anna Vidal, who was born at the mill, greets visitors."),
        ("en-GB", "Anna Vidal, surrounded by children, opens the mill."),
    ],
)
def test_the_present_and_what_went_before_are_right(
    captioned: Captioned, found: Found, language: str, caption: str
) -> None:
    assert found(captioned(caption, language), "PHO020") == []


def test_an_archive_picture_may_be_told_in_the_past(captioned: Captioned, found: Found) -> None:
    package = captioned("Anna Vidal a inauguré le moulin en 2015.")
    package = replace(package, uses=(replace(package.uses[0], archive=True),))

    assert found(package, "PHO020") == []
