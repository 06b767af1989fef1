"""Captions: doubled, labelled, credited; people and days in them."""

from datetime import date

import pytest

from app.intake.captions import (
    Words,
    credit_line,
    has_credit,
    is_doubled,
    labelled,
    photo_use,
    split_credit,
)


@pytest.mark.parametrize(
    ("words", "caption", "credit"),
    [
        ("Le moulin au crépuscule. (Photo : Ann Marsh)", "Le moulin au crépuscule.", "Ann Marsh"),
        ("The mill. Photo: Ann Marsh / Coast News", "The mill.", "Ann Marsh / Coast News"),
        ("Le maire. © Ann Marsh/AFP", "Le maire.", "Ann Marsh/AFP"),
        ("The mill at dusk. REUTERS/Ann Marsh", "The mill at dusk.", "REUTERS/Ann Marsh"),
        (
            "Le moulin, le 3 mars 2024 Ann Marsh / AFP",
            "Le moulin, le 3 mars 2024",
            "Ann Marsh / AFP",
        ),
        ("The mayor (Photo by Ann Marsh)", "The mayor", "Ann Marsh"),
        ("Le moulin (photo d’archives)", "Le moulin (photo d’archives)", ""),
        ("Il aime la photo du moulin.", "Il aime la photo du moulin.", ""),
    ],
)
def test_the_credit_is_parted_from_the_caption(words: str, caption: str, credit: str) -> None:
    assert split_credit(words) == (caption, credit)
    assert has_credit(words) is bool(credit)


def test_a_line_of_its_own_may_give_the_credit() -> None:
    assert credit_line("Crédit photo : Ann Marsh") == "Ann Marsh"
    assert credit_line("(Photo Ann Marsh)") == "Ann Marsh"
    assert credit_line("Photos de vacances interdites") == ""
    assert credit_line("Image of the day") == ""


def test_a_line_may_say_that_it_is_a_caption() -> None:
    assert labelled("Légende : Le moulin au crépuscule") == "Le moulin au crépuscule"
    assert (
        labelled("Image caption, The mill at dusk by the water") == "The mill at dusk by the water"
    )
    assert labelled("Photo : Ann Marsh") == ""


def test_two_lines_are_one_picture_when_the_words_are_the_same() -> None:
    line = "Le moulin à marée au crépuscule, le 3 mars 2026."
    assert is_doubled(line, line)
    assert is_doubled(line.rstrip("."), line)
    assert is_doubled(line, f"{line} (Photo : Ann Marsh)")
    assert not is_doubled(line, f"{line} Il a été bâti en 1612.")
    assert not is_doubled("Oui.", "Oui.")


def test_a_waiting_slot_knows_its_people_its_day_and_its_credit() -> None:
    words = "La maire Hélène Carvin et Tomasz Orlik, le 14 octobre 2026. (Photo : Ann Marsh)"
    use = photo_use(2, Words(caption=words, alt="Deux personnes"), "fr-FR")
    assert use.slot == 2
    assert use.photo_id is None
    assert use.caption == "La maire Hélène Carvin et Tomasz Orlik, le 14 octobre 2026."
    assert use.persons == ("Hélène Carvin", "Tomasz Orlik")
    assert use.dated == date(2026, 10, 14)
    assert use.credit == "Ann Marsh"
    assert use.alt == "Deux personnes"
    assert not use.archive


@pytest.mark.parametrize(
    "words", ["Le moulin (archives)", "The mill (file photo)", "Photo d’archives"]
)
def test_an_archive_picture_is_labelled(words: str) -> None:
    assert photo_use(1, Words(caption=words), "fr-FR").archive
