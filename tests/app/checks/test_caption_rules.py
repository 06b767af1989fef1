"""Captions against the story: doubles, archive pictures, people, sides."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.checks.mending import mend
from app.domain.finding import Finding
from app.domain.package import Package
from app.domain.photo import Photo, PhotoUse

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]


def test_a_caption_twice_is_told_once(make: Make, found: Found, use: PhotoUse) -> None:
    package = make(uses=(use, replace(use, id="u2", slot=2)))

    [finding] = found(package, "PHO004")

    assert finding.place.slot == 2
    assert dict(finding.params)["other"] == "1"


def test_a_caption_left_in_the_body_is_told(make: Make, found: Found, use: PhotoUse) -> None:
    assert len(found(make(body=f"Un.\n\n{use.caption}", uses=(use,)), "PHO004")) == 1


@pytest.mark.parametrize(
    "case",
    [
        ("fr-FR", "Le moulin, le 12 janvier 2021.", "Le moulin, le 12 janvier 2021 (archives)."),
        ("fr-FR", "Le moulin, le 12 janvier", "Le moulin, le 12 janvier (archives)"),
        ("en-GB", "The mill, 12 January 2021.", "The mill, 12 January 2021 (file photo)."),
    ],
)
def test_an_old_picture_wants_its_label(
    make: Make, found: Found, use: PhotoUse, case: tuple[str, str, str]
) -> None:
    language, caption, mended = case
    package = make(language, uses=(replace(use, caption=caption),))

    [finding] = found(package, "PHO005")

    assert dict(finding.params)["days"] == "121"
    after = mend(package, finding.fixes)
    assert after.uses[0].caption == mended
    assert found(after, "PHO005") == []


@pytest.mark.parametrize(
    "fields",
    [
        {"caption": "Le moulin, le 8 mai 2021."},
        {"caption": "Le moulin en janvier 2020."},
        {"caption": "Photo d’archives du 12 janvier 2019."},
        {"caption": "Le moulin, le 12 janvier 2019.", "archive": True},
    ],
)
def test_a_recent_or_labelled_picture_is_left_alone(
    make: Make, found: Found, use: PhotoUse, fields: dict[str, str]
) -> None:
    package = make(uses=(replace(use, **fields),))  # type: ignore[arg-type]  # fields of a use

    assert found(package, "PHO005") == []


def test_the_camera_s_date_speaks_when_the_caption_does_not(
    make: Make, found: Found, use: PhotoUse, photo: Photo
) -> None:
    old = replace(photo, metadata=replace(photo.metadata, created="2019-03-02T10:00:00"))
    package = make(uses=(replace(use, caption="Le moulin."),))

    assert len(found(replace(package, photos={"p1": old}), "PHO005")) == 1


def test_a_story_without_a_day_takes_the_latest_one_written(
    make: Make, found: Found, use: PhotoUse
) -> None:
    uses = (
        replace(use, caption="Au moulin, le 12 janvier 2021."),
        replace(use, id="u2", slot=2, caption="À Brume, le 13 mai 2021."),
    )

    [finding] = found(make(dated=None, uses=uses), "PHO005")

    assert finding.place.slot == 1
    assert dict(finding.params)["date"] == date(2021, 1, 12).isoformat()


def test_who_is_listed_must_be_named_and_the_reverse(
    make: Make, found: Found, use: PhotoUse
) -> None:
    package = make(uses=(replace(use, persons=("Paul Éric Marchand",)),))

    assert [each.excerpt for each in found(package, "PHO008")] == ["Paul Éric Marchand"]
    assert [each.excerpt for each in found(package, "PHO009")] == ["Anna Vidal"]


def test_accents_do_not_part_a_name_from_its_list(make: Make, found: Found, use: PhotoUse) -> None:
    caption = "Éloïse Pérec au moulin, le 13 mai 2021."
    package = make(uses=(replace(use, caption=caption, persons=("Eloise Perec",)),))

    assert found(package, "PHO008") == []
    assert found(package, "PHO009") == []


@pytest.mark.parametrize(
    ("caption", "count"),
    [
        ("Anna Vidal, à gauche, et le maire, à droite, en 2021.", 1),
        ("Anna Vidal, à gauche, et Léo Marchand, à droite, en 2021.", 0),
        ("De gauche à droite : Anna Vidal et Léo Marchand, en 2021.", 0),
    ],
)
def test_sides_are_counted_against_people(
    make: Make, found: Found, use: PhotoUse, caption: str, count: int
) -> None:
    package = make(uses=(replace(use, caption=caption),))

    assert len(found(package, "PHO011")) == count


def test_a_caption_that_does_not_say_when_is_told(make: Make, found: Found, use: PhotoUse) -> None:
    assert len(found(make(uses=(replace(use, caption="Anna Vidal."),)), "PHO016")) == 1
    assert found(make(uses=(replace(use, caption="Anna Vidal en 2020."),)), "PHO016") == []
