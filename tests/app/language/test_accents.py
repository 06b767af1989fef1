"""Accents on capitals and ligatures: what was lost, and what only looks so."""

import pytest

from app.language.accents import accented_elsewhere, bare, capitalised, lost_accents, lost_ligatures


def test_bare_letters_keep_their_case() -> None:
    assert bare("Éloïse Çelik") == "Eloise Celik"


def test_capital_words_are_found_whole_and_initials_left_out() -> None:
    assert [word for _, word in capitalised("L’État, à Saint-Val, A. Vidal")] == [
        "État",
        "Saint-Val",
        "Vidal",
    ]


def test_a_word_that_stands_both_ways_is_known() -> None:
    words = ["Etats-Unis", "États-Unis", "Eve", "Ève", "Etna", "École"]

    assert accented_elsewhere(words) == {"Etats-Unis": "États-Unis", "Eve": "Ève"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L'Etat et les Etats-Unis", [("Etat", "État"), ("Etats-Unis", "États-Unis")]),
        ("A la question", [("A", "À")]),
        ("Oui. A l’aube", [("A", "À")]),
        ("Le plan A la semaine", []),
        ("État, Etna, Emma", []),
        ("etat", []),
    ],
)
def test_capitals_that_lost_their_accent(text: str, found: list[tuple[str, str]]) -> None:
    assert [(span.of(text), right) for span, right in lost_accents(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("une manoeuvre", ["manœuvre"]),
        ("Oeuvre et COEUR", ["Œuvre", "CŒUR"]),
        ("moelle, coefficient, coeurs", ["cœurs"]),
    ],
)
def test_words_that_want_their_ligature(text: str, found: list[str]) -> None:
    assert [right for _, right in lost_ligatures(text)] == found
