"""Agencies, signatures and datelines of both languages."""

import pytest

from app.intake import agency
from app.intake.agency import Opening


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Avec AFP", "Avec AFP"),
        ("(AFP)", "AFP"),
        ("Avec l’AFP", "Avec l’AFP"),
        ("With Reuters", "With Reuters"),
        ("Source: AP", "Source: AP"),
        ("Source : AFP", "Source : AFP"),
        ("AFP, Reuters", "AFP, Reuters"),
        ("Le Phare de Port-Sablé avec AFP.", "Le Phare de Port-Sablé avec AFP"),
        ("With reporting by AP", "With reporting by AP"),
        ("Avec agences", "Avec agences"),
    ],
)
def test_a_line_that_only_names_agencies_is_a_credit(line: str, kept: str) -> None:
    assert agency.is_agency_credit(line)
    assert agency.credit_words(line) == kept


@pytest.mark.parametrize(
    "line", ["L’AFP a confirmé", "Source : mairie", "Avec elle", "The map shows", "AP reported", ""]
)
def test_a_line_that_says_more_is_no_credit(line: str) -> None:
    assert not agency.is_agency_credit(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Par Jeanne Orvault", "Jeanne Orvault"),
        ("By JOHN SELBY and Jane Marsh", "JOHN SELBY and Jane Marsh"),
        ("Par Anne de la Tour, à Port-Sablé", "Anne de la Tour"),
        ("By John Selby, Reuters", "John Selby"),
        ("Par Anaïs Le Goff (avec AFP)", "Anaïs Le Goff"),
        ("De notre envoyée spéciale Anne Orvault", "Anne Orvault"),
        ("PAR ANNE ORVAULT", "ANNE ORVAULT"),
        ("By Tuesday the mill was closed", ""),
        ("Par ailleurs Jean Orvault", ""),
        ("Par le maire Jean Orvault", ""),
    ],
)
def test_signatures_give_names_and_sentences_do_not(line: str, names: str) -> None:
    assert agency.signature(line) == names


@pytest.mark.parametrize(
    ("paragraph", "parted"),
    [
        (
            "BRUXELLES, 16 fév (AFP) – Le ministre",
            Opening("BRUXELLES, 16 fév (AFP)", "AFP", "Le ministre"),
        ),
        ("LONDON (Reuters) - The mill", Opening("LONDON (Reuters)", "Reuters", "The mill")),
        ("New York (AP) — Shares", Opening("New York (AP)", "AP", "Shares")),
        ("Port-Sablé (AFP) – Le", Opening("Port-Sablé (AFP)", "AFP", "Le")),
        ("LYON – Le maire", Opening("LYON", "", "Le maire")),
        ("Le moulin – ancien – tourne", None),
        ("L’ONU – organe – siège", None),
    ],
)
def test_datelines_are_parted_from_the_paragraph(paragraph: str, parted: Opening | None) -> None:
    assert agency.opening(paragraph) == parted


def test_an_agency_in_brackets_closes_the_copy() -> None:
    assert agency.closing("a-t-il conclu. (AFP)") == ("a-t-il conclu.", "AFP")
    assert agency.closing("l’agence (AFP) a dit") == ("l’agence (AFP) a dit", "")


def test_the_agency_of_a_signature_is_found() -> None:
    assert agency.agency_in("Par Anaïs Le Goff (avec AFP)") == "AFP"
    assert agency.agency_in("Par Anaïs Le Goff") == ""
