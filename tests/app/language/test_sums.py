"""Sums in copy: only what cannot be right is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.sums import excesses


@pytest.mark.parametrize(
    ("language", "line", "sums"),
    [
        ("fr-FR", "L’accident a fait 12 blessés, dont 5 graves et 8 légers.", ("13", "12")),
        ("fr-FR", "Douze passagers, dont cinq femmes et huit hommes, attendent.", ("13", "12")),
        ("fr-FR", "On pêche 1 200 tonnes, dont 800 à Brisol et 500 à Marenne.", ("1300", "1200")),
        ("fr-FR", "Le port compte 9 quais, dont 4 en bois, 3 sous abri et 3 à sec.", ("10", "9")),
        ("fr-FR", "Le vote donne 60 % pour le projet et 45 % contre.", ("105 %", "100 %")),
        ("en-GB", "It hurt 12 people, including five seriously and eight slightly.", ("13", "12")),
        ("en-US", "The poll found 60% in favor and 45% against.", ("105 %", "100 %")),
    ],
)
def test_parts_beyond_their_whole_are_found(
    language: str, line: str, sums: tuple[str, str]
) -> None:
    assert [(each.parts, each.whole) for each in excesses(line, language)] == [sums]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr-FR", "L’accident a fait 12 blessés, dont 5 graves et 7 légers."),
        ("fr-FR", "L’accident a fait 12 blessés, dont 5 graves."),
        ("fr-FR", "On compte 12 morts, dont 5 enfants et 8 blessés."),
        ("fr-FR", "On compte 12 morts, dont 5 femmes, et 8 blessés."),
        ("fr-FR", "Le 12 mai, dont 8 en mer et 9 à terre."),
        ("fr-FR", "Il reste 12 bateaux, dont 5 en 2015 et 8 en 2016."),
        ("fr-FR", "Il a 12 ans, dont 8 en mer et 9 à terre."),
        ("fr-FR", "60 % de oui cette année, contre 52 % il y a un an."),
        ("fr-FR", "60,4 % de oui et 39,7 % de non."),
        ("en-GB", "It killed 12 people, including 5 children and 30 were hurt."),
        ("en-GB", "It killed 12 people, including 5 children, and 9 in the hills were hurt."),
        ("de-DE", "12 Verletzte, dont 5 graves et 8 légers."),
    ],
)
def test_what_may_be_right_is_left_alone(language: str, line: str) -> None:
    assert excesses(line, language) == ()


@given(st.integers(2, 500), st.integers(1, 500), st.integers(1, 500))
def test_a_sum_within_its_whole_is_never_told(whole: int, one: int, other: int) -> None:
    line = f"Il y a {whole} bateaux, dont {one} à quai et {other} en mer."

    found = excesses(line, "fr-FR")

    assert bool(found) == (max(one, other) <= whole < one + other)
