"""Pictures: file, credit, alternative text, rights."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.checks.mending import mend
from app.checks.photo_rules import folded
from app.domain.finding import Finding
from app.domain.package import Package
from app.domain.photo import Photo, PhotoUse

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]
CODES = ("PHO001", "PHO002", "PHO003", "PHO006", "PHO007", "PHO010", "PHO012", "PHO013", "PHO014")


def _with(make: Make, use: PhotoUse, photo: Photo) -> Package:
    return replace(make(uses=(use,)), photos={"p1": photo})


def test_a_picture_well_used_has_no_remark(
    make: Make, found: Found, use: PhotoUse, photo: Photo
) -> None:
    assert [code for code in CODES if found(_with(make, use, photo), code)] == []


@pytest.mark.parametrize(
    "case",
    [
        ("PHO001", {"credit": " "}),
        ("PHO002", {"alt": ""}),
        ("PHO003", {"alt": "Anna Vidal devant le moulin de Brume, le 13 mai 2021"}),
        ("PHO006", {"photo_id": None}),
        ("PHO006", {"photo_id": "gone"}),
        ("PHO010", {"alt": "Moulin"}),
        ("PHO010", {"alt": "mot " * 90}),
        ("PHO015", {"caption": ""}),
    ],
)
def test_what_is_missing_from_a_use_is_told(
    make: Make, found: Found, use: PhotoUse, photo: Photo, case: tuple[str, dict[str, str]]
) -> None:
    code, fields = case
    package = _with(make, replace(use, **fields), photo)  # type: ignore[arg-type]  # fields of a use

    [finding] = found(package, code)

    assert finding.place.slot == 1


@pytest.mark.parametrize(
    "case",
    [
        ("PHO012", {"expires": date(2021, 5, 13)}),
        ("PHO013", {"embargo": date(2021, 5, 15)}),
        ("PHO014", {"digital_source_type": "trainedAlgorithmicMedia"}),
        (
            "PHO014",
            {
                "digital_source_type": "http://cv.iptc.org/newscodes/digitalsourcetype/"
                "compositeWithTrainedAlgorithmicMedia"
            },
        ),
    ],
)
def test_what_the_file_forbids_is_told(
    make: Make, found: Found, use: PhotoUse, photo: Photo, case: tuple[str, dict[str, str]]
) -> None:
    code, fields = case
    metadata = replace(photo.metadata, **fields)  # type: ignore[arg-type]  # fields of a picture

    assert len(found(_with(make, use, replace(photo, metadata=metadata)), code)) == 1


def test_the_last_day_and_the_first_day_are_allowed(
    make: Make, found: Found, use: PhotoUse, photo: Photo
) -> None:
    today = date(2021, 5, 14)
    metadata = replace(photo.metadata, expires=today, embargo=today)
    package = _with(make, use, replace(photo, metadata=metadata))

    assert found(package, "PHO012") == []
    assert found(package, "PHO013") == []


def test_the_file_s_own_credit_and_alt_are_enough(
    make: Make, found: Found, use: PhotoUse, photo: Photo
) -> None:
    metadata = replace(photo.metadata, credit="Agence du Val", alt="Une femme au moulin.")
    package = _with(make, replace(use, credit="", alt=""), replace(photo, metadata=metadata))

    assert found(package, "PHO001") == []
    assert found(package, "PHO002") == []


def test_a_decorative_picture_needs_no_words(
    make: Make, found: Found, use: PhotoUse, photo: Photo
) -> None:
    package = _with(make, replace(use, decorative=True, alt="", caption=""), photo)

    assert found(package, "PHO002") == []
    assert found(package, "PHO015") == []


def test_a_label_in_caption_or_credit_tells_of_the_machine(
    make: Make, found: Found, use: PhotoUse, photo: Photo
) -> None:
    made = replace(photo, metadata=replace(photo.metadata, digital_source_type="algorithmicMedia"))
    labelled = replace(use, caption="La vallée en 2100 (image générée par une machine).")

    assert found(_with(make, labelled, made), "PHO014") == []
    assert found(_with(make, replace(use, credit="Léo Marchand / IA"), made), "PHO014") == []


@pytest.mark.parametrize(
    "case",
    [
        ("Photo d'une femme au moulin.", "Une femme au moulin."),
        ("Image de pluie sur la roue.", "Pluie sur la roue."),
        ("A picture of water on a wheel.", "Water on a wheel."),
    ],
)
def test_image_of_is_cut(
    make: Make, found: Found, use: PhotoUse, photo: Photo, case: tuple[str, str]
) -> None:
    alt, mended = case
    package = _with(make, replace(use, alt=alt), photo)

    [finding] = found(package, "PHO007")

    assert mend(package, finding.fixes).uses[0].alt == mended


def test_two_texts_that_say_the_same_fold_to_the_same_words() -> None:
    assert folded("« Anna », au moulin.") == folded("ANNA au moulin")
