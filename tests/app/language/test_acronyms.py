"""Acronyms: found in copy, not in shouting; spelled out with brackets or by their own words."""

import pytest

from app.language.acronyms import initials_in, is_known, is_told, meaning


def _found(line: str, language: str = "fr-FR") -> list[str]:
    return [word for _span, word in initials_in(line, language)]


@pytest.mark.parametrize(
    ("line", "language", "found"),
    [
        ("Le conseil de l’ARZP a voté.", "fr-FR", ["ARZP"]),
        ("The PZROs met.", "en-GB", ["PZRO"]),
        ("La PZRO’s vote.", "en-GB", ["PZRO"]),
        ("Louis XIV et le chapitre XII.", "fr-FR", []),
        ("Un sommet du G20 et un A320.", "fr-FR", []),
        ("PORT-SABLÉ (AFP) – Le conseil a voté.", "fr-FR", []),
        ("LE CONSEIL DE LA VILLE VOTE", "fr-FR", []),
        ("Il a dit NON, JAMAIS il ne viendra.", "fr-FR", []),
        ("Le maire Anselme DURVY a signé.", "fr-FR", []),
        ("Voir https://courrier.example/ARZP et `ARZP`.", "fr-FR", []),
    ],
)
def test_initials_are_told_from_other_capitals(line: str, language: str, found: list[str]) -> None:
    assert _found(line, language) == found


@pytest.mark.parametrize(
    "line",
    [
        "L’Agence de rénovation (ARZP) a voté.",
        "L’ARZP (Agence de rénovation du port) a voté.",
        "L’Agence de rénovation de la zone portuaire existe ; l’ARZP vote.",
    ],
)
def test_initials_are_told_by_brackets_or_by_the_words_themselves(line: str) -> None:
    assert is_told("ARZP", (line,))


def test_initials_alone_tell_nothing() -> None:
    assert not is_told("ARZP", ("Le conseil de l’ARZP a voté (à huis clos).",))


def test_what_every_reader_knows_depends_on_the_language() -> None:
    assert is_known("ONU", "fr-FR")
    assert not is_known("ONU", "en-US")
    assert is_known("NASA", "en-US")


def test_a_meaning_fits_the_word_before_it() -> None:
    assert meaning("OMC", "fr-FR", "à l’") == "Organisation mondiale du commerce"
    assert meaning("OMC", "fr-FR", " le ") == ""
    assert meaning("FMI", "fr-FR", "e l’") == ""
    assert meaning("XYZT", "fr-FR", "") == ""
