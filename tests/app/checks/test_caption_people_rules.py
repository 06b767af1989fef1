"""People in a caption: as many names as it says, each on a side of their own."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.finding import Finding
from app.domain.package import Package
from app.domain.photo import PhotoUse

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]
Captioned = Callable[..., Package]


@pytest.fixture
def captioned(make: Make, use: PhotoUse) -> Captioned:
    """A package with one picture of this caption."""

    def made(caption: str, language: str = "fr-FR") -> Package:
        return replace(make(language), uses=(replace(use, caption=caption),))

    return made


@pytest.mark.parametrize(
    ("caption", "language", "number", "people"),
    [
        ("Trois élus devant le moulin : Anna Vidal et Paul Orlik.", "fr-FR", "Trois", "2"),
        (
            "Deux jeunes candidates, de gauche à droite Anna Vidal, Zoé Lemaire et Inès Valdor.",
            "fr-FR",
            "Deux",
            "3",
        ),
        ("Three mayors, from left: Anna Vidal and Paul Orlik, in Brume.", "en-GB", "Three", "2"),
        ("The 4 winners: Anna Vidal, Paul Orlik and Ada Marsh. Photo desk.", "en-GB", "4", "3"),
    ],
)
def test_a_list_with_another_number_of_names_is_told(
    captioned: Captioned, found: Found, caption: str, language: str, *, number: str, people: str
) -> None:
    [finding] = found(captioned(caption, language), "PHO021")

    params = dict(finding.params)
    assert (params["number"], params["people"]) == (number, people)
    assert finding.excerpt.casefold().startswith(number.casefold())


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("Deux élus devant le moulin : Anna Vidal et Paul Orlik.", "fr-FR"),
        ("Trois élus devant le moulin, dont Anna Vidal.", "fr-FR"),
        ("Trois élus devant le moulin, notamment : Anna Vidal et Paul Orlik.", "fr-FR"),
        ("Trois élus devant le moulin. Anna Vidal était absente.", "fr-FR"),
        ("Anna Vidal reçoit deux maires de la côte.", "fr-FR"),
        ("Trois élus : la maire, son adjointe et Paul Orlik.", "fr-FR"),
        ("Deux ans après : Anna Vidal devant le moulin.", "fr-FR"),
        ("Three people were hurt near the mill: the road is closed.", "en-GB"),
        ("Anna Vidal and two mayors, including Paul Orlik.", "en-GB"),
    ],
)
def test_other_numbers_say_nothing_of_the_names(
    captioned: Captioned, found: Found, caption: str, language: str
) -> None:
    assert found(captioned(caption, language), "PHO021") == []


@pytest.mark.parametrize(
    ("caption", "language", "side"),
    [
        ("Anna Vidal (à gauche) et Paul Orlik (à gauche) devant le moulin.", "fr-FR", "à gauche"),
        ("Anna Vidal, left, and Paul Orlik, left, at the mill.", "en-GB", "left"),
    ],
)
def test_one_side_for_two_people_is_told_at_the_second(
    captioned: Captioned, found: Found, caption: str, language: str, side: str
) -> None:
    [finding] = found(captioned(caption, language), "PHO022")

    assert finding.place.span is not None
    assert finding.place.span.start == caption.rindex(side)
    assert dict(finding.params)["people"] == "2"


@pytest.mark.parametrize(
    "caption",
    [
        "Anna Vidal (à gauche) et Paul Orlik (à droite) devant le moulin.",
        "Anna Vidal (à gauche) devant un moulin, à gauche, et une digue.",
        "Anna Vidal (à gauche), Zoé Lemaire (au centre) et Paul Orlik (à droite).",
        "Anna Vidal (deuxième à gauche) et Paul Orlik (à gauche).",
    ],
)
def test_each_on_a_side_of_their_own_is_right(
    captioned: Captioned, found: Found, caption: str
) -> None:
    assert found(captioned(caption), "PHO022") == []
