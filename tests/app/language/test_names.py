"""Names of people are found; places, bodies and ordinary words are not taken for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.names import names_in


def names(text: str, language: str) -> list[str]:
    return [name for _, name in names_in(text, language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "La maire Hélène Carvin (à gauche) et l’ingénieur Tomasz Orlik",
            ["Hélène Carvin", "Tomasz Orlik"],
        ),
        ("le secrétaire d’Etat Rémi Cazal, à droite", ["Rémi Cazal"]),
        ("le ministre de la Défense Anne Orvault", ["Anne Orvault"]),
        ("M. Kerbrat et Mme Le Goff, hier", ["Kerbrat", "Le Goff"]),
        ("Hier Jean d'Ormont et J.-P. Roux", ["Jean d'Ormont", "J.-P. Roux"]),
        (
            "Anne van der Meer et Salem ben Omar al-Hariri",
            ["Anne van der Meer", "Salem ben Omar al-Hariri"],
        ),
        ("M. de La Tour", ["de La Tour"]),
        ("lors d’une réunion à Cap Ferrat, à la Maison Blanche, Rue de Rivoli", []),
        ("DES ÉLUS EN COLÈRE", []),
        ("Vue du moulin de Port-Sablé", []),
        ("Le maire a dit non.", []),
    ],
)
def test_french_names(text: str, found: list[str]) -> None:
    assert names(text, "fr-FR") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Mayor Hélène Carvin, left, with engineer Tomasz Orlik",
            ["Hélène Carvin", "Tomasz Orlik"],
        ),
        ("US Defense Secretary Brant Holloway on Monday", ["Brant Holloway"]),
        ("Dr. Ousmane Diop-Kane and Mrs O'Brien", ["Ousmane Diop-Kane", "O'Brien"]),
        ("On Tuesday Lena Marsh Wednesday", ["Lena Marsh"]),
        ("the White House in New York City, near High Street", []),
    ],
)
def test_english_names(text: str, found: list[str]) -> None:
    assert names(text, "en-GB") == found


@given(st.text(max_size=200), st.sampled_from(["fr-FR", "en-GB"]))
def test_every_span_is_the_name_it_gives(text: str, language: str) -> None:
    found = names_in(text, language)
    assert all(span.of(text) == name != "" for span, name in found)
    assert [span for span, _ in found] == sorted(span for span, _ in found)
