"""One name or two: spellings of one name, and names that only look alike."""

import pytest

from app.language.variants import misheard, same_family, same_given


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergueï", "Sergei"),
        ("Sergey", "Sergueï"),
        ("Dmitri", "Dmitry"),
        ("Mikhaïl", "Mikhail"),
        ("Youri", "Yuri"),
        ("Eléonore", "Éléonore"),
        ("Christoph", "Christof"),
    ],
)
def test_two_spellings_of_a_first_name(one: str, other: str) -> None:
    assert same_given(one, other)
    assert same_given(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jean", "Jeanne"), ("Simon", "Simone"), ("Paul", "Paula"), ("Anna", "Anne"), ("Léo", "Léa")],
)
def test_a_woman_is_not_a_misspelled_man(one: str, other: str) -> None:
    assert not same_given(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orlov", "Orloff"),
        ("Poutnine", "Putnin"),
        ("Chtcherbine", "Shcherbin"),
        ("Zaretski", "Zaretsky"),
        ("Marchand", "Marchant"),
        ("Tellerson", "Telerson"),
    ],
)
def test_two_spellings_of_a_family_name(one: str, other: str) -> None:
    assert same_family(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Vidal", "Vital"), ("Petit", "Petrov"), ("Roy", "Rot")]
)
def test_short_names_one_letter_apart_are_two_names(one: str, other: str) -> None:
    assert not same_family(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Loyal", "Loyle"), ("Kerbrat", "Kerbart"), ("Ordelle", "Ordele")]
)
def test_a_last_name_may_be_misheard(one: str, other: str) -> None:
    assert misheard(one, other)
    assert misheard(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Martin", "Morton"), ("Kerbrat", "Kerbratien"), ("Roy", "Rot"), ("Vidal", "Vidals")],
)
def test_other_names_are_not_misheard(one: str, other: str) -> None:
    assert not misheard(one, other)


def test_one_first_name_and_a_last_name_with_its_vowels_astray_are_one_person() -> None:
    assert same_family("Loyal", "Loyle")
    assert not same_family("Martin", "Morton")
